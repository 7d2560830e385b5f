// Random closed facts for units of the sheet, in FACTS' own shape, made from the rules of the program.
import { Random } from './random.mjs';

const PERIODS = { year: undefined, half: ['H1', 'H2'], quarter: ['Q1', 'Q2', 'Q3', 'Q4'] };

function observationOf(rule, random) {
  switch (rule.kind) {
    case 'fixed':
      return { breached: 'true' };
    case 'per-unit':
      return rule.requirements
        ? { actual: Object.fromEntries(rule.requirements.map((one) => [one.what, actualOf(one, random)])) }
        : { count: `${random.whole(0, 4)}` };
    case 'per-step':
    case 'threshold':
      return quantityOf(rule, random);
    case 'parts':
      return partsOf(rule, random);
    case 'ladder':
      return { value: `${random.whole(0, 7)}` };
    default:
      throw new Error(`no facts are made for ${rule.kind}`);
  }
}

function actualOf({ count, per, each }, random) {
  const number = () => `${Math.max(0, Number(count) - random.pick([0, 0, 0, 1]))}`;
  const periods = PERIODS[per];
  const one = () => (periods ? Object.fromEntries(periods.map((period) => [period, number()])) : number());
  return each === 'zone' ? [one(), one()] : one();
}

function quantityOf({ quantity }, random) {
  if (quantity.per === undefined) return { value: `${random.whole(10, 20) / 10}` };
  if (quantity.unit !== '%') return { numerator: `${random.whole(5, 12)}`, denominator: '100000' };
  const denominator = random.pick([3, 7, 20, 40]);
  return { numerator: `${random.whole(Math.floor(denominator / 2), denominator)}`, denominator: `${denominator}` };
}

function partsOf(rule, random) {
  const absent = () => ({ absent: random.some(rule.parts, 0.3) });
  return rule.occasions ? { occasions: [absent(), absent()] } : absent();
}

function observationsOf(sheet, random) {
  const density = random.pick([0.02, 0.05, 0.1, 0.2]);
  const clauses = sheet.items.flatMap((item) => item.clauses).filter((one) => one.register === undefined);
  return Object.fromEntries(
    random.some(clauses, density).map(({ clause }) => {
      const [rule] = clause.rules;
      if (clause.rules.length === 1) return [clause.id, observationOf(rule, random)];
      return [
        clause.id,
        Object.fromEntries(clause.rules.map((each) => [each.quantity.name, observationOf(each, random)])),
      ];
    }),
  );
}

function bonusOf(program, random) {
  if (random.chance(0.7)) return [];
  const { kind, levels } = random.pick(program.scheme.bonus.kinds);
  const level = levels && random.pick(Object.keys(levels));
  return [{ deed: '某项工作', kind, ...(level && { level }) }];
}

function ballotsOf({ raters }, random) {
  const count = Number(raters);
  const tenths = Array.from({ length: count }, () => random.whole(85, 100)).reduce((sum, one) => sum + one, 0);
  return { sum: `${Math.floor(tenths / 10)}.${tenths % 10}`, ballots: `${count}` };
}

function accidentOf(place, random) {
  const deaths = random.pick([0, 1, 1, 2, 3, 3, 10]);
  const responsible = `${random.chance(0.5)}`;
  return { id: `A-${place}-${random.whole(1, 9999)}`, on: '2019-06-01', place, deaths: `${deaths}`, responsible };
}

/** FACTS of so many units: `first`, `first`+1, … name them. */
export function randomFacts({ program, sheet }, { first, count }) {
  const random = new Random(first + 1);
  const compiled = program.sheets.get(sheet.plan.sheet);
  const names = Array.from({ length: count }, (_, index) => `unit-${first + index}`);
  const unit = () => ({
    sheet: sheet.plan.sheet,
    class: 'district',
    observations: observationsOf(compiled, random),
    bonus: bonusOf(program, random),
    talks: random.chance(0.1) ? [{ by: '市政府', on: '2019-08-02' }] : [],
    indicators: random.chance(0.05) ? { 亿元GDP死亡率: { numerator: '30', denominator: '801.5' } } : {},
  });
  const accidents = names.flatMap((name) =>
    Array.from({ length: random.pick([0, 0, 0, 0, 0, 0, 1, 2]) }, () => accidentOf(name, random)),
  );
  return {
    unmentioned: 'nothing-found',
    units: Object.fromEntries(names.map((name) => [name, unit()])),
    ratings: Object.fromEntries(
      [...program.forms].map(([id, { form }]) => [
        id,
        Object.fromEntries(names.map((name) => [name, ballotsOf(form, random)])),
      ]),
    ),
    accidents,
  };
}
