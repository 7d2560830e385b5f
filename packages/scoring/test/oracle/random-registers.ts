// Random entries of the registers that feed clauses, vetoes and awards, and random ratings.

import { parse } from './fraction.js';
import { clausesOf } from './item.js';
import type { Random } from './random.js';
import { ratioNear } from './random-observations.js';
import { type Branch, branch, branches, type RawTree, text } from './tree.js';

/** The rules of a sheet that a register feeds. */
export function rulesFedBy(register: string, sheet: Branch): readonly Branch[] {
  return branches(sheet.items)
    .flatMap(clausesOf)
    .flatMap((clause) => branches(clause.rules))
    .filter((rule) => rule.register === register);
}

/** The rows of a sheet that a register feeds. */
export function rowsFedBy(register: string, sheet: Branch): readonly string[] {
  return branches(sheet.items)
    .flatMap((item) => branches(item.rows))
    .filter((row) =>
      branches(row.clauses).some((clause) => branches(clause.rules).some((rule) => rule.register === register)),
    )
    .map((row) => text(row.id));
}

const two = (value: number): string => `${value}`.padStart(2, '0');
const day = (random: Random): string => `2019-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;

export function randomTalks(random: Random): Branch[] {
  const number = random.pick([0, 0, 0, 1, 1, 2, 4]);
  return Array.from({ length: number }, () => ({
    by: random.pick(['市政府', '市安委会', '市政府', '市安委会', '省安委会']),
    on: day(random),
  }));
}

/** Some of the indicators of a sheet, on their limit or a hair beside it. */
export function randomIndicators(sheet: Branch, random: Random): Branch {
  if (random.chance(0.6)) return {};
  return Object.fromEntries(
    random.some(rulesFedBy('indicators', sheet), 0.6).map((rule) => {
      const quantity = branch(rule.quantity);
      const per = parse(text(quantity.per ?? '1'));
      const limit = parse(text(rule.value));
      const ratio = random.chance(0.5)
        ? ratioNear(limit, per, random)
        : { numerator: '1', denominator: random.pick(['801.5', '12345678']) };
      return [text(quantity.name), { ...ratio, edition: random.pick(['初步核算', '最终核实']) }] as const;
    }),
  );
}

export function randomDeeds(bonus: Branch, random: Random): Branch[] {
  const kinds = branches(bonus.kinds);
  const number = kinds.length === 0 ? 0 : random.pick([0, 0, 1, 2, 3, 6]);
  return Array.from({ length: number }, () => {
    const kind = random.pick(kinds);
    const deed = { deed: random.pick(['甲项工作', '乙项工作', '丙项工作', '丁项工作']), kind: text(kind.kind) };
    const levels = Object.keys(branch(kind.levels));
    return levels.length === 0 ? deed : { ...deed, level: random.pick(levels) };
  });
}

// Casualties and loss of each level, the least and the greatest of each column among them.
const casualties = [
  ['0', '0', '0'],
  ['1', '0', '350000'],
  ['2', '9', '9999999.99'],
  ['3', '0', '0'],
  ['2', '10', '0'],
  ['0', '0', '10000000'],
  ['9', '49', '49999999.99'],
  ['10', '0', '0'],
  ['0', '50', '0'],
  ['0', '0', '50000000'],
  ['29', '99', '99999999.99'],
  ['30', '0', '0'],
  ['0', '100', '0'],
  ['0', '0', '100000000'],
  ['120', '300', '250000000'],
] as const;

/** Accidents at places and under departments that are, mostly, the units of the file. */
export function randomAccidents(population: readonly Branch[], names: readonly string[], random: Random): Branch[] {
  const namesOf = (isDepartment: boolean): readonly string[] =>
    population.filter((unit) => (unit.class === 'department') === isDepartment).map((unit) => text(unit.name));
  const choose = (all: readonly string[], otherwise: string): string => {
    const own = all.filter((name) => names.includes(name));
    if (own.length > 0 && random.chance(0.65)) return random.pick(own);
    return all.length === 0 ? otherwise : random.pick(all);
  };
  return Array.from({ length: random.pick([0, 0, 1, 1, 2, 3, 5]) }, (_, index) => {
    const [deaths, seriousInjuries, directEconomicLossYuan] = random.chance(0.5)
      ? random.pick(casualties.slice(0, 7))
      : random.pick(casualties);
    return {
      id: `A-${two(index + 1)}`,
      on: day(random),
      place: choose(namesOf(false), '市内'),
      industry: random.pick(['工矿商贸', '道路交通', '建筑施工']),
      department: choose(namesOf(true), '市应急局'),
      deaths,
      seriousInjuries,
      directEconomicLossYuan,
      responsible: random.chance(0.5) ? 'true' : 'false',
      final: random.chance(0.85) ? 'true' : 'false',
    };
  });
}

/** One unit's rating on a form: ballots or their sum, whole or with one decimal, a few ballots missing now and then. */
export function randomRating(form: Branch, random: Random): RawTree {
  const raters = Number(text(form.raters));
  const tenths = Number(text(form.scale)) * 10;
  const ballots = Math.max(1, random.chance(0.2) ? raters - random.whole(1, 3) : raters);
  const lowest = random.pick([0, tenths * 0.5, tenths * 0.8, tenths * 0.9, tenths]);
  const isWhole = (form.decimals ?? '0') === '0' || random.chance(0.5);
  const given = Array.from({ length: ballots }, () => {
    const value = random.whole(lowest, tenths);
    return isWhole ? Math.floor(value / 10) * 10 : value;
  });
  if (random.chance(0.5)) return given.map(inTenths);
  return { sum: inTenths(given.reduce((all, one) => all + one, 0)), ballots: `${ballots}` };
}

function inTenths(value: number): string {
  return value % 10 === 0 ? `${value / 10}` : `${Math.floor(value / 10)}.${value % 10}`;
}
