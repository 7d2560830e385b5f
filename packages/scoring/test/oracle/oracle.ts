// The oracle: closed facts to scores, grades, vetoes, awards and ranks. Rationals only, nothing shared with the engine.

import { bonusPoints, compose } from './composite.js';
import { compare, type Fraction, parse, print, sum } from './fraction.js';
import { scoreItem, type UnitFacts } from './item.js';
import { talksHeld } from './kinds.js';
import { resolveScheme } from './resolve.js';
import { isAtLeast } from './severity.js';
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

type Standing = {
  readonly sheet: string;
  readonly total: Fraction;
  readonly vetoed: boolean;
  readonly result: Omit<UnitResult, 'rank'>;
};

/** Scores facts that are closed: what they do not mention was looked at and found in order. Numbers as "94.75" or "85/3". */
export function oracle(scheme: RawTree, facts: RawTree): Record<string, UnitResult> {
  const given = branch(facts);
  const resolved = resolveScheme(scheme, given.readings);
  const standings = Object.keys(branch(given.units)).map((name) => [name, standingOf(resolved, given, name)] as const);
  const all = standings.map(([, standing]) => standing);
  return Object.fromEntries(
    standings.map(([name, standing]) => [name, { ...standing.result, rank: rankOf(standing, all) }]),
  );
}

/** 并列同名次: one more than those of the same sheet with a higher total; a vetoed unit has no rank and takes none. */
function rankOf(unit: Standing, all: readonly Standing[]): number | null {
  if (unit.vetoed) return null;
  return (
    1 +
    all.filter((other) => !other.vetoed && other.sheet === unit.sheet && compare(other.total, unit.total) > 0).length
  );
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

function standingOf(scheme: Branch, facts: Branch, name: string): Standing {
  const unit = unitFacts(scheme, facts, name);
  const sheet = branches(scheme.sheets).find((known) => known.id === unit.sheet);
  if (sheet === undefined) throw new Error(`no such sheet: ${unit.sheet}`);
  const items = branches(sheet.items).map((item) => [text(item.id), scoreItem(item, unit)] as const);
  const sheetScore = sum(items.map(([, score]) => score));
  const bonus = bonusPoints(branch(scheme.bonus), unit.bonus);
  const ratingOf = (form: string): RawTree | undefined => branch(branch(facts.ratings)[form])[name];
  const { parts, total } = compose({ scheme, sheet, sheetScore, bonus, ratingOf });
  const scores = { composite: total, sheet: sheetScore };
  const vetoes = branches(scheme.vetoes).filter((veto) => holds(branch(veto.when), unit, scores));
  const grade = vetoes.some((veto) => failing.includes(text(veto.effect)))
    ? lowestGrade(scheme)
    : gradeOf(scheme, total);
  const award = vetoes.length === 0 && deserves(scheme, grade, { unit, scores });
  return {
    sheet: unit.sheet,
    total,
    vetoed: vetoes.length > 0,
    result: {
      items: printed(items),
      sheetScore: print(sheetScore),
      bonus: print(bonus),
      parts: printed(Object.entries(parts)),
      total: print(total),
      grade,
      vetoes: vetoes.map((veto) => text(veto.id)),
      award,
    },
  };
}

function printed(entries: readonly (readonly [string, Fraction])[]): Record<string, string> {
  return Object.fromEntries(entries.map(([key, value]) => [key, print(value)]));
}

/** Half-open bands, best first: the first whose `from` is reached. */
export function gradeOf(scheme: Branch, total: Fraction): string {
  const band = branches(scheme.gradeBands).find(
    (candidate) => candidate.from === undefined || compare(total, parse(text(candidate.from))) >= 0,
  );
  return text(band?.grade);
}

function lowestGrade(scheme: Branch): string {
  return text(branches(scheme.gradeBands).find((band) => band.from === undefined)?.grade);
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
