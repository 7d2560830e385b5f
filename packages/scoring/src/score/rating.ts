/** A rating form converted: 总得分 × coefficient, rounded as the scheme says. */
import { type Interval, mapInterval, point } from '../exact/interval.js';
import { compare, multiply, type Rational, rational, sum as total, whole, ZERO } from '../exact/rational.js';
import { roundHalfUp } from '../exact/round.js';
import type { BallotCount } from '../facts/facts.js';
import type { FormProgram } from '../scheme/program.js';

export interface ScoredRating {
  readonly form: FormProgram;
  readonly count?: BallotCount | undefined;
  /** Sum of the ballots; all of the scale is possible while none is counted. */
  readonly sum: Interval;
  /** What the sum is multiplied by, the reading of missing ballots included. */
  readonly factor: Rational;
  readonly converted: Interval;
  readonly score: Interval;
}

/** The converted score of one unit on one form. */
export function scoreRating(form: FormProgram, count: BallotCount | undefined): ScoredRating {
  const counted = form.raters - BigInt(2 * form.trim);
  const sum = count ? point(trimmedSum(form, count)) : { least: ZERO, most: multiply(form.scale, whole(counted)) };
  const factor = conversionFactor(form, count);
  const converted = mapInterval(sum, (end) => multiply(end, factor));
  const digits = form.form.rounding;
  const score = digits === undefined ? converted : mapInterval(converted, (end) => roundHalfUp(end, Number(digits)));
  return { form, count, sum, factor, converted, score };
}

/** The sum without the highest and the lowest ballots, as many at each end as the scheme says. */
function trimmedSum({ trim }: FormProgram, count: BallotCount): Rational {
  if (trim === 0 || !count.marks) return count.sum;
  const ordered = [...count.marks].sort(compare);
  return total(ordered.slice(trim, Math.max(trim, ordered.length - trim)));
}

/** Missing ballots: the plain sum, or the coefficient over the ballots received (a reading). */
function conversionFactor(form: FormProgram, count: BallotCount | undefined): Rational {
  if (!count || form.form.missing === 'plain-sum') return form.coefficient;
  const trimmed = BigInt(2 * form.trim);
  return multiply(form.coefficient, rational(form.raters - trimmed, count.ballots - trimmed));
}
