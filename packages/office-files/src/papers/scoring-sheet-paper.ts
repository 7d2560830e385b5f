/** 评分表: the annex's table with 自评分, 考评分 and 扣分说明 beside it, blank or filled in; it lies on its side. */
import type { SheetColumnKind } from '@kaohe/scoring';
import { fitted } from './layout/fitted.js';
import { PAGES } from './layout/page.js';
import { type Cell, headCells, type Line, type Paper, type Table, titleLines } from './layout/paper.js';
import { dateOr } from './layout/words.js';
import { isScoredByRow, type PrintedItem, type PrintedRow, type PrintedSheet, rowsCovered } from './printed-sheet.js';

export interface ScoringSheetPaperData {
  readonly madeOn: string;
  readonly sheet: PrintedSheet;
  /** Left out on a blank form. */
  readonly unit?: string | undefined;
  readonly team?: string | undefined;
  /** Left out: the date is written by hand. */
  readonly signedOn?: string | undefined;
}

/** What the columns weigh against each other. */
const WEIGHTS: { readonly [Key in SheetColumnKind]: number } = {
  number: 500,
  item: 1250,
  name: 900,
  requirement: 2700,
  criterion: 3200,
  marks: 600,
  method: 1350,
  supplier: 1000,
  blank: 500,
};
const SCORE_WEIGHTS = [720, 720, 1710];
const SCORE_HEADS = ['自评分', '考评分', '扣分说明'];
const POINTS = 9;

export function scoringSheetPaper(data: ScoringSheetPaperData): Paper {
  const { madeOn, sheet, unit = '　　　　　　　　', team = '　　　　　　', signedOn } = data;
  return {
    title: data.unit ? `${sheet.title}（${data.unit}）` : sheet.title,
    madeOn,
    orientation: 'landscape',
    blocks: [
      ...(sheet.annex ? [small(sheet.annex, 'hei')] : []),
      ...titleLines([sheet.title]),
      small(`被考核单位：${unit}　　考核组：${team}`, 'fangsong'),
      sheetTable(
        sheet,
        `考核组组长（签字）：　　　　　　　　　　考核组成员（签字）：　　　　　　　　　　　　　　　　${dateOr(signedOn)}`,
      ),
    ],
  };
}

function small(text: string, face: 'hei' | 'fangsong'): Line {
  return { kind: 'line', runs: [{ text, face }], points: 12, align: 'left', pitch: 26, keepNext: face === 'hei' };
}

function sheetTable(sheet: PrintedSheet, signature: string): Table {
  const { columns, items } = sheet;
  // The signatures are the table's last row: on a page of their own they would sign nothing.
  const closing = [...closingCells(sheet), [{ text: `\n${signature}\n`, across: columns.length + SCORE_HEADS.length }]];
  return {
    kind: 'table',
    widths: fitted([...columns.map(({ kind }) => WEIGHTS[kind]), ...SCORE_WEIGHTS], PAGES.landscape.textWidth),
    points: POINTS,
    headRows: 1,
    vertical: 'top',
    rowPoints: 18,
    rows: [
      headCells([...columns.map(({ head }) => head), ...SCORE_HEADS]),
      ...items.flatMap((item) => item.rows.map((_, index) => itemCells(sheet, item, index))),
      totalCells(sheet),
      ...closing,
    ],
    keepNext: closing.length + 1,
  };
}

/** One row's cells; what a cell above covers is left out. */
function itemCells({ columns }: PrintedSheet, item: PrintedItem, index: number): Cell[] {
  const { rows } = item;
  const row = rows[index];
  if (!row) return [];
  const overItem = (cell: Cell): Cell[] => (index === 0 ? [{ ...cell, ...covering(rows.length) }] : []);
  const printed = columns.flatMap(({ kind }): Cell[] => {
    if (kind === 'item') return overItem({ text: item.name });
    if (kind === 'marks' && row.marks === undefined) return overItem({ text: item.marks, align: 'center' });
    if (kind !== 'requirement') return [plainCell(kind, row)];
    if (row.requirement === undefined && index > 0) return [];
    return [{ text: row.requirement ?? '', ...covering(rowsCovered(rows, index)) }];
  });
  const score = (text = ''): Cell[] => {
    const cell: Cell = { text, align: 'center' };
    return isScoredByRow(item) ? [cell] : overItem(cell);
  };
  return [...printed, ...score(item.selfScore), ...score(item.score), { text: row.why ?? '' }];
}

function covering(down: number): { down?: number } {
  return down > 1 ? { down } : {};
}

function plainCell(kind: Exclude<SheetColumnKind, 'item' | 'requirement'>, row: PrintedRow): Cell {
  switch (kind) {
    case 'number':
      return { text: row.number, align: 'center' };
    case 'marks':
      return { text: row.marks ?? '', align: 'center' };
    case 'name':
      return { text: row.name ?? '', align: 'center' };
    case 'blank':
      return { text: '' };
    default:
      return { text: row[kind] ?? '' };
  }
}

/** 合计 up to the marks, the marks and scores below their columns. */
function totalCells({ columns, fullMarks, selfScore = '', score = '' }: PrintedSheet): Cell[] {
  const at = columns.findIndex(({ kind }) => kind === 'marks');
  const after = columns.length - at - 1;
  const centre = (text: string): Cell => ({ text, align: 'center' });
  return [
    { text: '合计', align: 'center', face: 'hei', ...(at > 1 && { across: at }) },
    centre(fullMarks),
    ...(after > 0 ? [{ text: '', ...(after > 1 && { across: after }) }] : []),
    centre(selfScore),
    centre(score),
    { text: '' },
  ];
}

function closingCells({ columns, veto, note }: PrintedSheet): Cell[][] {
  const across = columns.length + SCORE_HEADS.length;
  const texts = [...(veto ? [`否决项：${veto}`] : []), ...(note ? [note] : [])];
  return texts.map((text) => [{ text, across }]);
}
