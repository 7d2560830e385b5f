/** What scores rows of slots: made of closures (anywhere), or of generated text (generated.ts, never in a page). */
import type { SheetPlan } from './plan.js';

/** Slots of one or of many units, one after the other. Every number in it was lowered or checked by `slotHolds`. */
export type Lane = Int32Array | Uint16Array;

/** Rows of slots, and where their totals and states go: one entry a unit each. */
export interface Tile {
  readonly facts: Lane;
  readonly units: number;
  readonly totals: Int32Array;
  readonly states: Int32Array;
}

/** What an item gives to the sheet, over `sheetScale`; `at` is where the unit's first slot stands. */
export type ItemScore = (facts: Lane, at: number) => number;

export interface FastScorer {
  readonly plan: SheetPlan;
  /** Total and state of what was finished last; written again by the next call. */
  readonly outcome: Int32Array;
  /** The unit's total over `scale`; its state stands in `outcome`. */
  readonly score: (facts: Lane, at: number) => number;
  readonly items: readonly ItemScore[];
  /** From the sum of the items to the total. */
  readonly finish: (sum: number, facts: Lane, at: number) => number;
  /** Scores, and writes what every clause asked and what was applied into a frame (frame.ts). */
  readonly trace: (facts: Lane, at: number, frame: Int32Array) => number;
  readonly batch: (tile: Tile) => void;
}

/** Empty rows for so many units, 16 bits a slot where every slot's range fits. */
export function newLane(plan: SheetPlan, units: number): Lane {
  const narrow = plan.slots.every(({ least, most }) => least >= 0 && most <= 0xffff);
  const length = plan.slots.length * units;
  return narrow ? new Uint16Array(length) : new Int32Array(length);
}
