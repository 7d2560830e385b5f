/** Totals that stand at a grade limit: within half a point of it, or with an interval that spans it. */
import { compare, type Interval, type Program, type Rational } from '@kaohe/scoring';
import { difference } from './format-score';

const HALF: Rational = { n: 1n, d: 2n };
const LESS_HALF: Rational = { n: -1n, d: 2n };

/** Whether the total lies at one of the scheme's limits. */
export function atEdge(bands: Program['bands'], total: Interval): boolean {
  return bands.some(({ from }) => {
    if (!from) return false;
    const below = compare(difference(total.least, from), HALF) <= 0;
    const above = compare(difference(total.most, from), LESS_HALF) >= 0;
    return below && above;
  });
}
