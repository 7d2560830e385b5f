/** 汇总表: every unit's parts, bonus, total, grade and rank, districts before departments; for the office only. */

import type { Bonus } from '@kaohe/scoring';
import type { Worksheet } from '@protobi/exceljs';
import { columnLetters } from '../problems/office-problem.js';
import { ALIGN, FILLS, FONTS } from '../workbook/sheet-style.js';
import { addPaperSheet, CENTERED, closeSheet, HEAD_ROW, put, rowHeight, workbookBytes } from './layout/paper-sheet.js';
import { chineseDate, chineseNumber } from './layout/words.js';
import { sectionsOf } from './order.js';
import type { SummaryUnit } from './result-rows.js';
import { addText } from './result-rows.js';

export interface SummaryPart {
  readonly id: string;
  /** 领导考核 */
  readonly name: string;
}

export interface SummaryWorkbookData {
  readonly madeOn: string;
  readonly title: string;
  /** The parts of all sheets, each once, in printed order. */
  readonly parts: readonly SummaryPart[];
  /** In administrative order. */
  readonly units: readonly SummaryUnit[];
  /** Whether the bonus stands in the year-end part already, or comes to the total. */
  readonly bonusBase: Bonus['base'];
  /** The most a total with its bonus may be; left out: no bound. */
  readonly ceiling?: string | undefined;
}

const SIGNATURE = '制表人（签字）：　　　　　　　　　　复核人（签字）：　　　　　　　　　　负责人（签字）：';
const WIDTHS = { number: 6, unit: 26, part: 12, bonus: 9, total: 13, grade: 16, rank: 9, note: 30 };

export function summaryWorkbook(data: SummaryWorkbookData): Promise<Uint8Array> {
  const { madeOn, title, parts, units } = data;
  const heads = ['序号', '单位', ...parts.map(({ name }) => name), '加分', '总分', '等次', '名次', '备注'];
  const { number, unit, part, bonus, total, grade, rank, note } = WIDTHS;
  const widths = [number, unit, ...parts.map(() => part), bonus, total, grade, rank, note];
  return workbookBytes({ title, madeOn }, (workbook) => {
    const subtitle = `内部资料，不作公布　　　${chineseDate(madeOn)}`;
    const sheet = addPaperSheet(workbook, { name: '汇总表', title, subtitle, orientation: 'landscape', heads, widths });
    const sections = sectionsOf(units);
    let at = HEAD_ROW + 1;
    for (const [index, section] of sections.entries()) {
      if (sections.length > 1) {
        const text = `${chineseNumber(index + 1)}、${section.name}（${section.units.length}个）`;
        put(sheet, [at, 1, at, widths.length], { text, look: { font: FONTS.item, fill: FILLS.item } });
        sheet.getRow(at).height = 22;
        at += 1;
      }
      for (const [place, one] of section.units.entries()) {
        drawUnit(sheet, { data, unit: one, number: `${place + 1}`, row: at });
        at += 1;
      }
    }
    closeSheet(sheet, at, { columns: widths.length, signature: SIGNATURE });
  });
}

interface DrawnUnit {
  readonly data: SummaryWorkbookData;
  readonly unit: SummaryUnit;
  readonly number: string;
  readonly row: number;
}

function drawUnit(sheet: Worksheet, { data, unit, number, row }: DrawnUnit): void {
  const parts = data.parts.map(({ id }) => unit.parts[id] ?? '—');
  const texts = [number, unit.unit, ...parts, unit.bonus, unit.total, unit.grade, unit.rank, unit.note];
  const total = 2 + parts.length + 2;
  for (const [index, text] of texts.entries()) {
    const column = index + 1;
    const isText = column === 2 || column === texts.length;
    put(sheet, [row, column, row, column], {
      text,
      look: isText ? { align: ALIGN.left } : CENTERED,
      ...(column === total && { formula: totalFormula(data, unit, row) }),
    });
  }
  sheet.getRow(row).height = rowHeight([
    [unit.unit, WIDTHS.unit],
    [unit.note, WIDTHS.note],
    [unit.grade, WIDTHS.grade],
  ]);
}

/** The sum that gives the total; undefined where the total is no sum of what the row shows. */
function totalFormula(
  { parts, bonusBase, ceiling }: SummaryWorkbookData,
  unit: SummaryUnit,
  row: number,
): string | undefined {
  const stated = parts.flatMap(({ id }) => unit.parts[id] ?? []);
  const addends = bonusBase === 'composite' ? [...stated, unit.bonus] : stated;
  if (!addends.every((text) => /^-?\d+(?:\.\d+)?$/.test(text))) return undefined;
  const cells = `C${row}:${columnLetters(2 + parts.length)}${row}`;
  const formula =
    bonusBase === 'composite' ? `SUM(${cells})+${columnLetters(3 + parts.length)}${row}` : `SUM(${cells})`;
  const sum = addText(addends);
  if (sum === unit.total) return formula;
  const isCapped = bonusBase === 'composite' && unit.total === ceiling && Number(sum) > Number(ceiling);
  return isCapped ? `MIN(${formula},${ceiling})` : undefined;
}
