/**
 * A rule as slots and what to do with them. How a fact becomes a slot is asked of the rule itself: the same rule with
 * one point as its amount asks how many times it applies, so that no arithmetic of a kind is written twice.
 */
import { getNumber } from '../exact/decimal.js';
import {
  isBounded,
  most as larger,
  negate,
  type Rational,
  rational,
  least as smaller,
  ZERO,
} from '../exact/rational.js';
import { pointsOf, type RuleContext } from '../rules/asking.js';
import type { CompiledRule, Registers } from '../rules/compiled.js';
import type { Rule } from '../rules/rule.js';
import { compileRule } from '../rules/rule.js';
import { assertNever } from '../wording/assert-never.js';
import { FORFEIT, type PlanRule, type PlanTerm } from './plan.js';
import { mustFit, Unfit } from './unfit.js';
import { leastUnits, unitsOf } from './units.js';

/** A slot of a rule: what asks for it, and the scale its answer stands over. */
export interface SlotDraft {
  readonly ask: CompiledRule;
  readonly over: number;
  readonly least: number;
  readonly most: number;
}

/** Slots in the order in which the rule's slot numbers count, from 0. */
export interface RuleDraft {
  readonly slots: readonly SlotDraft[];
  readonly rule: PlanRule;
}

export interface RulePlace {
  readonly clause: string;
  readonly sheetScale: number;
}

type Of<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;
type Amounted = Of<'fixed' | 'per-unit' | 'per-step' | 'threshold' | 'parts'>;

/** Counts above this are refused: no office has seen one. */
const MOST_COUNT = 9999;
/** A slot's share of an item: 64 clauses of it stay below a forfeit. */
const MOST_UNITS = 2 ** 20;
const MOST_SERIES = 255;
const NO_REGISTERS: Registers = { accidents: [], indicators: new Map() };

/** The rule's slots and arithmetic; an Unfit is thrown where a number of it is not on the sheet's grid. */
export function draftRule(rule: Rule, place: RulePlace): RuleDraft {
  const draft = draftKind(rule, place);
  if (rule.cap === undefined) return draft;
  const cap = mustFit(unitsOf(getNumber(rule.cap), place.sheetScale), `${place.clause}: cap off the grid`);
  return { ...draft, rule: { ...draft.rule, cap } };
}

function draftKind(rule: Rule, place: RulePlace): RuleDraft {
  switch (rule.kind) {
    case 'fixed':
    case 'per-unit':
    case 'threshold':
    case 'parts':
      return draftTimes(rule, place);
    case 'per-step':
      return rule.partialStep === 'prorate' ? draftMarks(rule, place) : draftTimes(rule, place);
    case 'ladder':
      return draftLadder(rule, place);
    case 'per-event-ladder':
      return draftEvents(rule, place);
    case 'series':
      return draftSeries(rule, place);
    case 'piecewise':
      return draftPiecewise(rule, place);
    case 'judgement':
    case 'formula':
      return draftMarks(rule, place);
    default:
      return assertNever(rule);
  }
}

const each = { amount: '1', effect: 'award', forfeits: undefined } as const;

/** The rule compiled with plain numbers and without its cap. */
function plain(rule: Rule, place: RulePlace): CompiledRule {
  return compileRule({ ...rule, cap: undefined }, { clause: place.clause, lower: getNumber });
}

/** What the rule can ask while nothing is known: the bounds of its slot. */
function openEnds(ask: CompiledRule): { readonly least: Rational; readonly most: Rational } {
  return ask.ask({ closed: false, registers: NO_REGISTERS }).contribution;
}

/** Signed points on the sheet's grid; FORFEIT where the effect forfeits. */
function pointsFor(effect: Parameters<typeof pointsOf>[0], place: RulePlace): number {
  const context: RuleContext = { clause: place.clause, lower: getNumber };
  const points = pointsOf(effect, context);
  if (isBounded(points)) return mustFit(unitsOf(points, place.sheetScale), `${place.clause}: amount off the grid`);
  if (effect.effect === 'award') throw new Unfit(`${place.clause}: an award without bound`);
  return FORFEIT;
}

const countLimit = (points: number): number =>
  points === 0 || points === FORFEIT ? MOST_COUNT : Math.min(MOST_COUNT, Math.floor(MOST_UNITS / Math.abs(points)));

/** So many times an amount. */
function draftTimes(rule: Amounted, place: RulePlace): RuleDraft {
  const points = pointsFor(rule, place);
  const ask = plain({ ...rule, ...each }, place);
  const most = unitsOf(openEnds(ask).most, 1) ?? MOST_COUNT;
  return withTerms([points], [{ ask, over: 1, least: 0, most: Math.min(most, countLimit(points)) }]);
}

