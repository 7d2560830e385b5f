/** A table's cells on its grid, and a table cut between two rows: a cell that covers rows of both parts goes on empty in the second. */
import type { Cell, Table } from './paper.js';

/** A cell where it begins. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

/** Every cell with the row and column it begins in, from 0. */
export function placedCells(rows: Table['rows']): PlacedCell[] {
  /** Column → the first row that no cell above covers. */
  const free = new Map<number, number>();
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((free.get(column) ?? 0) > row) column += 1;
      const placed = { cell, row, column };
      const end = column + acrossOf(cell);
      for (; column < end; column += 1) free.set(column, row + downOf(cell));
      return placed;
    });
  });
}

/** For every row and column the cell that is there. */
export function gridOf({ rows, widths }: Table): (PlacedCell | undefined)[][] {
  const grid: (PlacedCell | undefined)[][] = rows.map(() => widths.map(() => undefined));
  for (const placed of placedCells(rows)) {
    const { cell, row, column } = placed;
    for (const line of grid.slice(row, row + downOf(cell))) line.fill(placed, column, column + acrossOf(cell));
  }
  return grid;
}

const acrossOf = ({ across = 1 }: Cell): number => across;
export const downOf = ({ down = 1 }: Cell): number => down;

/** The head and the rows from `from` up to `to`, a table of its own. */
export function cutTable(table: Table, from: number, to: number): Table {
  const { headRows, rows } = table;
  const body = gridOf(table)
    .slice(from, to)
    .map((line, index) => beginning(line, from + index, from).map((placed) => clipped(placed, [from, to])));
  return { ...table, rows: [...rows.slice(0, headRows), ...body] };
}

/** The cells that begin in a row, and in the first row those that go on. */
function beginning(line: readonly (PlacedCell | undefined)[], row: number, from: number): PlacedCell[] {
  return line.flatMap((placed, column) =>
    placed && placed.column === column && (placed.row === row || (row === from && placed.row < from)) ? [placed] : [],
  );
}

function clipped({ cell, row }: PlacedCell, [from, to]: readonly [number, number]): Cell {
  const down = Math.min(row + downOf(cell), to) - Math.max(row, from);
  const { down: _down, ...rest } = cell;
  return { ...rest, text: row < from ? '' : cell.text, ...(down > 1 && { down }) };
}

/** The cells that cover more than one row. */
export function mergedCells({ rows }: Table): PlacedCell[] {
  return placedCells(rows).filter(({ cell }) => downOf(cell) > 1);
}

/** The table with every cell in one row, merged ones without their text: how high each row is by itself. */
export function withoutMerged(table: Table): Table {
  const rows = gridOf(table).map((line, row) =>
    line.flatMap((placed, column): Cell[] => {
      if (!placed || placed.column !== column) return [];
      const { down = 1, ...cell } = placed.cell;
      return [{ ...cell, text: down > 1 || placed.row !== row ? '' : cell.text }];
    }),
  );
  return { ...table, rows };
}

export interface Heights {
  /** Of each row by itself. */
  readonly rows: readonly number[];
  /** What each merged cell's text takes. */
  readonly merged: readonly { readonly at: PlacedCell; readonly height: number }[];
  /** What the first page has left for rows below the head, and every other page. */
  readonly first: number;
  readonly others: number;
}

/** Rows of one page, with the height of each of them. */
export interface TablePart {
  readonly from: number;
  readonly to: number;
  /** Of the head and the part's own rows; absent: as their text needs. */
  readonly heights?: readonly number[];
}

/** What is on each page: every row whole, each merged cell's text beside its rows, and the last rows together. */
export function pageParts({ rows, headRows, keepNext = 0 }: Table, heights: Heights): TablePart[] {
  const together = keepNext > 0 ? rows.length - keepNext : rows.length;
  const starts = [headRows];
  for (let to = headRows + 1; to <= rows.length; to += 1) {
    const from = starts[starts.length - 1] ?? headRows;
    const room = starts.length === 1 ? heights.first : heights.others;
    const begins = Math.min(to - 1, together);
    if (begins > from && total(grownRows(heights, from, to)) > room) starts.push(begins);
  }
  return starts.map((from, part) => {
    const to = starts[part + 1] ?? rows.length;
    return { from, to, heights: [...heights.rows.slice(0, headRows), ...grownRows(heights, from, to)] };
  });
}

const total = (heights: readonly number[]): number => heights.reduce((sum, one) => sum + one, 0);

/** The last row of a merged cell grows to what the cell's text needs. */
function grownRows({ rows, merged }: Heights, from: number, to: number): number[] {
  const grown = rows.slice(from, to);
  const inside = merged
    .filter(({ at }) => at.row >= from && at.row < to)
    .map(({ at, height }) => ({ first: at.row - from, end: Math.min(at.row + downOf(at.cell), to) - from, height }))
    .sort((one, other) => one.end - other.end);
  for (const { first, end, height } of inside) {
    const lacking = height - total(grown.slice(first, end));
    if (lacking > 0) grown[end - 1] = (grown[end - 1] ?? 0) + lacking;
  }
  return grown;
}
