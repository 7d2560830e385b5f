/** A scoring sentence on a unit's sheet: underlined in red with its amount where it deducts, marked where it is open. */
import { compare, formatExact, rational, type ScoredClause } from '@kaohe/scoring';
import { WhyLink } from '../../shared/address/why-link';
import { useTranslation } from '../../shared/language/i18n';
import { amountOf } from '../../shared/scores/format-score';
import { awardOf } from './awards';

interface ClauseMarkProps {
  readonly unit: string;
  readonly clause: ScoredClause;
}

/** Whether a clause certainly deducts once its group is settled. */
export function deducts(clause: ScoredClause): boolean {
  return compare(clause.counted.most, rational(0n)) < 0;
}

export function ClauseMark({ unit, clause }: ClauseMarkProps) {
  const { t } = useTranslation();
  const { id, quote } = clause.compiled.clause;
  const award = awardOf(clause);
  const lost = deducts(clause) || award?.isFull === false;
  const state = clause.notApplicable ? 'not-applicable' : lost ? 'lost' : clause.open ? 'open' : 'closed';
  const points = formatExact(amountOf(clause.counted).least);
  const amount = t('unit.deducted', { points });
  const given = award && t('unit.given', { given: award.given, of: award.of });
  const words = {
    lost: given ?? amount,
    open: t('unit.openRow'),
    closed: given ?? '',
    'not-applicable': t('unit.notApplicable'),
  }[state];
  return (
    <>
      <WhyLink
        target={{ unit, kind: 'clause', id }}
        label={words === '' ? quote : `${quote}（${words}）`}
        className={`clause ${state}`}
      >
        {quote}
      </WhyLink>
      {award && (
        <strong className={award.isFull ? 'mark' : 'mark short'} aria-hidden="true">
          {award.given}
          {!award.isFull && `/${award.of}`}
        </strong>
      )}
      {lost && !award && (
        <strong className="amount" aria-hidden="true">
          −{points}
        </strong>
      )}
      {state === 'open' && (
        <span className="open-sign" aria-hidden="true">
          ●
        </span>
      )}
    </>
  );
}
