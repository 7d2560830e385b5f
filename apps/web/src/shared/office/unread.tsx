/** In the place of what is not read yet: words while it is under way, or why it could not be read and a way to try again. */
import { useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import Spin from 'antd/es/spin';
import { useEffect, useState } from 'react';
import { useTranslation } from '../language/i18n';
import { Refusal } from './refusal';

/** An answer that comes at once is not announced: the page would only flicker. */
const SILENT_MS = 300;

export function Unread({ error }: { readonly error?: unknown }) {
  return error ? <UnreadBecause error={error} /> : <Reading />;
}

export function Reading() {
  const { t } = useTranslation();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SILENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status">
      {isLate && (
        <>
          <Spin /> <span>{t('office.loading')}</span>
        </>
      )}
    </div>
  );
}

/** Tries whatever failed on the page: one dropped network fails several requests. */
function UnreadBecause({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const again = () => void queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  return (
    <div className="unread">
      <Refusal error={error} />
      <Button onClick={again}>{t('state.retry')}</Button>
    </div>
  );
}
