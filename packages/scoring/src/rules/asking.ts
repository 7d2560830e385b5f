/**
 * What a rule asks for: its contribution to the item's score. A deduction is a negative contribution, so the least end
 * is the world in which every open fact goes against the unit.
 */

import type { DecimalText } from '../exact/decimal.js';
import { formatExact, getNumber } from '../exact/decimal.js';
import { multiply, negate, type Rational, ZERO } from '../exact/rational.js';
import type { Text } from '../wording/text.js';

/** `least: null` where nothing in the rule bounds the deduction. */
export interface Contribution {
  readonly least: Rational | null;
  readonly most: Rational;
}

export interface Asking {
  readonly contribution: Contribution;
  /** True while a fact of the rule is not known. */
  readonly open: boolean;
  /** The arithmetic in words; made only when somebody reads it. */
  readonly why: () => Text;
}

/** What a rule does when it applies: points deducted, or the whole item forfeited. */
export interface Effect {
  readonly amount?: DecimalText | undefined;
  readonly forfeits?: 'item' | undefined;
}

/** The points an effect takes each time, positive. A forfeit takes the item's full marks; the item's floor does the rest. */
export function pointsOf(effect: Effect, context: RuleContext): Rational {
  return effect.amount === undefined ? context.forfeitPoints : context.lower(effect.amount);
}

/** What compiling a rule needs from where the rule stands. */
export interface RuleContext {
  readonly clause: string;
  /** Text to a number at the program's scale. */
  readonly lower: (decimal: DecimalText) => Rational;
  /** Full marks of the item the rule can forfeit. */
  readonly forfeitPoints: Rational;
}

/** How often an effect applies: `most: null` where nothing bounds it. */
export interface Times {
  readonly least: Rational;
  readonly most: Rational | null;
}

/** A deduction of `points` for each of `times`. */
export function deduct(points: Rational, times: Times): Contribution {
  return {
    least: times.most === null ? null : negate(multiply(points, times.most)),
    most: negate(multiply(points, times.least)),
  };
}

/** A contribution with its deduction capped at `cap` points. */
export function capped(contribution: Contribution, cap: Rational): Contribution {
  const floor = negate(cap);
  const raise = (value: Rational) => (value.n * floor.d < floor.n * value.d ? floor : value);
  return { least: contribution.least === null ? floor : raise(contribution.least), most: raise(contribution.most) };
}

export const NOTHING: Contribution = { least: ZERO, most: ZERO };

/** An effect in words: `2` points, or the item forfeited. */
export function effectText(effect: Effect): Text {
  if (effect.amount === undefined) return { zh: '本项不得分', en: 'the item is forfeited' };
  const points = formatExact(getNumber(effect.amount));
  return { zh: `扣${points}`, en: `−${points}` };
}
