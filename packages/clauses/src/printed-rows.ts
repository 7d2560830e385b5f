/** The rows of an item or a part as they are printed, so that a document can be put on paper again. */
import type { ImportedPart, ImportedRow } from './imported.js';
import type { OutlineItem } from './layout/outline.js';
import { normalCharacters } from './text/characters.js';
import type { Span } from './text/span.js';

const TAGS = /\s*<\/?[a-z][^<>\n]{0,80}>\s*/gi;
/** A line that ends inside a cell ends no sentence; inside a number it stays a gap, as what was lost there is asked. */
const LINE_END = /([\d.])?[ \t]*\n\s*(?=([\d.])?)/g;

export function printedRows(source: string, { rows, part }: OutlineItem): readonly ImportedRow[] {
  return rows
    .map(({ label, fullMarks, inner, cells }) => ({
      label,
      fullMarks: fullMarks ?? null,
      inner,
      cells: cells
        .map((ranges) => cellText(ranges.map((range, at) => piece(source, { range, before: ranges[at - 1], part }))))
        .filter((text) => text !== ''),
    }))
    .filter(({ label, cells }) => label !== '' || cells.length > 0);
}

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
