/** 催办: the text to paste into a group, and one button that copies it. */
import Button from 'antd/es/button';
import { useRef, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';

export function Reminder({ text }: { readonly text: string | null }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  if (text === null) return <p className="count later">{t('ratings.nobodyLate')}</p>;
  const copy = () => {
    field.current?.select();
    // The clipboard interface asks for permission in some of the browsers we support; the selection works in all of them.
    setCopied(document.execCommand('copy'));
  };
  return (
    <div className="reminder">
      <textarea ref={field} readOnly lang="zh-CN" rows={2} aria-label={t('ratings.reminder')} value={text} />
      <Button onClick={copy}>{t('ratings.copy')}</Button>
      <span role="status">{copied ? t('ratings.copied') : ''}</span>
    </div>
  );
}
