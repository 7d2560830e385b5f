/** A quota on the top grade: of the units ranked, only so many may have it; the rest have the grade below. */
import { getNumber } from '../exact/decimal.js';
import { floor, multiply, rational, whole } from '../exact/rational.js';
import type { Program } from '../scheme/program.js';
import type { RankRange } from './ranking.js';

/** Where a unit stands among those ranked with it. */
export interface Standing {
  /** Absent for a unit that takes no rank. */
  readonly rank: RankRange | undefined;
  /** Units certainly ranked, and those that may be. */
  readonly ranked: { readonly least: number; readonly most: number };
}

/** The grades a unit can still have once the quota is applied. */
export function withinQuota(
  program: Program,
  grades: readonly string[],
  { rank, ranked }: Standing,
): readonly string[] {
  const [top, next] = program.bands;
  const quota = top?.quota;
  if (!top || !next || quota === undefined || !grades.includes(top.grade)) return grades;
  if (rank && rank.most <= places(quota, ranked.least)) return grades;
  // A unit without a rank takes no place: a veto never lifts it past the quota.
  const kept =
    !rank || rank.least > places(quota, ranked.most) ? grades.filter((grade) => grade !== top.grade) : grades;
  const order = program.bands.map((band) => band.grade);
  return order.filter((grade) => kept.includes(grade) || grade === next.grade);
}

/** How many may have the grade: a share rounds down. */
function places(quota: string, units: number): number {
  if (!quota.endsWith('%')) return Number(quota);
  const share = multiply(getNumber(quota.slice(0, -1)), rational(1n, 100n));
  return Number(floor(multiply(share, whole(units))));
}
