/** One unit's sheet: the printed table, one line for each thing that is asked. */
import type { DataValidation, Worksheet } from '@protobi/exceljs';
import type { Cell } from '../ooxml/workbook-cells.js';
import type { Field } from './field.js';
import { setPrintArea } from './page-setup.js';
import { ALL_CLOSED_ID, BONUS_ROW, fieldId, greyId, HEADER_ID, markText, rowId } from './sheet-ids.js';
import { ALIGN, atLeast, dress, dressRange, FILLS, FONTS, heightOf } from './sheet-style.js';
import type { UnitLine } from './unit-layout.js';
import { factValidation, YES_ONLY } from './validation.js';

/** Columns of the sheet; A holds the ids. */
export const UNIT_COLUMNS = {
  row: 2,
  clause: 3,
  quote: 4,
  label: 5,
  fact: 6,
  unit: 7,
  notApplicable: 8,
  closed: 9,
  note: 10,
  evidence: 11,
} as const;
export const UNIT_HEADERS: { readonly [Key in keyof typeof UNIT_COLUMNS]: string } = {
  row: '序号',
  clause: '条款',
  quote: '扣分条款原文',
  label: '填写内容',
  fact: '事实（填写）',
  unit: '计量单位',
  notApplicable: '不适用（写理由）',
  closed: '已核',
  note: '备注',
  evidence: '佐证',
};
export const UNIT_WIDTHS = [5.5, 7.5, 40, 30, 12, 8.5, 14, 6.5, 24, 12];
const { row: ROW, clause: CLAUSE, quote: QUOTE, label: LABEL, fact: FACT, unit: UNIT } = UNIT_COLUMNS;
const { notApplicable: EXEMPT, closed: CLOSED, note: NOTE, evidence: EVIDENCE } = UNIT_COLUMNS;
export const HEADER_ROW = 4;
const widthOf = (from: number, to: number) =>
  UNIT_WIDTHS.slice(from - 2, to - 1).reduce((sum, width) => sum + width, 0);

export interface UnitSheet {
  readonly unit: string;
  readonly title: string;
  readonly subtitle: string;
  readonly lines: readonly UnitLine[];
  /** Rows that are closed; `all`: everything. */
  readonly closed: ReadonlySet<string> | 'all';
}

export function drawUnitSheet(sheet: Worksheet, { unit, title, subtitle, lines, closed }: UnitSheet): void {
  drawHead(sheet, { unit, title, subtitle, allClosed: closed === 'all' });
  const rows = closed === 'all' ? new Set<string>() : closed;
  let at = HEADER_ROW + 1;
  for (const line of lines) at = drawLine(sheet, at, { line, closed: rows });
  drawBonus(sheet, at, rows.has(BONUS_ROW));
  dressRange(sheet, [at + 1, ROW, at + 1, EVIDENCE], {
    align: { ...ALIGN.left, vertical: 'bottom' },
  }).value =
    '考核组组长签字：　　　　　　　　　　考核组成员签字：　　　　　　　　　　　　　　　　　　　日期：　　　　年　　月　　日';
  sheet.getRow(at + 1).height = 34;
  setPrintArea(sheet, UNIT_WIDTHS.length, at + 1);
}

function drawHead(
  sheet: Worksheet,
  { unit, title, subtitle, allClosed }: { unit: string; title: string; subtitle: string; allClosed: boolean },
): void {
  sheet.getCell(1, 1).value = markText({ kind: 'unit', unit });
  for (const [row, text, font, height] of [
    [1, title, FONTS.title, 30],
    [2, subtitle, FONTS.subtitle, 18],
  ] as const) {
    sheet.mergeCells(row, ROW, row, EVIDENCE);
    const cell = sheet.getCell(row, ROW);
    cell.value = text;
    cell.font = font;
    cell.alignment = ALIGN.center;
    sheet.getRow(row).height = height;
  }
  sheet.getCell(3, 1).value = ALL_CLOSED_ID;
  dressRange(sheet, [3, ROW, 3, EXEMPT], { align: { ...ALIGN.left, horizontal: 'right' } }).value =
    '全表都已核过，没有填写的都没有问题：选“是”（否则逐行在“已核”选“是”；没有核的行是“未知”，不算没有问题）';
  drawClosed(sheet, [3, 3], allClosed);
  dressRange(sheet, [3, NOTE, 3, EVIDENCE], { font: FONTS.small }).value =
    '黄色格填写，灰色格不填。只填事实，不填扣分。';
  sheet.getRow(3).height = 20;
  sheet.getCell(HEADER_ROW, 1).value = HEADER_ID;
  for (const [key, column] of Object.entries(UNIT_COLUMNS)) {
    const cell = sheet.getCell(HEADER_ROW, column);
    cell.value = UNIT_HEADERS[key as keyof typeof UNIT_COLUMNS];
    dress(cell, { font: FONTS.header, fill: FILLS.header, align: ALIGN.center });
  }
  sheet.getRow(HEADER_ROW).height = 30;
}

interface Drawn {
  readonly line: UnitLine;
  readonly closed: ReadonlySet<string>;
}

/** Draws a line from a row on; the next free row. */
function drawLine(sheet: Worksheet, at: number, { line, closed }: Drawn): number {
  switch (line.kind) {
    case 'item':
      dressRange(sheet, [at, ROW, at, EVIDENCE], { font: FONTS.item, fill: FILLS.item }).value = line.text;
      sheet.getRow(at).height = 22;
      return at + 1;
    case 'criterion':
      drawCriterion(sheet, at, { line, closed });
      return at + 1;
    case 'grey':
      drawGrey(sheet, at, line);
      return at + 1;
    default:
      return drawClause(sheet, at, line);
  }
}

