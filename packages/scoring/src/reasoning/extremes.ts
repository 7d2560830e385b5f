/**
 * A bound made visible: one complete set of facts of a unit on which a score is as high, or as low, as what is given still allows.
 * It is built from the rules, verified by scoring it, and called proven only where it reaches the bound exactly.
 */
import { compare, negate, type Rational, ZERO } from '../exact/rational.js';
import type { UnitFacts } from '../facts/facts.js';
import { readFacts } from '../facts/read-facts.js';
import type { RawObject } from '../observations/raw-tree.js';
import { type AssessedUnit, assess } from '../outcome/assess.js';
import type { Problem } from '../problems/problem.js';
import type { Program } from '../scheme/program.js';
import { type ScoredUnit, scoreUnit } from '../score/unit.js';
import { leaveOutIdle } from './extremes-fewest.js';
import { onlyUnit, type UnitFile } from './extremes-file.js';
import { extremeUnit } from './extremes-unit.js';

export type End = 'least' | 'most';

/** Which score is taken to its end: the total, the sheet, or an item by its id. */
export interface Goal {
  readonly end: End;
  readonly of: string;
}

export interface ExtremeFacts {
  /** FACTS of the one unit with everything closed; what was given is kept. */
  readonly facts: RawObject;
  /** What those facts score. */
  readonly value: Rational;
  readonly total: Rational;
  readonly grades: readonly string[];
  /** The end of the interval on what is given. */
  readonly bound: Rational;
  /** The facts reach the bound: it is the greatest, or the least, there is. */
  readonly proven: boolean;
}

/** The facts that take a score of the one unit in `given` (FACTS) to its end, or why they cannot be read. */
export function extremeFacts(
  program: Program,
  given: RawObject,
  wanted: End | Goal,
): ExtremeFacts | { readonly problems: readonly Problem[] } {
  const goal = typeof wanted === 'string' ? { end: wanted, of: 'total' } : wanted;
  const read = readFacts(program, given);
  if ('problems' in read) return read;
  const file = onlyUnit(program, given, read);
  const bound = scoreOf(scoreUnit(program, file.facts), goal.of)[goal.end];
  const first = tryFacts(program, goal, extremeUnit(program, file, { end: goal.end, otherSide: new Set() }));
  const found = compare(first.value, bound) === 0 ? first : otherSides(program, goal, { file, first });
  const fewest = leaveOutIdle(file, found.facts, {
    smallestFirst: smallestFirst(program, found.facts),
    holds: (facts) => {
      const value = pointOf(program, facts, goal);
      return value !== undefined && compare(value, found.value) === 0;
    },
  });
  const { scored, decision } = assessOnly(program, fewest);
  return {
    facts: fewest,
    value: found.value,
    total: scored.total[goal.end],
    grades: decision.grades,
    bound,
    proven: compare(found.value, bound) === 0,
  };
}

/** A score by name: `total`, `sheet`, or the id of an item. */
export function scoreOf({ total, sheetScore, items }: ScoredUnit, of: string): ScoredUnit['total'] {
  if (of === 'total') return total;
  if (of === 'sheet') return sheetScore;
  const item = items.find(({ compiled }) => compiled.item.id === of);
  if (!item) throw new RangeError(`no such score: ${of}`);
  return item.score;
}

/** The one unit of a file of facts, assessed; facts made from read ones are in order. */
export function assessOnly(program: Program, facts: RawObject): AssessedUnit {
  const read = readFacts(program, facts);
  if ('problems' in read) throw new RangeError(`made facts are refused: ${JSON.stringify(read.problems[0])}`);
  const [unit] = assess(program, read).units;
  if (!unit) throw new RangeError('made facts hold no unit');
  return unit;
}

function scoreOnly(program: Program, facts: RawObject): ScoredUnit {
  const read = readFacts(program, facts);
  const [unit] = 'problems' in read ? [] : read.units;
  if (!unit) throw new RangeError('made facts are refused, or hold no unit');
  return scoreUnit(program, unit);
}

interface Tried {
  readonly facts: RawObject;
  readonly value: Rational;
}

function tryFacts(program: Program, goal: Goal, facts: RawObject): Tried {
  return { facts, value: scoreOf(scoreOnly(program, facts), goal.of)[goal.end] };
}

/** The score of complete facts; undefined where something in them is still open. */
function pointOf(program: Program, facts: RawObject, { of }: Goal): Rational | undefined {
  const { least, most } = scoreOf(scoreOnly(program, facts), of);
  return compare(least, most) === 0 ? most : undefined;
}

/** The clauses by how many points each moves, those that move least first. */
function smallestFirst(program: Program, facts: RawObject): string[] {
  const clauses = scoreOnly(program, facts).items.flatMap((item) => item.clauses);
  const sized = clauses.map(({ compiled, asked }) => ({
    id: compiled.clause.id,
    size: compare(asked.least, ZERO) < 0 ? negate(asked.least) : asked.least,
  }));
  return sized.sort((a, b) => compare(a.size, b.size)).map(({ id }) => id);
}

/** Exclusive groups settled the other way round, one after another, where that goes further. */
function otherSides(
  program: Program,
  goal: Goal,
  { file, first }: { readonly file: UnitFile; readonly first: Tried },
): Tried {
  let best = first;
  let taken = new Set<string>();
  for (const when of exclusiveFindings(program, file.facts)) {
    const otherSide = new Set([...taken, when]);
    const tried = tryFacts(program, goal, extremeUnit(program, file, { end: goal.end, otherSide }));
    const further = compare(tried.value, best.value);
    if (goal.end === 'most' ? further <= 0 : further >= 0) continue;
    best = tried;
    taken = otherSide;
  }
  return best;
}

function exclusiveFindings(program: Program, { sheet }: UnitFacts): string[] {
  const items = program.sheets.get(sheet)?.items ?? [];
  return items.flatMap(({ exclusive }) => exclusive.map(({ when }) => when));
}
