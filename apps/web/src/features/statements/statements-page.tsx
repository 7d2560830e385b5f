/** The statements of a stage: a queue for the office, answered one by one by keyboard; teams and the approver read it. */
import { STATEMENT_STAGES, type StatementJson, type StatementStage } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import Input from 'antd/es/input';
import { type KeyboardEvent, useRef, useState } from 'react';
import { keepInOffice, useAddress, useChangeAddress } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { dayOf } from '../../shared/office/day-of';
import { type IssuedYear, WithIssuedYear } from '../../shared/office/issued-year';
import { NamedUnit } from '../../shared/office/named-unit';
import { useActing } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { isTyping, useFilterKey, useRowKeys } from '../../shared/tables/use-row-keys';
import { AnswerForm } from './answer-form';
import { isInUse, statementsRequest } from './requests';
import { StatementState } from './statement-state';
import './statements.css';

export function StatementsPage() {
  const { stage: asked } = useParams({ strict: false });
  const isUnit = useActing().acting.role === 'assessed-unit';
  if (isUnit) return <OnOwnPage />;
  return (
    <WithIssuedYear>
      {(issued) => {
        const inUse = STATEMENT_STAGES.filter((one) => isInUse(issued.overview, one));
        const stage = inUse.find((one) => one === asked);
        if (stage) return <Statements key={stage} issued={issued} stage={stage} inUse={inUse} />;
        const [first] = inUse;
        if (first === undefined) return <NotInUse />;
        return <Navigate to="/office/statements/$stage" params={{ stage: first }} search={keepInOffice} replace />;
      }}
    </WithIssuedYear>
  );
}

/** A unit states and reads its statements on its own page. */
function OnOwnPage() {
  const { t } = useTranslation();
  return (
    <>
      <div className="toolbar">
        <h1>{t('statements.nav')}</h1>
      </div>
      <p>
        {t('statements.ownPage')}{' '}
        <Link to="/office/unit" search={keepInOffice}>
          {t('statements.toOwnPage')}
        </Link>
      </p>
    </>
  );
}

function NotInUse() {
  const { t } = useTranslation();
  return (
    <>
      <div className="toolbar">
        <h1>{t('statements.nav')}</h1>
      </div>
      <p className="no-facts">{t('statements.notInUse')}</p>
    </>
  );
}

interface StatementsProps {
  readonly issued: IssuedYear;
  readonly stage: StatementStage;
  readonly inUse: readonly StatementStage[];
}

const keyOf = ({ unit, line }: StatementJson) => `${unit} ${line}`;

function Statements({ issued, stage, inUse }: StatementsProps) {
  const { t } = useTranslation();
  const { q = '' } = useAddress();
  const { data, error } = useQuery(statementsRequest(issued.year, stage));
  const order = useRef<string[]>([]);
  if (!data) return <Unread error={error} />;
  const ordered = inOrder(data.statements, order.current);
  order.current = ordered.map(keyOf);
  const waits = ordered.filter(({ state }) => state === 'submitted').length;
  return (
    <>
      <div className="toolbar">
        <h1>{t(`statements.lists.${stage}`)}</h1>
        {inUse.length > 1 && <StageTabs stage={stage} inUse={inUse} />}
        <UnitFilter />
        <span className="count" role="status">
          {t('statements.waiting', { waits, all: ordered.length })}
        </span>
      </div>
      {ordered.length === 0 ? (
        <p className="no-facts">{t(`statements.none.${stage}`)}</p>
      ) : (
        <div className="paper scroll">
          <Queue issued={issued} stage={stage} shown={ordered.filter(({ unit }) => unit.includes(q))} />
          <p className="key-hint">{t('statements.keys')}</p>
        </div>
      )}
    </>
  );
}

function UnitFilter() {
  const { t } = useTranslation();
  const { q = '' } = useAddress();
  const change = useChangeAddress();
  useFilterKey('#statement-filter', () => change({ q: undefined }));
  return (
    <Input
      id="statement-filter"
      className="statement-filter"
      type="search"
      placeholder={t('statements.filter')}
      aria-label={t('statements.filter')}
      value={q}
      onChange={({ target }) => change({ q: target.value || undefined })}
    />
  );
}

interface QueueProps {
  readonly issued: IssuedYear;
  readonly stage: StatementStage;
  readonly shown: readonly StatementJson[];
}

