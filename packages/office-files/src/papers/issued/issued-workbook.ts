/** An issued document as a workbook: what stands above, a sheet for each table, what stands below; every sheet printable. */
import type { Workbook, Worksheet } from '@protobi/exceljs';
import { escapeFormula } from '../../csv/injection.js';
import { columnLetters } from '../../problems/office-problem.js';
import { sheetNames } from '../../workbook/page-setup.js';
import { ALIGN, atLeast, FONTS, heightOf, type Look } from '../../workbook/sheet-style.js';
import { type PlacedCell, placedCells } from '../layout/merged-cells.js';
import { addPaperSheet, HEAD_ROW, put, rowHeight, workbookBytes } from '../layout/paper-sheet.js';
import type { IssuedDocument, IssuedPart, IssuedTable } from './issued-document.js';

/** Widths of all columns together, in characters, on a page that lies on its side. */
const WIDE = 138;
const TOP: Look = { align: { ...ALIGN.left, vertical: 'top' } };
const TOP_CENTERED: Look = { align: { ...ALIGN.center, vertical: 'top' } };

export function issuedWorkbook(document: IssuedDocument): Promise<Uint8Array> {
  const { title, madeOn, above, tables, below } = document;
  return workbookBytes({ title, madeOn }, (workbook) => {
    if (above.length > 0) addLines(workbook, '正文', [{ heading: title, lines: above }]);
    const names = sheetNames(tables.map(({ annex }) => annex ?? '表格'));
    for (const [index, table] of tables.entries())
      drawTable(workbook, { table, title: table.title ?? title, name: names[index] ?? '表格' });
    if (below.length > 0) addLines(workbook, '附则', below);
  });
}

interface NewTable {
  readonly table: IssuedTable;
  readonly title: string;
  readonly name: string;
}

function drawTable(workbook: Workbook, { table, title, name }: NewTable): void {
  const { annex, subtitle, columns, rows, note } = table;
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => Math.max(5, Math.round((weight * WIDE) / whole)));
  const sheet = addPaperSheet(workbook, {
    name,
    title,
    subtitle: [annex, subtitle].filter((text) => text !== undefined).join('　　'),
    orientation: 'landscape',
    heads: columns.map(({ head }) => head),
    widths,
  });
  const placed = placedCells(rows);
  for (const one of placed) drawCell(sheet, one);
  drawHeights(sheet, placed, widths);
  const last = HEAD_ROW + rows.length + (note ? 1 : 0);
  if (note) drawNote(sheet, { note, row: last, widths });
  // The library writes the first `$` of each end itself.
  sheet.pageSetup.printArea = `A$1:${columnLetters(columns.length)}$${last}`;
}

function drawCell(sheet: Worksheet, { cell, row, column }: PlacedCell): void {
  const [top, left] = [HEAD_ROW + 1 + row, column + 1];
  const { text, align, down = 1, across = 1 } = cell;
  const look = align === 'center' ? TOP_CENTERED : TOP;
  put(sheet, [top, left, top + down - 1, left + across - 1], { text, look });
}

/** First what stands in one row, then the rows that a merged cell needs. */
function drawHeights(sheet: Worksheet, placed: readonly PlacedCell[], widths: readonly number[]): void {
  const single = placed.filter(({ cell }) => (cell.down ?? 1) === 1);
  for (const row of new Set(placed.map((one) => one.row))) {
    const texts = single
      .filter((one) => one.row === row)
      .map(({ cell, column }) => [cell.text, widths[column] ?? 0] as const);
    sheet.getRow(HEAD_ROW + 1 + row).height = rowHeight(texts);
  }
  for (const { cell, row, column } of placed) {
    if ((cell.down ?? 1) === 1) continue;
    const rows = Array.from({ length: cell.down ?? 1 }, (_, index) => sheet.getRow(HEAD_ROW + 1 + row + index));
    atLeast(rows, heightOf(cell.text, widths[column] ?? 0));
  }
}

function drawNote(
  sheet: Worksheet,
  { note, row, widths }: { readonly note: string; readonly row: number; readonly widths: readonly number[] },
): void {
  put(sheet, [row, 1, row, widths.length], { text: note, look: { font: FONTS.small } });
  sheet.getRow(row).height = rowHeight([[note, widths.reduce((sum, one) => sum + one, 0)]]);
}

/** Width of a sheet of lines, in characters. */
const LINE_WIDTH = 92;

function addLines(workbook: Workbook, name: string, parts: readonly IssuedPart[]): void {
  const sheet = workbook.addWorksheet(name, { pageSetup: LINES_PAGE, views: [{ showGridLines: false }] });
  sheet.getColumn(1).width = LINE_WIDTH;
  const texts = parts.flatMap(({ heading, lines }) => [
    ...(heading ? [{ text: heading, font: FONTS.item }] : []),
    ...lines.map((text) => ({ text, font: FONTS.body })),
  ]);
  for (const [index, { text, font }] of texts.entries()) {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = escapeFormula(text);
    cell.font = font;
    cell.alignment = ALIGN.left;
    sheet.getRow(index + 1).height = rowHeight([[text, LINE_WIDTH]]);
  }
}

const LINES_PAGE = {
  paperSize: 9,
  orientation: 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.8, right: 0.8, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.35 },
} as const;
