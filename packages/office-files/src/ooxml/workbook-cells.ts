/** A workbook as cells: what was typed and what kind of value it is. Nothing is known of facts here. */

export interface Cell {
  /** The text, or the number as the shortest decimal that is it. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'yes-no' | 'error';
  readonly isFormula: boolean;
  /** Whether the cell shows its number as a percentage. */
  readonly isPercent: boolean;
}

export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetCells {
  readonly name: string;
  /** The part of the package that holds it. */
  readonly part: string;
  /** Row → column → cell, both from 1; empty cells are left out. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly merges: readonly MergedRange[];
}

export interface WorkbookCells {
  readonly sheets: readonly SheetCells[];
  /** Whether dates are counted from 1904. */
  readonly from1904: boolean;
}

/** The cell at a place; within a merged range, the range's one cell. */
export function cellAt(sheet: SheetCells, row: number, column: number): Cell | undefined {
  const own = sheet.rows.get(row)?.get(column);
  if (own && own.text !== '') return own;
  const range = sheet.merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return range ? sheet.rows.get(range.top)?.get(range.left) : own;
}
