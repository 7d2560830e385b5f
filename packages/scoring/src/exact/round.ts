/** The one door for rounding. Opened only where a scheme names a stage and a number of digits. */
import { floor, type Rational, rational } from './rational.js';

/**
 * Rounds half up (四舍五入): the nearest number with `digits` decimals, a tie away from zero on the positive side.
 * Scores that are rounded are never negative.
 */
export function roundHalfUp(value: Rational, digits: number): Rational {
  const shift = 10n ** BigInt(digits);
  const doubled = rational(2n * value.n * shift + value.d, 2n * value.d);
  return rational(floor(doubled), shift);
}
