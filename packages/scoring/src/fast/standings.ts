/**
 * Where every unit stands (total, grade, rank) without what explains it: for questions that score the same facts many
 * times over. A closed unit goes through the compiled sheet; one that does not fit it through the interpreter, which
 * remains the definition of both.
 */
import { type Interval, point } from '../exact/interval.js';
import { rational } from '../exact/rational.js';
import type { Facts, UnitFacts } from '../facts/facts.js';
import { type AssessedUnit, assess } from '../outcome/assess.js';
import { type Ranked, type RankRange, rank } from '../outcome/ranking.js';
import type { Program } from '../scheme/program.js';
import { closureScorer } from './closures.js';
import { LoweredRows } from './lowered-rows.js';
import { gradeOf, type SheetPlan, vetoesOf } from './plan.js';
import { planSheet } from './plan-sheet.js';

export interface UnitStanding {
  readonly unit: string;
  readonly total: Interval;
  /** The grades still possible, best first. */
  readonly grades: readonly string[];
  readonly rank: RankRange | undefined;
}

/** What an assessment says of the unit's standing. */
export function standingOf({ scored, decision, rank: ranks }: AssessedUnit): UnitStanding {
  return { unit: scored.facts.unit, total: scored.total, grades: decision.grades, rank: ranks };
}

/** Every unit in the order of the facts, equal to `assess` on every number. Rows lowered before may be handed in again. */
export function standingsOf(program: Program, facts: Facts, rows = new LoweredRows()): UnitStanding[] {
  const found = new Map<UnitFacts, UnitStanding>();
  for (const sheet of program.sheets.keys()) {
    const units = facts.units.filter((unit) => unit.sheet === sheet);
    for (const [index, standing] of standingsOn(program, units, rows).entries()) {
      const unit = units[index];
      if (unit) found.set(unit, standing);
    }
  }
  return facts.units.flatMap((unit) => found.get(unit) ?? []);
}

/** The units of one sheet. */
function standingsOn(program: Program, units: readonly UnitFacts[], rows: LoweredRows): UnitStanding[] {
  const [first] = units;
  if (!first) return [];
  const sheet = planSheet(program, first.sheet);
  if ('unfit' in sheet) return interpret(program, units).map(standingOf);
  const score = compiledScore(sheet.plan);
  const lower = rows.of(sheet);
  const lowered = units.map((facts) => ({ facts, row: lower(facts) }));
  const open = lowered.filter(({ row }) => 'unfit' in row).map(({ facts }) => facts);
  const interpreted = new Map(interpret(program, open).map((unit) => [unit.scored.facts, enteredUnit(unit)]));
  const entered = lowered.map(({ facts, row }) => ('unfit' in row ? interpreted.get(facts) : score(row)));
  const known = entered.filter((entry) => entry !== undefined);
  const ranks = open.length > 0 ? rank(known) : rankPoints(known);
  return known.map(({ total, grades }, index) => ({
    unit: units[index]?.unit ?? '',
    total,
    grades,
    rank: ranks[index],
  }));
}

function interpret(program: Program, units: readonly UnitFacts[]): readonly AssessedUnit[] {
  return units.length === 0 ? [] : assess(program, { units, accidents: [], notices: [] }).units;
}

interface Entered extends Ranked {
  readonly grades: readonly string[];
  /** The total on the plan's grid; absent where the interpreter scored. */
  readonly units: number;
}

/** A plan has no quotas, so that the grade depends on no other unit. */
function enteredUnit({ scored, decision }: AssessedUnit): Entered {
  const { grades, vetoes, possibleVetoes } = decision;
  const vetoed = vetoes.length > 0 ? 'yes' : possibleVetoes.length > 0 ? 'possible' : 'no';
  return { total: scored.total, grades, vetoed, units: 0 };
}

function compiledScore(plan: SheetPlan): (row: Int32Array) => Entered {
  const scorer = closureScorer(plan);
  const scale = BigInt(plan.scale);
  return (row) => {
    const units = scorer.score(row, 0);
    const state = scorer.outcome[1] ?? 0;
    const grade = plan.grades[gradeOf(state)] ?? '';
    return {
      total: point(rational(BigInt(units), scale)),
      grades: grade === '' ? [] : [grade],
      vetoed: vetoesOf(state) === 0 ? 'no' : 'yes',
      units,
    };
  };
}

/** `rank` where every total is a whole number of the grid: sorted once instead of each compared with all. */
function rankPoints(entries: readonly Entered[]): (RankRange | undefined)[] {
  const ranked = entries.filter(({ vetoed }) => vetoed === 'no').map(({ units }) => units);
  const places = new Map<number, number>();
  for (const [index, units] of ranked.sort((a, b) => b - a).entries())
    if (!places.has(units)) places.set(units, index + 1);
  return entries.map(({ vetoed, units }) => {
    const place = vetoed === 'no' ? places.get(units) : undefined;
    return place === undefined ? undefined : { least: place, most: place };
  });
}
