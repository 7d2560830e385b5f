/** One statement opened by its unit: what was answered, what is at stake, and the form while it may still be stated. */
import type { StatementDetail, StatementJson } from '@kaohe/api-contract';
import type { Scheme } from '@kaohe/scoring';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import { dayOf } from '../../shared/office/day-of';
import { Refusal } from '../../shared/office/refusal';
import { Unread } from '../../shared/office/unread';
import { useWork } from '../../shared/office/use-work';
import { type StatementPlace, statementRequest, statementsRequest, withdrawAppeal, withStatement } from './requests';
import { StakeLine } from './stake-line';
import { ShownFiles } from './statement-files';
import { StatementForm } from './statement-form';

interface OpenedStatementProps {
  readonly place: StatementPlace;
  readonly scheme: Scheme;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

export function OpenedStatement({ place, scheme, onSent, onClose }: OpenedStatementProps) {
  const { t } = useTranslation();
  const keep = useKeepStatement(place);
  const { data, error } = useQuery(statementRequest(place));
  if (!data) return <Unread error={error} />;
  return (
    <>
      {place.stage === 'appeal' && <StakeLine stake={data.stake} scheme={scheme} />}
      <GivenAnswer statement={data} />
      {data.state === 'withdrawn' && data.may.write && <p className="count">{t('statements.withdrawnHint')}</p>}
      {data.may.write ? (
        <StatementForm
          key={data.version}
          place={place}
          statement={data}
          onCancel={onClose}
          onSent={(changed) => {
            keep(changed);
            onSent();
          }}
        />
      ) : (
        <>
          <Stated year={place.year} statement={data} />
          <Button onClick={onClose}>{t('statements.close')}</Button>
        </>
      )}
      {data.may.withdraw && <Withdrawing place={place} statement={data} onWithdrawn={keep} />}
    </>
  );
}

interface WithdrawingProps {
  readonly place: StatementPlace;
  readonly statement: StatementDetail;
  readonly onWithdrawn: (changed: StatementDetail) => void;
}

function Withdrawing({ place, statement, onWithdrawn }: WithdrawingProps) {
  const { t } = useTranslation();
  const { busy, error, run } = useWork();
  const withdraw = () => run(async () => onWithdrawn(await withdrawAppeal(place, statement.version)));
  return (
    <div className="withdrawing">
      <Button disabled={busy} onClick={() => void withdraw()}>
        {t('statements.withdraw')}
      </Button>
      <span className="count">{t('statements.withdrawHint')}</span>
      <Refusal error={error} />
    </div>
  );
}

/** Puts a changed statement where the pages look for it. */
export function useKeepStatement({ year, stage }: Pick<StatementPlace, 'year' | 'stage'>) {
  const queries = useQueryClient();
  return (changed: StatementDetail) => {
    const place = { year, stage, unit: changed.unit, line: changed.line };
    queries.setQueryData(statementRequest(place).queryKey, changed);
    queries.setQueryData(statementsRequest(year, stage).queryKey, (list) => withStatement(list as never, changed));
    void queries.invalidateQueries({ queryKey: ['office', year, 'todo'] });
  };
}

export function GivenAnswer({ statement }: { readonly statement: StatementJson }) {
  const { t } = useTranslation();
  const { state, reason, finding, answeredAt } = statement;
  if (answeredAt === null) return null;
  const label = state === 'submitted' ? t('statements.lastAnswer') : t(`statements.states.${state}`);
  return (
    <p className="given-answer">
      <strong>{label}</strong> <span lang="zh-CN">{reason}</span>
      {finding !== null && (
        <>
          {' '}
          <strong>{t('statements.finding')}</strong> <span lang="zh-CN">{finding}</span>
        </>
      )}{' '}
      <small>{dayOf(answeredAt)}</small>
    </p>
  );
}

/** What a unit said, for whoever reads it. */
export function Stated({ year, statement }: { readonly year: string; readonly statement: StatementJson }) {
  return (
    <p className="stated">
      <span lang="zh-CN">{statement.text}</span> <ShownFiles year={year} files={statement.evidence} />
    </p>
  );
}
