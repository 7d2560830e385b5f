/** Rows of tables written with tabs, bars or box lines; a row broken over lines is put together. */
import type { Span } from '../text/span.js';
import { type Column, columnsOf, frameHeader } from './columns.js';
import { REMARK } from './headings.js';
import type { Line } from './lines.js';

/** A cell and its place. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** How many lines it took. */
  readonly lines: number;
}

const RULE = /^\s*(?:[┌┬┐├┼┤└┴┘─━═╔╦╗╠╬╣╚╩╝+-]+|[|│][\s:|│─-]+[|│])\s*$/;
const BARS = /[|│║┃]/;

/** Lines of rules between rows hold nothing. */
export function isTableRule(line: Line): boolean {
  return RULE.test(line.text) && /[-─━═┌├└]/.test(line.text);
}

/** The row that starts at a line, or nothing when the line is no row of a table. */
export function tableRowAt(
  lines: readonly Line[],
  at: number,
  columns: readonly Column[] | undefined,
): TableRow | undefined {
  const line = lines[at];
  if (line === undefined) return undefined;
  if (/^\s*[|│║┃]/.test(line.text)) return barredRow(lines, at);
  if (!line.text.includes('\t')) return undefined;
  return tabbedRow(lines, at, columns?.length ?? 0);
}

function barredRow(lines: readonly Line[], at: number): TableRow {
  let to = at;
  while (to + 1 < lines.length && to - at < 6 && !/[|│║┃]\s*$/.test(lines[to]?.text ?? '')) {
    if (/^\s*[|│║┃┌├└]/.test(lines[to + 1]?.text ?? '')) break;
    to += 1;
  }
  const joined = joinLines(lines, at, to);
  const inner = joined.text.replace(/[|│║┃]\s*$/, '');
  const open = inner.search(BARS) + 1;
  return { cells: splitCells(inner, { from: open, offset: joined.span[0] }, BARS), lines: to - at + 1 };
}

function tabbedRow(lines: readonly Line[], at: number, width: number): TableRow {
  let cells = cellsOf(lines[at]);
  let taken = 1;
  while (cells.length < width && continues(cells, lines[at + taken], width)) {
    const [first, ...rest] = cellsOf(lines[at + taken]);
    const last = cells[cells.length - 1];
    if (first === undefined || last === undefined) break;
    const joined: Cell = { text: `${last.text}\n${first.text}`, span: [last.span[0], first.span[1]] };
    cells = [...cells.slice(0, -1), joined, ...rest];
    taken += 1;
  }
  return { cells, lines: taken };
}

/** The last cell stopped in the middle, and the next line goes on with it. */
function continues(cells: readonly Cell[], next: Line | undefined, width: number): boolean {
  if (next === undefined || REMARK.test(next.text)) return false;
  const more = cellsOf(next);
  const last = cells[cells.length - 1]?.text ?? '';
  const first = more[0]?.text.trim() ?? '';
  if (last.trim() === '' || first === '' || /[。]\s*$/.test(last)) return false;
  if (columnsOf(more.map(({ text }) => text)) || frameHeader(cells.map(({ text }) => text))) return false;
  return (
    cells.length + more.length - 1 <= width && !/^\d{1,3}$/.test(first) && !/^[一二三四五六七八九十]+、/.test(first)
  );
}

function cellsOf(line: Line | undefined): readonly Cell[] {
  return line ? splitCells(line.text, { from: 0, offset: line.span[0] }, /\t/) : [];
}

function joinLines(lines: readonly Line[], from: number, to: number): { text: string; span: Span } {
  const first = lines[from]?.span[0] ?? 0;
  let text = '';
  for (const line of lines.slice(from, to + 1)) text = text.padEnd(line.span[0] - first, '\n') + line.text;
  return { text, span: [first, first + text.length] };
}

function splitCells(text: string, { from, offset }: { from: number; offset: number }, separator: RegExp): Cell[] {
  const cells: Cell[] = [];
  let start = from;
  for (let index = from; index <= text.length; index += 1) {
    if (index < text.length && !separator.test(text.charAt(index))) continue;
    cells.push({ text: text.slice(start, index), span: [offset + start, offset + index] });
    start = index + 1;
  }
  return cells;
}
