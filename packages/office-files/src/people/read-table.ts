/** Rows of a sheet whose first row is its header, each cell as text; what is empty is no row. */
import { type Text, text } from '@kaohe/scoring';
import type { SheetCells } from '../ooxml/workbook-cells.js';
import type { OfficeProblem } from '../problems/office-problem.js';
import { findColumns } from '../workbook/read-list-sheet.js';

export interface TableRow {
  readonly cells: readonly string[];
  /** Says what is wrong in the column of that header. */
  readonly wrong: (index: number, message: Text) => void;
}

const HEADER_ROW = 1;
const MOST_ROWS = 2000;

export function readTable(
  sheet: SheetCells,
  headers: readonly string[],
  problems: OfficeProblem[],
): readonly TableRow[] {
  const { columns, missing } = findColumns(sheet, HEADER_ROW, headers);
  const problemAt = (row: number, column: number, message: Text) =>
    problems.push({ at: { sheet: sheet.name, row, column }, text: message });
  if (missing.length > 0) {
    problemAt(HEADER_ROW, 1, noHeader(missing));
    return [];
  }
  const rows = [...sheet.rows.keys()].filter((row) => row > HEADER_ROW).sort((a, b) => a - b);
  if (rows.length > MOST_ROWS) problemAt(HEADER_ROW, 1, tooMany(rows.length));
  return rows.slice(0, MOST_ROWS).flatMap((row) => {
    const cells = columns.map((column) => sheet.rows.get(row)?.get(column));
    const texts = cells.map((cell) => (cell?.text ?? '').trim());
    if (texts.every((one) => one === '')) return [];
    const wrong = (index: number, message: Text) => problemAt(row, columns[index] ?? 1, message);
    for (const [index, cell] of cells.entries()) if (cell?.isFormula) wrong(index, FORMULA);
    return [{ cells: texts, wrong }];
  });
}

const FORMULA = text('这一格是公式，请直接填写。', 'The cell holds a formula; enter the value itself.');
const noHeader = (missing: readonly string[]) =>
  text(`第 1 行缺这些表头：${missing.join('、')}。`, `Row 1 lacks these headers: ${missing.join(', ')}.`);
const tooMany = (rows: number) =>
  text(`有 ${rows} 行，最多 ${MOST_ROWS} 行。`, `There are ${rows} rows; at most ${MOST_ROWS} are read.`);