/** Terms of these points over the slots in order; forfeits apart. */
function withTerms(points: readonly number[], slots: readonly SlotDraft[]): RuleDraft {
  const all = points.map((one, slot): PlanTerm => ({ slot, points: one }));
  const terms = all.filter((term) => term.points !== FORFEIT);
  const forfeits = all.filter((term) => term.points === FORFEIT).map((term) => term.slot);
  return { slots, rule: { terms, forfeits } };
}

/** The slot holds the number of the rung, 0 for none. */
function draftLadder(rule: Of<'ladder'>, place: RulePlace): RuleDraft {
  const rungs = rule.rungs.map((rung, index) => ({ ...rung, ...each, amount: `${index + 1}` }));
  const values = [0, ...rule.rungs.map((rung) => pointsFor(rung, place))];
  const slot = { ask: plain({ ...rule, rungs }, place), over: 1, least: 0, most: rungs.length };
  return { slots: [slot], rule: { terms: [], table: { slot: 0, values }, forfeits: [] } };
}

/** One slot a rung: the number of accidents on it. */
function draftEvents(rule: Of<'per-event-ladder'>, place: RulePlace): RuleDraft {
  const points = rule.rungs.map((rung) => pointsFor(rung, place));
  const slots = rule.rungs.map((rung, index): SlotDraft => {
    const later = rule.rungs.slice(index + 1).flatMap((other) => other.levels);
    const levels = rung.levels.filter((level) => !later.includes(level));
    const ask = plain({ ...rule, rungs: [{ levels, ...each }] }, place);
    return { ask, over: 1, least: 0, most: countLimit(points[index] ?? 0) };
  });
  return withTerms(points, slots);
}

/** The count, and a table of what so many ask. */
function draftSeries(rule: Of<'series'>, place: RulePlace): RuleDraft {
  const asked = plain(rule, place);
  const values = Array.from({ length: MOST_SERIES + 1 }, (_, count) => {
    const observation = { kind: 'count', count: BigInt(count) } as const;
    const { contribution } = asked.ask({ observation, closed: true, registers: NO_REGISTERS });
    return mustFit(unitsOf(contribution.least, place.sheetScale), `${place.clause}: amount off the grid`);
  });
  const ask = plain({ ...rule, effect: 'award', amounts: ['1'], after: 'repeat-last' }, place);
  const slot = { ask, over: 1, least: 0, most: MOST_SERIES };
  return { slots: [slot], rule: { terms: [], table: { slot: 0, values }, forfeits: [] } };
}

/** Two slots: how many lie within the line, and how many beyond it. */
function draftPiecewise(rule: Of<'piecewise'>, place: RulePlace): RuleDraft {
  const [within, beyond] = rule.slopes;
  const points = rule.slopes.map(({ amount }) => pointsFor({ effect: rule.effect, amount }, place));
  const counting = (amounts: readonly [string, string], of: number): SlotDraft => {
    const slopes = [
      { ...within, amount: amounts[0] },
      { ...beyond, amount: amounts[1] },
    ] as const;
    return { ask: plain({ ...rule, effect: 'award', slopes }, place), over: 1, least: 0, most: countLimit(of) };
  };
  return withTerms(points, [counting(['1', '0'], points[0] ?? 0), counting(['0', '1'], points[1] ?? 0)]);
}

/** The marks themselves, signed, on the sheet's grid: a mark that is not on it is refused when it is lowered. */
function draftMarks(rule: Of<'judgement' | 'formula' | 'per-step'>, place: RulePlace): RuleDraft {
  const ask = plain(rule, place);
  const open = openEnds(ask);
  const inOrder = ask.ask({ closed: true, registers: NO_REGISTERS }).contribution.most;
  const ends = [open.least, open.most, inOrder, ZERO].map((end) => bounded(end, place));
  const reason = `${place.clause}: marks beyond 32 bits`;
  const most = mustFit(leastUnits(ends.reduce(larger), place.sheetScale), reason);
  const least = -mustFit(leastUnits(negate(ends.reduce(smaller)), place.sheetScale), reason);
  const slot = { ask, over: place.sheetScale, least, most };
  return { slots: [slot], rule: { terms: [{ slot: 0, points: 1 }], forfeits: [] } };
}

/** What nothing bounds is held within what an item has room for. */
function bounded(end: Rational, { sheetScale }: RulePlace): Rational {
  return isBounded(end) ? end : rational(end.n * BigInt(MOST_UNITS), BigInt(sheetScale));
}
