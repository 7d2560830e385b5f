/** The document as lines, cells and pieces of them, each piece of a clause marked with it. */
import type { Span } from '@kaohe/clauses';

export interface Mark {
  readonly key: string;
  readonly span: Span;
}

export interface Piece {
  readonly from: number;
  readonly text: string;
  /** The clause it belongs to; absent: no clause. */
  readonly key?: string;
}

/** A line with its cells: one cell where it is no row of a table. */
export interface Line {
  readonly from: number;
  readonly cells: readonly (readonly Piece[])[];
}

export function linesOf(source: string, marks: readonly Mark[]): Line[] {
  const sorted = [...marks].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const lines: Line[] = [];
  let first = 0;
  let from = 0;
  for (const text of source.split('\n')) {
    const to = from + text.length;
    while ((sorted[first]?.span[1] ?? to) < from) first += 1;
    let at = from;
    const cells = text.split('\t').map((cell) => {
      const pieces = piecesOf(cell, at, sorted.slice(first));
      at += cell.length + 1;
      return pieces;
    });
    lines.push({ from, cells });
    from = to + 1;
  }
  return lines;
}

/** Where clauses lie over each other the first keeps what it has. */
function piecesOf(text: string, from: number, marks: readonly Mark[]): Piece[] {
  const to = from + text.length;
  const pieces: Piece[] = [];
  let at = from;
  const add = (end: number, key?: string) => {
    if (end > at) pieces.push({ from: at, text: text.slice(at - from, end - from), ...(key !== undefined && { key }) });
    at = Math.max(at, end);
  };
  for (const { key, span } of marks) {
    if (span[0] >= to) break;
    if (span[1] <= at) continue;
    add(Math.min(to, span[0]));
    add(Math.min(to, span[1]), key);
  }
  add(to);
  return pieces;
}

/** Widths for the rows of each table: neighbouring rows of as many cells, the longer column the wider. By the row's place. */
export function columnsOf(lines: readonly Line[]): ReadonlyMap<number, string> {
  const columns = new Map<number, string>();
  let table: Line[] = [];
  const close = () => {
    const widths = (table[0]?.cells ?? []).map((_, column) => {
      const longest = Math.max(...table.map(({ cells }) => lengthOf(cells[column])));
      return `minmax(0, ${Math.min(12, Math.max(1.5, Math.sqrt(longest) * 1.5)).toFixed(1)}fr)`;
    });
    for (const { from } of table) columns.set(from, widths.join(' '));
    table = [];
  };
  for (const line of lines) {
    if (line.cells.length !== (table[0]?.cells.length ?? line.cells.length)) close();
    if (line.cells.length > 1) table.push(line);
    else close();
  }
  close();
  return columns;
}

const lengthOf = (cell: readonly Piece[] = []): number => cell.reduce((sum, { text }) => sum + text.length, 0);
