/**
 * Exact rational numbers on bigint.
 * A result keeps the left operand's denominator whenever it divides, so a run whose amounts were lowered to a
 * program's scale stays on integers at that scale; only a value that is not on the grid widens it.
 */
export interface Rational {
  readonly n: bigint;
  /** Positive; zero only in the two infinities. */
  readonly d: bigint;
}

export const ZERO: Rational = Object.freeze({ n: 0n, d: 1n });
export const ONE: Rational = Object.freeze({ n: 1n, d: 1n });
/** An end that nothing bounds: open awards above, open deductions and forfeits below. */
export const INFINITY: Rational = Object.freeze({ n: 1n, d: 0n });

export function isBounded(a: Rational): boolean {
  return a.d !== 0n;
}

/** The number n/d as given, not reduced. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('a rational needs a denominator other than zero');
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** A whole number. */
export function whole(value: number | bigint): Rational {
  return { n: BigInt(value), d: 1n };
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

/** The same number in lowest terms. */
export function reduce(a: Rational): Rational {
  const divisor = greatestCommonDivisor(a.n, a.d);
  return divisor <= 1n ? a : { n: a.n / divisor, d: a.d / divisor };
}

/** The same number over the denominator `scale` where that is exact, in lowest terms where it is not. */
export function toScale(a: Rational, scale: bigint): Rational {
  if (!isBounded(a)) return a;
  const n = a.n * scale;
  return n % a.d === 0n ? { n: n / a.d, d: scale } : reduce(a);
}

export function add(a: Rational, b: Rational): Rational {
  // Nothing makes up for a forfeit: less than everything wins over more than anything.
  if (!isBounded(a)) return !isBounded(b) && b.n < 0n ? b : a;
  if (!isBounded(b)) return b;
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  return toScale({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }, a.d === 1n ? b.d : a.d);
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

/** a × b; nothing of an infinity is nothing. */
export function multiply(a: Rational, b: Rational): Rational {
  if (a.n === 0n || b.n === 0n) return ZERO;
  if (!isBounded(a) || !isBounded(b)) return { n: a.n < 0n === b.n < 0n ? 1n : -1n, d: 0n };
  return toScale({ n: a.n * b.n, d: a.d * b.d }, a.d);
}

/** a ÷ b; throws RangeError where b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return multiply(a, rational(b.d, b.n));
}

/** −1, 0 or 1 as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function least(a: Rational, b: Rational): Rational {
  return compare(b, a) < 0 ? b : a;
}

export function most(a: Rational, b: Rational): Rational {
  return compare(b, a) > 0 ? b : a;
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO);
}

/** The greatest whole number not above a. */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d;
  return a.n % a.d < 0n ? quotient - 1n : quotient;
}

/** The least whole number not below a. */
export function ceiling(a: Rational): bigint {
  return -floor(negate(a));
}
