/**
 * A score as far as it is known: `least` is guaranteed, `most` is possible.
 * The two ends are the two extreme worlds: in the first every open fact goes against the unit, in the second for it.
 */
import { add, compare, multiply, type Rational } from './rational.js';

export interface Interval {
  readonly least: Rational;
  readonly most: Rational;
}

export function interval(least: Rational, most: Rational): Interval {
  return { least, most };
}

export function point(value: Rational): Interval {
  return { least: value, most: value };
}

export function isPoint(value: Interval): boolean {
  return compare(value.least, value.most) === 0;
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { least: add(a.least, b.least), most: add(a.most, b.most) };
}

/** Applies a non-decreasing function at both ends. */
export function mapInterval(value: Interval, rising: (end: Rational) => Rational): Interval {
  return { least: rising(value.least), most: rising(value.most) };
}

/** The interval times a factor that is not negative. */
export function scaleInterval(value: Interval, factor: Rational): Interval {
  return mapInterval(value, (end) => multiply(end, factor));
}
