// The oracle: closed facts to scores, grades, vetoes, awards and ranks. Rationals only, nothing shared with the engine.

import type { UnitFacts } from './clause.js';
import { bonusPoints, compose } from './composite.js';
import { compare, divide, type Fraction, floor, fraction, multiply, parse, print } from './fraction.js';
import { talksHeld } from './kinds.js';
import { resolveScheme } from './resolve.js';
import { isAtLeast } from './severity.js';
import { scoreSheet } from './sheet.js';
import { type Branch, branch, branches, listed, type RawTree, text, texts } from './tree.js';

export type UnitResult = {
  readonly items: Readonly<Record<string, string>>;
  readonly sheetScore: string;
  readonly bonus: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly total: string;
  readonly grade: string;
  readonly vetoes: readonly string[];
  readonly award: boolean;
  readonly rank: number | null;
};

/** The two scores a veto may look at: the total, and the sheet by itself without bonus. */
type Scores = { readonly composite: Fraction; readonly sheet: Fraction };

// The format's own page and the issued data spell this effect differently.
const failing = ['grade-fail', 'fail-grade'];

/** A unit scored, before it is set among the others. */
type Scored = {
  readonly unit: UnitFacts;
  readonly scores: Scores;
  readonly vetoes: readonly Branch[];
  readonly result: Pick<UnitResult, 'items' | 'sheetScore' | 'bonus' | 'parts' | 'total'>;
};

/** Scores facts that are closed: what they do not mention was looked at and found in order. Numbers as "94.75" or "85/3". */
export function oracle(scheme: RawTree, facts: RawTree): Record<string, UnitResult> {
  const given = branch(facts);
  const resolved = resolveScheme(scheme, given.readings);
  const all = Object.keys(branch(given.units)).map((name) => scoreUnit(resolved, given, name));
  return Object.fromEntries(all.map((scored) => [scored.unit.name, resultOf(resolved, scored, all)]));
}

function resultOf(scheme: Branch, scored: Scored, all: readonly Scored[]): UnitResult {
  const { unit, scores, vetoes, result } = scored;
  const ranked = all.filter((other) => other.vetoes.length === 0 && other.unit.sheet === unit.sheet);
  const rank = rankOf(scored, ranked);
  const reached = withinQuota(scheme, gradeOf(scheme, scores.composite), { rank, ranked });
  const grade = gradeUnder(scheme, vetoes, reached);
  const award = vetoes.length === 0 && deserves(scheme, grade, { unit, scores });
  return { ...result, grade, vetoes: vetoes.map((veto) => text(veto.id)), award, rank };
}

/** 并列同名次: one more than those of the same sheet with a higher total; a vetoed unit has no rank and takes none. */
function rankOf(unit: Scored, ranked: readonly Scored[]): number | null {
  if (unit.vetoes.length > 0) return null;
  return 1 + ranked.filter((other) => compare(other.scores.composite, unit.scores.composite) > 0).length;
}

/** 优秀不超过N%: ranked behind so many, or not at all, a unit has the grade below the best. A share rounds down. */
function withinQuota(
  scheme: Branch,
  grade: string,
  of: { readonly rank: number | null; readonly ranked: readonly Scored[] },
): string {
  const [top, next] = branches(scheme.gradeBands);
  if (top?.quota === undefined || next === undefined || grade !== top.grade) return grade;
  const quota = text(top.quota);
  const units = fraction(BigInt(of.ranked.length));
  const share = quota.endsWith('%') ? divide(multiply(parse(quota.slice(0, -1)), units), fraction(100n)) : parse(quota);
  const isWithin = of.rank !== null && compare(fraction(BigInt(of.rank)), floor(share)) <= 0;
  return isWithin ? grade : text(next.grade);
}

