/** Whether the log is as it was written: the chain walked now, in words. */
import { useQuery } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { Unread } from '../../shared/office/unread';
import { chainRequest } from './requests';

export function ChainState() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, isFetching, refetch } = useQuery(chainRequest);
  if (error) return <Unread error={error} />;
  const broken = data?.broken;
  return (
    <section className={`chain paper ${broken ? 'broken' : ''}`} aria-label={t('audit.chain')}>
      <span role="status">
        {!data || isFetching ? (
          t('audit.checking')
        ) : (
          <>
            <strong>
              {broken
                ? t('audit.broken', { seal: broken.seal, reason: language === 'zh' ? broken.reason : broken.reasonEn })
                : t('audit.sound')}
            </strong>
            <span>{t('audit.sealed', { count: data.sealed })}</span>
            <span>{t('audit.unsealed', { count: data.unsealed })}</span>
            <span>
              {t('audit.head')} <code title={data.head}>{data.head.slice(0, 16)}…</code>
            </span>
          </>
        )}
      </span>
      <Button onClick={() => void refetch()} disabled={isFetching}>
        {t('audit.checkAgain')}
      </Button>
    </section>
  );
}
