/** One draft: the document at the left, the clause in hand at the right, what else the scheme holds under its own headings. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../shared/language/i18n';
import { Unread } from '../../shared/office/unread';
import { DraftWork } from './draft-work';
import { draftRequest } from './requests';
import './scheme-drafts.css';
import './draft-forms.css';
import './draft-frame.css';

export function DraftPage({ draft }: { readonly draft: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(draftRequest(draft));
  if (data) return <DraftWork loaded={data} />;
  return (
    <>
      <div className="toolbar">
        <h1>{t('drafts.title')}</h1>
      </div>
      <Unread error={error} />
    </>
  );
}
