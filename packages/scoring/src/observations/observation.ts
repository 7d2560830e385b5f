/** What a person states about one clause. An observation given is complete for its clause. */
import type { Rational } from '../exact/rational.js';

export type Observation =
  | { readonly kind: 'breached'; readonly breached: boolean }
  | { readonly kind: 'count'; readonly count: bigint }
  | { readonly kind: 'actual'; readonly actual: ReadonlyMap<string, Actual> }
  | { readonly kind: 'absent'; readonly occasions: readonly (readonly string[])[] }
  | { readonly kind: 'quantity'; readonly quantity: Measured }
  | { readonly kind: 'rung'; readonly rung: string }
  | { readonly kind: 'not-applicable'; readonly reason?: string };

/** How often something was done: in the year, by period, or by zone. */
export type Actual = bigint | ReadonlyMap<string, bigint> | readonly (bigint | ReadonlyMap<string, bigint>)[];

/** A value in the quantity's unit, or the two numbers of a ratio. */
export type Measured = { readonly value: Rational } | { readonly numerator: Rational; readonly denominator: Rational };

/** Beside an observation, for people: it takes no part in the score. */
export interface Remarks {
  readonly note?: string;
  readonly evidence: readonly string[];
}
