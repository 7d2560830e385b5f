/** A printed sheet of a workbook: A4, fitted to its width, its head on every page, numbers with the formulas that give them. */
import type { Workbook, Worksheet } from '@protobi/exceljs';
import { escapeFormula } from '../../csv/injection.js';
import { isStoredExactly } from '../../ooxml/decimal-text.js';
import { columnLetters } from '../../problems/office-problem.js';
import { ALIGN, dressRange, FONTS, heightOf, type Look } from '../../workbook/sheet-style.js';
import type { Orientation } from './page.js';
import { settled } from './settle.js';

export type Range = readonly [top: number, left: number, bottom: number, right: number];

export interface PaperSheet {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly orientation: Orientation;
  readonly heads: readonly string[];
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
}

export const HEAD_ROW = 3;
const MARGINS = { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.35 };

/** A new workbook, drawn on, as bytes. */
export async function workbookBytes(
  stated: { readonly title: string; readonly madeOn: string },
  draw: (workbook: Workbook) => void,
): Promise<Uint8Array> {
  // Only writing needs the library.
  const { default: exceljs } = await import('@protobi/exceljs');
  const workbook = new exceljs.Workbook();
  draw(workbook);
  return settled(new Uint8Array(await workbook.xlsx.writeBuffer()), stated);
}

/** The sheet with its title, subtitle and head drawn. */
export function addPaperSheet(workbook: Workbook, paper: PaperSheet): Worksheet {
  const { name, title, subtitle, orientation, heads, widths } = paper;
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: MARGINS,
      printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
    views: [{ state: 'frozen', xSplit: 2, ySplit: HEAD_ROW, showGridLines: false }],
  });
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
  const lines = [
    [title, FONTS.title, 32],
    [subtitle, FONTS.subtitle, 20],
  ] as const;
  for (const [index, [text, font, height]] of lines.entries()) {
    sheet.mergeCells(index + 1, 1, index + 1, widths.length);
    const cell = sheet.getCell(index + 1, 1);
    cell.value = escapeFormula(text);
    cell.font = font;
    cell.alignment = ALIGN.center;
    sheet.getRow(index + 1).height = height;
  }
  for (const [index, head] of heads.entries())
    put(sheet, [HEAD_ROW, index + 1, HEAD_ROW, index + 1], {
      text: head,
      look: { font: FONTS.header, align: ALIGN.center },
    });
  sheet.getRow(HEAD_ROW).height = 30;
  return sheet;
}

export interface Content {
  readonly text: string;
  /** Gives the same number; its result is stored beside it for programs that do not calculate. */
  readonly formula?: string | undefined;
  readonly look?: Look | undefined;
}

const NUMBER_FORMAT = '0.######';

/** Fills a range and draws the border of every cell in it. A number that a cell holds exactly is stored as one. */
export function put(sheet: Worksheet, range: Range, { text, formula, look = {} }: Content): void {
  const isNumber = isStoredExactly(text.replace(/^-/, ''));
  const cell = dressRange(sheet, range, isNumber && !isWhole(text) ? { ...look, format: NUMBER_FORMAT } : look);
  if (text === '') return;
  if (!isNumber) cell.value = escapeFormula(text);
  else cell.value = formula === undefined ? Number(text) : { formula, result: Number(text) };
}

function isWhole(text: string): boolean {
  return !text.includes('.');
}

export const CENTERED: Look = { align: ALIGN.center };

/** The row of signatures, and the area to print down to it. */
export function closeSheet(
  sheet: Worksheet,
  row: number,
  { columns, signature }: { columns: number; signature: string },
): void {
  dressRange(sheet, [row, 1, row, columns], { align: { ...ALIGN.left, vertical: 'middle' } }).value = signature;
  sheet.getRow(row).height = 36;
  // The library writes the first `$` of each end itself.
  sheet.pageSetup.printArea = `A$1:${columnLetters(columns)}$${row}`;
}

/** Points a row needs for texts in cells so wide. */
export function rowHeight(cells: readonly (readonly [text: string, width: number])[]): number {
  return Math.min(
    400,
    cells.reduce((most, [text, width]) => Math.max(most, heightOf(text, width)), 20),
  );
}
