/**
 * Units lowered before, by what their slots mean: the same facts under a reading that leaves that as it is find their rows
 * again, and nothing is read a second time.
 */
import type { UnitFacts } from '../facts/facts.js';
import { lowerFacts } from './lower-facts.js';
import type { FastSheet } from './plan-sheet.js';

export type LoweredRow = ReturnType<typeof lowerFacts>;

export class LoweredRows {
  private readonly rows = new Map<string, WeakMap<UnitFacts, LoweredRow>>();

  /** What lowers a unit for the sheet. */
  of(sheet: FastSheet): (facts: UnitFacts) => LoweredRow {
    const meaning = meaningOf(sheet);
    const rows = this.rows.get(meaning) ?? new WeakMap<UnitFacts, LoweredRow>();
    this.rows.set(meaning, rows);
    return (facts) => {
      const known = rows.get(facts);
      if (known) return known;
      const lowered = lowerFacts(sheet, facts);
      rows.set(facts, lowered);
      return lowered;
    };
  }
}

/** All that `lowerFacts` depends on beside the facts: slots and scales, the rules, what is counted beside the sheet. */
function meaningOf({ program, plan, counted }: FastSheet): string {
  const { scheme, sheets } = program;
  const sheet = sheets.get(plan.sheet)?.sheet;
  const rows = sheet?.items.flatMap((item) => item.rows.map((row) => [row.id, row.clauses]));
  return JSON.stringify([
    plan.sheet,
    plan.scale,
    plan.sheetScale,
    plan.slots,
    rows,
    scheme.bonus,
    scheme.forms,
    counted,
  ]);
}
