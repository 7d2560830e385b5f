/** A unit's own page: what is asked of it, what was deducted and why, suggestions to answer, and its papers. */
import type { ReportJson, YearOverview } from '@kaohe/api-contract';
import type { Scheme } from '@kaohe/scoring';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { Unread } from '../../shared/office/unread';
import { YearCalendar } from '../board/year-calendar';
import { UnitPapers } from '../papers/unit-papers';
import { Answers } from '../reports/answers';
import { reportRequest } from '../reports/requests';
import { scoreText } from '../reports/score-text';
import '../reports/reports.css';
import './unit-home.css';
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
  return (
    <>
      <div className="toolbar">
        <h1 lang="zh-CN">{t('unitHome.title', { unit })}</h1>
      </div>
      <Asked overview={overview} told={report?.state === 'received'} />
      {report && report.state !== 'received' && <WhatIsAssessed year={year} report={report} scheme={scheme} />}
      {report?.state === 'received' && (
        <>
          <Deductions report={report} scheme={scheme} />
          <div className="paper own-part">
            <Answers year={year} report={report} onChange={changed} />
            <UnitPapers year={year} unit={unit} state={report.state} />
          </div>
        </>
      )}
      <Registered year={year} />
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
      <p>{t('unitHome.askedNothing')}</p>
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

function Deductions({ report: { score }, scheme }: { readonly report: ReportJson; readonly scheme: Scheme }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!score) return null;
  const items = scheme.sheets.flatMap((sheet) => sheet.items);
  const clauses = items.flatMap(({ rows }) => rows.flatMap((row) => row.clauses));
  const shownName = (item: { readonly id: string; readonly name: string }) =>
    nameOf(items.find(({ id }) => id === item.id) ?? { ...item, nameEn: item.name }, language);
  const lost = score.items.flatMap((item) => item.lost.map((one) => ({ ...one, item: shownName(item) })));
  return (
    <section className="paper own-part" aria-label={t('unitHome.deducted')}>
      <h2>
        {t('unitHome.deducted')}{' '}
        <small>{t('reports.scoreOf', { score: scoreText(score.sheetScore), full: score.fullMarks })}</small>
      </h2>
      {lost.length === 0 ? (
        <p>{t('unitHome.noDeduction')}</p>
      ) : (
        <table className="compact">
          <caption className="visually-hidden">{t('unitHome.deducted')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reports.item')}</th>
              <th scope="col">{t('unitHome.clause')}</th>
              <th scope="col">{t('unitHome.why')}</th>
              <th scope="col" className="number">
                {t('unitHome.points')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lost.map((one) => (
              <tr key={one.clause}>
                <td>{one.item}</td>
                <td lang="zh-CN">{clauses.find(({ id }) => id === one.clause)?.quote ?? one.clause}</td>
                <td>
                  {one.note && <span lang="zh-CN">{one.note} </span>}
                  <small>{language === 'en' ? one.whyEn : one.why}</small>
                </td>
                <td className="number points-lost">{one.applied}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
