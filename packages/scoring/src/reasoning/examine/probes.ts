/** For every rule kind, what could be found against it: from the slightest, with the cases at its limits. */
import { SEVERITIES } from '../../accidents/severity.js';
import { formatExact, getNumber } from '../../exact/decimal.js';
import { add, divide, type Rational, rational, subtract, whole } from '../../exact/rational.js';
import type { RawObject, RawTree } from '../../observations/raw-tree.js';
import type { LadderRule } from '../../rules/ladder.js';
import type { PerEventLadderRule } from '../../rules/per-event-ladder.js';
import type { PerStepRule } from '../../rules/per-step.js';
import type { PerUnitRule } from '../../rules/per-unit.js';
import type { PiecewiseRule } from '../../rules/piecewise.js';
import type { Quantity } from '../../rules/quantity.js';
import type { Requirement } from '../../rules/requirement.js';
import type { Rule } from '../../rules/rule.js';
import type { ThresholdRule } from '../../rules/threshold.js';
import type { Clause } from '../../scheme/sheet.js';
import { assertNever } from '../../wording/assert-never.js';
import type { Placed, Scene } from './scene.js';
import { joined, type Stated, type StatedAccident } from './stated.js';

/** Typed for the clause, or stated in a register. */
type Probe = { readonly typed: RawObject } | { readonly stated: Stated };

const typed = (observation: RawObject): Probe => ({ typed: observation });

/** What could be found against a clause, one statement at a time, from the slightest; then the cases at its limits. */
export function probesOf(scene: Scene, { clause }: Placed): Stated[] {
  const on = scene.scheme.period.from;
  const found = clause.rules.flatMap((rule) => probesOfRule(rule, on).map((probe) => statedBy(clause, rule, probe)));
  const limits = clause.rules.flatMap((rule) => limitsOfRule(rule).map((probe) => statedBy(clause, rule, probe)));
  return [...found, ...limits];
}

/** The slightest breach of a clause. */
export function slightest(scene: Scene, place: Placed): Stated {
  return probesOf(scene, place)[0] ?? {};
}

/** All that one look can find against a clause: every part and requirement missing; what is counted, once. */
export function fullest(scene: Scene, { clause }: Placed): Stated {
  const worst = clause.rules.flatMap((rule) => {
    const probes = probesOfRule(rule, scene.scheme.period.from);
    return probes.slice(-1).map((probe) => statedBy(clause, rule, probe));
  });
  return joined(worst);
}

/** Each clause breached once: what is counted, once; what is measured in steps, by one step. */
export function breachedOnce(scene: Scene, place: Placed): Stated {
  const { clause } = place;
  if (!clause.rules.some((rule) => rule.kind === 'per-step')) return fullest(scene, place);
  const steps = clause.rules.flatMap((rule) => {
    const [first] = probesOfRule(rule, scene.scheme.period.from);
    return first ? [statedBy(clause, rule, first)] : [];
  });
  return joined(steps);
}

function statedBy(clause: Clause, rule: Rule, probe: Probe): Stated {
  if ('stated' in probe) return probe.stated;
  const name = clause.rules.length > 1 && 'quantity' in rule ? rule.quantity?.name : undefined;
  return { observations: { [clause.id]: name === undefined ? probe.typed : { [name]: probe.typed } } };
}

/** From the slightest to the fullest. */
function probesOfRule(rule: Rule, on: string): Probe[] {
  switch (rule.kind) {
    case 'fixed':
      return [typed({ breached: 'true' })];
    case 'per-unit':
      return probesOfUnits(rule, on);
    case 'per-step':
      return probesOfSteps(rule);
    case 'threshold':
      return probesOfThreshold(rule);
    case 'parts': {
      const missing = [rule.parts.slice(0, 1), rule.parts];
      return missing.map((absent) => typed(rule.occasions ? { occasions: [{ absent }] } : { absent }));
    }
    case 'ladder':
      return rule.rungs.map((rung) => typed(rungObservation(rule, rung)));
    case 'per-event-ladder':
      return accidentsOf(rule).map((accident) => ({ stated: { accidents: [accident] } }));
    case 'series':
      return rule.amounts.map((_, index) => typed({ count: `${index + 1}` }));
    case 'piecewise':
      return probesOfLine(rule);
    case 'judgement':
      return [typed({ mark: rule.effect === 'award' ? rule.range[0] : rule.range[1], reason: '…' })];
    case 'formula':
      return [];
    default:
      return assertNever(rule);
  }
}

function probesOfUnits(rule: PerUnitRule, on: string): Probe[] {
  if (rule.register) return [{ stated: { talks: [{ by: rule.by?.[0] ?? '', on }] } }];
  const requirements = rule.requirements ?? [];
  if (requirements.length === 0) return [typed({ count: '1' })];
  const short = requirements.filter((one) => !one.each).map((one) => ({ [one.what]: oneShort(one) }));
  const none = requirements.map((one): [string, RawTree] => [
    one.what,
    one.each ? [perPeriod(one, 0)] : perPeriod(one, 0),
  ]);
  return [...short, Object.fromEntries(none)].map((actual) => typed({ actual }));
}

