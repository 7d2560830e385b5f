/** A sheet: the sum of its items, what they carry below zero, and the marks of what does not apply. */
import { addIntervals, type Interval, mapInterval, point, scaleInterval } from '../exact/interval.js';
import {
  add,
  compare,
  divide,
  INFINITY,
  least,
  most,
  multiply,
  negate,
  type Rational,
  subtract,
  sum,
  ZERO,
} from '../exact/rational.js';
import type { UnitFacts } from '../facts/facts.js';
import type { SheetProgram } from '../scheme/program.js';
import { type Revise, type ScoredItem, scoreItem } from './item.js';

export interface ScoredSheet {
  readonly compiled: SheetProgram;
  readonly items: readonly ScoredItem[];
  /** Sum of the items and of what they carry. */
  readonly sum: Interval;
  /** Full marks ÷ the marks that apply, where marks left the denominator; absent where none did. */
  readonly rescaled?: Rational;
  /** The most marks that may yet leave: then the score is bounded, and no one factor makes it. */
  readonly mayLeave: Rational;
  readonly score: Interval;
}

/** Whether what items carry below zero holds the sheet at zero. */
const carriesOf = ({ items }: SheetProgram): boolean => items.some(({ item }) => item.floor === 'carry');

/** The sheet on a unit's facts. */
export function scoreSheet(compiled: SheetProgram, facts: UnitFacts, revise: Revise): ScoredSheet {
  const items = compiled.items.map((item) => scoreItem(item, facts, revise));
  const scores = items.map((item) => item.score).reduce(addIntervals, point(ZERO));
  const carried = items.map((item) => item.carried).reduce(addIntervals, point(ZERO));
  const all = addIntervals(scores, carried);
  const raised = carriesOf(compiled) ? mapInterval(all, (end) => most(end, ZERO)) : all;
  const mayLeave = sum(items.map((item) => item.mayLeave));
  const base = { compiled, items, sum: raised, mayLeave };
  if (mayLeave.n !== 0n) return { ...base, score: rescaledBounds(base) };
  const rescaled = rescaling(base);
  return rescaled ? { ...base, rescaled, score: scaleInterval(raised, rescaled) } : { ...base, score: raised };
}

type Unscaled = Omit<ScoredSheet, 'score' | 'rescaled'>;

/** What marks that left the denominator multiply the rest by; where nothing applies there is nothing to multiply. */
function rescaling(sheet: Unscaled): Rational | undefined {
  const { fullMarks } = sheet.compiled;
  const left = marksLeft(sheet);
  return compare(left, fullMarks) === 0 || left.n <= 0n ? undefined : divide(fullMarks, left);
}

/** The marks that apply, as far as is known. */
function marksLeft({ compiled, items }: Pick<Unscaled, 'compiled' | 'items'>): Rational {
  const gone = sum(items.map((item) => subtract(item.compiled.fullMarks, item.fullMarks)));
  return subtract(compiled.fullMarks, gone);
}

/**
 * The score while marks may yet leave: sum × full marks ÷ marks left. What the items give differs from the marks left by what they
 * lose and gain, which is bounded item by item; then one more mark that leaves only widens or only narrows it. Not both ends
 * need be reached.
 */
function rescaledBounds(sheet: Unscaled): Interval {
  const { compiled, items, mayLeave, sum: all } = sheet;
  const full = compiled.fullMarks;
  const left = { most: marksLeft(sheet), least: subtract(marksLeft(sheet), mayLeave) };
  const printed = subtract(sum(items.map((item) => item.compiled.fullMarks)), full);
  const scaled = (value: Rational, by: Rational) => (by.n > 0n ? divide(multiply(value, full), by) : endless(value));
  const above = add(printed, sum(items.map(mostAboveMarks)));
  const below = add(printed, sum(items.map(leastAboveMarks)));
  const high = add(full, scaled(above, above.n > 0n ? left.least : left.most));
  const low = add(full, scaled(below, below.n > 0n ? left.most : left.least));
  const ofSum = scaled(all.least, all.least.n > 0n ? left.most : left.least);
  const bounds = { least: most(low, ofSum), most: high };
  // With every mark gone nothing is multiplied.
  const whole = left.least.n > 0n ? bounds : { least: least(bounds.least, all.least), most: most(high, all.most) };
  return carriesOf(compiled) ? mapInterval(whole, (end) => most(end, ZERO)) : whole;
}

/** Shared by ever fewer marks, what is lost or gained has no bound. */
function endless(value: Rational): Rational {
  return value.n === 0n ? ZERO : multiply(INFINITY, value);
}

/** The most the item can give beyond the marks it is left with. */
function mostAboveMarks({ compiled, score, fullMarks, mayLeave, carried }: ScoredItem): Rational {
  const { start, floor, ceiling } = compiled.item;
  const now = subtract(score.most, fullMarks);
  const without = subtract(mayLeave, fullMarks);
  const reached = start === 'zero' ? add(now, mayLeave) : floor === 'none' ? now : most(now, without);
  return add(ceiling === 'none' ? reached : least(reached, ZERO), carried.most);
}

/** The least the item can give beyond the marks it is left with: what its clauses cost, never more than it has. */
function leastAboveMarks({ compiled, clauses, fullMarks }: ScoredItem): Rational {
  const { start, floor } = compiled.item;
  const cost = least(sum(clauses.map(({ counted }) => counted.least)), ZERO);
  const worst = start === 'zero' ? subtract(cost, fullMarks) : cost;
  return floor === undefined || floor === 'zero' ? most(worst, negate(fullMarks)) : worst;
}
