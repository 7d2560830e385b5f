/** How many points, and which rows, separate a unit from the next grade and the next rank; measured from the guaranteed total. */
import { point } from '../exact/interval.js';
import { add, compare, divide, multiply, type Rational, subtract, sum, whole, ZERO } from '../exact/rational.js';
import type { AssessedUnit, Assessment } from '../outcome/assess.js';
import type { Program } from '../scheme/program.js';
import type { AskedClause } from '../score/clause.js';
import { type ScoredClause, type ScoredItem, scoreItem } from '../score/item.js';
import { type ScoredUnit, scoreUnit } from '../score/unit.js';

/** A deduction, taken or still threatening, and what it is worth in the total once those listed before it are given back. */
export interface Recoverable {
  readonly clause: string;
  readonly row: string;
  readonly worth: Rational;
  /** Nothing is taken yet: the row is open, and the guaranteed total reckons with the worst. */
  readonly open: boolean;
}

export interface Margin {
  readonly kind: 'grade' | 'rank';
  /** The grade above, or the unit just above. */
  readonly to: string;
  /** Points of the total still missing; measured from the guaranteed total. */
  readonly points: Rational;
  /**
   * Deductions that together make up for it, the largest first, none of which can be left out; scored, not added up. Empty where
   * all of them would not do.
   */
  readonly rows: readonly Recoverable[];
}

/** The margins of a unit: to the next grade and to the unit above; none where it is first and has the best grade. */
export function marginsOf(assessment: Assessment, unit: AssessedUnit): Margin[] {
  const { program } = assessment;
  const from = unit.scored.total.least;
  const grade = nextLimit(program, from);
  const above = unit.rank && nextAbove(assessment, unit);
  const marginTo = (kind: Margin['kind'], { to, at }: Goal): Margin => ({
    kind,
    to,
    points: subtract(at, from),
    rows: makingUp(program, unit.scored, at),
  });
  return [...(grade ? [marginTo('grade', grade)] : []), ...(above ? [marginTo('rank', above)] : [])];
}

interface Goal {
  readonly to: string;
  readonly at: Rational;
}

function nextLimit(program: Program, total: Rational): Goal | undefined {
  const limits = program.bands.flatMap(({ grade, from }) => (from ? [{ to: grade, at: from }] : []));
  return limits.filter(({ at }) => compare(total, at) < 0).pop();
}

/** The unit of the same sheet with the lowest guaranteed total above this one's. */
function nextAbove({ units }: Assessment, unit: AssessedUnit): Goal | undefined {
  const ranked = units.filter((other) => other.rank && other.scored.facts.sheet === unit.scored.facts.sheet);
  return ranked
    .map((other): Goal => ({ to: other.scored.facts.unit, at: other.scored.total.least }))
    .filter(({ at }) => compare(at, unit.scored.total.least) > 0)
    .sort((a, b) => compare(a.at, b.at))[0];
}

/** Given back one move after another, whichever helps most for each row, until the total is reached; what was not needed is kept. */
function makingUp(program: Program, scored: ScoredUnit, at: Rational): Recoverable[] {
  const factor = scored.parts.find((part) => part.rating === undefined)?.compiled.factor;
  if (!factor) return [];
  const reaches = (given: readonly Gain[]) =>
    compare(scoreUnit(program, scored.facts, givingBack(idsOf(given))).total.least, at) >= 0;
  const given: Gain[] = [];
  const moves = new Map(scored.items.map((item) => [item, nextMove(item, scored, given)]));
  while (!reaches(given)) {
    const [best] = [...moves].sort(([, a], [, b]) => compare(perClause(b), perClause(a)));
    if (!best || best[1].length === 0) return [];
    given.push(...best[1]);
    moves.set(best[0], nextMove(best[0], scored, given));
  }
  const needed = [...given].reduceRight<readonly Gain[]>((kept, one) => {
    const rest = kept.filter((other) => other !== one);
    return reaches(rest) ? rest : kept;
  }, given);
  return needed.map(({ clause, row, open, points }) => ({ clause, row, open, worth: multiply(points, factor) }));
}

interface Gain {
  readonly clause: string;
  readonly row: string;
  readonly open: boolean;
  /** Points of the sheet. */
  readonly points: Rational;
}

const idsOf = (gains: readonly Gain[]) => new Set(gains.map(({ clause }) => clause));

/** What a move is worth for each clause in it. */
function perClause(move: readonly Gain[]): Rational {
  return move.length === 0 ? ZERO : divide(sum(move.map(({ points }) => points)), whole(move.length));
}

/**
 * The clause of an item whose deduction, given back beside others, raises the guaranteed score most; where more is asked than the
 * item has, the largest deductions together that raise it at all.
 */
function nextMove(item: ScoredItem, { facts }: ScoredUnit, given: readonly Gain[]): Gain[] {
  const back = idsOf(given);
  const scoreWith = (ids: Iterable<string>): Rational => {
    const { score, carried } = scoreItem(item.compiled, facts, givingBack(new Set([...back, ...ids])));
    return add(score.least, carried.least);
  };
  const before = scoreWith([]);
  const left = item.clauses
    .filter(({ asked, compiled }) => compare(asked.least, ZERO) < 0 && !back.has(compiled.clause.id))
    .sort((a, b) => compare(a.asked.least, b.asked.least));
  const gainOf = ({ compiled, asked }: ScoredClause, beside: readonly string[]): Gain => {
    const points = subtract(scoreWith([...beside, compiled.clause.id]), before);
    const open = compare(asked.most, ZERO) === 0;
    return { clause: compiled.clause.id, row: compiled.row.id, open, points };
  };
  const [best] = left.map((one) => gainOf(one, [])).sort((a, b) => compare(b.points, a.points));
  if (best && compare(best.points, ZERO) > 0) return [best];
  const bundle: Gain[] = [];
  for (const one of left) {
    bundle.push(
      gainOf(
        one,
        bundle.map(({ clause }) => clause),
      ),
    );
    if (compare(bundle[bundle.length - 1]?.points ?? ZERO, ZERO) > 0) return bundle;
  }
  return [];
}

const givingBack =
  (ids: ReadonlySet<string>) =>
  (asked: AskedClause): AskedClause =>
    ids.has(asked.compiled.clause.id) ? { ...asked, asked: point(ZERO) } : asked;
