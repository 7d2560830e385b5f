// Random observations of a clause, in every shape FACTS allows, crowded on and around steps, limits and rung edges.

import {
  add,
  compare,
  divide,
  type Fraction,
  floor,
  fraction,
  least,
  most,
  multiply,
  parse,
  print,
  subtract,
  zero,
} from './fraction.js';
import { periodsOf } from './kinds.js';
import type { Random } from './random.js';
import { type Branch, branch, branches, type RawTree, text, texts } from './tree.js';

const nudges = ['0', '0', '0.1', '-0.1', '0.01', '-0.01', '0.5', '-3'].map(parse);

/** What is counted is whole. */
const countedIn = ['人', '次', '起', '家', '项', '户', '处', '人次', '件'];

/** Whether people observe the clause: it has rules and no register feeds it. */
export function isObserved(clause: Branch): boolean {
  const rules = branches(clause.rules);
  return rules.length > 0 && rules.every((rule) => rule.register === undefined);
}

/** One observation of a clause; of several rules each is observed by the name of its quantity, some left out. */
export function randomObservation(clause: Branch, random: Random): RawTree {
  if (random.chance(0.04)) return { notApplicable: 'true', reason: '无此类对象' };
  const rules = branches(clause.rules);
  const [only] = rules;
  if (only !== undefined && rules.length === 1) return ofRule(only, random);
  return Object.fromEntries(
    random.someAtLeastOne(rules, 0.7).map((rule) => [text(branch(rule.quantity).name), ofRule(rule, random)] as const),
  );
}

function ofRule(rule: Branch, random: Random): RawTree {
  switch (text(rule.kind)) {
    case 'fixed': {
      const breached = random.chance(0.85) ? 'true' : 'false';
      return random.chance(0.1) ? { breached, note: '现场查看' } : { breached };
    }
    case 'per-unit':
      return ofUnits(rule, random);
    case 'per-step':
      return ofQuantity(rule, stepPoint(rule, random), random);
    case 'threshold':
      return ofQuantity(rule, parse(text(rule.value)), random);
    case 'parts':
      return ofParts(rule, random);
    case 'ladder':
      return ofLadder(rule, random);
    case 'series':
      return { count: `${random.whole(0, texts(rule.amounts).length + 3)}` };
    case 'piecewise':
      return ofCount(rule, random);
    case 'judgement':
      return ofMark(rule, random);
    case 'formula':
      return ofTerms(rule, random);
    default:
      throw new Error(`no observation for ${text(rule.kind)}`);
  }
}

function ofUnits(rule: Branch, random: Random): RawTree {
  const requirements = branches(rule.requirements);
  if (requirements.length === 0) return { count: `${random.chance(0.7) ? random.whole(0, 3) : random.whole(0, 12)}` };
  const actual = random
    .someAtLeastOne(requirements, 0.75)
    .map(
      (requirement) =>
        [
          text(requirement.what),
          requirement.each === 'zone'
            ? Array.from({ length: random.whole(1, 3) }, () => actualOf(requirement, random))
            : actualOf(requirement, random),
        ] as const,
    );
  return { actual: Object.fromEntries(actual) };
}

/** The number in the year, or numbers by period with some periods left out; M1 stands for M01 now and then. */
function actualOf(requirement: Branch, random: Random): RawTree {
  const count = Number(text(requirement.count));
  const number = (): string => `${random.chance(0.5) ? count : random.whole(0, count + 2)}`;
  const per = text(requirement.per);
  if (per === 'year') return number();
  const periods = random.someAtLeastOne(periodsOf[per] ?? [], random.chance(0.6) ? 1 : 0.7);
  const short = random.chance(0.2);
  return Object.fromEntries(periods.map((period) => [short ? period.replace(/^M0/, 'M') : period, number()] as const));
}

function ofParts(rule: Branch, random: Random): RawTree {
  const absent = (): RawTree => ({ absent: random.some(texts(rule.parts), 0.35) });
  if (rule.occasions === undefined) return absent();
  return { occasions: Array.from({ length: random.whole(1, 4) }, absent) };
}

function ofLadder(rule: Branch, random: Random): RawTree {
  const rungs = branches(rule.rungs);
  const edges = rungs.flatMap((rung) => [rung.from, rung.below]).filter((edge) => typeof edge === 'string');
  if (edges.length === 0 || random.chance(0.25)) return { rung: text(random.pick(rungs).name) };
  return ofQuantity(rule, add(parse(random.pick(edges)), fraction(BigInt(random.whole(-1, 1)))), random);
}

