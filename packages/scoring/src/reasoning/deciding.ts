/** What still decides a unit's total and grade: each open row, part and the bonus, with how far it can move the total. */
import { compare, most, multiply, type Rational, subtract, ZERO } from '../exact/rational.js';
import { openParts, openRows } from '../outcome/result.js';
import type { Program } from '../scheme/program.js';
import type { AskedClause } from '../score/clause.js';
import { type ScoredUnit, scoreUnit } from '../score/unit.js';

export interface Deciding {
  /** A row id, a part id, or `bonus`. */
  readonly id: string;
  readonly kind: 'row' | 'part' | 'bonus';
  /** The most the total can move on it alone, in points of the total. */
  readonly swing: Rational;
  /** The grade limits that may lie in its hands, best first. */
  readonly limits: readonly string[];
}

/** Everything open that can still move the total, the widest swing first. */
export function stillDeciding(program: Program, scored: ScoredUnit): Deciding[] {
  const rows = openRows(scored.items).map((row) => decidingRow(program, scored, row));
  const others = openParts(scored).map((id) => decidingOther(program, scored, id));
  const found = [...rows, ...others].filter((one) => compare(one.swing, ZERO) > 0);
  return found.sort((a, b) => compare(b.swing, a.swing));
}

/** The unit scored with a row at its worst and at its best, all else as open as it is. */
function decidingRow(program: Program, scored: ScoredUnit, row: string): Deciding {
  const pinned = (end: 'least' | 'most') => {
    const pin = (asked: AskedClause): AskedClause =>
      asked.compiled.row.id === row ? { ...asked, asked: { least: asked.asked[end], most: asked.asked[end] } } : asked;
    return scoreUnit(program, scored.facts, pin).total;
  };
  const [worst, best] = [pinned('least'), pinned('most')];
  const swing = most(subtract(best.least, worst.least), subtract(best.most, worst.most));
  return { id: row, kind: 'row', swing, limits: limitsWithin(program, worst.least, best.most) };
}

function decidingOther(program: Program, scored: ScoredUnit, id: string): Deciding {
  const part = scored.parts.find((one) => one.compiled.part.id === id);
  const score = part?.score ?? scored.bonus.score;
  const sheet = scored.parts.find((one) => one.rating === undefined)?.compiled.factor;
  const width = subtract(score.most, score.least);
  const factor = part || program.scheme.bonus.base === 'composite' ? undefined : sheet;
  const swing = factor ? multiply(width, factor) : width;
  return {
    id,
    kind: part ? 'part' : 'bonus',
    swing,
    limits: limitsWithin(program, scored.total.least, scored.total.most),
  };
}

/** The grades whose limit lies above the one total and not above the other. */
function limitsWithin(program: Program, below: Rational, above: Rational): string[] {
  return program.bands
    .filter(({ from }) => from && compare(below, from) < 0 && compare(above, from) >= 0)
    .map((band) => band.grade);
}
