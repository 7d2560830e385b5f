/**
 * What a rule asks for: its contribution to the item's score. A deduction is negative, an award positive, so the least end is
 * always the world in which every open fact goes against the unit.
 */
import { type DecimalText, formatExact, getNumber } from '../exact/decimal.js';
import { type Interval, point } from '../exact/interval.js';
import { compare, INFINITY, isBounded, least, most, multiply, negate, type Rational, ZERO } from '../exact/rational.js';
import { type Text, text } from '../wording/text.js';

export interface Asking {
  readonly contribution: Interval;
  /** True while a fact of the rule is not known. */
  readonly open: boolean;
  /** The arithmetic in words; made only when somebody reads it. */
  readonly why: () => Text;
}

/** What a rule does each time it applies: points deducted (the default) or awarded, or the whole item forfeited. */
export interface Effect {
  readonly effect?: 'deduct' | 'award' | undefined;
  readonly amount?: DecimalText | undefined;
  readonly forfeits?: 'item' | undefined;
}

/** What compiling a rule needs from where the rule stands. */
export interface RuleContext {
  readonly clause: string;
  /** Text to a number at the program's scale. */
  readonly lower: (decimal: DecimalText) => Rational;
}

/** The points of an effect each time, signed. A forfeit takes without bound; the item's floor holds it. */
export function pointsOf(effect: Effect, context: RuleContext): Rational {
  const points = effect.amount === undefined ? INFINITY : context.lower(effect.amount);
  return effect.effect === 'award' ? points : negate(points);
}

/** How often an effect applies: from the fewest to the most. */
export interface Times {
  readonly fewest: Rational;
  readonly most: Rational;
}

export function exactly(times: Rational): Times {
  return { fewest: times, most: times };
}

/** Signed points for each of so many times. */
export function contribute(points: Rational, times: Times): Interval {
  const few = multiply(points, times.fewest);
  const many = multiply(points, times.most);
  return { least: least(few, many), most: most(few, many) };
}

/** A contribution held within `cap` points either way (扣完N分为止, 最多得N分). */
export function capped(contribution: Interval, cap: Rational): Interval {
  const hold = (value: Rational) => least(most(value, negate(cap)), cap);
  return { least: hold(contribution.least), most: hold(contribution.most) };
}

export const NOTHING: Interval = point(ZERO);

/** What is not observed: nothing where the row is closed, anything up to so many times where it is open. */
export function unobserved(points: Rational, mostTimes: Rational, closed: boolean): Asking {
  return {
    contribution: contribute(points, { fewest: ZERO, most: closed ? ZERO : mostTimes }),
    open: !closed,
    why: () => (closed ? text('无问题', 'in order') : text('未核', 'not yet looked at')),
  };
}

/** An effect in words: points, or the item forfeited. */
export function effectText(effect: Effect): Text {
  if (effect.amount === undefined) return text('本项不得分', 'the item is forfeited');
  const points = formatExact(getNumber(effect.amount));
  return effect.effect === 'award' ? text(`得${points}`, `+${points}`) : text(`扣${points}`, `−${points}`);
}

/** So many times an amount in words: `3×0.5`; a forfeit has no amount to multiply. */
export function timesText(count: Rational, points: Rational): string {
  if (!isBounded(points)) return formatExact(count);
  const size = compare(points, ZERO) < 0 ? negate(points) : points;
  return `${formatExact(count)}×${formatExact(size)}`;
}
