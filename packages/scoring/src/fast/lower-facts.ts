/** A unit's closed facts as one row of slots. What cannot be held exactly is refused, with the reason. */
import { isAtLeast } from '../accidents/severity.js';
import { type Rational, sum } from '../exact/rational.js';
import type { UnitFacts } from '../facts/facts.js';
import type { OutcomeCondition } from '../scheme/outcome.js';
import { scoreBonus } from '../score/bonus.js';
import { askClause } from '../score/clause.js';
import { scoreRating } from '../score/rating.js';
import type { SlotReader } from './plan-item.js';
import type { FastSheet } from './plan-sheet.js';
import { mustFit, Unfit } from './unfit.js';
import { unitsOf } from './units.js';

/** The slots of a unit, or why it must be left to the interpreter. */
export function lowerFacts(sheet: FastSheet, facts: UnitFacts): Int32Array | { readonly unfit: string } {
  try {
    const slots = new Int32Array(sheet.plan.slots.length);
    const set = (slot: number, value: number) => setSlot(sheet, slots, { slot, value });
    if (facts.sheet !== sheet.plan.sheet) throw new Unfit(`facts of the sheet ${facts.sheet}`);
    for (const reader of sheet.readers) readClause(reader, facts, set);
    set(sheet.plan.bonus.slot, bonusUnits(sheet, facts));
    for (const { when, slot } of sheet.counted) set(slot, countOf(when, facts));
    readRatings(sheet, facts, set);
    return slots;
  } catch (error) {
    if (error instanceof Unfit) return { unfit: error.reason };
    throw error;
  }
}

type SetSlot = (slot: number, value: number) => void;

/** Whether a slot can hold the value. */
export function slotHolds(sheet: FastSheet, slot: number, value: number): boolean {
  const bounds = sheet.plan.slots[slot];
  return bounds !== undefined && Number.isInteger(value) && value >= bounds.least && value <= bounds.most;
}

function setSlot(sheet: FastSheet, slots: Int32Array, { slot, value }: { slot: number; value: number }): void {
  if (!slotHolds(sheet, slot, value)) throw new Unfit(`${sheet.plan.slots[slot]?.name}: ${value} is out of its range`);
  slots[slot] = value;
}

function readClause({ clause, into }: SlotReader, facts: UnitFacts, set: SetSlot): void {
  const asked = askClause(clause, facts);
  if (asked.open) throw new Unfit(`${clause.clause.id} is open`);
  for (const [rule, target] of into.entries()) {
    if (!target) continue;
    const contribution = asked.rules[rule]?.contribution;
    const units = contribution ? unitsOf(contribution.least, target.over) : 0;
    set(target.slot, mustFit(units, `${clause.clause.id}: off the grid`));
  }
}

function bonusUnits({ program, plan }: FastSheet, facts: UnitFacts): number {
  const { counted, open } = scoreBonus(program, facts);
  if (open) throw new Unfit('the bonus is open');
  const points: Rational = sum(counted.map((deed) => deed.points));
  return mustFit(
    unitsOf(points, plan.bonus.base === 'sheet' ? plan.sheetScale : plan.scale),
    'the bonus is off the grid',
  );
}

function countOf(when: OutcomeCondition, { registers }: UnitFacts): number {
  if (when.kind === 'accidents')
    return registers.accidents.filter((one) => isAtLeast(one.severity, when.atLeast)).length;
  if (when.kind === 'talks') return registers.talks?.filter((talk) => when.by.includes(talk.by)).length ?? 0;
  return 0;
}

function readRatings({ program, plan }: FastSheet, facts: UnitFacts, set: SetSlot): void {
  const parts = program.sheets.get(plan.sheet)?.parts ?? [];
  for (const [index, { part }] of parts.entries()) {
    const slot = plan.parts[index]?.slot;
    const form = part.form === undefined ? undefined : program.forms.get(part.form);
    if (slot === undefined || !form) continue;
    const count = facts.ratings.get(form.form.id);
    if (!count) throw new Unfit(`${form.form.id}: no ballot`);
    set(slot, mustFit(unitsOf(scoreRating(form, count).score.least, plan.scale), `${form.form.id}: off the grid`));
  }
}
