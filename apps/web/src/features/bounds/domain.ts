/** Which stretch of the line from zero to full marks is drawn: whole tenths around an interval. For drawing only. */
import type { Interval, Rational } from '@kaohe/scoring';
import { toPixels } from '../../shared/scores/format-score';

export interface Domain {
  readonly from: number;
  readonly to: number;
}

export function domainOf(total: Interval, fullMarks: Rational): Domain {
  const tenth = toPixels(fullMarks) / 10;
  const from = Math.max(0, Math.floor(toPixels(total.least) / tenth) * tenth);
  const to = Math.ceil(toPixels(total.most) / tenth) * tenth;
  return { from: to > from ? from : Math.max(0, from - tenth), to: to > from ? to : from + tenth };
}

/** Where a number lies in the domain, 0 to 1; outside it at the nearer end. */
export function placeIn({ from, to }: Domain, value: Rational): number {
  return Math.max(0, Math.min(1, (toPixels(value) - from) / (to - from)));
}
