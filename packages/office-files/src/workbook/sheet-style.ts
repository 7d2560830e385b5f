/** How cells look: fonts that Chinese office programs have, thin borders, grey for what is not filled in. */
import type { Alignment, Border, Borders, Cell, Fill, Font, Row, Worksheet } from '@protobi/exceljs';

const THIN: Partial<Border> = { style: 'thin', color: { argb: 'FF8C8C8C' } };
export const BOX: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };

const font = (name: string, size: number, more: Partial<Font> = {}): Partial<Font> => ({
  name,
  size,
  charset: 134,
  ...more,
});
export const FONTS = {
  title: font('黑体', 16),
  subtitle: font('宋体', 10, { color: { argb: 'FF404040' } }),
  header: font('黑体', 10),
  item: font('黑体', 11),
  body: font('宋体', 10),
  small: font('宋体', 9, { color: { argb: 'FF404040' } }),
  grey: font('宋体', 9, { color: { argb: 'FF6E6E6E' } }),
  link: font('宋体', 10, { color: { argb: 'FF1F4E79' }, underline: true }),
} as const;

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
export const FILLS = {
  header: solid('FFDCE6F1'),
  item: solid('FFEEF3F9'),
  criterion: solid('FFF7F9FC'),
  input: solid('FFFFFDE9'),
  grey: solid('FFE7E6E6'),
} as const;

const TOP: Partial<Alignment> = { vertical: 'middle', wrapText: true };
export const ALIGN = {
  left: { ...TOP, horizontal: 'left' },
  center: { ...TOP, horizontal: 'center' },
} as const;

export interface Look {
  readonly font?: Partial<Font>;
  readonly fill?: Fill;
  readonly align?: Partial<Alignment>;
  /** Whether people may type here while the sheet is protected. */
  readonly input?: boolean;
  readonly format?: string;
}

export function dress(cell: Cell, { font: face = FONTS.body, fill, align = ALIGN.left, input, format }: Look): void {
  cell.font = face;
  cell.alignment = align;
  cell.border = BOX;
  cell.protection = { locked: !input };
  if (fill ?? input) cell.fill = fill ?? FILLS.input;
  if (format !== undefined) cell.numFmt = format;
}

/** Merges a range and dresses every cell of it, so that no border is missing. */
export function dressRange(sheet: Worksheet, range: readonly [number, number, number, number], look: Look): Cell {
  const [top, left, bottom, right] = range;
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) dress(sheet.getCell(row, column), look);
  if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right);
  return sheet.getCell(top, left);
}

/** Widths of wide (Chinese) characters count two. */
export function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character.charCodeAt(0) > 0xff ? 2 : 1), 0);
}

const LINE_POINTS = 13.5;

/** Points that a text needs in so wide a cell. */
export function heightOf(text: string, columnWidth: number): number {
  const usable = Math.max(1, columnWidth - 1.5);
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line) * 0.97) / usable)), 0);
  return lines * LINE_POINTS + 4;
}

/** Makes rows together at least so high. */
export function atLeast(rows: readonly Row[], points: number): void {
  const total = rows.reduce((sum, row) => sum + (row.height ?? LINE_POINTS + 4), 0);
  const missing = Math.max(0, points - total) / Math.max(1, rows.length);
  for (const row of rows) row.height = Math.min(400, (row.height ?? LINE_POINTS + 4) + missing);
}
