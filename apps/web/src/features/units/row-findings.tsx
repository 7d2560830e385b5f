/** Under a criterion: what was found, the arithmetic, the amount, evidence and note of each sentence that deducts. */
import { clauseReason, compare, formatExact, isLost, type ObservedClause, type ScoredClause } from '@kaohe/scoring';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { amountOf } from '../../shared/scores/format-score';
import { awardOf } from './awards';
import { deducts } from './clause-mark';

interface RowFindingsProps {
  readonly clauses: readonly ScoredClause[];
  readonly observations: ReadonlyMap<string, ObservedClause>;
}

export function RowFindings({ clauses, observations }: RowFindingsProps) {
  const { t } = useTranslation();
  const told = clauses.filter((clause) => {
    const observed = observations.get(clause.compiled.clause.id);
    const short = awardOf(clause)?.isFull === false;
    return short || isLost(clause) || (clause.notApplicable && observed) || observed?.remarks.note;
  });
  const full = clauses.filter((clause) => awardOf(clause) && !told.includes(clause));
  return (
    <>
      {told.length > 0 && <Findings clauses={told} observations={observations} />}
      {full.length > 0 && (
        <details className="full-marks">
          <summary>{t('unit.fullMarks', { count: full.length })}</summary>
          <Findings clauses={full} observations={observations} />
        </details>
      )}
    </>
  );
}

function Findings({ clauses, observations }: RowFindingsProps) {
  return (
    <ul className="findings">
      {clauses.map((clause) => (
        <Finding
          key={clause.compiled.clause.id}
          clause={clause}
          observed={observations.get(clause.compiled.clause.id)}
        />
      ))}
    </ul>
  );
}

interface FindingProps {
  readonly clause: ScoredClause;
  readonly observed: ObservedClause | undefined;
}

function Finding({ clause, observed }: FindingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { note, evidence = [] } = observed?.remarks ?? {};
  const asked = amountOf(clause.counted).least;
  const applied = amountOf(clause.applied).least;
  const held = deducts(clause) && compare(asked, applied) !== 0;
  return (
    <li className={deducts(clause) || awardOf(clause)?.isFull === false ? 'lost' : undefined}>
      <span className="clause-number">{clause.compiled.clause.id.split('/')[1]}</span>
      <span>{clauseReason(clause)[language]}</span>
      {deducts(clause) && <strong className="lost-amount">{t('unit.deducted', { points: formatExact(asked) })}</strong>}
      {held && <span>{t('unit.held', { points: formatExact(applied) })}</span>}
      {note && <q lang="zh-CN">{note}</q>}
      {evidence.length > 0 && (
        <span className="evidence" lang="zh-CN">
          {t('unit.evidence', { list: evidence.join('、') })}
        </span>
      )}
    </li>
  );
}
