/** One unit's sheet as a workbook: the annex's table, deductions by row, and formulas that add them up to the score. */
import type { SheetColumnKind } from '@kaohe/scoring';
import type { Workbook, Worksheet } from '@protobi/exceljs';
import { columnLetters } from '../problems/office-problem.js';
import { sheetNames } from '../workbook/page-setup.js';
import { ALIGN, atLeast, FONTS, heightOf, type Look } from '../workbook/sheet-style.js';
import { addPaperSheet, CENTERED, closeSheet, HEAD_ROW, put, rowHeight, workbookBytes } from './layout/paper-sheet.js';
import { chineseDate } from './layout/words.js';
import { isScoredByRow, type PrintedItem, type PrintedRow, type PrintedSheet, rowsCovered } from './printed-sheet.js';
import { addText, less } from './result-rows.js';

export interface UnitSheetWorkbookData {
  readonly madeOn: string;
  readonly unit: string;
  readonly sheet: PrintedSheet;
}

const WIDTHS: { readonly [Key in SheetColumnKind]: number } = {
  number: 5,
  item: 12,
  name: 10,
  requirement: 27,
  criterion: 38,
  marks: 6,
  method: 14,
  supplier: 12,
  blank: 6,
};
/** At the top, as a page's end that cuts a merged cell would hide text in its middle. */
const TOP: Look = { align: { ...ALIGN.left, vertical: 'top' } };
const TOP_CENTERED: Look = { align: { ...ALIGN.center, vertical: 'top' } };
const CENTRED_KINDS: readonly SheetColumnKind[] = ['number', 'name', 'marks'];
const SCORE_HEADS = ['自评分', '扣分', '考评分', '扣分说明'];
const SCORE_WIDTHS = [7, 7, 7, 22];
const SIGNATURE =
  '考核组组长（签字）：　　　　　　　　　　考核组成员（签字）：　　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日';

/** Where a sheet's columns stand, from 1. */
interface Columns {
  readonly kinds: readonly SheetColumnKind[];
  readonly marks: number;
  readonly selfScore: number;
  readonly deducted: number;
  readonly score: number;
  readonly why: number;
}

export function unitSheetWorkbook({ madeOn, unit, sheet }: UnitSheetWorkbookData): Promise<Uint8Array> {
  const title = `${sheet.title}评分表`;
  return workbookBytes({ title: `${title}（${unit}）`, madeOn }, (workbook) =>
    drawSheet(workbook, { madeOn, unit, sheet }),
  );
}

function drawSheet(workbook: Workbook, { madeOn, unit, sheet }: UnitSheetWorkbookData): void {
  const kinds = sheet.columns.map(({ kind }) => kind);
  const after = kinds.length;
  const columns: Columns = {
    kinds,
    marks: kinds.indexOf('marks') + 1,
    selfScore: after + 1,
    deducted: after + 2,
    score: after + 3,
    why: after + 4,
  };
  const drawn = addPaperSheet(workbook, {
    name: sheetNames([unit])[0] ?? unit,
    title: sheet.title,
    subtitle: `被考核单位：${unit}　　满分：${sheet.fullMarks}分　　${chineseDate(madeOn)}`,
    orientation: 'landscape',
    heads: [...sheet.columns.map(({ head }) => head), ...SCORE_HEADS],
    widths: [...kinds.map((kind) => WIDTHS[kind]), ...SCORE_WIDTHS],
  });
  let at = HEAD_ROW + 1;
  for (const item of sheet.items) at = drawItem(drawn, { item, columns, top: at });
  drawTotals(drawn, { sheet, columns, row: at });
  at += 1;
  for (const text of [...(sheet.veto ? [`否决项：${sheet.veto}`] : []), ...(sheet.note ? [sheet.note] : [])]) {
    put(drawn, [at, 1, at, columns.why], { text, look: { font: FONTS.small } });
    const width = [...kinds.map((kind) => WIDTHS[kind]), ...SCORE_WIDTHS].reduce((sum, one) => sum + one, 0);
    drawn.getRow(at).height = rowHeight([[text, width]]);
    at += 1;
  }
  closeSheet(drawn, at, { columns: columns.why, signature: SIGNATURE });
}

interface DrawnItem {
  readonly item: PrintedItem;
  readonly columns: Columns;
  readonly top: number;
}

