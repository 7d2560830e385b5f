/** How many points, and which rows, separate a unit from the next grade and the next rank. */
import { add, compare, multiply, negate, type Rational, subtract, ZERO } from '../exact/rational.js';
import type { AssessedUnit, Assessment } from '../outcome/assess.js';
import type { Program } from '../scheme/program.js';
import type { ScoredUnit } from '../score/unit.js';

/** A deduction and what giving it back would be worth in the total. */
export interface Recoverable {
  readonly clause: string;
  readonly row: string;
  readonly worth: Rational;
}

export interface Margin {
  readonly kind: 'grade' | 'rank';
  /** The grade above, or the unit just above. */
  readonly to: string;
  /** Points of the total still missing; measured from the guaranteed total. */
  readonly points: Rational;
  /** The fewest deductions that would make up for it, the largest first; empty where all of them would not do. */
  readonly rows: readonly Recoverable[];
}

/** The margins of a unit: to the next grade and to the unit above; none where it is first and has the best grade. */
export function marginsOf(assessment: Assessment, unit: AssessedUnit): Margin[] {
  const { program } = assessment;
  const from = unit.scored.total.least;
  const losses = recoverable(unit.scored);
  const grade = nextLimit(program, from);
  const above = nextAbove(assessment, unit);
  const margins: Margin[] = [];
  if (grade) margins.push(marginTo('grade', grade, { from, losses }));
  if (above && unit.rank) margins.push(marginTo('rank', above, { from, losses }));
  return margins;
}

interface Goal {
  readonly to: string;
  readonly at: Rational;
}

function marginTo(
  kind: Margin['kind'],
  goal: Goal,
  { from, losses }: { readonly from: Rational; readonly losses: readonly Recoverable[] },
): Margin {
  const points = subtract(goal.at, from);
  return { kind, to: goal.to, points, rows: fewest(losses, points) };
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

/** What was certainly taken, clause by clause, the largest first. */
function recoverable(scored: ScoredUnit): Recoverable[] {
  const factor = scored.parts.find((part) => part.rating === undefined)?.compiled.factor;
  if (!factor) return [];
  return scored.items
    .flatMap((item) => item.clauses)
    .filter((clause) => compare(clause.applied.most, ZERO) < 0)
    .map(({ compiled, applied }) => ({
      clause: compiled.clause.id,
      row: compiled.row.id,
      worth: multiply(negate(applied.most), factor),
    }))
    .sort((a, b) => compare(b.worth, a.worth));
}

function fewest(losses: readonly Recoverable[], points: Rational): Recoverable[] {
  let sum = ZERO;
  const rows: Recoverable[] = [];
  for (const loss of losses) {
    if (compare(sum, points) >= 0) break;
    rows.push(loss);
    sum = add(sum, loss.worth);
  }
  return compare(sum, points) >= 0 ? rows : [];
}
