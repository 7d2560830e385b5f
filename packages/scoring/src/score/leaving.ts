/**
 * Where the scheme rescales, rows with marks of their own that do not apply leave the item's marks: those that do not apply
 * already, and as long as rows are open those that may yet turn out not to.
 */
import type { Interval } from '../exact/interval.js';
import { add, isBounded, least, most, type Rational, subtract, sum, ZERO } from '../exact/rational.js';
import type { ItemProgram } from '../scheme/program.js';
import type { AskedClause } from './clause.js';

/** What the settled clauses move, in printed order. */
export interface CountedClause {
  readonly asked: AskedClause;
  readonly counted: Interval;
}

type Gone = (clause: AskedClause) => boolean;
const isGone: Gone = ({ notApplicable }) => notApplicable !== undefined;
const mayBeGone: Gone = (clause) => isGone(clause) || clause.mayNotApply;

/** Marks the item has on this unit: full marks less those of rows that do not apply. */
export function applicableMarks(compiled: ItemProgram, asked: readonly AskedClause[]): Rational {
  if (compiled.notApplicable !== 'rescale') return compiled.fullMarks;
  return marksWithout(compiled, asked, isGone);
}

/** The most marks that may yet leave. */
export function marksMayLeave(compiled: ItemProgram, asked: readonly AskedClause[]): Rational {
  if (compiled.notApplicable !== 'rescale') return ZERO;
  return subtract(marksWithout(compiled, asked, isGone), marksWithout(compiled, asked, mayBeGone));
}

function marksWithout(compiled: ItemProgram, asked: readonly AskedClause[], gone: Gone): Rational {
  if (asked.length > 0 && asked.every(gone)) return ZERO;
  const left = compiled.rowMarks.filter(({ id }) => isRowGone(asked, id, gone));
  return subtract(compiled.fullMarks, sum(left.map(({ marks }) => marks)));
}

function isRowGone(asked: readonly AskedClause[], row: string, gone: Gone): boolean {
  const own = asked.filter((one) => one.compiled.row.id === row);
  return own.length > 0 && own.every(gone);
}

export interface Marks {
  readonly compiled: ItemProgram;
  readonly fullMarks: Rational;
  readonly mayLeave: Rational;
  /** Whether full marks hold the item. */
  readonly topped: boolean;
}

/**
 * What the clauses are added to. In the worse world a row that may leave takes its marks along where these are more than it would
 * cost, and the full marks that hold the item sink by all that may leave.
 */
export function startOf(marks: Marks, clauses: readonly CountedClause[]): Interval {
  const { compiled, fullMarks, mayLeave, topped } = marks;
  const isFull = compiled.item.start !== 'zero';
  const start = isFull ? fullMarks : ZERO;
  if (mayLeave.n === 0n) return { least: start, most: start };
  const worst = sum(clauses.map(({ counted }) => counted.least));
  const taken = isFull ? takenAlong(marks, clauses) : start;
  const sunk = topped && isBounded(worst) ? subtract(subtract(fullMarks, mayLeave), worst) : taken;
  return { least: least(taken, sunk), most: start };
}

function takenAlong({ compiled, fullMarks }: Marks, clauses: readonly CountedClause[]): Rational {
  const asked = clauses.map((one) => one.asked);
  const leaving = compiled.rowMarks.filter(
    ({ id }) => isRowGone(asked, id, mayBeGone) && !isRowGone(asked, id, isGone),
  );
  const beyond = leaving.map(({ id, marks }) => {
    const own = clauses.filter(({ asked: { compiled: one } }) => one.row.id === id);
    // What another row's clause may come to count once this row is gone is not followed: then the marks go beside the worst.
    if (own.some(({ asked: one }) => isGrouped(compiled, one.compiled.clause.id))) return marks;
    const cost = sum(own.map(({ counted }) => counted.least));
    return isBounded(cost) ? most(add(marks, cost), ZERO) : ZERO;
  });
  const left = subtract(fullMarks, sum(beyond));
  return asked.every(mayBeGone) ? least(left, ZERO) : left;
}

function isGrouped({ exclusive, highestOnly, caps }: ItemProgram, id: string): boolean {
  const groups = [
    ...exclusive.map(({ when, drops }) => [when, ...drops]),
    ...highestOnly.map(({ of }) => of),
    ...caps.map(({ group }) => group.of),
  ];
  return groups.some((ids) => ids.includes(id));
}