/** Draws an item's rows; the next free row. */
function drawItem(sheet: Worksheet, { item, columns, top }: DrawnItem): number {
  const bottom = top + item.rows.length - 1;
  for (const [index, row] of item.rows.entries()) {
    for (const [place, kind] of columns.kinds.entries()) drawCell(sheet, { item, index, kind }, [top, place + 1]);
    const at = top + index;
    put(sheet, [at, columns.deducted, at, columns.deducted], { text: row.deducted ?? '', look: TOP_CENTERED });
    put(sheet, [at, columns.why, at, columns.why], { text: row.why ?? '', look: { ...TOP, font: FONTS.small } });
    sheet.getRow(at).height = rowHeight([
      [row.criterion, WIDTHS.criterion],
      [row.why ?? '', SCORE_WIDTHS[3] ?? 0],
      [row.method ?? '', WIDTHS.method],
    ]);
  }
  for (const [index, { requirement }] of item.rows.entries()) {
    const covered = item.rows.slice(index, index + rowsCovered(item.rows, index));
    const rows = covered.map((_, place) => sheet.getRow(top + index + place));
    if (requirement !== undefined) atLeast(rows, heightOf(requirement, WIDTHS.requirement));
  }
  const ranges = isScoredByRow(item)
    ? item.rows.map((_, index) => [top + index, top + index] as const)
    : [[top, bottom] as const];
  for (const [first, last] of ranges) {
    put(sheet, [first, columns.selfScore, last, columns.selfScore], { text: item.selfScore ?? '', look: TOP_CENTERED });
    const formula = itemFormula(item, columns, [top, bottom]);
    put(sheet, [first, columns.score, last, columns.score], { text: item.score ?? '', formula, look: TOP_CENTERED });
  }
  return bottom + 1;
}

function drawCell(
  sheet: Worksheet,
  { item, index, kind }: { readonly item: PrintedItem; readonly index: number; readonly kind: SheetColumnKind },
  [top, column]: readonly [number, number],
): void {
  const row = item.rows[index];
  if (!row) return;
  const over = (from: number, rows: number, text: string) =>
    put(sheet, [from, column, from + rows - 1, column], {
      text,
      look: CENTRED_KINDS.includes(kind) ? TOP_CENTERED : TOP,
    });
  const isOverItem = kind === 'item' || (kind === 'marks' && row.marks === undefined);
  if (isOverItem) {
    if (index === 0) over(top, item.rows.length, kind === 'item' ? item.name : item.marks);
  } else if (kind === 'requirement') {
    if (row.requirement !== undefined || index === 0)
      over(top + index, rowsCovered(item.rows, index), row.requirement ?? '');
  } else over(top + index, 1, cellOf(row, kind));
}

function cellOf(row: PrintedRow, kind: Exclude<SheetColumnKind, 'item' | 'requirement'>): string {
  return kind === 'blank' ? '' : (row[kind] ?? '');
}

/** Marks less the deductions, not below nothing: only where that is the item's score. */
function itemFormula(
  item: PrintedItem,
  { marks, deducted }: Columns,
  [top, bottom]: readonly [number, number],
): string | undefined {
  const taken = item.rows.flatMap((row) => row.deducted ?? []);
  const hasOwnMarks = item.rows.some((row) => row.marks !== undefined);
  if (hasOwnMarks || item.score === undefined || less(item.marks, addText(taken)) !== item.score) return undefined;
  const letters = columnLetters(deducted);
  return `MAX(0,${columnLetters(marks)}${top}-SUM(${letters}${top}:${letters}${bottom}))`;
}

function drawTotals(
  drawn: Worksheet,
  { sheet, columns, row }: { readonly sheet: PrintedSheet; readonly columns: Columns; readonly row: number },
): void {
  const first = HEAD_ROW + 1;
  const sumOf = (column: number, texts: readonly (string | undefined)[], whole: string | undefined) => {
    const stated = texts.flatMap((text) => text ?? []);
    const isSum =
      whole !== undefined && stated.every((text) => /^\d+(?:\.\d+)?$/.test(text)) && addText(stated) === whole;
    const letters = columnLetters(column);
    return {
      text: whole ?? '',
      look: CENTERED,
      formula: isSum ? `SUM(${letters}${first}:${letters}${row - 1})` : undefined,
    };
  };
  const { items } = sheet;
  const taken = items.flatMap((item) => item.rows.map((one) => one.deducted));
  const stated = taken.flatMap((text) => text ?? []);
  const marks = items.flatMap((item) => {
    const own = item.rows.flatMap((one) => one.marks ?? []);
    return own.length > 0 ? own : [item.marks];
  });
  put(drawn, [row, 1, row, columns.marks - 1], { text: '合计', look: { font: FONTS.header, ...CENTERED } });
  put(drawn, [row, columns.marks, row, columns.marks], sumOf(columns.marks, marks, sheet.fullMarks));
  for (let column = columns.marks + 1; column < columns.selfScore; column += 1)
    put(drawn, [row, column, row, column], { text: '' });
  const selfScores = items.map(({ selfScore }) => selfScore);
  put(drawn, [row, columns.selfScore, row, columns.selfScore], sumOf(columns.selfScore, selfScores, sheet.selfScore));
  const whole = stated.length > 0 ? addText(stated) : undefined;
  put(drawn, [row, columns.deducted, row, columns.deducted], sumOf(columns.deducted, taken, whole));
  put(
    drawn,
    [row, columns.score, row, columns.score],
    sumOf(
      columns.score,
      items.map(({ score }) => score),
      sheet.score,
    ),
  );
  put(drawn, [row, columns.why, row, columns.why], { text: '' });
  drawn.getRow(row).height = 24;
}
