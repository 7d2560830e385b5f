/** An item and its clauses as a plan, with what reads their slots out of a unit's facts. */
import { type Rational, ZERO } from '../exact/rational.js';
import type { ClauseProgram, ItemProgram } from '../scheme/program.js';
import { limitsOf } from '../score/item.js';
import { FORFEIT, type PlanClause, type PlanItem, type PlanRule, type Slot } from './plan.js';
import { draftRule, type RuleDraft } from './plan-rule.js';
import { mustFit, Unfit } from './unfit.js';
import { unitsOf } from './units.js';

/** Asks a clause for some of its slots at once: one slot of each rule. */
export interface SlotReader {
  readonly clause: ClauseProgram;
  /** Rule → the slot its answer goes to and the scale it stands over; absent where the rule has no such slot. */
  readonly into: readonly ({ readonly slot: number; readonly over: number } | undefined)[];
}

/** The slots drafted so far, and who reads them. */
export interface Drafting {
  readonly sheetScale: number;
  readonly slots: Slot[];
  readonly readers: SlotReader[];
  clauses: number;
}

/** The item's plan; its slots and readers are added to the drafting. */
export function planItem(compiled: ItemProgram, drafting: Drafting, index: number): PlanItem {
  const { item } = compiled;
  if (compiled.notApplicable === 'rescale') throw new Unfit(`${item.id}: marks that do not apply are rescaled`);
  const clauses = compiled.clauses.map((clause) => planClause(clause, drafting, index));
  const carry = item.floor === 'carry';
  if ((carry || item.floor === 'none') && clauses.some((clause) => clause.canForfeit))
    throw new Unfit(`${item.id}: forfeited, and nothing holds it at zero`);
  const units = (value: Rational) => mustFit(unitsOf(value, drafting.sheetScale), `${item.id}: marks off the grid`);
  const { floor, ceiling } = limitsOf(compiled, compiled.fullMarks);
  return {
    id: item.id,
    start: units(item.start === 'zero' ? ZERO : compiled.fullMarks),
    floor: floor !== undefined,
    ...(ceiling && { ceiling: units(ceiling) }),
    carry,
    clauses,
    ...planGroups(compiled, units),
  };
}

function planGroups(
  compiled: ItemProgram,
  units: (value: Rational) => number,
): Pick<PlanItem, 'exclusive' | 'highestOnly' | 'caps'> {
  const position = (id: string) => compiled.clauses.findIndex((one) => one.clause.id === id);
  for (const { when } of compiled.exclusive) {
    const rules = compiled.clauses[position(when)]?.clause.rules ?? [];
    if (rules.some((rule) => 'effect' in rule && rule.effect === 'award'))
      throw new Unfit(`${when}: an award shuts others out`);
  }
  return {
    exclusive: compiled.exclusive.map(({ when, drops }) => ({ when: position(when), drops: drops.map(position) })),
    highestOnly: compiled.highestOnly.map((group) => group.of.map(position)),
    caps: compiled.caps.map(({ group, cap }, index) => {
      const before = compiled.caps.slice(0, index).flatMap((other) => other.group.of);
      return { of: group.of.filter((id) => !before.includes(id)).map(position), cap: units(cap) };
    }),
  };
}

function planClause(compiled: ClauseProgram, drafting: Drafting, item: number): PlanClause {
  const { clause } = compiled;
  const drafts = clause.rules.map((rule) => draftRule(rule, { clause: clause.id, sheetScale: drafting.sheetScale }));
  const placed = drafts.map((draft, index) => placeRule(draft, drafting, { item, name: `${clause.id}#${index + 1}` }));
  addReaders(compiled, { drafts, firsts: placed.map((one) => one.first) }, drafting);
  const rules = placed.map((one) => one.rule);
  const canForfeit = rules.some((rule) => rule.cap === undefined && forfeits(rule));
  if (canForfeit && clause.rules.some((rule) => 'effect' in rule && rule.effect === 'award'))
    throw new Unfit(`${clause.id}: one clause forfeits and awards`);
  drafting.clauses += 1;
  return { id: clause.id, index: drafting.clauses - 1, rules, canForfeit };
}

function forfeits(rule: PlanRule): boolean {
  return rule.forfeits.length > 0 || (rule.table?.values.some((value) => value <= FORFEIT) ?? false);
}

/** A rule whose slot numbers are the sheet's. */
function placeRule(
  { slots, rule }: RuleDraft,
  drafting: Drafting,
  at: { readonly item: number; readonly name: string },
): { readonly first: number; readonly rule: PlanRule } {
  const first = drafting.slots.length;
  for (const [index, { least, most }] of slots.entries()) {
    const name = slots.length === 1 ? at.name : `${at.name}.${index + 1}`;
    drafting.slots.push({ name, least, most, item: at.item });
  }
  return {
    first,
    rule: {
      ...rule,
      terms: rule.terms.map((term) => ({ ...term, slot: term.slot + first })),
      ...(rule.table && { table: { ...rule.table, slot: rule.table.slot + first } }),
      forfeits: rule.forfeits.map((slot) => slot + first),
    },
  };
}

/** One reader for the first slots of all the clause's rules, one for the second ones, and so on. */
function addReaders(
  compiled: ClauseProgram,
  { drafts, firsts }: { readonly drafts: readonly RuleDraft[]; readonly firsts: readonly number[] },
  drafting: Drafting,
): void {
  const most = Math.max(...drafts.map((draft) => draft.slots.length));
  for (let turn = 0; turn < most; turn += 1) {
    const asked = drafts.map((draft) => draft.slots[turn]);
    const rules = compiled.rules.map((rule, index) => asked[index]?.ask ?? rule);
    const into = asked.map((slot, rule) => slot && { slot: (firsts[rule] ?? 0) + turn, over: slot.over });
    drafting.readers.push({ clause: { ...compiled, rules }, into });
  }
}
