// The units that random facts may speak of: the population, and made-up ones that the facts themselves place.

import { clausesOf, isFor, type Whom } from './clause.js';
import { isObserved } from './random-observations.js';
import { type Branch, branches, listed, remember, text, texts } from './tree.js';

export type Candidate = Whom & {
  readonly sheet: Branch;
  /** Whether the population has it; else the facts state its sheet and class. */
  readonly isKnown: boolean;
  /** Whether it stands beside a population and is met now and then only. */
  readonly isRare: boolean;
  /** The clauses that people observe for it. */
  readonly observed: readonly Branch[];
};

const MADE_UP = ['甲市', '乙市', '丙市', '丁市', '戊市', '己市'];
/** The population; six made-up units of a sheet that has none there, and one of any other sheet. */
export const candidates = remember((scheme): readonly Candidate[] => {
  const sheets = branches(scheme.sheets);
  const population = listed(scheme.population, 'units').flatMap((unit) => {
    const sheet = sheets.find((one) => one.id === unit.sheet);
    if (sheet === undefined) return [];
    const whom = { name: text(unit.name), class: text(unit.class) };
    return [{ ...whom, sheet, isKnown: true, isRare: false, observed: observedFor(sheet, whom) }];
  });
  const madeUp = sheets.flatMap((sheet, index) => {
    const isRare = population.some((unit) => unit.sheet === sheet);
    return (isRare ? [`新设${index + 1}号`] : MADE_UP).map((name) => {
      const whom = { name, class: text(texts(sheet.classes)[0]) };
      return { ...whom, sheet, isKnown: false, isRare, observed: observedFor(sheet, whom) };
    });
  });
  return [...population, ...madeUp];
});

function observedFor(sheet: Branch, whom: Whom): readonly Branch[] {
  return branches(sheet.items)
    .flatMap(clausesOf)
    .filter((clause) => isFor(clause, whom) && isObserved(clause));
}

/** Where accidents may be, and under whom: the population and the other units of the file, those of the file apart. */
export type Places = {
  readonly places: readonly string[];
  readonly departments: readonly string[];
  readonly own: readonly string[];
};

export function placesOf(all: readonly Candidate[], units: readonly Candidate[]): Places {
  const stated = all.filter((unit) => unit.isKnown || units.includes(unit));
  const named = (isDepartment: boolean): readonly string[] =>
    stated.filter((unit) => (unit.class === 'department') === isDepartment).map((unit) => unit.name);
  return { places: named(false), departments: named(true), own: units.map((unit) => unit.name) };
}
