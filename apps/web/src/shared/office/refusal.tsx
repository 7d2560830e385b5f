/** Why the server refused, in the language of the page; nothing while there is no error. */
import Alert from 'antd/es/alert';
import { useLanguage, useTranslation } from '../language/i18n';
import { RequestRefused } from './client';

export function Refusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!error) return null;
  if (!(error instanceof RequestRefused))
    return (
      <Alert
        className="refusal"
        type="error"
        showIcon
        role="alert"
        title={t('state.failed', { detail: String(error) })}
      />
    );
  const { title, titleEn, detail, detailEn } = error.problem;
  return (
    <Alert
      className="refusal"
      type="error"
      showIcon
      role="alert"
      title={language === 'en' ? titleEn : title}
      description={language === 'en' ? detailEn : detail}
    />
  );
}
