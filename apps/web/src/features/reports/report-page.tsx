/** One report: written and signed by the team, received or sent back by the office, answered by the unit. */
import type { ReportJson } from '@kaohe/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { UnitPapers } from '../papers/unit-papers';
import { Answers } from './answers';
import { Difference } from './difference';
import { ReportActs } from './report-acts';
import { ReportFacts } from './report-facts';
import { ReportForm } from './report-form';
import { ReportState } from './report-state';
import { ReportText } from './report-text';
import { reportRequest } from './requests';
import './reports.css';

export function ReportPage({ unit }: { readonly unit: string }) {
  return <WithIssuedYear>{(issued) => <Report key={unit} issued={issued} unit={unit} />}</WithIssuedYear>;
}

function Report({ issued: { year, scheme }, unit }: { readonly issued: IssuedYear; readonly unit: string }) {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const { role } = useActing().acting;
  const { data: report, error } = useQuery(reportRequest({ year, unit }));
  if (!report) return <Unread error={error} />;
  // What the unit is not told yet is not shown as if there were none.
  if (role === 'assessed-unit' && report.state !== 'received')
    return (
      <>
        <Head report={report} />
        <p className="paper report-body">{t('reports.notTold')}</p>
      </>
    );
  const changed = (next: ReportJson) => {
    queries.setQueryData(reportRequest({ year, unit }).queryKey, next);
    void queries.invalidateQueries({
      queryKey: ['office', year],
      predicate: ({ queryKey }) => queryKey[2] !== 'report',
    });
  };
  return (
    <>
      <Head report={report} />
      <ReportActs year={year} report={report} onChange={changed} />
      <div className="report-columns">
        <div className="paper report-body">
          {report.may.write ? (
            <ReportForm key={report.unit} year={year} report={report} onChange={changed} />
          ) : (
            <ReportText report={report} />
          )}
          {report.state === 'received' && <Answers year={year} report={report} onChange={changed} />}
        </div>
        <aside className="paper report-facts">
          <ReportFacts report={report} scheme={scheme} />
          {report.difference && <Difference difference={report.difference} />}
          {report.state !== 'none' && <UnitPapers year={year} unit={report.unit} state={report.state} />}
        </aside>
      </div>
    </>
  );
}

function Head({ report }: { readonly report: ReportJson }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="toolbar">
      <h1>
        <Quoted
          text={t('reports.one', { unit: language === 'en' ? `${report.unit} ${report.unitEn}` : report.unit })}
        />
      </h1>
      <ReportState state={report.state} />
      <span className="count">{language === 'en' ? report.team.nameEn : report.team.name}</span>
      {report.dueOn !== null && <span className="count">{t('reports.due', { date: report.dueOn })}</span>}
      {report.late && <strong className="is-late">{t('reports.late')}</strong>}
      <span className="stretch" />
      <Link to="/office/sheets/$unit" params={{ unit: report.unit }} search={keepInOffice}>
        {t('reports.sheet')}
      </Link>
      <Link to="/office/reports" search={keepInOffice}>
        {t('reports.all')}
      </Link>
    </div>
  );
}
