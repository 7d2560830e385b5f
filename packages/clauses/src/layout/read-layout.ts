/** The text of a document → its outline, whatever way its tables were written. */
import { sheetColumns } from '@kaohe/scoring';
import type { ImportProblem } from '../imported.js';
import { problemAt } from '../problems.js';
import { columnOf, columnsOf, frameHeader, isGluedHeader } from './columns.js';
import { REMARK } from './headings.js';
import { type Line, linesOf } from './lines.js';
import { OutlineBuilder, type OutlineItem } from './outline.js';
import { paragraphStyle, readCellLine, readParagraph } from './read-paragraph.js';
import { readTableRow, type TableState } from './read-table.js';
import { isTableRule, tableRowAt } from './table-rows.js';

export interface Layout {
  readonly title: string;
  readonly items: readonly OutlineItem[];
  readonly problems: readonly ImportProblem[];
}

export function readLayout(raw: string): Layout {
  const { lines, pageLines } = linesOf(raw);
  const outline = new OutlineBuilder();
  const style = paragraphStyle(lines);
  const problems: ImportProblem[] = [];
  const table: TableState = { columns: [], heads: [], numbered: false, marked: false };
  let cellLines = false;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    const header = headerLines(lines, at);
    if (header > 0) {
      cellLines = true;
      at += header;
    } else if (isTableRule(line)) at += 1;
    else {
      const taken = readTable({ raw, outline, table, problems }, lines, at);
      if (taken === 0 && !isLooseHeader(line)) {
        if (REMARK.test(line.text)) cellLines = false;
        (cellLines ? readCellLine : readParagraph)(outline, style, line);
      }
      at += Math.max(1, taken);
    }
  }
  for (const span of brokenRows(lines, pageLines))
    problems.push(problemAt('page-break-in-row', raw.slice(...span), span));
  return { title: titleOf(lines), items: outline.items.map(withMarks), problems };
}

/** An item that prints no marks has those of its rows, or of its first row where that alone has some. */
function withMarks(item: OutlineItem): OutlineItem {
  if (item.part !== 'item' || item.fullMarks !== undefined) return item;
  const rows = item.rows.filter(({ label, inner }) => !inner && label !== '');
  const marks = rows.flatMap(({ fullMarks }) => fullMarks ?? []);
  const first = rows[0]?.fullMarks;
  if (marks.length > 0 && marks.length === rows.length) {
    const hundredths = marks.reduce((sum, one) => sum + Math.round(Number(one) * 100), 0);
    return { ...item, fullMarks: String(hundredths / 100) };
  }
  return marks.length === 1 && first !== undefined ? { ...item, fullMarks: first } : item;
}

interface Reading {
  readonly raw: string;
  readonly outline: OutlineBuilder;
  readonly table: TableState;
  readonly problems: ImportProblem[];
}

/** How many lines of a table were read: none when the line is no row. */
function readTable({ raw, outline, table, problems }: Reading, lines: readonly Line[], at: number): number {
  if (REMARK.test(lines[at]?.text ?? '')) return 0;
  const row = tableRowAt(lines, at, table.columns.length > 0 ? table.columns : undefined);
  if (row === undefined) return 0;
  const heads = row.cells.map(({ text }) => text);
  const framed = frameHeader(heads);
  if (framed) {
    outline.openItem(framed.part, framed.name, undefined);
    Object.assign(table, { columns: framed.columns, heads: [] });
    return row.lines;
  }
  const columns = columnsOf(heads);
  if (columns) {
    table.columns = columns;
    table.heads = sheetColumns(row.cells.map(({ span }) => raw.slice(...span).replace(/\s/g, '')));
  } else if (table.columns.length > 0) problems.push(...readTableRow(outline, table, row.cells));
  else for (const cell of row.cells) outline.addCell(cell.span);
  return row.lines;
}

/** A header printed one cell a line: so many lines. */
function headerLines(lines: readonly Line[], at: number): number {
  let length = 0;
  while (lines[at + length] && columnOf(lines[at + length]?.text ?? '') !== undefined) length += 1;
  return length >= 3 ? length : 0;
}

/** A header of a table that lost its lines: `类别  考核内容  分值`, `类别考核内容分值`. */
function isLooseHeader({ text }: Line): boolean {
  const cells = text.trim().split(/\s+/);
  return (cells.length >= 3 && columnsOf(cells) !== undefined) || isGluedHeader(text);
}

/** Page numbers inside a table, where the header comes again: rows around them may have been cut. */
function brokenRows(
  lines: readonly Line[],
  pageLines: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  return pageLines.filter(([, end]) => {
    const next = lines.findIndex(({ span }) => span[0] > end);
    return next > 0 && next < lines.length - 1 && columnsOf((lines[next]?.text ?? '').split('\t')) !== undefined;
  });
}

const TITLE =
  /(?:细则|办法|标准|[评计赋打记核]分表|考[核评]表|评价表|评审表|方案|清单|细目|指标(?:体系|表)?)\s*(?:（[^）]*）)?\s*$/;

function titleOf(lines: readonly Line[]): string {
  const head = lines
    .slice(0, 12)
    .map(({ text }) => text.trim())
    .filter((text) => columnOf(text) === undefined && !/^附\s*(?:件|表|录)[\s\d一二三四五六七八九十：]*$/.test(text));
  return head.find((text) => TITLE.test(text) && text.length < 60) ?? head.find((text) => text.length > 6) ?? '';
}
