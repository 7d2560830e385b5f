/** 自评: the rows a team will score, as the unit sees them itself; a row in order is one key. */
import type { StatementJson } from '@kaohe/api-contract';
import { type Criterion, cellText, type Sheet } from '@kaohe/scoring';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { nameOf } from '../../shared/language/name-of';
import type { IssuedYear } from '../../shared/office/issued-year';
import { Refusal } from '../../shared/office/refusal';
import { Unread } from '../../shared/office/unread';
import { useWork } from '../../shared/office/use-work';
import { isTyping, useRowKeys } from '../../shared/tables/use-row-keys';
import { OpenedStatement, useKeepStatement } from './opened-statement';
import { type StatementPlace, sendStatement, statementsRequest } from './requests';
import { StatementState } from './statement-state';
import './statements.css';

interface SelfAssessmentProps {
  readonly issued: IssuedYear;
  readonly unit: string;
}

interface AssessedRow {
  readonly row: Criterion;
  /** Named in its first row only. */
  readonly item: string;
}

export function SelfAssessment({ issued, unit }: SelfAssessmentProps) {
  const { t } = useTranslation();
  const self = useSelfAssessment(issued, unit);
  const { data, rows } = self;
  if (!data) return <Unread error={self.error} />;
  return (
    <section className="paper own-part self-assessment" aria-label={t('statements.names.self-assessment')}>
      <h2>
        {t('statements.names.self-assessment')}{' '}
        <small>
          {t('statements.done', { done: data.statements.length, all: rows.length })} {t('statements.chosen')}
        </small>
      </h2>
      {self.isOpen && <p className="count">{t('statements.selfHint')}</p>}
      <Refusal error={self.refused} />
      <div className="statement-rows">
        <table className="compact">
          <caption className="visually-hidden">{t('statements.names.self-assessment')}</caption>
          <Head />
          <tbody ref={self.body} onKeyDown={self.onKeyDown}>
            {rows.map((one, index) => (
              <SelfRow
                key={one.row.id}
                one={one}
                statement={self.stated(one.row.id)}
                first={index === 0}
                onOpen={() => self.toggle(one.row.id)}
              >
                {self.opened === one.row.id && (
                  <OpenedStatement
                    place={self.place(one.row.id)}
                    scheme={issued.scheme}
                    onClose={() => self.close(one.row.id, 0)}
                    onSent={() => self.close(one.row.id, 1)}
                  />
                )}
              </SelfRow>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Head() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('reports.item')}</th>
        <th scope="col" className="number">
          {t('statements.row')}
        </th>
        <th scope="col">{t('unitHome.clause')}</th>
        <th scope="col" className="number">
          {t('statements.deducted')}
        </th>
        <th scope="col">{t('statements.state')}</th>
      </tr>
    </thead>
  );
}

const STAGE = 'self-assessment';

function useSelfAssessment({ year, scheme, overview }: IssuedYear, unit: string) {
  const language = useLanguage();
  const { data, error } = useQuery(statementsRequest(year, STAGE));
  const [opened, setOpened] = useState<string>();
  const { body, onKeyDown: onRowKey } = useRowKeys(setOpened);
  const { busy, error: refused, run } = useWork();
  const keep = useKeepStatement({ year, stage: STAGE });
  const isOpen = overview.stages.some((one) => one.stage === STAGE && one.state === 'open');
  const rows = rowsOf(sheetOf(scheme, unit), (item) => nameOf(item, language));
  const place = (line: string): StatementPlace => ({ year, stage: STAGE, unit, line });
  const stated = (line: string) => data?.statements.find((one) => one.unit === unit && one.line === line);
  const focus = (line: string, step: number) => {
    const next = rows[rows.findIndex(({ row }) => row.id === line) + step]?.row.id ?? line;
    body.current?.querySelector<HTMLElement>(`tr[data-key="${next}"]`)?.focus();
  };
  /** Space: nothing to take off, on to the next. */
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const line = (event.target as HTMLElement).dataset.key;
    if (isTyping(event.target)) return;
    // The same Enter must not press the button that gets the focus.
    if (line !== undefined && (event.key === ' ' || event.key === 'Enter')) event.preventDefault();
    if (event.key !== ' ' || line === undefined || !isOpen) return onRowKey(event);
    if (stated(line) || busy) return focus(line, 1);
    void run(async () => {
      keep(await sendStatement(place(line), { body: { deducted: '0', text: '', evidence: [] }, ifMatch: 0 }));
      focus(line, 1);
    });
  };
  const toggle = (line: string) => setOpened(opened === line ? undefined : line);
  const close = (line: string, step: number) => {
    setOpened(undefined);
    focus(line, step);
  };
  return { data, error, refused, rows, opened, isOpen, body, place, stated, onKeyDown, toggle, close };
}

interface SelfRowProps {
  readonly one: AssessedRow;
  readonly statement: StatementJson | undefined;
  readonly first: boolean;
  readonly onOpen: () => void;
  readonly children: React.ReactNode;
}

function SelfRow({ one: { row, item }, statement, first, onOpen, children }: SelfRowProps) {
  const { t } = useTranslation();
  return (
    <>
      <tr data-key={row.id} tabIndex={first ? 0 : -1} onClick={onOpen}>
        <td className="item-name">{item}</td>
        <th scope="row" className="number">
          {row.row}
        </th>
        <td lang="zh-CN" className="criterion">
          {cellText(row.criterion)}
        </td>
        <td className="number">{statement?.deducted ?? '–'}</td>
        <td className="state">
          <StatementState state={statement?.state ?? 'none'} />
          {statement?.state === 'returned' && (
            <small lang="zh-CN" className="returned-why">
              {statement.reason}
            </small>
          )}
        </td>
      </tr>
      {children && (
        <tr className="opened" aria-label={t('statements.opened', { row: row.row })}>
          <td />
          <td colSpan={4}>{children}</td>
        </tr>
      )}
    </>
  );
}

function sheetOf({ sheets, population }: IssuedYear['scheme'], unit: string): Sheet | undefined {
  const unitClass = population.units.find(({ name }) => name === unit)?.class;
  return sheets.find(({ classes }) => unitClass !== undefined && classes.includes(unitClass));
}

/** What the office or a division supplies is never asked of the unit. */
function rowsOf(sheet: Sheet | undefined, name: (item: Sheet['items'][number]) => string): AssessedRow[] {
  return (sheet?.items ?? []).flatMap((item) =>
    item.rows
      .filter(({ supplier }) => supplier.by === 'team')
      .map((row, index) => ({ row, item: index === 0 ? name(item) : '' })),
  );
}
