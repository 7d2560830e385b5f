/** What the translation of a rule needs from where it stands, and the ways in which points are multiplied. */
import type { Rule, Severity } from '@kaohe/scoring';
import { type Expression, type GridCell, largest, type Operand, same, smallest, times, when } from './expression.js';
import { ENDLESS, MINUS_INFINITY, PLUS_INFINITY, scaled } from './scale.js';

export interface RuleContext {
  readonly scale: number;
  /** What every amount of the unit is multiplied by, where its facts bring denominators of their own. */
  readonly common: Operand;
  /** What the weights of the sheet's parts divide by: every contribution stays a multiple of it. */
  readonly weight: number;
  /** 1 where the row was looked at. */
  readonly closed: GridCell;
  readonly input: (key: string) => GridCell;
  readonly decimals: (key: string) => number;
  readonly talks: (by: readonly string[] | undefined) => { readonly known: GridCell; readonly count: Expression };
  /** The same context with the indicator's cells for inputs. */
  readonly indicator: (name: string) => RuleContext;
  readonly events: (level: Severity, responsibleOnly: boolean) => Expression;
  /** In the rule's own row: how often it applies, at the fewest and at the most. */
  readonly own: (fewest: Operand, most: Operand) => readonly [GridCell, GridCell];
  /** A line of its own beneath the rule. */
  readonly line: (label: string, first: Operand, second?: Operand) => readonly [GridCell, GridCell];
  /** A denominator that the unit's common one must hold. */
  readonly denominator: (cell: GridCell) => void;
  /** A range over inputs that stand beneath each other. */
  readonly inputs: (keys: readonly string[]) => Expression;
}

export interface Asked {
  /** What the rule asks for in the worst and in the best world, negative for a deduction. */
  readonly least: Expression;
  readonly most: Expression;
  /** What stands beside it: the quantities it was worked out of. */
  readonly shown?: readonly [first: Operand, second: Operand];
}

export interface Effect {
  readonly effect?: 'deduct' | 'award' | undefined;
  readonly amount?: string | undefined;
}

/** Signed points at the scale; a forfeit takes without bound. */
export function pointsOf(effect: Effect, scale: number): number {
  if (effect.amount === undefined) return MINUS_INFINITY;
  const points = scaled(effect.amount, scale);
  return effect.effect === 'award' || points === 0 ? points : -points;
}

export const isForfeit = (points: number): boolean => points === MINUS_INFINITY || points === PLUS_INFINITY;

/** A number of points as the unit counts them. */
export function amount(points: number, { common }: Pick<RuleContext, 'common'>): Expression {
  return isForfeit(points) ? times(points, 1) : times(points, common);
}

/** Points for so many times; `∞` times anything is without bound. */
export function multiplied(points: number, count: Operand, context: Pick<RuleContext, 'common'>): Expression {
  if (points === 0) return times(0, 1);
  const endless = points < 0 ? MINUS_INFINITY : PLUS_INFINITY;
  if (isForfeit(points)) return when(same(count, 0), 0, endless);
  const exact = times(times(points, count), context.common);
  return mayBeEndless(count) ? when(same(count, ENDLESS), endless, exact) : exact;
}

/** Only a cell may hold the sign. */
function mayBeEndless(count: Operand): boolean {
  return typeof count === 'object' && ('address' in count || count.kind === 'cell');
}

/** Points for a number of times that is known, or lies between two. */
export function contributed(
  effect: Effect,
  counts: { readonly fewest: Operand; readonly most: Operand },
  context: RuleContext,
): Asked {
  const points = pointsOf(effect, context.scale);
  const [few, many] = [multiplied(points, counts.fewest, context), multiplied(points, counts.most, context)];
  return points < 0 ? { least: many, most: few } : { least: few, most: many };
}

/** So many times: what the cells say where something is stated, else nothing in a closed row and up to `most` in an open one. */
export function counts(
  stated: Expression,
  count: Operand,
  { context, most }: { readonly context: RuleContext; readonly most: number | string },
): { readonly fewest: Expression; readonly most: Expression } {
  return {
    fewest: when(stated, count, 0),
    most: when(stated, count, when(same(context.closed, 1), 0, most)),
  };
}

/** What was asked, held under the rule's own cap. */
export function capped(asked: Asked, rule: Rule, context: RuleContext): Asked {
  if (rule.cap === undefined) return asked;
  const cap = scaled(rule.cap, context.scale);
  const hold = (value: Expression) => largest(amount(-cap, context), smallest(amount(cap, context), value));
  return { ...asked, least: hold(asked.least), most: hold(asked.most) };
}

export const isClosed = ({ closed }: RuleContext): Expression => same(closed, 1);
