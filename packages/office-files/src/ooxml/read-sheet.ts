/** One sheet's cells and merged ranges. */
import { columnNumber } from '../problems/office-problem.js';
import { shortestDecimal } from './decimal-text.js';
import { unescapeControl } from './read-strings.js';
import { type Attributes, walkXml } from './walk-xml.js';
import type { Cell, MergedRange, SheetCells } from './workbook-cells.js';

/** Counted with their repetitions; a sheet of facts has about 3,000. */
export const MOST_CELLS = 200_000;
const MOST_MERGES = 5_000;

export class TooManyCells extends Error {}

interface Context {
  readonly strings: readonly string[];
  readonly percent: ReadonlySet<number>;
}

interface Open {
  readonly row: number;
  readonly column: number;
  readonly attributes: Attributes;
  value: string;
  inline: string;
  isFormula: boolean;
}

export function readSheet(xml: string, context: Context): Pick<SheetCells, 'rows' | 'merges'> {
  const rows = new Map<number, Map<number, Cell>>();
  const merges: MergedRange[] = [];
  let cell: Open | undefined;
  let within = '';
  let hints = 0;
  let count = 0;
  let last = { row: 0, column: 0 };
  walkXml(xml, {
    open: (name, attributes) => {
      within = name;
      if (name === 'row') last = { row: Number(attributes.r ?? last.row + 1), column: 0 };
      if (name === 'c') {
        last = placeOf(attributes.r, last);
        cell = { ...last, attributes, value: '', inline: '', isFormula: false };
        count += 1;
        if (count > MOST_CELLS) throw new TooManyCells();
      }
      if (name === 'f' && cell) cell.isFormula = true;
      if (name === 'rPh') hints += 1;
      if (name === 'mergeCell') merges.push(...rangeOf(attributes.ref ?? ''));
      if (merges.length > MOST_MERGES) throw new TooManyCells();
    },
    text: (text) => {
      if (cell && within === 'v') cell.value += text;
      if (cell && within === 't' && hints === 0) cell.inline += text;
    },
    close: (name) => {
      within = '';
      if (name === 'rPh') hints -= 1;
      if (name !== 'c' || !cell) return;
      const read = readCell(cell, context);
      if (read.text !== '' || read.isFormula) rowOf(rows, cell.row).set(cell.column, read);
      cell = undefined;
    },
  });
  return { rows, merges };
}

function rowOf(rows: Map<number, Map<number, Cell>>, row: number): Map<number, Cell> {
  const found = rows.get(row) ?? new Map<number, Cell>();
  rows.set(row, found);
  return found;
}

function placeOf(name: string | undefined, last: { row: number; column: number }): { row: number; column: number } {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(name ?? '');
  if (!match) return { row: last.row, column: last.column + 1 };
  return { row: Number(match[2]), column: columnNumber(match[1] ?? '') };
}

function rangeOf(name: string): MergedRange[] {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (!match) return [];
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return [{ left: columnNumber(left), top: Number(top), right: columnNumber(right), bottom: Number(bottom) }];
}

function readCell({ attributes, value, inline, isFormula }: Open, { strings, percent }: Context): Cell {
  const base = { isFormula, isPercent: percent.has(Number(attributes.s ?? '0')) };
  switch (attributes.t ?? 'n') {
    case 's':
      return { ...base, kind: 'text', text: strings[Number(value)] ?? '' };
    case 'str':
      return { ...base, kind: 'text', text: unescapeControl(value) };
    case 'inlineStr':
      return { ...base, kind: 'text', text: unescapeControl(inline) };
    case 'b':
      return { ...base, kind: 'yes-no', text: value === '' ? '' : value === '1' ? '是' : '否' };
    case 'e':
      return { ...base, kind: 'error', text: value };
    case 'd':
      return { ...base, kind: 'text', text: value.slice(0, 10) };
    default:
      return { ...base, kind: 'number', text: value === '' ? '' : shortestDecimal(value) };
  }
}
