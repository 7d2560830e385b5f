/** What was deducted from a unit and why; beside each deduction its appeal, where the office has appeals. */
import type { ReportJson, StatementJson } from '@kaohe/api-contract';
import type { AssessmentItem } from '@kaohe/scoring';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import type { IssuedYear } from '../../shared/office/issued-year';
import { Unread } from '../../shared/office/unread';
import { scoreText } from '../reports/score-text';
import { AppealCell } from '../statements/appeal-cell';
import { OpenedStatement } from '../statements/opened-statement';
import { isInUse, statementsRequest } from '../statements/requests';
import '../statements/statements.css';

interface DeductionsProps {
  readonly issued: IssuedYear;
  readonly report: ReportJson;
}

type Lost = NonNullable<ReportJson['score']>['items'][number]['lost'][number] & {
  readonly item: string;
  readonly row: string;
  readonly quote: string;
};

export function Deductions({ issued, report }: DeductionsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hasAppeals = isInUse(issued.overview, 'appeal');
  if (!report.score) return null;
  const items = issued.scheme.sheets.flatMap((sheet) => sheet.items);
  const lost = report.score.items.flatMap((item): Lost[] => {
    const printed = items.find(({ id }) => id === item.id);
    const name = nameOf(printed ?? { ...item, nameEn: item.name }, language);
    return item.lost.map((one) => ({ ...one, item: name, ...placeOf(printed, one.clause) }));
  });
  return (
    <section className="paper own-part" aria-label={t('unitHome.deducted')}>
      <h2>
        {t('unitHome.deducted')}{' '}
        <small>
          {t('reports.scoreOf', { score: scoreText(report.score.sheetScore), full: report.score.fullMarks })}
          {hasAppeals && ` ${t('statements.appealsChosen')}`}
        </small>
      </h2>
      {lost.length === 0 ? (
        <p>{t('unitHome.noDeduction')}</p>
      ) : (
        <table className="compact">
          <caption className="visually-hidden">{t('unitHome.deducted')}</caption>
          <Head hasAppeals={hasAppeals} />
          <tbody>
            {hasAppeals ? (
              <AppealableRows issued={issued} unit={report.unit} lost={lost} />
            ) : (
              lost.map((one) => <LostRow key={one.clause} one={one} />)
            )}
          </tbody>
        </table>
      )}
    </section>
  );
}

function placeOf(item: AssessmentItem | undefined, id: string): { row: string; quote: string } {
  const row = item?.rows.find(({ clauses }) => clauses.some((clause) => clause.id === id));
  return { row: row?.row ?? '', quote: row?.clauses.find((clause) => clause.id === id)?.quote ?? id };
}

function Head({ hasAppeals }: { readonly hasAppeals: boolean }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('reports.item')}</th>
        <th scope="col">{t('unitHome.clause')}</th>
        <th scope="col">{t('unitHome.why')}</th>
        <th scope="col" className="number">
          {t('unitHome.points')}
        </th>
        {hasAppeals && <th scope="col">{t('statements.appeal')}</th>}
      </tr>
    </thead>
  );
}

interface AppealableRowsProps {
  readonly issued: IssuedYear;
  readonly unit: string;
  readonly lost: readonly Lost[];
}

function AppealableRows({ issued, unit, lost }: AppealableRowsProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<string>();
  const { data, error } = useQuery(statementsRequest(issued.year, 'appeal'));
  const isOpen = issued.overview.stages.some(({ stage, state }) => stage === 'appeal' && state === 'open');
  const appealOf = (clause: string): StatementJson | undefined =>
    data?.statements.find((one) => one.unit === unit && one.line === clause);
  // Before the appeals are read nobody knows which deduction has one: no button says there is none.
  const appealCell = (one: Lost) =>
    data && (
      <AppealCell
        appeal={appealOf(one.clause)}
        isOpen={isOpen}
        row={one.row}
        onOpen={() => setOpened(opened === one.clause ? undefined : one.clause)}
      />
    );
  const rows = lost.map((one) => (
    <AppealableRow key={one.clause} line={<LostRow one={one} appeal={appealCell(one) ?? null} />}>
      {opened === one.clause && (
        <tr className="opened" aria-label={t('statements.opened', { row: one.row })}>
          <td colSpan={5}>
            <OpenedStatement
              place={{ year: issued.year, stage: 'appeal', unit, line: one.clause }}
              scheme={issued.scheme}
              onClose={() => setOpened(undefined)}
              onSent={() => setOpened(undefined)}
            />
          </td>
        </tr>
      )}
    </AppealableRow>
  ));
  if (data) return rows;
  return (
    <>
      <tr className="appeals-unread">
        <td colSpan={5}>
          {error && <p className="count">{t('statements.appealsUnread')}</p>}
          <Unread error={error} />
        </td>
      </tr>
      {rows}
    </>
  );
}

function AppealableRow({ line, children }: { readonly line: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      {line}
      {children}
    </>
  );
}

function LostRow({ one, appeal }: { readonly one: Lost; readonly appeal?: ReactNode }) {
  const language = useLanguage();
  return (
    <tr>
      <td>{one.item}</td>
      <td lang="zh-CN">{one.quote}</td>
      <td>
        {one.note && <span lang="zh-CN">{one.note} </span>}
        <small>{language === 'en' ? one.whyEn : one.why}</small>
      </td>
      <td className="number points-lost">{one.applied}</td>
      {appeal !== undefined && <td>{appeal}</td>}
    </tr>
  );
}
