/** What the report is about: the visits, the rows still open, the score by item, who signed, and who rated and judged. */
import { type ReportJson, VISIT_METHODS } from '@kaohe/api-contract';
import type { Scheme } from '@kaohe/scoring';
import { Link } from '@tanstack/react-router';
import type { Search } from '../../shared/address/search';
import { keepInOffice } from '../../shared/address/use-address';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import { Quoted } from '../../shared/language/quoted';
import { dayOf } from '../../shared/office/day-of';
import { inColumn } from '../../shared/scores/score-columns';
import { METHOD_KEYS } from '../visits/method-keys';
import { WarningLines } from '../visits/warning-lines';
import { scoreText } from './score-text';

interface ReportFactsProps {
  readonly report: ReportJson;
  readonly scheme: Scheme;
}

export function ReportFacts({ report, scheme }: ReportFactsProps) {
  const { t } = useTranslation();
  return (
    <>
      <OpenRows report={report} />
      <ForeignOpen report={report} />
      <h2>{t('reports.visits')}</h2>
      <Visits report={report} />
      {report.alsoRated.length > 0 && (
        <p className="also-rated">⚠ {t('reports.alsoRated', { posts: report.alsoRated.join('、') })}</p>
      )}
      <Score report={report} scheme={scheme} />
      {report.signedAt !== null && (
        <p>
          <Quoted text={t('reports.signedBy', { by: report.signedBy ?? '', at: dayOf(report.signedAt) })} />
        </p>
      )}
      {report.receivedAt !== null && <p>{t('reports.received', { at: dayOf(report.receivedAt) })}</p>}
      {report.reopenings.length > 0 && (
        <>
          <h2>{t('reports.reopenings')}</h2>
          <ul>
            {report.reopenings.map(({ at, by, reason }) => (
              <li key={at}>{t('reports.reopening', { at: dayOf(at), by, reason })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function OpenRows({ report: { unit, openRows, state } }: { readonly report: ReportJson }) {
  const { t } = useTranslation();
  if (state === 'signed' || state === 'received') return null;
  if (openRows.length === 0) return <p className="rows-closed">✓ {t('reports.allClosed')}</p>;
  return (
    <p className="rows-open">
      <span aria-hidden="true">●</span> {t('reports.openRows', { count: openRows.length })}{' '}
      {openRows.map((row) => (
        <RowLink key={row} unit={unit} row={row}>
          {row.split('/')[1] ?? row}
        </RowLink>
      ))}
    </p>
  );
}

/** What others supply and have not looked at yet: the team signs without it, and the score is an interval because of it. */
function ForeignOpen({ report: { unit, foreignOpen } }: { readonly report: ReportJson }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (foreignOpen.length === 0) return null;
  return (
    <div className="rows-open">
      <span aria-hidden="true">○</span> {t('reports.foreignOpen', { count: foreignOpen.length })}
      <ul>
        {foreignOpen.map(({ line, row, supplier }) => (
          <li key={line}>
            <RowLink unit={unit} row={row}>
              {line.split('/')[1] ?? line}
            </RowLink>{' '}
            {supplier[language]}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RowLinkProps {
  readonly unit: string;
  readonly row: string;
  readonly children: string;
}

function RowLink({ unit, row, children }: RowLinkProps) {
  return (
    <Link
      className="open-row"
      to="/office/sheets/$unit"
      params={{ unit }}
      search={(before: Search): Search => ({ ...keepInOffice(before), show: row })}
    >
      {children}
    </Link>
  );
}

function Visits({ report: { visits, body } }: { readonly report: ReportJson }) {
  const { t } = useTranslation();
  const methods = VISIT_METHODS.filter((method) => visits.methods.includes(method)).map((method) =>
    t(`visits.method.${METHOD_KEYS[method]}`),
  );
  return (
    <>
      {visits.days.length === 0 ? (
        <p>{t('reports.visitsNone')}</p>
      ) : (
        <ul>
          <li>
            {t('reports.days', { days: visits.days.join(t('visits.comma')) })}
            {t('reports.halfDays', { days: visits.halfDays / 2 })}
          </li>
          <li>{t('reports.methods', { methods: methods.join(t('visits.comma')) })}</li>
          <li>
            <Quoted text={t('reports.places', { places: visits.places.map(({ name }) => name).join('、') })} />
          </li>
        </ul>
      )}
      <WarningLines warnings={visits.warnings} />
      {body?.visitReason && (
        <p>
          <Quoted text={t('reports.visitReasonWas', { reason: body.visitReason })} />
        </p>
      )}
      <Draws draws={visits.draws} />
      {body?.noVisitReason && <p>{t('reports.noVisitReason', { reason: body.noVisitReason })}</p>}
    </>
  );
}

function Draws({ draws }: { readonly draws: ReportJson['visits']['draws'] }) {
  const { t } = useTranslation();
  if (draws.length === 0) return null;
  return (
    <details>
      <summary>{t('reports.draws', { count: draws.length })}</summary>
      <ol>
        {draws.map(({ number, on, seed, list, count, drawn, reason, at, by }) => (
          <li key={number}>
            <Quoted text={t('reports.drawn', { on, all: list.length, count, drawn: drawn.join('、') })} />
            <br />
            <Quoted text={t('reports.drawnBy', { seed, by, at: dayOf(at) })} />
            <br />
            <Quoted text={t('reports.drawnFrom', { list: list.join('、') })} />
            {reason !== null && (
              <>
                <br />
                <Quoted text={t('reports.drawnAgain', { reason })} />
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Score({ report: { score, scoreNow }, scheme }: ReportFactsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!score) return null;
  const items = scheme.sheets.flatMap((sheet) => sheet.items);
  const itemScore = inColumn(score.items.map((item) => item.score));
  return (
    <>
      <h2>
        {t('reports.score')} {t('reports.scoreOf', { score: scoreText(score.sheetScore), full: score.fullMarks })}
      </h2>
      {scoreNow && <p className="rows-open">{t('reports.scoreNow', { score: scoreText(scoreNow) })}</p>}
      <table className="compact">
        <caption className="visually-hidden">{t('reports.score')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reports.item')}</th>
            <th scope="col" className="number">
              {t('reports.full')}
            </th>
            <th scope="col" className="number">
              {t('reports.got')}
            </th>
          </tr>
        </thead>
        <tbody>
          {score.items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                {nameOf(items.find(({ id }) => id === item.id) ?? { ...item, nameEn: item.name }, language)}
              </th>
              <td className="number">{item.fullMarks}</td>
              <td className={item.score.least === item.score.most ? 'number' : 'number is-open'}>
                {itemScore(item.score)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
