/** A list sheet: title, a hint, the header, the rows that are there and room for more. */
import type { DataValidation, Worksheet } from '@protobi/exceljs';
import { isStoredExactly } from '../ooxml/decimal-text.js';
import type { ListRow } from './list-rows.js';
import type { ListColumn, ListSheet } from './list-sheets.js';
import { setPrintArea } from './page-setup.js';
import { HEADER_ID, markText } from './sheet-ids.js';
import { ALIGN, dress, FILLS, FONTS, heightOf } from './sheet-style.js';
import { choiceOf, countValidation, DECIMAL, decimalBetween } from './validation.js';

export const LIST_HEADER_ROW = 3;
const ROOM = 20;

export interface ListContent {
  readonly rows: readonly ListRow[];
  /** Where the names of the units stand, for a list of them. */
  readonly units: string;
}

export function drawListSheet(sheet: Worksheet, list: ListSheet, { rows, units }: ListContent): void {
  const { columns } = list;
  drawHead(sheet, list);
  const open = list.given.length > 0 ? 0 : ROOM;
  const bottom = LIST_HEADER_ROW + rows.length + open;
  for (let at = LIST_HEADER_ROW + 1; at <= bottom; at += 1) {
    const row = rows[at - LIST_HEADER_ROW - 1];
    for (const [index, column] of columns.entries())
      drawCell(sheet, [at, index], { list, column, text: row?.[index] ?? '' });
    const heights = columns.map(({ width }, index) => heightOf(row?.[index] ?? '', width));
    sheet.getRow(at).height = Math.min(400, Math.max(20, ...heights));
  }
  for (const [index, column] of columns.entries()) offer(sheet, { index, column, bottom, units });
  setPrintArea(sheet, columns.length, bottom);
}

function drawHead(sheet: Worksheet, { list, title, hint, columns }: ListSheet): void {
  sheet.getCell(1, 1).value = markText({ kind: 'list', list });
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  for (const [row, text, font] of [
    [1, title, FONTS.title],
    [2, hint, FONTS.subtitle],
  ] as const) {
    sheet.mergeCells(row, 2, row, columns.length + 1);
    const cell = sheet.getCell(row, 2);
    cell.value = text;
    cell.font = font;
    cell.alignment = row === 1 ? ALIGN.center : ALIGN.left;
    sheet.getRow(row).height = row === 1 ? Math.max(30, heightOf(text, total / 1.7) * 1.5) : heightOf(text, total) + 4;
  }
  sheet.getCell(LIST_HEADER_ROW, 1).value = HEADER_ID;
  for (const [index, { header }] of columns.entries()) {
    const cell = sheet.getCell(LIST_HEADER_ROW, index + 2);
    cell.value = header;
    dress(cell, { font: FONTS.header, fill: FILLS.header, align: ALIGN.center });
  }
  sheet.getRow(LIST_HEADER_ROW).height = 24;
}

interface Drawn {
  readonly list: ListSheet;
  readonly column: ListColumn;
  readonly text: string;
}

function drawCell(sheet: Worksheet, [row, index]: readonly [number, number], { list, column, text }: Drawn): void {
  const cell = sheet.getCell(row, index + 2);
  const isGiven = list.given.length > 0 && 'key' in column.part && ['unit', 'name'].includes(column.part.key);
  const isNumber = column.type.kind === 'number';
  dress(cell, {
    input: !isGiven,
    ...(isGiven && { fill: FILLS.criterion }),
    align: isNumber || column.choices ? ALIGN.center : ALIGN.left,
    ...(!isNumber && !isGiven && { format: '@' }),
  });
  if (text !== '') cell.value = isNumber && isStoredExactly(text) ? Number(text) : text;
}

/** Choices of a column, for all its rows. The names of units are offered from the first sheet, and another name is let in. */
function offer(
  sheet: Worksheet,
  of: { readonly index: number; readonly column: ListColumn; readonly bottom: number; readonly units: string },
): void {
  const { index, column, bottom, units } = of;
  const validation = validationOf(column, units);
  if (!validation) return;
  for (let row = LIST_HEADER_ROW + 1; row <= bottom; row += 1)
    sheet.getCell(row, index + 2).dataValidation = validation;
}

function validationOf({ choices, part, type, numbers }: ListColumn, units: string): DataValidation | undefined {
  if (choices && 'key' in part) return { type: 'list', allowBlank: true, formulae: [units], showErrorMessage: false };
  if (choices) return choiceOf(choices);
  if (type.kind !== 'number') return undefined;
  if (numbers === 'whole') return countValidation('');
  return numbers ? decimalBetween('0', numbers.most) : DECIMAL;
}
