/** What a statement is about: a printed row a unit assesses itself, or a clause it lost points for. */
import { compare, getNumber, type SheetProgram } from '@kaohe/scoring';
import { invalid, noSuch } from '../http/refusal.js';
import { linesOf, type SheetLine } from '../sheets/lines.js';
import type { StatementAt } from './repo.js';

export interface StatedLine {
  /** The number of the printed row. */
  readonly row: string;
  /** Full marks of the item it stands in. */
  readonly fullMarks: string;
  /** The line of the sheet that holds it: who entered that has scored it. */
  readonly entered: SheetLine | undefined;
  /** Whether a register decides it. */
  readonly register: boolean;
}

/** The line, or a refusal. */
export function getLine(sheet: SheetProgram, { stage, line }: Pick<StatementAt, 'stage' | 'line'>): StatedLine {
  const found = stage === 'appeal' ? findClause(sheet, line) : findRow(sheet, line);
  if (!found) throw noSuch(`细则表里的“${line}”`, `“${line}” in the sheet`);
  return found;
}

function findRow(sheet: SheetProgram, line: string): StatedLine | undefined {
  for (const { item } of sheet.items) {
    const row = item.rows.find(({ id }) => id === line);
    if (!row) continue;
    if (row.supplier.by !== 'team')
      throw invalid(
        '这一行由办公室或处室提供，不需要单位自评。',
        'The office or a division supplies this row: the unit does not assess it.',
      );
    const entered = linesOf(sheet).find(({ id }) => id === row.id);
    return { row: row.row, fullMarks: row.fullMarks ?? item.fullMarks, entered, register: false };
  }
  return undefined;
}

function findClause(sheet: SheetProgram, line: string): StatedLine | undefined {
  for (const { item, clauses } of sheet.items) {
    const program = clauses.find(({ clause }) => clause.id === line);
    if (!program) continue;
    const lines = linesOf(sheet);
    const entered =
      lines.find(({ clauses: own }) => own.includes(line)) ?? lines.find(({ id }) => id === program.row.id);
    return {
      row: program.row.row,
      fullMarks: item.fullMarks,
      entered,
      register: program.register !== undefined,
    };
  }
  return undefined;
}

/** Refuses a deduction greater than what the row or its item has. */
export function checkDeducted(deducted: string, { fullMarks, row }: StatedLine): void {
  if (compare(getNumber(deducted), getNumber(fullMarks)) <= 0) return;
  throw invalid(
    `第 ${row} 行最多扣 ${fullMarks} 分，填的是 ${deducted}。`,
    `Row ${row} can lose ${fullMarks} points at most; ${deducted} was given.`,
    { fullMarks },
  );
}
