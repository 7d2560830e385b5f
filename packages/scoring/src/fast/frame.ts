/**
 * A frame: everything one score decided, as integers. It is resident, and written over by the next trace. Items, clauses,
 * sheet and a bonus added to it stand over `sheetScale`; parts, total and a bonus added to that over `scale`.
 */
import type { SheetPlan } from './plan.js';

export interface FrameLayout {
  readonly total: 0;
  readonly state: 1;
  readonly sheet: 2;
  readonly bonus: 3;
  /** The first part; the others follow. */
  readonly parts: 4;
  readonly items: number;
  /** What each clause asked, signed, FORFEIT or below where it is without bound. */
  readonly asked: number;
  /** What each clause really moved. */
  readonly applied: number;
  readonly length: number;
}

export function frameLayout(plan: SheetPlan): FrameLayout {
  const items = 4 + plan.parts.length;
  const asked = items + plan.items.length;
  const applied = asked + plan.clauses;
  return { total: 0, state: 1, sheet: 2, bonus: 3, parts: 4, items, asked, applied, length: applied + plan.clauses };
}

export function newFrame(plan: SheetPlan): Int32Array {
  return new Int32Array(frameLayout(plan).length);
}
