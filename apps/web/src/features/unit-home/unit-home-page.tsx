/** A unit's own page: what is asked of it, what was deducted and why, suggestions to answer, and its papers. */
import type { ReportJson, YearOverview } from '@kaohe/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { Unread } from '../../shared/office/unread';
import { YearCalendar } from '../board/year-calendar';
import { UnitPapers } from '../papers/unit-papers';
import { Answers } from '../reports/answers';
import { reportRequest } from '../reports/requests';
import { isInUse } from '../statements/requests';
import { SelfAssessment } from '../statements/self-assessment';
import '../reports/reports.css';
import './unit-home.css';
import { Deductions } from './deductions';
import { Registered, WhatIsAssessed } from './what-is-assessed';

export function UnitHomePage() {
  return <WithIssuedYear>{(issued) => <OwnUnit issued={issued} />}</WithIssuedYear>;
}

function OwnUnit({ issued }: { readonly issued: IssuedYear }) {
  const { t } = useTranslation();
  const { year, overview, scheme } = issued;
  const [unit = ''] = overview.mine.units;
  const queries = useQueryClient();
  const { data: report, error } = useQuery({ ...reportRequest({ year, unit }), enabled: unit !== '' });
  if (unit !== '' && !report) return <Unread error={error} />;
  const changed = (next: ReportJson) => {
    queries.setQueryData(reportRequest({ year, unit }).queryKey, next);
    void queries.invalidateQueries({ queryKey: ['office', year, 'todo'] });
  };
  const assessesItself = unit !== '' && isInUse(overview, 'self-assessment');
  const self = assessesItself && <SelfAssessment issued={issued} unit={unit} />;
  return (
    <>
      <div className="toolbar">
        <h1 lang="zh-CN">{t('unitHome.title', { unit })}</h1>
      </div>
      <Asked overview={overview} told={report?.state === 'received'} />
      {report?.state !== 'received' && self}
      {report && report.state !== 'received' && <WhatIsAssessed year={year} report={report} scheme={scheme} />}
      {report?.state === 'received' && (
        <>
          <Deductions issued={issued} report={report} />
          <div className="paper own-part">
            <Answers year={year} report={report} onChange={changed} />
            <UnitPapers year={year} unit={unit} state={report.state} />
          </div>
        </>
      )}
      {report?.state === 'received' && self}
      <Registered overview={overview} />
      <YearCalendar stages={overview.stages} />
    </>
  );
}

function Asked({ overview, told }: { readonly overview: YearOverview; readonly told: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const own = overview.stages.filter(({ state, holders }) => state !== 'off' && holders.includes('assessed-unit'));
  return (
    <section className="paper own-part" aria-label={t('unitHome.asked')}>
      <h2>{t('unitHome.asked')}</h2>
      <p>{useAskedWords(overview)}</p>
      {!told && <p>{t('reports.notTold')}</p>}
      <ul>
        {own.map(({ stage, name, nameEn, state }) => (
          <li key={stage}>
            {t('unitHome.askedStage', {
              name: language === 'en' ? nameEn : name,
              state: t(`board.stateWords.${state}`),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Nothing while no self-assessment is in use; what to do while it is open, and before that from when on. */
function useAskedWords({ stages }: YearOverview): string {
  const { t } = useTranslation();
  const language = useLanguage();
  const self = stages.find(({ stage, state }) => stage === 'self-assessment' && state !== 'off');
  if (!self) return t('unitHome.askedNothing');
  if (self.state === 'open') return t('statements.asked');
  if (self.state === 'closed') return t('statements.askedOver');
  const before = stages
    .filter(({ stage, state }) => self.after.includes(stage) && state !== 'off' && state !== 'closed')
    .map(({ name, nameEn }) => (language === 'en' ? nameEn : `“${name}”`));
  if (before.length === 0) return t('statements.askedLater');
  return t('statements.askedAfter', { stages: before.join(language === 'en' ? ', ' : '、') });
}
