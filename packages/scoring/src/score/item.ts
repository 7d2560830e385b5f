/** One item: its start, what its clauses add and take, held between floor and ceiling (小项扣分到本大项分数扣完为止). */
import { addIntervals, type Interval, mapInterval, point } from '../exact/interval.js';
import { isBounded, least, most, negate, type Rational, subtract, ZERO } from '../exact/rational.js';
import type { UnitFacts } from '../facts/facts.js';
import type { ItemProgram } from '../scheme/program.js';
import { type AskedClause, askClause } from './clause.js';
import { settleGroups, type Taken, takenOf } from './groups.js';

export interface ScoredClause extends AskedClause {
  readonly taken: Taken;
  /** What is left of what the clause asks once its groups are settled. */
  readonly counted: Interval;
  /** What the clause really moves, once the item's floor and ceiling have had their say. */
  readonly applied: Interval;
}

export interface ScoredItem {
  readonly compiled: ItemProgram;
  readonly score: Interval;
  readonly clauses: readonly ScoredClause[];
  /** Marks the item can have on this unit: full marks less those of rows that do not apply, where the scheme rescales. */
  readonly fullMarks: Rational;
  /** What lies below zero and is carried to the sheet (zero unless the item says so): zero or negative. */
  readonly carried: Interval;
}

const ALWAYS: Taken = { least: 'asked', most: 'asked' };

/** Puts another question in a clause's place: what if it asked this? */
export type Revise = (asked: AskedClause) => AskedClause;

/** The item's score and, clause by clause in printed order, what each asked and what was applied. */
export function scoreItem(compiled: ItemProgram, facts: UnitFacts, revise: Revise): ScoredItem {
  const asked = compiled.clauses.map((clause) => revise(askClause(clause, facts)));
  const settled = settleGroups(compiled, new Map(asked.map((one) => [one.compiled.clause.id, one])));
  const fullMarks = applicableMarks(compiled, asked);
  const capped = new GroupCaps(compiled);
  let sum = point(compiled.item.start === 'zero' ? ZERO : fullMarks);
  const clauses = asked.map((one): ScoredClause => {
    const taken = settled.get(one.compiled.clause.id) ?? ALWAYS;
    const counted = capped.hold(one.compiled.clause.id, takenOf(one.asked, taken));
    const before = held(compiled, fullMarks, sum);
    sum = addIntervals(sum, counted);
    return { ...one, taken, counted, applied: difference(held(compiled, fullMarks, sum), before) };
  });
  const carried = compiled.item.floor === 'carry' ? mapInterval(sum, (end) => least(end, ZERO)) : point(ZERO);
  return { compiled, score: held(compiled, fullMarks, sum), clauses, fullMarks, carried };
}

/** A running sum as the item's score: floored at zero unless it has no floor, never above its full marks unless it is open-ended. */
function held(compiled: ItemProgram, fullMarks: Rational, sum: Interval): Interval {
  const { floor, ceiling } = limitsOf(compiled, fullMarks);
  return mapInterval(sum, (end) => {
    const raised = floor ? most(end, floor) : end;
    return ceiling ? least(raised, ceiling) : raised;
  });
}

/** The item's floor and ceiling; an absent one does not hold anything, and where nothing is awarded no ceiling is met. */
export function limitsOf(
  { item, awards }: ItemProgram,
  fullMarks: Rational,
): { readonly floor?: Rational; readonly ceiling?: Rational } {
  return {
    ...(item.floor !== 'none' && { floor: ZERO }),
    ...(awards && item.ceiling !== 'none' && { ceiling: fullMarks }),
  };
}

function difference(now: Interval, before: Interval): Interval {
  const end = (a: Rational, b: Rational) => (isBounded(a) ? (isBounded(b) ? subtract(a, b) : ZERO) : a);
  return { least: end(now.least, before.least), most: end(now.most, before.most) };
}

/** Where the scheme rescales, rows with marks of their own that do not apply at all leave the item's marks. */
function applicableMarks(compiled: ItemProgram, asked: readonly AskedClause[]): Rational {
  if (compiled.notApplicable !== 'rescale') return compiled.fullMarks;
  if (asked.length > 0 && asked.every((one) => one.notApplicable)) return ZERO;
  return compiled.rowMarks.reduce((marks, row) => {
    const clauses = asked.filter((one) => one.compiled.row.id === row.id);
    const gone = clauses.length > 0 && clauses.every((one) => one.notApplicable);
    return gone ? subtract(marks, row.marks) : marks;
  }, compiled.fullMarks);
}

/** Caps over several clauses (以上三项合计最多扣N分): in printed order, each takes what the cap has left. */
class GroupCaps {
  private readonly sums = new Map<number, Interval>();

  constructor(private readonly compiled: ItemProgram) {}

  hold(clause: string, counted: Interval): Interval {
    const index = this.compiled.caps.findIndex((one) => one.group.of.includes(clause));
    const cap = this.compiled.caps[index]?.cap;
    if (!cap) return counted;
    const before = this.sums.get(index) ?? point(ZERO);
    const sum = addIntervals(before, counted);
    this.sums.set(index, sum);
    return difference(within(sum, cap), within(before, cap));
  }
}

function within(sum: Interval, cap: Rational): Interval {
  return mapInterval(sum, (end) => least(most(end, negate(cap)), cap));
}
