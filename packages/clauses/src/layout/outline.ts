/** The document as items and rows, each row the places of the text that stands in it; text is not yet looked at for scores. */
import type { SheetColumn } from '@kaohe/scoring';
import type { PrintedCell } from '../imported.js';
import type { Span } from '../text/span.js';

/** What a stretch of the document is for: `frame` holds vetoes, grades and remarks, `bonus` what is added. */
export type Part = 'preamble' | 'item' | 'bonus' | 'frame';

export interface OutlineRow {
  readonly label: string;
  readonly fullMarks: string | undefined;
  /** Its number stands in brackets: a part of the row above. */
  readonly inner: boolean;
  /** Cell by cell; a cell may go on in several places. */
  readonly cells: readonly (readonly Span[])[];
  /** Every cell of a table's row by what its column holds; none where the row is a paragraph. */
  readonly printed: readonly PrintedCell[];
  /** The columns of the table it stands in. */
  readonly table: readonly SheetColumn[];
}

export interface OutlineItem {
  readonly part: Part;
  readonly name: string;
  readonly fullMarks: string | undefined;
  readonly rows: readonly OutlineRow[];
}

interface OpenRow {
  label: string;
  fullMarks: string | undefined;
  inner: boolean;
  cells: Span[][];
  columns: Map<number, Span[]>;
  printed: PrintedCell[];
  table: readonly SheetColumn[];
}

interface OpenItem {
  part: Part;
  name: string;
  fullMarks: string | undefined;
  rows: OpenRow[];
}

/** A name without its marks and “（续）”. */
const baseOf = (name: string): string => name.replace(/（[^（）]*）|续表?$|\s/g, '');

/** Puts items and rows together in the order of the text. */
export class OutlineBuilder {
  readonly items: OpenItem[] = [{ part: 'preamble', name: '', fullMarks: undefined, rows: [] }];

  get item(): OpenItem {
    const last = this.items[this.items.length - 1];
    if (last === undefined) throw new Error('an outline has an item from the start');
    return last;
  }

  get row(): OpenRow {
    const { rows } = this.item;
    const last = rows[rows.length - 1];
    if (last !== undefined) return last;
    this.openRow('', undefined);
    return this.row;
  }

  /** The last row number there was, whichever item it stood in. */
  get lastNumber(): string {
    const labels = this.items
      .flatMap(({ rows }) => rows.map(({ label }) => label))
      .filter((label) => /^\d+$/.test(label));
    return labels[labels.length - 1] ?? '';
  }

  /** The name of the item that is open, printed again above the rows of another page, opens none. */
  openItem(part: Part, name: string, fullMarks: string | undefined): void {
    const base = baseOf(name);
    if (part === 'item' && this.item.part === part && base !== '' && base === baseOf(this.item.name)) {
      this.item.fullMarks ??= fullMarks;
      return;
    }
    this.items.push({ part, name, fullMarks, rows: [] });
  }

  openRow(label: string, fullMarks: string | undefined): void {
    this.item.rows.push({ label, fullMarks, inner: false, cells: [], columns: new Map(), printed: [], table: [] });
  }

  /** A place of the row's text; what stands in one column of one row reads on. */
  add(span: Span, column = -1): void {
    if (span[1] <= span[0]) return;
    const { cells, columns } = this.row;
    const open = columns.get(column);
    if (open) open.push(span);
    else {
      const cell = [span];
      cells.push(cell);
      columns.set(column, cell);
    }
  }

  /** A cell of a table as it is printed, whether it is read for scores or not. */
  print(cell: PrintedCell, table: readonly SheetColumn[]): void {
    this.row.printed.push(cell);
    this.row.table = table;
  }

  /** What follows in the same column is another cell. */
  endCell(): void {
    this.row.columns.clear();
  }

  /** The same, but the text before it has ended. */
  addCell(span: Span): void {
    if (span[1] > span[0]) this.row.cells.push([span]);
  }
}
