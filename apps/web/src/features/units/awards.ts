/** Marks given by judgement: how many of how many, told apart from deductions. */
import { compare, formatExact, getNumber, type ScoredClause } from '@kaohe/scoring';

export interface Award {
  readonly given: string;
  readonly of: string;
  readonly isFull: boolean;
}

/** The mark a clause was given, or undefined where it is no matter of marks or still open. */
export function awardOf({ compiled, counted, open, notApplicable }: ScoredClause): Award | undefined {
  const [rule] = compiled.clause.rules;
  if (rule?.kind !== 'judgement' || rule.effect !== 'award' || open || notApplicable) return undefined;
  const [, of] = rule.range;
  return { given: formatExact(counted.least), of, isFull: compare(counted.least, getNumber(of)) >= 0 };
}