function Queue({ issued, stage, shown }: QueueProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  const keys = useRowKeys(setOpen);
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (isTyping(event.target)) return;
    // The same Enter must not press the button that gets the focus.
    if (event.key === 'Enter' && event.target instanceof HTMLTableRowElement) event.preventDefault();
    keys.onKeyDown(event);
  };
  const leave = (key: string) => {
    setOpen(undefined);
    keys.body.current?.querySelector<HTMLElement>(`tr[data-key="${key}"]`)?.focus();
  };
  /** On to the next that waits. */
  const answered = (key: string) => {
    const at = shown.findIndex((one) => keyOf(one) === key);
    const next = [...shown.slice(at + 1), ...shown.slice(0, at)].find(({ may }) => may.answer);
    if (next) setOpen(keyOf(next));
    else leave(key);
  };
  return (
    <table className="compact statement-list">
      <caption className="visually-hidden">{t(`statements.lists.${stage}`)}</caption>
      <QueueHead stage={stage} />
      <tbody ref={keys.body} onKeyDown={onKeyDown}>
        {shown.map((one, index) => (
          <StatementLine
            key={keyOf(one)}
            issued={issued}
            one={one}
            first={index === 0}
            onOpen={() => setOpen(open === keyOf(one) ? undefined : keyOf(one))}
          >
            {open === keyOf(one) && (
              <AnswerForm
                issued={issued}
                statement={one}
                onAnswered={() => answered(keyOf(one))}
                onClose={() => leave(keyOf(one))}
              />
            )}
          </StatementLine>
        ))}
      </tbody>
    </table>
  );
}

function QueueHead({ stage }: { readonly stage: StatementStage }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('statements.unit')}</th>
        <th scope="col" className="number">
          {t('statements.row')}
        </th>
        {stage === 'self-assessment' && (
          <th scope="col" className="number">
            {t('statements.deducted')}
          </th>
        )}
        <th scope="col">{t(`statements.text.${stage}`)}</th>
        <th scope="col" className="number">
          {t('statements.files')}
        </th>
        <th scope="col">{t('statements.statedAt')}</th>
        <th scope="col">{t('statements.state')}</th>
      </tr>
    </thead>
  );
}

/** What waits first, the longest first of all; a line that was shown stays in its place while the page is open. */
function inOrder(statements: readonly StatementJson[], before: readonly string[]): StatementJson[] {
  const place = (one: StatementJson) => {
    const known = before.indexOf(keyOf(one));
    if (known >= 0) return known;
    return before.length + (one.state === 'submitted' ? 0 : statements.length) + statements.indexOf(one);
  };
  return [...statements].sort((one, other) => place(one) - place(other));
}

function StageTabs({ stage, inUse }: Pick<StatementsProps, 'stage' | 'inUse'>) {
  const { t } = useTranslation();
  return (
    <nav className="statement-tabs" aria-label={t('statements.nav')}>
      {inUse.map((one) => (
        <Link
          key={one}
          to="/office/statements/$stage"
          params={{ stage: one }}
          search={keepInOffice}
          aria-current={one === stage ? 'page' : undefined}
        >
          {t(`statements.names.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

interface StatementLineProps {
  readonly issued: IssuedYear;
  readonly one: StatementJson;
  readonly first: boolean;
  readonly onOpen: () => void;
  readonly children: React.ReactNode;
}

function StatementLine({ issued, one, first, onOpen, children }: StatementLineProps) {
  const { t } = useTranslation();
  return (
    <>
      <tr data-key={keyOf(one)} tabIndex={first ? 0 : -1} onClick={onOpen}>
        <th scope="row">
          <NamedUnit scheme={issued.scheme} name={one.unit} />
        </th>
        <td className="number">{one.row}</td>
        {one.stage === 'self-assessment' && <td className="number">{one.deducted}</td>}
        <td lang="zh-CN" className="statement-text">
          {one.text || '–'}
        </td>
        <td className="number">{one.evidence.length}</td>
        <td className="day">{one.statedAt === null ? '–' : dayOf(one.statedAt)}</td>
        <td className="state">
          <StatementState state={one.state} />
        </td>
      </tr>
      {children && (
        <tr className="opened" aria-label={t('statements.opened', { row: one.row })}>
          <td />
          <td colSpan={6}>{children}</td>
        </tr>
      )}
    </>
  );
}
