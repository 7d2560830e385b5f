/** A sheet of the scheme as papers print it: its own columns, blank or with one unit's scores and deductions. */
import {
  type AssessmentItem,
  type Criterion,
  cellText,
  type Scheme,
  type Sheet,
  type SheetColumn,
  shownColumns,
  supplierNames,
  type UnitJson,
} from '@kaohe/scoring';
import { addText, type DeductionRow, deductionRows, scoreText } from './result-rows.js';

export interface PrintedRow {
  readonly number: string;
  readonly name?: string | undefined;
  /** Left out: the cell above covers this row too. */
  readonly requirement?: string | undefined;
  readonly criterion: string;
  readonly method?: string | undefined;
  /** 提供单位 */
  readonly supplier?: string | undefined;
  /** Marks of the row's own, where the document gives them. */
  readonly marks?: string | undefined;
  /** 扣分 */
  readonly deducted?: string | undefined;
  /** 扣分说明 */
  readonly why?: string | undefined;
}

export interface PrintedItem {
  readonly name: string;
  readonly marks: string;
  /** 自评分 */
  readonly selfScore?: string | undefined;
  /** 考评分 */
  readonly score?: string | undefined;
  readonly rows: readonly PrintedRow[];
}

export interface PrintedSheet {
  readonly annex?: string | undefined;
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly items: readonly PrintedItem[];
  readonly fullMarks: string;
  readonly selfScore?: string | undefined;
  readonly score?: string | undefined;
  /** 否决项, as quoted. */
  readonly veto?: string | undefined;
  /** 备注 */
  readonly note?: string | undefined;
}

export interface SheetFilling {
  readonly unit: UnitJson;
  /** By the id of the item. */
  readonly selfScores?: Readonly<Record<string, string>> | undefined;
  /** What assessors wrote, by clause. */
  readonly notes?: Readonly<Record<string, string>> | undefined;
}

/** The sheet blank, or filled with a unit's result and its own scores; undefined where the scheme has no such sheet. */
export function printedSheet(scheme: Scheme, sheetId: string, filling?: SheetFilling): PrintedSheet | undefined {
  const sheet = scheme.sheets.find(({ id }) => id === sheetId);
  if (!sheet) return undefined;
  const { title, annex, note, fullMarks } = sheet;
  const deductions = filling ? deductionRows(filling.unit, scheme, filling.notes) : [];
  const selfScores = sheet.items.map(({ id }) => filling?.selfScores?.[id]);
  const own = selfScores.filter((score): score is string => score !== undefined);
  const veto = scheme.vetoes.map(({ quote }) => quote).join('；');
  return {
    ...(annex && { annex }),
    title,
    columns: columnsOf(sheet),
    items: sheet.items.map((item, index) => printedItem(item, { filling, deductions, selfScore: selfScores[index] })),
    fullMarks,
    ...(own.length > 0 && own.length === sheet.items.length && { selfScore: addText(own) }),
    ...(filling && { score: scoreText(filling.unit.sheetScore) }),
    ...(veto && { veto }),
    ...(note && { note }),
  };
}

/** The columns a paper fills; marks have one even where the document prints none, as scores stand against them. */
function columnsOf({ columns }: Sheet): SheetColumn[] {
  return withMarks(shownColumns(columns));
}

export function withMarks(columns: SheetColumn[]): SheetColumn[] {
  return columns.some(({ kind }) => kind === 'marks') ? columns : [...columns, { head: '分值', kind: 'marks' }];
}

interface ItemFilling {
  readonly filling: SheetFilling | undefined;
  readonly deductions: readonly DeductionRow[];
  readonly selfScore: string | undefined;
}

/** Where rows have marks of their own, the item's stand with its name, as printed. */
function printedItem(item: AssessmentItem, { filling, deductions, selfScore }: ItemFilling): PrintedItem {
  const hasRowMarks = item.rows.some((row) => row.fullMarks !== undefined);
  const scored = filling?.unit.items.find(({ id }) => id === item.id);
  return {
    name: hasRowMarks ? item.marksQuote : item.name,
    marks: item.fullMarks,
    ...(selfScore !== undefined && { selfScore }),
    ...(scored && { score: scoreText(scored.score) }),
    rows: item.rows.map((row) => printedRow(row, deductions)),
  };
}

function printedRow(row: Criterion, deductions: readonly DeductionRow[]): PrintedRow {
  const ids = new Set(row.clauses.map(({ id }) => id));
  const own = deductions.filter(({ clause }) => ids.has(clause));
  const supplier = supplierNames(row).join('、');
  return {
    number: row.row,
    ...(row.name && { name: row.name }),
    ...(row.requirement !== undefined && { requirement: cellText(row.requirement) }),
    criterion: cellText(row.criterion),
    ...(row.method !== undefined && { method: cellText(row.method) }),
    ...(supplier !== '' && { supplier }),
    ...(row.fullMarks !== undefined && { marks: row.fullMarks }),
    ...(own.length > 0 && {
      deducted: addText(own.map(({ points }) => points)),
      why: own.map(({ points, observed }) => `扣${points}分：${observed}`).join('\n'),
    }),
  };
}

/** How many rows a cell covers: down to the next row that has its own. */
export function rowsCovered(rows: readonly PrintedRow[], from: number): number {
  const next = rows.findIndex((row, index) => index > from && row.requirement !== undefined);
  return (next < 0 ? rows.length : next) - from;
}

/** Whether scores are written row by row: where rows have marks and nobody scored the item as a whole. */
export function isScoredByRow({ rows, score, selfScore }: PrintedItem): boolean {
  return rows.some(({ marks }) => marks !== undefined) && score === undefined && selfScore === undefined;
}
