// A measured quantity: its value in the unit, a ratio, or how far a value lies above what it is compared with.

import { divide, type Fraction, fraction, most, multiply, parse, subtract, zero } from './fraction.js';
import { type Branch, branch, text } from './tree.js';

/** Undefined where nothing is given. Of a ratio: numerator ÷ denominator × per. */
export function measured(quantity: Branch, seen: Branch): Fraction | undefined {
  if (seen.value !== undefined) {
    const value = parse(text(seen.value));
    return quantity.baseline === undefined ? value : percentAbove(value, parse(text(seen.baseline)));
  }
  if (seen.numerator === undefined) return undefined;
  const ratio = divide(parse(text(seen.numerator)), parse(text(seen.denominator)));
  return multiply(ratio, parse(text(quantity.per ?? '1')));
}

/** 超出几个百分点: per cent of the baseline; 0 where the value is not above it. */
function percentAbove(value: Fraction, baseline: Fraction): Fraction {
  const above = most(zero, subtract(value, baseline));
  return above.top === 0n ? zero : multiply(divide(above, baseline), fraction(100n));
}

/** The least and the most a quantity can be: a percentage of a whole ends at 100, nothing else ends. */
export function rangeOf(quantity: Branch): { readonly least: Fraction; readonly most: Fraction | undefined } {
  const isShare = quantity.unit === '%' && quantity.baseline === undefined;
  return { least: zero, most: isShare ? fraction(100n) : undefined };
}

export function quantityOf(rule: Branch): Branch {
  return branch(rule.quantity);
}
