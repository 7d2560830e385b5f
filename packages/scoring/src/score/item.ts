/** One item: full marks less what its clauses ask, never below zero (小项扣分到本大项分数扣完为止). */

import type { Interval } from '../exact/interval.js';
import { add, most as larger, negate, type Rational } from '../exact/rational.js';
import type { UnitFacts } from '../facts/facts.js';
import type { ItemProgram } from '../scheme/program.js';
import { type AskedClause, askClause } from './clause.js';
import { settleGroups, type Taken, takenOf } from './groups.js';

export interface ScoredClause extends AskedClause {
  readonly taken: Taken;
  /** What is left of what the clause asks once its group is settled. */
  readonly counted: Interval;
  /** What the clause really moves, once groups and the item's floor have had their say: zero or negative. */
  readonly applied: Interval;
}

export interface ScoredItem {
  readonly compiled: ItemProgram;
  readonly score: Interval;
  readonly clauses: readonly ScoredClause[];
}

const ALWAYS: Taken = { least: 'asked', most: 'asked' };

/** The item's score and, clause by clause in printed order, what each asked and what was applied. */
export function scoreItem(compiled: ItemProgram, facts: UnitFacts): ScoredItem {
  const asked = compiled.clauses.map((clause) => askClause(clause, facts, compiled.fullMarks));
  const settled = settleGroups(compiled, new Map(asked.map((one) => [one.compiled.clause.id, one])));
  let left: Interval = { least: compiled.fullMarks, most: compiled.fullMarks };
  const clauses = asked.map((one): ScoredClause => {
    const taken = settled.get(one.compiled.clause.id) ?? ALWAYS;
    const counted = takenOf(one.asked, taken);
    const applied = { least: applyTo(left.least, counted.least), most: applyTo(left.most, counted.most) };
    left = { least: add(left.least, applied.least), most: add(left.most, applied.most) };
    return { ...one, taken, counted, applied };
  });
  return { compiled, score: left, clauses };
}

/** As much of a deduction as is left to take. */
function applyTo(left: Rational, asked: Rational): Rational {
  return larger(asked, negate(left));
}
