/** A document as it is issued: title, lines, a table for each sheet, and the parts below. How it looks in a file is for its writers. */
import type { Cell } from '../layout/paper.js';

export interface IssuedTable {
  readonly annex?: string | undefined;
  /** Left out: the document's own stands for it. */
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly columns: readonly IssuedColumn[];
  /** Cells that a cell above covers are left out. */
  readonly rows: readonly (readonly Cell[])[];
  /** 备注, as printed. */
  readonly note?: string | undefined;
}

export interface IssuedColumn {
  readonly head: string;
  /** What it weighs against the others. */
  readonly weight: number;
}

export interface IssuedPart {
  readonly heading?: string | undefined;
  readonly lines: readonly string[];
}

export interface IssuedDocument {
  readonly title: string;
  readonly madeOn: string;
  /** Between the title and the tables: number, issuer, the notice. */
  readonly above: readonly string[];
  readonly tables: readonly IssuedTable[];
  readonly below: readonly IssuedPart[];
}

/** A cell over so many rows. */
export function covering(cell: Cell, rows: number): Cell {
  return rows > 1 ? { ...cell, down: rows } : cell;
}
