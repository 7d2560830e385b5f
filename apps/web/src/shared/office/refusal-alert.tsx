/** Why the server refused, in the language of the page. */
import Alert from 'antd/es/alert';
import { useLanguage, useTranslation } from '../language/i18n';
import { RequestRefused } from './client';

export function RefusalAlert({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!(error instanceof RequestRefused))
    return <Alert type="error" showIcon role="alert" title={t('state.failed', { detail: error.message })} />;
  const { title, titleEn, detail, detailEn } = error.problem;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={language === 'en' ? titleEn : title}
      description={language === 'en' ? detailEn : detail}
    />
  );
}
