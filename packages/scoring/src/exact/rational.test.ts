import { describe, expect, test } from 'vitest';
import { formatExact, getNumber } from './decimal.js';
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  greatestCommonDivisor,
  least,
  leastCommonMultiple,
  most,
  multiply,
  negate,
  ONE,
  rational,
  reduce,
  subtract,
  sum,
  toScale,
  whole,
  ZERO,
} from './rational.js';

const half = rational(1n, 2n);
const third = rational(1n, 3n);

describe('rational', () => {
  test('a denominator below zero moves its sign into the numerator', () => {
    expect(rational(1n, -2n)).toEqual({ n: -1n, d: 2n });
    expect(rational(-1n, -2n)).toEqual({ n: 1n, d: 2n });
  });

  test('a denominator of zero is a broken invariant and is thrown', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
  });

  test('a number is kept as given until somebody reduces it', () => {
    expect(rational(2n, 4n)).toEqual({ n: 2n, d: 4n });
    expect(reduce(rational(2n, 4n))).toEqual({ n: 1n, d: 2n });
    expect(reduce(rational(-6n, 4n))).toEqual({ n: -3n, d: 2n });
    expect(reduce(rational(0n, 7n))).toEqual({ n: 0n, d: 1n });
  });

  test('the greatest common divisor ignores signs and takes the other number beside zero', () => {
    expect(greatestCommonDivisor(-12n, 18n)).toBe(6n);
    expect(greatestCommonDivisor(0n, 5n)).toBe(5n);
    expect(greatestCommonDivisor(0n, 0n)).toBe(0n);
    expect(leastCommonMultiple(4n, 6n)).toBe(12n);
  });

  test('a tenth and two tenths make exactly three tenths', () => {
    const total = add(rational(1n, 10n), rational(2n, 10n));
    expect(compare(total, rational(3n, 10n))).toBe(0);
  });

  test('a sum keeps the left denominator wherever the right number is on its grid', () => {
    expect(add(rational(5n, 10n), half)).toEqual({ n: 10n, d: 10n });
    expect(add(whole(1), half)).toEqual({ n: 3n, d: 2n });
    expect(add(rational(5n, 10n), third)).toEqual({ n: 5n, d: 6n });
  });

  test('a third is on no grid of tenths, so toScale gives it in lowest terms', () => {
    expect(toScale(half, 10n)).toEqual({ n: 5n, d: 10n });
    expect(toScale(rational(2n, 6n), 10n)).toEqual({ n: 1n, d: 3n });
  });

  test('subtracting, multiplying and dividing are exact', () => {
    expect(formatExact(subtract(half, third))).toBe('1/6');
    expect(formatExact(multiply(rational(166n, 1000n), whole(180)))).toBe('29.88');
    expect(formatExact(divide(whole(85), whole(3)))).toBe('85/3');
    expect(formatExact(divide(whole(-1), whole(-2)))).toBe('0.5');
  });

  test('comparing tells apart numbers that differ in the thirtieth digit', () => {
    const close = rational(35n * 10n ** 27n - 1n, 10n ** 30n);
    expect(compare(close, rational(35n, 1000n))).toBe(-1);
    expect(compare(rational(35n, 1000n), close)).toBe(1);
    expect(compare(rational(2n, 4n), half)).toBe(0);
  });

  test('minus zero equals zero', () => {
    expect(compare(negate(ZERO), ZERO)).toBe(0);
    expect(formatExact(negate(ZERO))).toBe('0');
  });

  test('least and most keep the first of two equal numbers', () => {
    const other = rational(2n, 4n);
    expect(least(half, other)).toBe(half);
    expect(most(half, other)).toBe(half);
    expect(least(half, third)).toBe(third);
    expect(most(third, half)).toBe(half);
  });

  test('the sum of nothing is zero', () => {
    expect(sum([])).toEqual(ZERO);
    expect(formatExact(sum([half, third, rational(1n, 6n)]))).toBe('1');
  });

  test.each([
    ['3/2', 1n, 2n],
    ['-3/2', -2n, -1n],
    ['4/2', 2n, 2n],
    ['-4/2', -2n, -2n],
    ['0', 0n, 0n],
    ['1/100', 0n, 1n],
    ['-1/100', -1n, 0n],
  ])('the whole numbers around %s are its floor %s and its ceiling %s', (number, below, above) => {
    expect(floor(getNumber(number))).toBe(below);
    expect(ceiling(getNumber(number))).toBe(above);
  });
});
