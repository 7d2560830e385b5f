/** One unit's sheet while it is drawn from top to bottom: a formula names only cells that are there. */
import { formatExact, type Rational, type ScoredUnit } from '@kaohe/scoring';
import { call, type Expression, expression, type GridCell, type Operand, over, times, when } from './expression.js';
import { Grid } from './grid.js';
import type { Ends } from './group-formulas.js';
import { scaled, shownMarks, whole } from './scale.js';
import { type UnitPlace, weightOf } from './unit-context.js';

export const COLUMNS = {
  row: 1,
  clause: 2,
  quote: 3,
  rule: 4,
  first: 5,
  second: 6,
  least: 7,
  most: 8,
  countedLeast: 9,
  countedMost: 10,
  marksLeast: 11,
  marksMost: 12,
  note: 13,
} as const;
const HEADS =
  '序号 条款 评分标准（原文） 计算 ①最少 ②最多 应计·最低 应计·最高 计入·最低 计入·最高 最低分 最高分 事实、说明'.split(
    ' ',
  );
const WIDTHS = [6, 13, 44, 34, 11, 11, 12, 12, 12, 12, 10, 10, 36];
const HEAD_ROW = 4;

export interface UnitDrawing {
  readonly place: UnitPlace;
  readonly scored: ScoredUnit;
  readonly grid: Grid;
  /** The cell with the unit's name. */
  readonly unit: GridCell;
  /** What every amount is multiplied by beside the scale. */
  readonly common: Operand;
  /** What the common denominator must hold. */
  readonly denominators: GridCell[];
  /** Clauses without a formula, each with why. */
  readonly untranslated: string[];
  /** What each clause asks for. */
  readonly asked: Map<string, Ends>;
  row: number;
}

/** An empty sheet with its heads. */
export function startDrawing(place: UnitPlace, scored: ScoredUnit, name: string): UnitDrawing {
  const grid = new Grid(name);
  const { unit, sheet } = scored.facts;
  const title = place.program.sheets.get(sheet)?.sheet.title ?? '';
  const widens = bringsDenominators(scored);
  const cell = grid.words([1, 1], unit, 'title');
  const factor = `${place.scale}${widens ? '×公分母' : ''}`;
  grid.words([2, 1], `${title}　应计、计入＝分数×${factor}，扣分为负；最低、最高是未核事项的两种极端。`, 'subtitle');
  grid.merged.push([1, 1, 1, HEADS.length], [2, 1, 2, HEADS.length]);
  for (const [index, head] of HEADS.entries()) grid.words([HEAD_ROW, index + 1], head, 'head');
  grid.widths.push(...WIDTHS);
  grid.frozen = [HEAD_ROW, 2];
  if (widens) grid.words([3, COLUMNS.rule], '公分母', 'note');
  const common = widens ? grid.formula([3, COLUMNS.first], 1) : 1;
  return {
    place,
    scored,
    grid,
    unit: cell,
    common,
    denominators: [],
    untranslated: [],
    asked: new Map(),
    row: HEAD_ROW + 1,
  };
}

/** Whether facts may bring denominators that no scale holds. */
function bringsDenominators({ items, sheet }: ScoredUnit): boolean {
  if (sheet.compiled.sheet.notApplicable === 'rescale') return true;
  const rules = items.flatMap(({ compiled }) => compiled.clauses.flatMap(({ clause }) => clause.rules));
  return rules.some((rule) => rule.kind === 'formula' || (rule.kind === 'per-step' && rule.partialStep === 'prorate'));
}

/** The common denominator, once all that it must hold are known. */
export function settleCommon({ common, denominators, place, scored }: UnitDrawing): void {
  if (typeof common !== 'object' || !('address' in common)) return;
  const held = denominators.map((cell) => when(call('ISNUMBER', cell), cell, 1));
  common.content = { kind: 'formula', formula: call('LCM', expression(1), ...rescaledBy(scored, place), ...held) };
}

/** What the engine's proration divides by, where marks left the denominator. */
function rescaledBy({ sheet, facts }: ScoredUnit, { program }: UnitPlace): number[] {
  if (sheet.compiled.sheet.notApplicable !== 'rescale') return [];
  const ends = [sheet.score.least, sheet.score.most, ...sheet.items.flatMap(({ start }) => [start.least, start.most])];
  const weight = weightOf(program, facts.sheet);
  return ends.map((end) => denominatorOf(end) * weight);
}

function denominatorOf(value: Rational): number {
  const [, denominator = '1'] = formatExact(value).split('/');
  return Number(/^\d+$/.test(denominator) ? denominator : '1');
}

/** Both ends in marks, as people read them. */
export function drawMarks(
  { grid, place, common }: UnitDrawing,
  row: number,
  { least, most }: Ends,
): readonly [GridCell, GridCell] {
  const scale =
    common === 1
      ? place.scale
      : ({ kind: 'binary', operator: '*', left: expression(place.scale), right: expression(common) } as const);
  return [
    grid.formula([row, COLUMNS.marksLeast], shownMarks(least, scale), 'marks'),
    grid.formula([row, COLUMNS.marksMost], shownMarks(most, scale), 'marks'),
  ];
}

/** A number of the engine's as the unit counts, where its denominator is in the common one. */
export function asFound({ place, common }: UnitDrawing, { n, d }: Rational): Expression {
  if (d === 0n) return expression(scaled({ n, d }, place.scale));
  const product = n * BigInt(place.scale);
  if (product % d === 0n) return times(whole(product / d), common);
  return over(times(whole(product), common), whole(d));
}
