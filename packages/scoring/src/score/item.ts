/** One item: its start, what its clauses add and take, held between floor and ceiling (小项扣分到本大项分数扣完为止). */
import { addIntervals, type Interval, mapInterval, point } from '../exact/interval.js';
import { isBounded, least, most, negate, type Rational, subtract, ZERO } from '../exact/rational.js';
import type { UnitFacts } from '../facts/facts.js';
import type { ItemProgram } from '../scheme/program.js';
import { type AskedClause, askClause } from './clause.js';
import { settleGroups, type Taken, takenOf } from './groups.js';
import { applicableMarks, marksMayLeave, startOf } from './leaving.js';

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
  /** The most of them that may yet leave, where the scheme rescales and rows that are open may turn out not to apply. */
  readonly mayLeave: Rational;
  /** What the clauses are added to: full marks or zero, less what leaves with its rows in the worse world. */
  readonly start: Interval;
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
  const mayLeave = marksMayLeave(compiled, asked);
  const capped = new GroupCaps(compiled);
  const settledClauses = asked.map((one) => {
    const taken = settled.get(one.compiled.clause.id) ?? ALWAYS;
    return { asked: one, taken, counted: capped.hold(one.compiled.clause.id, takenOf(one.asked, taken)) };
  });
  const limits = limitsOf(compiled, fullMarks);
  const topped = limits.ceiling !== undefined;
  const start = startOf({ compiled, fullMarks, mayLeave, topped }, settledClauses);
  let sum = start;
  let score = held(limits, sum);
  const clauses = settledClauses.map(({ asked: one, taken, counted }): ScoredClause => {
    const before = score;
    sum = addIntervals(sum, counted);
    score = held(limits, sum);
    return { ...one, taken, counted, applied: difference(score, before) };
  });
  const carried = compiled.item.floor === 'carry' ? mapInterval(sum, (end) => least(end, ZERO)) : point(ZERO);
  return { compiled, score, clauses, fullMarks, mayLeave, start, carried };
}

/** A running sum as the item's score: floored at zero unless it has no floor, never above its full marks unless it is open-ended. */
function held({ floor, ceiling }: Limits, sum: Interval): Interval {
  return mapInterval(sum, (end) => {
    const raised = floor ? most(end, floor) : end;
    return ceiling ? least(raised, ceiling) : raised;
  });
}

interface Limits {
  readonly floor?: Rational;
  readonly ceiling?: Rational;
}

/** The item's floor and ceiling; an absent one does not hold anything, and where nothing is awarded no ceiling is met. */
export function limitsOf({ item, awards }: ItemProgram, fullMarks: Rational): Limits {
  return {
    ...(item.floor !== 'none' && { floor: ZERO }),
    ...(awards && item.ceiling !== 'none' && { ceiling: fullMarks }),
  };
}

function difference(now: Interval, before: Interval): Interval {
  const end = (a: Rational, b: Rational) => (isBounded(a) ? (isBounded(b) ? subtract(a, b) : ZERO) : a);
  return { least: end(now.least, before.least), most: end(now.most, before.most) };
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
