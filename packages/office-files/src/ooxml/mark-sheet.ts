/** Writes messages into a sheet's own text, row by row, and gives cells another look. Everything else stays byte for byte. */
import { columnLetters, columnNumber } from '../problems/office-problem.js';

export interface SheetMarks {
  /** The column the messages stand in; what stood there goes. */
  readonly column: number;
  /** Row → message; the header's row has the column's title. */
  readonly messages: ReadonlyMap<number, string>;
  readonly messageStyle: number | undefined;
  /** Row → columns of the cells that get another look. */
  readonly cells: ReadonlyMap<number, ReadonlySet<number>>;
  readonly restyle: (style: number) => number | undefined;
  /** Least height in points of a row with a message. */
  readonly heightOf: (message: string) => number;
}

const ROW = /<row(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g;
const CELL = /<c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
const COLUMN_WIDTH = 60;

/** The sheet's text with the marks; undefined where it is written in a way that is not known. */
export function markSheet(xml: string, marks: SheetMarks): string | undefined {
  if (/<\w+:worksheet/.test(xml)) return undefined;
  const opened = xml.replace(/<sheetData\s*\/>/, '<sheetData></sheetData>');
  const match = /<sheetData>([\s\S]*)<\/sheetData>/.exec(opened);
  if (!match) return undefined;
  const rows = new Map<number, string>();
  for (const [whole, attributes = '', cells = ''] of (match[1] ?? '').matchAll(ROW)) {
    const row = Number(attributeOf(attributes, 'r'));
    if (!Number.isInteger(row) || row < 1) return undefined;
    rows.set(row, markRow({ whole, attributes, cells, row }, marks));
  }
  for (const row of new Set([...marks.messages.keys(), ...marks.cells.keys()]))
    if (!rows.has(row)) rows.set(row, markRow({ whole: '', attributes: ` r="${row}"`, cells: '', row }, marks));
  const body = [...rows].sort(([a], [b]) => a - b).map(([, text]) => text);
  const marked = `${opened.slice(0, match.index)}<sheetData>${body.join('')}</sheetData>${opened.slice(match.index + match[0].length)}`;
  return widen(marked.replace(/<dimension\b[^>]*\/>/, ''), marks.column);
}

/** The column after the last one in use. */
export function nextColumn(xml: string): number {
  const columns = [...xml.matchAll(/<c(?=\s)[^>]*?\br="([A-Z]{1,3})\d+"/g)].map(([, letters = '']) =>
    columnNumber(letters),
  );
  return columns.reduce((most, column) => Math.max(most, column), 1) + 1;
}

interface RowText {
  readonly whole: string;
  readonly attributes: string;
  readonly cells: string;
  readonly row: number;
}

function markRow({ whole, attributes, cells, row }: RowText, marks: SheetMarks): string {
  const message = marks.messages.get(row);
  const red = marks.cells.get(row) ?? new Set<number>();
  const kept = new Map<number, string>();
  for (const [cell, inner = ''] of cells.matchAll(CELL)) {
    const column = columnNumber(/^[A-Z]+/.exec(attributeOf(inner, 'r') ?? '')?.[0] ?? '');
    if (column !== marks.column) kept.set(column, red.has(column) ? restyled(cell, marks.restyle) : cell);
  }
  if (message === undefined && red.size === 0 && kept.size === (cells.match(CELL)?.length ?? 0)) return whole;
  for (const column of red) if (!kept.has(column)) kept.set(column, emptyCell(row, column, marks.restyle(0)));
  if (message !== undefined) kept.set(marks.column, messageCell(row, marks, message));
  const body = [...kept].sort(([a], [b]) => a - b).map(([, text]) => text);
  return `<row${higher(attributes.replace(/ spans="[^"]*"/, ''), message, marks)}>${body.join('')}</row>`;
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}

function restyled(cell: string, restyle: SheetMarks['restyle']): string {
  const opening = /^<c[^>]*>/.exec(cell)?.[0] ?? '';
  const style = restyle(Number(attributeOf(opening.slice(2), 's') ?? '0'));
  if (style === undefined) return cell;
  const without = opening.replace(/ s="[^"]*"/, '');
  return `${without.replace(/^<c/, `<c s="${style}"`)}${cell.slice(opening.length)}`;
}

const styleOf = (style: number | undefined) => (style === undefined ? '' : ` s="${style}"`);

function emptyCell(row: number, column: number, style: number | undefined): string {
  return `<c r="${columnLetters(column)}${row}"${styleOf(style)}/>`;
}

function messageCell(row: number, { column, messageStyle }: SheetMarks, message: string): string {
  const place = `r="${columnLetters(column)}${row}"`;
  return `<c ${place}${styleOf(messageStyle)} t="inlineStr"><is><t xml:space="preserve">${escapeXml(message)}</t></is></c>`;
}

/** XML cannot hold control characters. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function higher(attributes: string, message: string | undefined, { heightOf }: SheetMarks): string {
  const height = Number(attributeOf(attributes, 'ht') ?? '0');
  const needed = message === undefined ? 0 : Math.min(400, heightOf(message));
  if (needed <= height) return attributes;
  return `${attributes.replace(/ (?:ht|customHeight)="[^"]*"/g, '')} ht="${needed}" customHeight="1"`;
}

/** Gives the column of messages room, unless its width is stated. */
function widen(xml: string, column: number): string {
  const stated = [...xml.matchAll(/<col(?=\s)([^>]*?)\/?>/g)].some(([, attributes = '']) => {
    const [from, to] = ['min', 'max'].map((name) => Number(attributeOf(attributes, name)));
    return from !== undefined && to !== undefined && column >= from && column <= to;
  });
  const added = `<col min="${column}" max="${column}" width="${COLUMN_WIDTH}" customWidth="1"/>`;
  if (stated) return xml;
  return xml.includes('</cols>')
    ? xml.replace('</cols>', `${added}</cols>`)
    : xml.replace('<sheetData>', `<cols>${added}</cols><sheetData>`);
}
