// Random entries of the registers that feed clauses, vetoes and awards, and random ratings.

import type { Places } from './candidates.js';
import { clausesOf } from './clause.js';
import { parse } from './fraction.js';
import type { Random } from './random.js';
import { ratioNear } from './random-observations.js';
import { type Branch, branch, branches, type RawTree, remember, text } from './tree.js';

/** The rules of a sheet that registers feed. */
const fedRules = remember((sheet) =>
  branches(sheet.items)
    .flatMap(clausesOf)
    .flatMap((clause) => branches(clause.rules))
    .filter((rule) => rule.register !== undefined),
);

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
type InYear = { readonly year: string; readonly random: Random };
const day = ({ year, random }: InYear): string => `${year}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;

export function randomTalks(of: InYear): Branch[] {
  const { random } = of;
  const number = random.pick([0, 0, 0, 1, 1, 2, 4]);
  return Array.from({ length: number }, () => ({
    by: random.pick(['市政府', '市安委会', '市政府', '市安委会', '省安委会']),
    on: day(of),
  }));
}

/** Some of the indicators of a sheet, on their limit or a hair beside it. */
export function randomIndicators(sheet: Branch, random: Random): Branch {
  if (random.chance(0.6)) return {};
  return Object.fromEntries(
    random
      .some(
        fedRules(sheet).filter((rule) => rule.register === 'indicators'),
        0.6,
      )
      .map((rule) => {
        const quantity = branch(rule.quantity);
        if (random.chance(0.1)) return [text(quantity.name), { notApplicable: 'true' }] as const;
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
    if (kind.judgement === 'yes') return judgedDeed(bonus, deed, random);
    const levels = Object.keys(branch(kind.levels));
    return levels.length === 0 ? deed : { ...deed, level: random.pick(levels) };
  });
}

/** A deed with a mark within the cap; its kind need not be stated, there being one that is judged. */
function judgedDeed(bonus: Branch, deed: { deed: string; kind: string }, random: Random): Branch {
  const mark = random.chance(0.6) ? random.whole(0, 8) : random.whole(0, Number(text(bonus.cap)));
  const half = mark < Number(text(bonus.cap)) && random.chance(0.3) ? '.5' : '';
  const named = random.chance(0.5) ? deed : { deed: deed.deed };
  return { ...named, mark: `${mark}${half}`, reason: '成效显著' };
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
export function randomAccidents({ places, departments, own }: Places, of: InYear): Branch[] {
  const { random } = of;
  const choose = (all: readonly string[], otherwise: string): string => {
    const mine = all.filter((name) => own.includes(name));
    if (mine.length > 0 && random.chance(0.65)) return random.pick(mine);
    return all.length === 0 ? otherwise : random.pick(all);
  };
  return Array.from({ length: random.pick([0, 0, 1, 1, 2, 3, 5]) }, (_, index) => {
    const [deaths, seriousInjuries, directEconomicLossYuan] = random.chance(0.5)
      ? random.pick(casualties.slice(0, 7))
      : random.pick(casualties);
    return {
      id: `A-${two(index + 1)}`,
      on: day(of),
      place: choose(places, own[0] ?? '市内'),
      industry: random.pick(['工矿商贸', '道路交通', '建筑施工']),
      department: choose(departments, '市应急局'),
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
  const trim = Number(text(form.trim ?? '0'));
  const tenths = Number(text(form.scale)) * 10;
  const ballots = Math.max(2 * trim + 1, random.chance(0.2) ? raters - random.whole(1, 3) : raters);
  const lowest = random.pick([0, tenths * 0.5, tenths * 0.8, tenths * 0.9, tenths]);
  const isWhole = (form.decimals ?? '0') === '0' || random.chance(0.5);
  const given = Array.from({ length: ballots }, () => {
    const value = random.whole(lowest, tenths);
    return isWhole ? Math.floor(value / 10) * 10 : value;
  });
  // Trimmed ballots are stated one by one; one that was not given may be named.
  if (trim > 0 || random.chance(0.5)) {
    const missing = random.chance(0.5) ? Array.from({ length: raters - ballots }, () => 'null') : [];
    return [...given.map(inTenths), ...missing];
  }
  return { sum: inTenths(given.reduce((all, one) => all + one, 0)), ballots: `${ballots}` };
}

function inTenths(value: number): string {
  return value % 10 === 0 ? `${value / 10}` : `${Math.floor(value / 10)}.${value % 10}`;
}