type Of<Kind extends UnitLine['kind']> = Extract<UnitLine, { kind: Kind }>;

function drawCriterion(sheet: Worksheet, at: number, { line, closed }: Drawn & { line: Of<'criterion'> }): void {
  const { row, text, method, lines } = line;
  const bottom = at + lines - 1;
  sheet.getCell(at, 1).value = rowId(row.id);
  dressRange(sheet, [at, ROW, bottom, ROW], { align: { ...ALIGN.center, vertical: 'top' } }).value = row.row;
  dressRange(sheet, [at, CLAUSE, at, EXEMPT], { fill: FILLS.criterion }).value = text;
  drawClosed(sheet, [at, bottom], closed.has(row.id));
  dressRange(sheet, [at, NOTE, at, EVIDENCE], { font: FONTS.small, fill: FILLS.criterion }).value = method;
  const height = Math.max(heightOf(text, widthOf(CLAUSE, EXEMPT)), heightOf(method, widthOf(NOTE, EVIDENCE)));
  sheet.getRow(at).height = Math.min(400, height);
}

function drawClosed(sheet: Worksheet, [top, bottom]: readonly [number, number], closed: boolean): void {
  const cell = dressRange(sheet, [top, CLOSED, bottom, CLOSED], { align: ALIGN.center, input: true });
  if (closed) cell.value = '是';
  cell.dataValidation = YES_ONLY;
}

function drawGrey(sheet: Worksheet, at: number, { clause, why }: Of<'grey'>): void {
  const { id, quote } = clause.clause;
  sheet.getCell(at, 1).value = greyId(id);
  drawQuote(sheet, [at, at], { id, quote });
  dressRange(sheet, [at, LABEL, at, EXEMPT], { font: FONTS.grey, fill: FILLS.grey }).value = why;
  dressRange(sheet, [at, NOTE, at, EVIDENCE], { fill: FILLS.grey });
  atLeast([sheet.getRow(at)], heightOf(quote, widthOf(QUOTE, QUOTE)));
}

function drawQuote(
  sheet: Worksheet,
  [top, bottom]: readonly [number, number],
  { id, quote }: { id: string; quote: string },
): void {
  const printed = id.slice(id.indexOf('/') + 1);
  dressRange(sheet, [top, CLAUSE, bottom, CLAUSE], { align: ALIGN.center }).value = printed;
  dressRange(sheet, [top, QUOTE, bottom, QUOTE], {}).value = quote;
}

function drawClause(sheet: Worksheet, at: number, { clause, lines, cells }: Of<'clause'>): number {
  const { id, quote } = clause.clause;
  const bottom = at + lines.length - 1;
  drawQuote(sheet, [at, bottom], { id, quote });
  for (const [index, field] of lines.entries()) drawField(sheet, at + index, { id, field, cell: cells?.values[index] });
  const columns = { [EXEMPT]: cells?.notApplicable, [NOTE]: cells?.note, [EVIDENCE]: cells?.evidence };
  for (const [column, text] of Object.entries(columns)) {
    const cell = dressRange(sheet, [at, Number(column), bottom, Number(column)], { input: true });
    if (text) cell.value = text;
  }
  const rows = lines.map((_, index) => sheet.getRow(at + index));
  atLeast(rows, Math.max(heightOf(quote, widthOf(QUOTE, QUOTE)), heightOf(cells?.note ?? '', widthOf(NOTE, NOTE))));
  return bottom + 1;
}

function drawField(
  sheet: Worksheet,
  at: number,
  { id, field, cell }: { readonly id: string; readonly field: Field; readonly cell: Cell | undefined },
): void {
  sheet.getCell(at, 1).value = fieldId(id, field);
  const label = sheet.getCell(at, LABEL);
  label.value = field.label;
  dress(label, {});
  const fact = sheet.getCell(at, FACT);
  const isWide = field.type.kind === 'text' || field.type.kind === 'absent';
  const format = field.type.kind === 'percent' ? { format: '0.##########%' } : {};
  dress(fact, { input: true, align: isWide ? ALIGN.left : ALIGN.center, ...format });
  if (cell) fact.value = cell.kind === 'number' ? Number(cell.text) : cell.text;
  const validation: DataValidation | undefined = factValidation(field);
  if (validation) fact.dataValidation = validation;
  const unit = sheet.getCell(at, UNIT);
  unit.value = field.unit ?? '';
  dress(unit, { font: FONTS.small, align: ALIGN.center });
  sheet.getRow(at).height = Math.max(
    heightOf(field.label, widthOf(LABEL, LABEL)),
    heightOf(cell?.text ?? '', widthOf(FACT, FACT)),
  );
}

/** Closing the bonus says that what is not in the list of deeds is not there. */
function drawBonus(sheet: Worksheet, at: number, closed: boolean): void {
  sheet.getCell(at, 1).value = rowId(BONUS_ROW);
  dressRange(sheet, [at, ROW, at, EXEMPT], { font: FONTS.item, fill: FILLS.item }).value =
    '加分：工作写在“加分”表；已经核过、没有（别的）加分的，选“是”';
  drawClosed(sheet, [at, at], closed);
  dressRange(sheet, [at, NOTE, at, EVIDENCE], { fill: FILLS.item });
  sheet.getRow(at).height = 22;
}
