// One short function per rule kind: what a closed observation asks for. An absent observation means that all is in order.

import { type Asked, effect, nothing, together } from './asked.js';
import {
  ceiling,
  compare,
  divide,
  type Fraction,
  floor,
  fraction,
  most,
  multiply,
  parse,
  subtract,
  sum,
  zero,
} from './fraction.js';
import { measured, quantityOf } from './quantity.js';
import { severity } from './severity.js';
import { type Branch, branch, branches, isBranch, isList, list, type RawTree, text, texts } from './tree.js';

export const periodsOf: Readonly<Record<string, readonly string[]>> = {
  year: ['Y'],
  half: ['H1', 'H2'],
  quarter: ['Q1', 'Q2', 'Q3', 'Q4'],
  month: ['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12'],
};

const count = (raw: RawTree | undefined): Fraction => parse(text(raw ?? '0'));
const once = (happened: boolean): Fraction => fraction(happened ? 1n : 0n);

export function fixed(rule: Branch, seen: Branch): Asked {
  return effect(rule, once(seen.breached === 'true'));
}

export function perUnit(rule: Branch, seen: Branch): Asked {
  const requirements = branches(rule.requirements);
  if (requirements.length === 0) return effect(rule, count(seen.count));
  const actual = branch(seen.actual);
  return effect(
    rule,
    sum(
      requirements.map((requirement) =>
        missing(requirement, actual[text(requirement.what)], rule.periods === 'yearly-total'),
      ),
    ),
  );
}

/** 缺几次. A requirement left out was met; zones each have their own. */
function missing(requirement: Branch, actual: RawTree | undefined, yearly: boolean): Fraction {
  if (actual === undefined) return zero;
  if (isList(actual)) return sum(actual.map((zone) => missing(requirement, zone, yearly)));
  const needed = parse(text(requirement.count));
  const periods = periodsOf[text(requirement.per)] ?? [];
  const inAll = multiply(needed, fraction(BigInt(periods.length)));
  if (!isBranch(actual)) return most(zero, subtract(inAll, parse(text(actual))));
  const given = byPeriod(actual, periods);
  const numbers = periods.map((period) => given[period] ?? needed);
  if (yearly) return most(zero, subtract(inAll, sum(numbers)));
  return sum(numbers.map((number) => most(zero, subtract(needed, number))));
}

/** Numbers by period, M1 read as M01. A period the requirement does not have is an error. */
function byPeriod(actual: Branch, periods: readonly string[]): Record<string, Fraction> {
  const given: Record<string, Fraction> = {};
  for (const [key, value] of Object.entries(actual)) {
    const period = key.replace(/^M(\d)$/, 'M0$1');
    if (!periods.includes(period)) throw new Error(`no such period here: ${key}`);
    given[period] = parse(text(value));
  }
  return given;
}

export function perStep(rule: Branch, seen: Branch): Asked {
  const value = measured(quantityOf(rule), seen);
  if (value === undefined) return nothing;
  const from = parse(text(rule.from));
  const away = rule.direction === 'below' ? subtract(from, value) : subtract(value, from);
  const steps = divide(most(zero, away), parse(text(rule.step)));
  const partial = text(rule.partialStep ?? 'drop');
  if (partial === 'drop') return effect(rule, floor(steps));
  if (partial === 'round-up') return effect(rule, ceiling(steps));
  if (partial === 'prorate') return effect(rule, steps);
  throw new Error(`no such partial step: ${partial}`);
}

export function threshold(rule: Branch, seen: Branch): Asked {
  const value = measured(quantityOf(rule), seen);
  if (value === undefined) return nothing;
  const side = compare(value, parse(text(rule.value)));
  switch (text(rule.comparison)) {
    case '<':
      return effect(rule, once(side < 0));
    case '<=':
      return effect(rule, once(side <= 0));
    case '>':
      return effect(rule, once(side > 0));
    case '>=':
      return effect(rule, once(side >= 0));
    default:
      throw new Error(`no such comparison: ${text(rule.comparison)}`);
  }
}

export function parts(rule: Branch, seen: Branch): Asked {
  const occasions = rule.occasions === undefined ? [seen] : branches(seen.occasions);
  const absent = occasions.flatMap((occasion) => texts(occasion.absent));
  return effect(rule, fraction(BigInt(absent.length)));
}

export function ladder(rule: Branch, seen: Branch): Asked {
  const value = measured(quantityOf(rule), seen);
  const rung = branches(rule.rungs).find((candidate) =>
    value === undefined ? candidate.name === seen.rung : isInBand(candidate, value),
  );
  return rung === undefined ? nothing : effect(rung, fraction(1n));
}

/** Half-open [from, below); an end left out is open. */
function isInBand(rung: Branch, value: Fraction): boolean {
  const { from, below } = rung;
  if (from === undefined && below === undefined) return false;
  if (from !== undefined && compare(value, parse(text(from))) < 0) return false;
  return below === undefined || compare(value, parse(text(below))) < 0;
}

export function perEventLadder(rule: Branch, accidents: readonly Branch[]): Asked {
  const counted = accidents.filter((accident) => rule.responsible !== 'only' || accident.responsible === 'true');
  return branches(rule.rungs)
    .map((rung) => {
      const events = counted.filter((accident) => texts(rung.levels).includes(severity(accident)));
      return effect(rung, fraction(BigInt(events.length)));
    })
    .reduce(together, nothing);
}

/** 约谈: one for each talk held by an authority the rule names. */
export function talksHeld(rule: Branch, talks: readonly Branch[]): Fraction {
  const by = texts(rule.by);
  return fraction(BigInt(talks.filter((talk) => by.includes(text(talk.by))).length));
}

export function perTalk(rule: Branch, talks: readonly Branch[]): Asked {
  return effect(rule, talksHeld(rule, talks));
}

/** Whether an observation reports anything at all, before any arithmetic. */
export function isFinding(seen: Branch): boolean {
  if (seen.notApplicable === 'true') return false;
  if (seen.breached === 'true' || seen.rung !== undefined) return true;
  if (compare(count(seen.count), zero) > 0) return true;
  const occasions = [seen, ...branches(seen.occasions)];
  return occasions.some((occasion) => list(occasion.absent).length > 0);
}
