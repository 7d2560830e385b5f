/** The rows of an item or a part as they are printed, so that a document can be put on paper again. */
import type { SheetColumn } from '@kaohe/scoring';
import type { ImportedPart, ImportedRow } from './imported.js';
import type { OutlineItem } from './layout/outline.js';
import { normalCharacters } from './text/characters.js';
import type { Span } from './text/span.js';

const TAGS = /\s*<\/?[a-z][^<>\n]{0,80}>\s*/gi;
/** A line that ends inside a cell ends no sentence; inside a number it stays a gap, as what was lost there is asked. */
const LINE_END = /([\d.])?[ \t]*\n\s*(?=([\d.])?)/g;

export function printedRows(source: string, { rows, part }: OutlineItem): readonly ImportedRow[] {
  return rows
    .map(({ label, fullMarks, inner, cells, printed }) => ({
      label,
      fullMarks: fullMarks ?? null,
      inner,
      cells: cells
        .map((ranges) => cellText(ranges.map((range, at) => piece(source, { range, before: ranges[at - 1], part }))))
        .filter((text) => text !== ''),
      span: spanOf([...cells.flat(), ...printed.map((cell) => cell.span)]),
      printed,
    }))
    .filter(({ label, cells }) => label !== '' || cells.length > 0);
}

function spanOf(places: readonly Span[]): Span | null {
  if (places.length === 0) return null;
  return [Math.min(...places.map(([from]) => from)), Math.max(...places.map(([, to]) => to))];
}

/** The text of one printed cell, as `ImportedRow.cells` has it. */
export function printedCell(source: string, range: Span): string {
  return cellText([piece(source, { range, before: undefined, part: 'item' })]);
}

/** The heads of the table in which most rows stand. */
export function printedColumns(items: readonly OutlineItem[]): readonly string[] {
  const tables = items.flatMap(({ rows }) => rows.map(({ table }) => table)).filter(({ length }) => length > 0);
  const counts = new Map<string, number>();
  for (const table of tables) counts.set(headsOf(table), (counts.get(headsOf(table)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const chosen = tables.find((table) => counts.get(headsOf(table)) === most);
  return (chosen ?? []).map(({ head }) => head);
}

const headsOf = (table: readonly SheetColumn[]): string => table.map(({ head }) => head).join('\t');

/** What stands around the items, or nothing where it is empty. */
export function printedPart(source: string, item: OutlineItem): readonly Pick<ImportedPart, 'name' | 'rows'>[] {
  const rows = printedRows(source, item);
  if (rows.length === 0 && item.name === '') return [];
  const begins = normalCharacters(rows[0]?.cells.join('') ?? '').startsWith(item.name);
  return [{ name: begins ? '' : item.name, rows }];
}

interface Piece {
  readonly range: Span;
  readonly before: Span | undefined;
  readonly part: OutlineItem['part'];
}

/** Around the items a line stays a line. */
function piece(source: string, { range: [from, to], before, part }: Piece): string {
  const text = source.slice(from, to).replace(LINE_END, joined);
  const isLine = part !== 'item' && before !== undefined && source.slice(before[1], from).includes('\n');
  return isLine ? `\u2028${text}` : text;
}

/** One line a paragraph. */
function cellText(pieces: readonly string[]): string {
  return pieces
    .join('')
    .replace(TAGS, '\u2028')
    .replace(/\t/g, ' ')
    .split('\u2028')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function joined(_: string, before = '', after = ''): string {
  return before && after ? `${before} ` : before;
}
