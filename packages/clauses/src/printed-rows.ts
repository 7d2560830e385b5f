/** The rows of an item as they are printed, so that a document can be put on paper again. */
import type { ImportedRow } from './imported.js';
import type { OutlineItem } from './layout/outline.js';
import type { Span } from './text/span.js';

const TAGS = /\s*<\/?[a-z][^<>\n]{0,80}>\s*/gi;
/** A line that ends inside a cell ends no sentence; inside a number it stays a gap, as what was lost there is asked. */
const LINE_END = /([\d.])?[ \t]*\n\s*(?=([\d.])?)/g;

export function printedRows(source: string, { rows }: OutlineItem): readonly ImportedRow[] {
  return rows
    .map(({ label, fullMarks, inner, cells }) => ({
      label,
      fullMarks: fullMarks ?? null,
      inner,
      cells: cells.map((ranges) => cellText(source, ranges)).filter((text) => text !== ''),
    }))
    .filter(({ label, cells }) => label !== '' || cells.length > 0);
}

/** One line a paragraph. */
function cellText(source: string, ranges: readonly Span[]): string {
  return ranges
    .map(([from, to]) => source.slice(from, to).replace(LINE_END, joined))
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