/** A count on, above or below the line; where the line is an average, with that average. */
function ofCount(rule: Branch, random: Random): RawTree {
  const line = branches(rule.slopes)[0]?.upTo;
  const baseline = line === 'baseline' ? random.pick(['0', '0.6', '1', '3', '3.4', '7', '12']) : undefined;
  const edge = Math.floor(Number(baseline ?? text(line)));
  const count = `${random.chance(0.6) ? Math.max(0, edge + random.whole(-1, 2)) : random.whole(0, 12)}`;
  return baseline === undefined ? { count } : { count, baseline };
}

/** A mark at an end of the range or between, in quarters. */
function ofMark(rule: Branch, random: Random): RawTree {
  const [from = zero, to = zero] = texts(rule.range).map(parse);
  const quarters = random.chance(0.3) ? random.pick([0, 4]) : random.whole(0, 4);
  const mark = add(from, multiply(subtract(to, from), fraction(BigInt(quarters), 4n)));
  return { mark: print(mark), reason: '按佐证材料' };
}

/** The quantities of a formula by their names, some left out. */
function ofTerms(rule: Branch, random: Random): RawTree {
  const terms = random.someAtLeastOne(branches(rule.terms), 0.8);
  return Object.fromEntries(
    terms.map((term) => {
      const point = fraction(BigInt(random.whole(0, 10) * (branch(term.quantity).unit === '%' ? 10 : 1)));
      return [text(branch(term.quantity).name), ofQuantity(term, point, random)] as const;
    }),
  );
}

/** A value some whole or half steps away from the target. */
function stepPoint(rule: Branch, random: Random): Fraction {
  const halves = fraction(BigInt(random.whole(0, 9)), 2n);
  const away = multiply(halves, parse(text(rule.step)));
  const from = parse(text(rule.from));
  return rule.direction === 'below' ? subtract(from, away) : add(from, away);
}

/** A value on or just beside a point, or a ratio there; a percentage stays within 0 to 100. */
export function ofQuantity(rule: Branch, point: Fraction, random: Random): Record<string, RawTree> {
  const quantity = branch(rule.quantity);
  const per = quantity.per;
  const isPercentage = quantity.unit === '%';
  if (quantity.baseline !== undefined) return aboveBaseline(point, random);
  if (per === undefined || random.chance(0.4)) {
    const value = most(zero, add(point, random.pick(nudges)));
    const isCounted = countedIn.includes(text(quantity.unit ?? ''));
    return { value: print(isCounted ? floor(value) : isPercentage ? least(value, fraction(100n)) : value) };
  }
  if (isPercentage && random.chance(0.5)) {
    const denominator = random.pick([1, 3, 7, 10, 20, 30, 40, 100]);
    return { numerator: `${random.whole(0, denominator)}`, denominator: `${denominator}` };
  }
  return ratioNear(point, parse(text(per)), random);
}

/** A value so many per cent above what it is compared with, or a hair beside it, or below. */
function aboveBaseline(point: Fraction, random: Random): Record<string, RawTree> {
  if (random.chance(0.05)) return { value: '0', baseline: '0' };
  const baseline = parse(random.pick(['100', '1000', '300', '102.4', '50', '3']));
  const share = random.chance(0.2) ? fraction(BigInt(random.whole(-60, 0))) : point;
  const value = add(baseline, divide(multiply(baseline, share), fraction(100n)));
  return { value: print(most(zero, add(value, random.pick(nudges)))), baseline: print(baseline) };
}

/** Numerator and denominator, both whole, whose ratio × per is the point, or a hair to either side of it. */
export function ratioNear(point: Fraction, per: Fraction, random: Random): { numerator: string; denominator: string } {
  const target = multiply(most(zero, point), fraction(per.bottom, per.top));
  const times = BigInt(random.whole(1, 9));
  const numerator = target.top * times;
  const denominator = target.bottom * times;
  const shifted = numerator + BigInt(random.pick([0, 0, 1, -1]));
  const isRate = compare(target, fraction(1n)) <= 0;
  const kept = shifted < 0n || (isRate && shifted > denominator) ? numerator : shifted;
  return { numerator: `${kept}`, denominator: `${denominator}` };
}
