/** The document as items and rows, each row the places of the text that stands in it; text is not yet looked at for scores. */
import type { Span } from '../text/span.js';

/** What a stretch of the document is for: `frame` holds vetoes, grades and remarks, `bonus` what is added. */
export type Part = 'preamble' | 'item' | 'bonus' | 'frame';

export interface OutlineRow {
  readonly label: string;
  readonly fullMarks: string | undefined;
  readonly ranges: readonly Span[];
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
  ranges: Span[];
}

interface OpenItem {
  part: Part;
  name: string;
  fullMarks: string | undefined;
  rows: OpenRow[];
}

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

  openItem(part: Part, name: string, fullMarks: string | undefined): void {
    this.items.push({ part, name, fullMarks, rows: [] });
  }

  openRow(label: string, fullMarks: string | undefined): void {
    this.item.rows.push({ label, fullMarks, ranges: [] });
  }

  add(span: Span): void {
    if (span[1] > span[0]) this.row.ranges.push(span);
  }
}
