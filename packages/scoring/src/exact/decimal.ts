/** Decimal text ↔ exact rational; nothing here passes through a float. */
import { isBounded, leastCommonMultiple, type Rational, rational, reduce } from './rational.js';

/** A decimal (`"0.5"`) or fraction (`"1/6"`) as text. */
export type DecimalText = string;

const DECIMAL = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/;
const FRACTION = /^(-?\d{1,30})\/(\d{1,30})$/;

/** The number a decimal (`"0.5"`) or a fraction (`"1/6"`) writes, or undefined where the text is neither. */
export function findNumber(text: string): Rational | undefined {
  const fraction = FRACTION.exec(text);
  if (fraction?.[1] && fraction[2]) {
    const d = BigInt(fraction[2]);
    return d === 0n ? undefined : rational(BigInt(fraction[1]), d);
  }
  const decimal = DECIMAL.exec(text);
  if (!decimal?.[2]) return undefined;
  const digits = decimal[3] ?? '';
  const magnitude = BigInt(decimal[2] + digits);
  return rational(decimal[1] === '-' ? -magnitude : magnitude, 10n ** BigInt(digits.length));
}

/** The number a decimal or fraction writes; throws where it writes none (for text that was checked before). */
export function getNumber(text: string): Rational {
  const number = findNumber(text);
  if (number === undefined) throw new TypeError(`not a decimal: ${text}`);
  return number;
}

/** Digits after the point that write the number exactly, or undefined where no finite decimal does. */
export function decimalPlaces(value: Rational): number | undefined {
  if (!isBounded(value)) return undefined;
  let { d } = reduce(value);
  let twos = 0;
  let fives = 0;
  for (; d % 2n === 0n; d /= 2n) twos += 1;
  for (; d % 5n === 0n; d /= 5n) fives += 1;
  return d === 1n ? Math.max(twos, fives) : undefined;
}

/** The shortest exact text (`∞` where nothing bounds it): a decimal (`94.75`), or a fraction in lowest terms (`85/3`) where no decimal is exact. */
export function formatExact(value: Rational): string {
  if (!isBounded(value)) return value.n < 0n ? '-∞' : '∞';
  const places = decimalPlaces(value);
  if (places === undefined) {
    const { n, d } = reduce(value);
    return `${n}/${d}`;
  }
  const scaled = (value.n * 10n ** BigInt(places)) / value.d;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const split = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
  return scaled < 0n ? `-${text}` : text;
}

/** The least denominator that holds every one of the numbers. */
export function commonScale(values: Iterable<Rational>): bigint {
  let scale = 1n;
  for (const value of values) scale = leastCommonMultiple(scale, reduce(value).d);
  return scale;
}
