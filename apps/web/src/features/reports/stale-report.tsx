/** Somebody acted on a report that has changed since: the score that was seen, the score now, and the way to see the rest of it. */
import type { ReportJson } from '@kaohe/api-contract';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import { scoreText } from './score-text';

interface StaleReportProps {
  readonly seen: ReportJson;
  readonly current: ReportJson;
  readonly onReload: () => void;
}

export function StaleReport({ seen, current, onReload }: StaleReportProps) {
  const { t } = useTranslation();
  const [before, now] = [seen, current].map(({ score }) => (score ? scoreText(score.sheetScore) : '–'));
  const parts = [
    ...(seen.state === current.state ? [] : [t('reports.stale.state')]),
    ...(before === now ? [] : [t('reports.stale.score', { before, now })]),
    ...(seen.version === current.version || seen.state !== current.state ? [] : [t('reports.stale.text')]),
  ];
  return (
    <Alert
      className="refusal"
      type="warning"
      showIcon
      role="alert"
      title={t('reports.stale.title')}
      description={parts.length > 0 ? parts.join(' ') : t('reports.stale.rows')}
      action={
        <Button type="primary" onClick={onReload}>
          {t('reports.stale.reload')}
        </Button>
      }
    />
  );
}
