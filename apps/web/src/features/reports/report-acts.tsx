/** What may be done with the report now: sign, receive, send back; each with what it needs. */
import type { ReportJson } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { request } from '../../shared/office/client';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { reportNow, reportUrl } from './requests';
import { StaleReport } from './stale-report';

interface ReportActsProps {
  readonly year: string;
  readonly report: ReportJson;
  readonly onChange: (next: ReportJson) => void;
}

export function ReportActs({ year, report, onChange }: ReportActsProps) {
  const { t } = useTranslation();
  const { busy, error, run } = useWork();
  const act = (name: string, body: object) =>
    run(async () => {
      const url = `${reportUrl({ year, unit: report.unit })}/${name}`;
      onChange(await request<ReportJson>('POST', url, { body, ifMatch: report }));
    });
  const { sign, receive, reopen } = report.may;
  const { days, warnings } = report.visits;
  const current = reportNow(error);
  const isStale = current !== undefined && (current.version !== report.version || current.content !== report.content);
  if (!sign && !receive && !reopen) return null;
  return (
    <div className="report-acts">
      {sign && days.length > 0 && warnings.length === 0 && (
        <Button type="primary" disabled={busy} onClick={() => void act('sign', {})}>
          {t('reports.sign')}
        </Button>
      )}
      {sign && days.length > 0 && warnings.length > 0 && (
        <WithReason
          label={t('reports.visitReason')}
          button={t('reports.signAnyway')}
          busy={busy}
          onReason={(visitReason) => act('sign', { visitReason })}
        />
      )}
      {sign && days.length === 0 && (
        <WithReason
          label={t('reports.noVisit')}
          button={t('reports.signAnyway')}
          busy={busy}
          onReason={(noVisitReason) => act('sign', { noVisitReason })}
        />
      )}
      {receive && (
        <Button type="primary" disabled={busy} onClick={() => void act('receive', {})}>
          {t('reports.receive')}
        </Button>
      )}
      {reopen && (
        <WithReason
          label={t('reports.reopenReason')}
          button={t('reports.reopen')}
          busy={busy}
          onReason={(reason) => act('reopen', { reason })}
        />
      )}
      {current === undefined && <Refusal error={error} />}
      {isStale && <StaleReport seen={report} current={current} onReload={() => onChange(current)} />}
    </div>
  );
}

interface WithReasonProps {
  readonly label: string;
  readonly button: string;
  readonly busy: boolean;
  readonly onReason: (reason: string) => Promise<boolean>;
}

/** A button that needs its reason written beside it. */
function WithReason({ label, button, busy, onReason }: WithReasonProps) {
  const [reason, setReason] = useState('');
  return (
    <form
      className="with-reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') void onReason(reason.trim());
      }}
    >
      <Input
        aria-label={label}
        placeholder={label}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button htmlType="submit" disabled={busy || reason.trim() === ''}>
        {button}
      </Button>
    </form>
  );
}