/** 否决不抬高等次: the worst of what was reached and what the vetoes that fail the unit put in its place. */
function gradeUnder(scheme: Branch, vetoes: readonly Branch[], reached: string): string {
  const bands = branches(scheme.gradeBands).map((band) => text(band.grade));
  const givenBy = (veto: Branch): string => text(veto.grade ?? bands.at(-1) ?? '');
  const given = vetoes.filter((one) => failing.includes(text(one.effect))).map(givenBy);
  // No band has it: worse than all of them, and of several such that of the veto named first.
  const beyond = given.find((grade) => !bands.includes(grade));
  if (beyond !== undefined) return beyond;
  if (reached === '') return '';
  const all = [reached, ...given];
  return bands.filter((grade) => all.includes(grade)).at(-1) ?? '';
}

/** What the facts say of one unit; accidents are a district's by place and a department's by name. */
export function unitFacts(scheme: Branch, facts: Branch, name: string): UnitFacts {
  const own = branch(branch(facts.units)[name]);
  const known = listed(scheme.population, 'units').find((unit) => unit.name === name);
  const names = [name, ...texts(known?.aliases)];
  return {
    name,
    sheet: text(own.sheet ?? known?.sheet),
    class: text(own.class ?? known?.class),
    observations: branch(own.observations),
    talks: branches(own.talks),
    indicators: branch(own.indicators),
    bonus: branches(own.bonus),
    accidents: branches(facts.accidents).filter((accident) =>
      [accident.place, accident.department].some((at) => typeof at === 'string' && names.includes(at)),
    ),
  };
}

function scoreUnit(scheme: Branch, facts: Branch, name: string): Scored {
  const unit = unitFacts(scheme, facts, name);
  const sheet = branches(scheme.sheets).find((known) => known.id === unit.sheet);
  if (sheet === undefined) throw new Error(`no such sheet: ${unit.sheet}`);
  const { items, score: sheetScore } = scoreSheet(sheet, unit);
  const bonus = bonusPoints(branch(scheme.bonus), unit.bonus);
  const ratingOf = (form: string): RawTree | undefined => branch(branch(facts.ratings)[form])[name];
  const { parts, total } = compose({ scheme, sheet, sheetScore, bonus, ratingOf });
  const scores = { composite: total, sheet: sheetScore };
  return {
    unit,
    scores,
    vetoes: branches(scheme.vetoes).filter((veto) => holds(branch(veto.when), unit, scores)),
    result: {
      items: printed(items),
      sheetScore: print(sheetScore),
      bonus: print(bonus),
      parts: printed(Object.entries(parts)),
      total: print(total),
    },
  };
}

function printed(entries: readonly (readonly [string, Fraction])[]): Record<string, string> {
  return Object.fromEntries(entries.map(([key, value]) => [key, print(value)]));
}

/** Half-open bands, best first: the first whose `from` is reached; none where the document has no grades. */
export function gradeOf(scheme: Branch, total: Fraction): string {
  const band = branches(scheme.gradeBands).find(
    (candidate) => candidate.from === undefined || compare(total, parse(text(candidate.from))) >= 0,
  );
  return text(band?.grade ?? '');
}

/** The condition of a veto or a disqualification. */
function holds(when: Branch, unit: UnitFacts, scores: Scores): boolean {
  const reaches = (number: Fraction): boolean => compare(number, parse(text(when.count ?? '1'))) >= 0;
  switch (text(when.kind)) {
    case 'accidents': {
      const level = text(when.atLeast);
      return reaches(parse(`${unit.accidents.filter((accident) => isAtLeast(accident, level)).length}`));
    }
    case 'score-below':
      return compare(when.of === 'sheet' ? scores.sheet : scores.composite, parse(text(when.value))) < 0;
    case 'talks':
      return reaches(talksHeld(when, unit.talks));
    default:
      throw new Error(`the oracle has no condition ${text(when.kind)}`);
  }
}

/** 评先: a grade that may be awarded and no ground of disqualification. */
function deserves(scheme: Branch, grade: string, of: { unit: UnitFacts; scores: Scores }): boolean {
  return branches(scheme.awards).some(
    (award) =>
      texts(award.grades).includes(grade) &&
      !branches(award.disqualified).some((ground) => holds(branch(ground.when), of.unit, of.scores)),
  );
}
