/** Competition ranking within a sheet: ties share a rank, vetoed units have none. With intervals, the ranks still possible. */
import type { Interval } from '../exact/interval.js';
import { compare } from '../exact/rational.js';

export interface Ranked {
  readonly total: Interval;
  /** `yes`: certainly vetoed, takes no rank. `possible`: may still leave the ranking. */
  readonly vetoed: 'yes' | 'possible' | 'no';
}

export interface RankRange {
  readonly least: number;
  readonly most: number;
}

/** The best and the worst rank each entry can take, or undefined for a vetoed one; in the order given. */
export function rank(entries: readonly Ranked[]): (RankRange | undefined)[] {
  return entries.map((entry) => {
    if (entry.vetoed === 'yes') return undefined;
    const others = entries.filter((other) => other !== entry && other.vetoed !== 'yes');
    const above = others.filter((other) => other.vetoed === 'no' && compare(other.total.least, entry.total.most) > 0);
    const mayBeAbove = others.filter((other) => compare(other.total.most, entry.total.least) > 0);
    return { least: 1 + above.length, most: 1 + mayBeAbove.length };
  });
}