const PERIODS = { year: [''], half: ['H1', 'H2'], quarter: ['Q1', 'Q2', 'Q3', 'Q4'], month: months() } as const;

function months(): string[] {
  return Array.from({ length: 12 }, (_, index) => `M${index + 1}`);
}

function perPeriod({ per }: Requirement, count: number): string | RawObject {
  return per === 'year' ? `${count}` : Object.fromEntries(PERIODS[per].map((period) => [period, `${count}`]));
}

/** One fewer than required in all; where it is required by period, the last one lacks it. */
function oneShort({ per, count }: Requirement): string | RawObject {
  if (per === 'year') return `${Number(count) - 1}`;
  const periods = PERIODS[per];
  return Object.fromEntries(
    periods.map((one, index) => [one, `${Number(count) - (index === periods.length - 1 ? 1 : 0)}`]),
  );
}

/** As many as the year requires, all in the first period. */
function crowded({ per, count }: Requirement): RawObject {
  const periods = PERIODS[per];
  return Object.fromEntries(
    periods.map((one, index) => [one, index === 0 ? `${Number(count) * periods.length}` : '0']),
  );
}

/** A number of times spread over the periods of a requirement, the last one left without where it can be. */
export function spread({ per }: Requirement, times: number): string | RawObject {
  if (per === 'year') return `${times}`;
  const periods = PERIODS[per];
  const filled = periods.length - 1;
  return Object.fromEntries(
    periods.map((one, index) => [
      one,
      index === filled ? '0' : `${Math.floor(times / filled) + (index < times % filled ? 1 : 0)}`,
    ]),
  );
}

/** How often a requirement asks for it in the year. */
export function inTheYear({ per, count }: Requirement): number {
  return Number(count) * PERIODS[per].length;
}

/** One step away, and as far as it goes. */
function probesOfSteps(rule: PerStepRule): Probe[] {
  const size = getNumber(rule.step);
  return [size, rule.direction === 'below' ? getNumber(rule.from) : add(size, size)].map((one) => stepsAway(rule, one));
}

function stepsAway({ quantity, from, direction }: PerStepRule, distance: Rational): Probe {
  const target = getNumber(from);
  return typed(valued(quantity, direction === 'below' ? subtract(target, distance) : add(target, distance)));
}

/** What readings differ on: a step and a half, the limit itself, all meetings in one period, a line that is a fraction. */
function limitsOfRule(rule: Rule): Probe[] {
  if (rule.kind === 'per-step') return [stepsAway(rule, divide(getNumber(rule.step), rational(2n, 3n)))];
  if (rule.kind === 'threshold') return [probeOfValue(rule, getNumber(rule.value))];
  if (rule.kind === 'piecewise' && rule.slopes[0].upTo === 'baseline') return [typed({ count: '4', baseline: '3.5' })];
  if (rule.kind !== 'per-unit') return [];
  const periodic = (rule.requirements ?? []).filter((one) => !one.each && one.per !== 'year');
  return periodic.map((one) => typed({ actual: { [one.what]: crowded(one) } }));
}

/** A value of a quantity; one compared with a baseline lies so many percent above a baseline of 100. */
function valued({ baseline }: Quantity, value: Rational): RawObject {
  if (baseline === undefined) return { value: formatExact(value) };
  return { value: formatExact(add(whole(100), value)), baseline: '100' };
}

/** Clearly beyond the limit. */
function probesOfThreshold(rule: ThresholdRule): Probe[] {
  const limit = getNumber(rule.value);
  const counted = /^(?:次|家|起|人|人次|项|处|户|篇|件|条|个)$/.test(rule.quantity.unit);
  const distance = counted ? whole(1) : divide(limit, whole(10));
  return [probeOfValue(rule, rule.comparison.startsWith('<') ? subtract(limit, distance) : add(limit, distance))];
}

function probeOfValue(rule: ThresholdRule, value: Rational): Probe {
  const observation = valued(rule.quantity, value);
  return rule.register ? { stated: { indicators: { [rule.quantity.name]: observation } } } : typed(observation);
}

function rungObservation(rule: LadderRule, rung: LadderRule['rungs'][number]): RawObject {
  if (!rule.quantity) return { rung: rung.name };
  if (rung.from !== undefined) return valued(rule.quantity, getNumber(rung.from));
  const below = getNumber(rung.below ?? '0');
  return valued(rule.quantity, below.n % below.d === 0n ? subtract(below, whole(1)) : divide(below, whole(2)));
}

/** One accident of the lowest level of each rung. */
export function accidentsOf({ rungs }: PerEventLadderRule): StatedAccident[] {
  const lowest = rungs.map((rung) => SEVERITIES.find((level) => rung.levels.includes(level)));
  return lowest.filter((level) => level !== undefined).map((severity) => ({ severity, responsible: true }));
}

/** Within the line, and beyond it. */
function probesOfLine({ slopes }: PiecewiseRule): Probe[] {
  const { upTo } = slopes[0];
  if (upTo === 'baseline') return [typed({ count: '1', baseline: '3' }), typed({ count: '4', baseline: '3' })];
  return ['1', formatExact(add(getNumber(upTo ?? '0'), whole(1)))].map((count) => typed({ count }));
}
