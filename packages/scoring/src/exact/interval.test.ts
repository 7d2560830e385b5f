import { describe, expect, test } from 'vitest';
import { getNumber } from './decimal.js';
import { addIntervals, interval, isPoint, mapInterval, point, scaleInterval } from './interval.js';
import { compare, most, type Rational, rational, ZERO } from './rational.js';

const between = (least: string, high: string) => interval(getNumber(least), getNumber(high));
const equal = (a: Rational, b: string) => compare(a, getNumber(b)) === 0;

describe('interval', () => {
  test('two ends that are equal in value make a point, however they are written', () => {
    expect(isPoint(interval(rational(1n, 2n), rational(2n, 4n)))).toBe(true);
    expect(isPoint(point(getNumber('94.75')))).toBe(true);
    expect(isPoint(between('94.74', '94.75'))).toBe(false);
  });

  test('sums add the worst with the worst and the best with the best', () => {
    const total = addIntervals(between('-2', '0'), between('40', '40.5'));
    expect(equal(total.least, '38') && equal(total.most, '40.5')).toBe(true);
  });

  test('a rising function is applied at both ends', () => {
    const held = mapInterval(between('-3', '5'), (end) => most(end, ZERO));
    expect(equal(held.least, '0') && equal(held.most, '5')).toBe(true);
  });

  test('a part of the total is the interval times its weight', () => {
    const part = scaleInterval(between('74', '80'), getNumber('0.5'));
    expect(equal(part.least, '37') && equal(part.most, '40')).toBe(true);
  });
});
