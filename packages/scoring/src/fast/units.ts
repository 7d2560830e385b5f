/** Exact rationals as whole numbers of 32 bits over a scale, or nothing where they are none. */
import { isBounded, type Rational } from '../exact/rational.js';

/** value × scale where that is a whole number a lane can hold; undefined otherwise. */
export function unitsOf(value: Rational, scale: bigint | number): number | undefined {
  if (!isBounded(value)) return undefined;
  const scaled = value.n * BigInt(scale);
  if (scaled % value.d !== 0n) return undefined;
  const units = Number(scaled / value.d);
  return Math.abs(units) <= 0x7fffffff ? units : undefined;
}

/** The least whole number of units that is not below the value: `units < this` is `score < value`. */
export function leastUnits(value: Rational, scale: bigint | number): number | undefined {
  const scaled = value.n * BigInt(scale);
  const up = scaled > 0n ? (scaled + value.d - 1n) / value.d : scaled / value.d;
  const units = Number(up);
  return Math.abs(units) <= 0x7fffffff ? units : undefined;
}
