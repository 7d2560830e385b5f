/** A page that did not open: its program was not read, or it broke. Nothing typed is lost, as drafts are kept in the browser. */
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from '../shared/language/i18n';

export function PageFailed() {
  const { t } = useTranslation();
  return (
    <div className="unread">
      <Alert
        className="refusal"
        type="error"
        showIcon
        role="alert"
        title={t('office.pageFailed')}
        description={t('office.pageFailedWhy')}
      />
      {/* A module that failed once stays failed until the document is read again. */}
      <Button onClick={() => window.location.reload()}>{t('state.retry')}</Button>
    </div>
  );
}
