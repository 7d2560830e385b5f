/** The first sheet: what to do, what holds for the whole file, and the way to every other sheet. */

import type { Program } from '@kaohe/scoring';
import type { Worksheet } from '@protobi/exceljs';
import { type FactLine, factLine } from '../facts/fact-line.js';
import type { PlacedLine } from '../facts/line-reader.js';
import { SUBJECTS } from '../facts/subjects.js';
import { UNMENTIONED } from '../facts/vocabulary.js';
import type { SheetCells } from '../ooxml/workbook-cells.js';
import type { OfficeProblem } from '../problems/office-problem.js';
import { setPrintArea } from './page-setup.js';
import { usable } from './read-clause-cells.js';
import { dateOfSerial } from './serial-date.js';
import { markText } from './sheet-ids.js';
import { ALIGN, dress, dressRange, FILLS, FONTS, heightOf } from './sheet-style.js';
import { choiceOf } from './validation.js';

export const COVER_NAME = '填写说明';
export const COVER_WIDTHS = [18, 44, 60];
const TITLE_ROW = 1;
const FIRST_FIELD = 3;
const VALUE = 3;

const FIELDS = [
  { subject: SUBJECTS.scheme, hint: '这份表所属的方案，不要改。', input: false },
  {
    subject: SUBJECTS.unmentioned,
    hint: '没有填的事实怎么看：“还没有核”，得分是一个范围；“都核过，没有问题”，按没有问题计分。',
    input: true,
  },
  { subject: SUBJECTS.asOf, hint: '事实截至哪一天，例如 2020-01-16。只影响事故的伤亡变化；可以不填。', input: true },
] as const;

const STEPS = [
  '1. 每个单位一张表，照印发的细则表逐条填写。黄色格填写，灰色格不填。只填事实（有没有、几次、几家、分子分母），不填扣分，得分由系统计算。',
  '2. 一行核过、没有（别的）问题，在“已核”选“是”。没有选“是”又没有填事实的，算没有核，得分是一个范围，不算没有问题。',
  '3. 没有考核对象的（如没有煤矿），在“不适用”写理由。',
  '4. 事故、约谈、加分、指标和评分写在各自的表里，一件事只写一次；由它们得出的条款是灰色的。',
  '5. 请不要改动表头、删除隐藏的 A 列、在格里写公式。可以删去不用的单位的表；可以在最右边加自己的列。',
  '6. 计分：kaohe score 方案 本文件。有一处不对，整份都不采用；加上 --errors 文件名，会得到同一份表，最后一列写明错在哪里。',
  '附 English: one sheet per unit; fill in the yellow cells, facts only, never points. 已核 = looked at, nothing (else) found. With anything wrong, nothing is taken.',
];

/** Draws the sheet; the range that holds the names of the units, for lists in other sheets. */
export function drawCover(
  sheet: Worksheet,
  { scheme }: Program,
  content: {
    readonly lines: readonly FactLine[];
    readonly sheets: readonly { readonly unit?: string; readonly sheet: string }[];
  },
): string {
  sheet.getCell(1, 1).value = markText({ kind: 'cover' });
  dressRange(sheet, [TITLE_ROW, 2, TITLE_ROW, 4], { font: FONTS.title, align: ALIGN.center }).value = scheme.title;
  sheet.getRow(TITLE_ROW).height = heightOf(scheme.title, 70) * 1.6;
  dressRange(sheet, [2, 2, 2, 4], {
    font: FONTS.header,
    fill: FILLS.header,
  }).value = `事实填写表　${scheme.documentNumber ?? ''}`;
  for (const [index, field] of FIELDS.entries())
    drawField(sheet, FIRST_FIELD + index, { ...field, lines: content.lines });
  let at = FIRST_FIELD + FIELDS.length;
  for (const step of STEPS) {
    dressRange(sheet, [at, 2, at, 4], {}).value = step;
    sheet.getRow(at).height = heightOf(step, 120) + 3;
    at += 1;
  }
  return drawContents(sheet, at, content.sheets);
}

function drawField(
  sheet: Worksheet,
  at: number,
  { subject, hint, input, lines }: (typeof FIELDS)[number] & { readonly lines: readonly FactLine[] },
): void {
  sheet.getCell(at, 1).value = subject;
  const [label, value, remark] = [sheet.getCell(at, 2), sheet.getCell(at, VALUE), sheet.getCell(at, 4)];
  label.value = subject;
  dress(label, { font: FONTS.header });
  value.value = lines.find((line) => line.subject === subject)?.value ?? '';
  dress(value, { input, ...(input && { format: '@' }) });
  const choices = subject === SUBJECTS.unmentioned ? choiceOf(Object.values(UNMENTIONED)) : undefined;
  if (choices) value.dataValidation = choices;
  remark.value = hint;
  dress(remark, { font: FONTS.small });
  sheet.getRow(at).height = Math.max(20, heightOf(hint, 60));
}

function drawContents(
  sheet: Worksheet,
  top: number,
  sheets: readonly { readonly unit?: string; readonly sheet: string }[],
): string {
  for (const [column, text] of [
    [2, '工作表'],
    [3, '单位'],
    [4, '填写进度（自己记）'],
  ] as const) {
    const cell = sheet.getCell(top, column);
    cell.value = text;
    dress(cell, { font: FONTS.header, fill: FILLS.header, align: ALIGN.center });
  }
  for (const [index, one] of sheets.entries()) {
    const row = top + 1 + index;
    const link = sheet.getCell(row, 2);
    link.value = { text: one.sheet, hyperlink: `#'${one.sheet.replaceAll("'", "''")}'!B1` };
    dress(link, { font: FONTS.link });
    sheet.getCell(row, 3).value = one.unit ?? '';
    dress(sheet.getCell(row, 3), {});
    dress(sheet.getCell(row, 4), { input: true });
  }
  const bottom = top + sheets.length;
  setPrintArea(sheet, COVER_WIDTHS.length, bottom);
  const units = sheets.filter(({ unit }) => unit !== undefined).length;
  return `'${COVER_NAME}'!$C$${top + 1}:$C$${top + Math.max(1, units)}`;
}

/** The fields of the sheet as lines, by the ids of their rows. */
export function readCover(
  sheet: SheetCells,
  { problems, from1904 }: { readonly problems: OfficeProblem[]; readonly from1904: boolean },
): PlacedLine[] {
  return [...sheet.rows].flatMap(([row, cells]) => {
    const field = FIELDS.find(({ subject }) => subject === cells.get(1)?.text);
    const cell = cells.get(VALUE);
    if (!field || !cell || !usable({ problems }, cell, { sheet: sheet.name, row, column: VALUE })) return [];
    const isDay = field.subject === SUBJECTS.asOf && cell.kind === 'number';
    const value = (isDay ? dateOfSerial(cell.text, from1904) : undefined) ?? cell.text;
    const columns = new Map([['value', VALUE] as const]);
    return [{ line: factLine({ subject: field.subject, value }), sheet: sheet.name, row, columns }];
  });
}

export const isCoverLine = ({ subject, unit, note, evidence }: FactLine): boolean =>
  FIELDS.some((field) => field.subject === subject) && `${unit}${note}${evidence}` === '';
