/** Competition ranking within a sheet: ties share a rank, vetoed units have none. With intervals, the ranks still possible. */
import type { Interval } from '../exact/interval.js';
import { compare, type Rational } from '../exact/rational.js';

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
  const inRanking = entries.filter(({ vetoed }) => vetoed !== 'yes');
  const sureLeasts = sorted(inRanking.filter(({ vetoed }) => vetoed === 'no').map(({ total }) => total.least));
  const mosts = sorted(inRanking.map(({ total }) => total.most));
  return entries.map(({ total, vetoed }) => {
    if (vetoed === 'yes') return undefined;
    // An open total may lie above its own least; it is not above itself.
    const itself = compare(total.most, total.least) > 0 ? 1 : 0;
    return { least: 1 + countAbove(sureLeasts, total.most), most: 1 + countAbove(mosts, total.least) - itself };
  });
}

const sorted = (values: readonly Rational[]): Rational[] => [...values].sort(compare);

/** How many of the ascending values are greater. */
function countAbove(ascending: readonly Rational[], value: Rational): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(ascending[middle] as Rational, value) > 0) high = middle;
    else low = middle + 1;
  }
  return ascending.length - low;
}
