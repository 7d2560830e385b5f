/** Scores as text with a fixed number of decimals, straight from the exact number. */
import { decimalPlaces, formatExact, type Interval, isPoint, type Rational, roundHalfUp, sum } from '@kaohe/scoring';

/** More decimals than this are shown rounded and marked ≈. */
const MOST_DECIMALS = 4;

/** `95.00`; more decimals where the number needs them; `≈79.8768` where no short decimal is exact. */
export function formatFixed(value: Rational, digits: number): string {
  if (!isBounded(value)) return formatExact(value);
  const places = decimalPlaces(value);
  if (places === undefined || places > MOST_DECIMALS)
    return `≈${pad(formatExact(roundHalfUp(value, MOST_DECIMALS)), MOST_DECIMALS)}`;
  return pad(formatExact(value), digits);
}

function pad(exact: string, digits: number): string {
  const [whole = '', decimals = ''] = exact.split('.');
  const filled = decimals.padEnd(digits, '0');
  return filled === '' ? whole : `${whole}.${filled}`;
}

/** What is open may take without bound; such an end has no decimals. */
function isBounded({ d }: Rational): boolean {
  return d !== 0n;
}

/** `86.00–91.50`, or one number when both ends are the same. */
export function formatScore(value: Interval, digits: number): string {
  const least = formatFixed(value.least, digits);
  return isPoint(value) ? least : `${least}–${formatFixed(value.most, digits)}`;
}

/** The decimals a column needs so that all its numbers line up. */
export function decimalsOf(values: readonly Interval[], atLeast: number): number {
  const ends = values.flatMap(({ least, most }) => [least, most]).filter(isBounded);
  const places = ends.map((end) => decimalPlaces(end) ?? 0);
  return places.reduce((widest, one) => Math.max(widest, Math.min(one, MOST_DECIMALS)), atLeast);
}

/** For the width of a bar only: never for a number that is read. */
export function toPixels(value: Rational): number {
  return Number(value.n) / Number(value.d);
}

/** Also of a forfeit without bound, which no call to `rational` would make. */
function negative({ n, d }: Rational): Rational {
  return { n: -n, d };
}

export function difference(a: Rational, b: Rational): Rational {
  return sum([a, negative(b)]);
}

/** Full marks less a score: what is lost at most comes first in the world of the least score. */
export function lostOf(fullMarks: Rational, score: Interval): Interval {
  return { least: difference(fullMarks, score.most), most: difference(fullMarks, score.least) };
}

/** A deduction as a positive amount. */
export function amountOf(deduction: Interval): Interval {
  return { least: negative(deduction.most), most: negative(deduction.least) };
}
