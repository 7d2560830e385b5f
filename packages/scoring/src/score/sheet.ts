/** A sheet: the sum of its items, what they carry below zero, and the marks of what does not apply. */
import { addIntervals, type Interval, mapInterval, point, scaleInterval } from '../exact/interval.js';
import { divide, most, type Rational, subtract, sum, ZERO } from '../exact/rational.js';
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
  readonly score: Interval;
}

/** The sheet on a unit's facts. */
export function scoreSheet(compiled: SheetProgram, facts: UnitFacts, revise: Revise): ScoredSheet {
  const items = compiled.items.map((item) => scoreItem(item, facts, revise));
  const scores = items.map((item) => item.score).reduce(addIntervals, point(ZERO));
  const carried = items.map((item) => item.carried).reduce(addIntervals, point(ZERO));
  const carries = compiled.items.some(({ item }) => item.floor === 'carry');
  const all = addIntervals(scores, carried);
  const raised = carries ? mapInterval(all, (end) => most(end, ZERO)) : all;
  const rescaled = rescaling(compiled, items);
  const base = { compiled, items, sum: raised };
  return rescaled ? { ...base, rescaled, score: scaleInterval(raised, rescaled) } : { ...base, score: raised };
}

/** What marks that left the denominator multiply the rest by; where nothing applies there is nothing to multiply. */
function rescaling(compiled: SheetProgram, items: readonly ScoredItem[]): Rational | undefined {
  const gone = sum(items.map((item) => subtract(item.compiled.fullMarks, item.fullMarks)));
  const left = subtract(compiled.fullMarks, gone);
  return gone.n === 0n || left.n <= 0n ? undefined : divide(compiled.fullMarks, left);
}
