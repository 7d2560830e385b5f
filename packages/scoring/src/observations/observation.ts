/** What a person states about one clause. An observation given is complete for its clause. */
import type { Rational } from '../exact/rational.js';

export type Observation =
  | { readonly kind: 'breached'; readonly breached: boolean }
  | { readonly kind: 'count'; readonly count: bigint }
  | { readonly kind: 'actual'; readonly actual: ReadonlyMap<string, Actual> }
  | { readonly kind: 'absent'; readonly occasions: readonly (readonly string[])[] }
  | { readonly kind: 'quantity'; readonly quantity: Measured }
  | { readonly kind: 'rung'; readonly rung: string }
  | { readonly kind: 'mark'; readonly mark: Rational; readonly reason: string }
  /** A whole count against a line: a five-year average, a quota. */
  | { readonly kind: 'against'; readonly count: bigint; readonly line: Rational }
  | { readonly kind: 'terms'; readonly values: ReadonlyMap<string, Measured> }
  | { readonly kind: 'not-applicable'; readonly reason?: string };

/** How often something was done: in the year, by period, or by zone. */
export type Actual = bigint | ReadonlyMap<string, bigint> | readonly (bigint | ReadonlyMap<string, bigint>)[];

/** A value in the quantity's unit, the two numbers of a ratio, or a value and what it is compared with. */
export type Measured =
  | { readonly kind: 'value'; readonly value: Rational }
  | { readonly kind: 'ratio'; readonly numerator: Rational; readonly denominator: Rational }
  | { readonly kind: 'compared'; readonly value: Rational; readonly baseline: Rational };

/** Beside an observation, for people: it takes no part in the score. */
export interface Remarks {
  readonly note?: string;
  readonly evidence: readonly string[];
}
