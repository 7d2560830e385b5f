/**
 * Marks as whole numbers. Every amount is its number of marks times the workbook's scale: the program's own, widened for marks that
 * assessors give with decimals. A unit whose facts bring a denominator no scale holds multiplies by a common one of its own.
 */
import {
  formatExact,
  getNumber,
  type Program,
  type Rational,
  type Rule,
  type Text,
  text,
  type UnitFacts,
} from '@kaohe/scoring';
import { above, below, call, type Expression, joined, type Operand, over, same, when } from './expression.js';

/** What no finite scale holds, or what the workbook has no formula for. */
export class Untranslatable extends Error {
  readonly text: Text;

  constructor(en: string, zh: string = en) {
    super(en);
    this.text = text(zh, en);
  }
}

/** Beyond every number a formula may meet; below it whole numbers are exact in every program. */
const BOUND = 1_000_000_000_000;
/** Less than everything wins over more than anything, as in the engine. */
export const MINUS_INFINITY = -100 * BOUND;
export const PLUS_INFINITY = 10 * BOUND;
/** So many times without end. */
export const ENDLESS = '∞';
/** Decimals a mark may have in a cell, or more where one has. */
const MARK_DECIMALS = 2;

export function workbookScale(program: Program, units: readonly UnitFacts[]): number {
  const rules = program.scheme.sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) => item.rows.flatMap((row) => row.clauses.flatMap((clause) => clause.rules))),
  );
  const marked = rules.some(({ kind }) => kind === 'judgement') || program.bonus.judged !== undefined;
  const factors = [...program.sheets.values()].flatMap((sheet) => sheet.parts.map(({ factor }) => factor.d));
  const decimals = Math.max(MARK_DECIMALS, ...units.flatMap(marksOf).map(decimalsOf));
  const wanted = [
    ...(marked ? factors.map((d) => d * 10n ** BigInt(decimals)) : []),
    ...rules.flatMap(boundScales(program)),
  ];
  const scale = wanted.reduce(leastCommonMultiple, program.scale);
  const size = scale * (program.fullMarks.n / program.fullMarks.d + 1n) * 100n;
  if (size > BigInt(BOUND))
    throw new Untranslatable(`the scale 1/${scale} is too fine for a workbook`, `刻度 1/${scale} 太细，工作簿算不准`);
  return Number(scale);
}

/** What assessors gave by judgement. */
function marksOf({ observations, bonus = [] }: UnitFacts): Rational[] {
  const seen = [...observations.values()].flatMap((one) => one.observations);
  return [...seen.flatMap((one) => (one?.kind === 'mark' ? [one.mark] : [])), ...bonus.map(({ points }) => points)];
}

/** Denominators of what a rule costs at its ends, where they are no amount of it. */
function boundScales({ scale }: Program): (rule: Rule) => bigint[] {
  return (rule) => {
    if (rule.kind === 'formula') return rule.terms.map(({ times: by }) => scale * getNumber(by).d);
    if (rule.kind !== 'per-step' || rule.partialStep !== 'prorate' || rule.direction !== 'below') return [];
    const [from, step] = [getNumber(rule.from), getNumber(rule.step)];
    return [scale * from.d * step.n];
  };
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** A number of marks as a whole number at the scale. */
export function scaled(marks: Rational | string, scale: number): number {
  const { n, d } = typeof marks === 'string' ? getNumber(marks) : marks;
  if (d === 0n) return n < 0n ? MINUS_INFINITY : PLUS_INFINITY;
  const product = n * BigInt(scale);
  if (product % d !== 0n) throw new Untranslatable(`${n}/${d} at 1/${scale}`, `${n}/${d} 不是刻度 1/${scale} 的整数倍`);
  return whole(product / d);
}

export function whole(value: bigint): number {
  const number = Number(value);
  if (Math.abs(number) > BOUND) throw new Untranslatable(`${value} is too large`, `${value} 太大，工作簿算不准`);
  return number;
}

/** The least power of ten that makes the number whole. */
export function decimalsOf(value: Rational): number {
  const [, decimals = ''] = formatExact(value).split('.');
  return decimals.length;
}

/** Marks as people read them: a decimal where one is exact, a fraction where none is. */
export function shownMarks(value: Operand, unitScale: Operand): Expression {
  const marks = over(value, unitScale);
  const divisor = call('GCD', call('ABS', value), unitScale);
  const text = joined(joined(over(value, divisor), '/'), over(unitScale, divisor));
  const bounded =
    typeof unitScale === 'number' && isDecimal(unitScale)
      ? marks
      : when(hasDecimal(over(unitScale, divisor)), marks, text);
  return when(below(value, -BOUND), `-${ENDLESS}`, when(above(value, BOUND), ENDLESS, bounded));
}

/** Six decimals hold what a cell shows; a value that needs more stays a fraction. */
const hasDecimal = (denominator: Expression) => same(call('MOD', SHOWN, denominator), 0);
const SHOWN = 1_000_000;

function isDecimal(scale: number): boolean {
  return SHOWN % scale === 0;
}
