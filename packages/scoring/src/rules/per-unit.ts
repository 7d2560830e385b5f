/** `per-unit`: 每发现一家扣0.5分 · 每少1次扣2分. So many times an amount; counted, worked out of actual counts, or from the talks register. */
import { formatExact } from '../exact/decimal.js';
import { compare, INFINITY, negate, type Rational, sum, whole } from '../exact/rational.js';
import type { Given } from '../observations/given.js';
import type { Actual, Observation } from '../observations/observation.js';
import { type Text, text } from '../wording/text.js';
import {
  type Asking,
  contribute,
  type Effect,
  exactly,
  pointsOf,
  type RuleContext,
  type Times,
  timesText,
  unobserved,
} from './asking.js';
import type { RuleBase } from './base.js';
import { type CompiledRule, type RuleFacts, readNothing } from './compiled.js';
import { type PeriodReading, type Requirement, readActual, shortfall, shortfallText } from './requirement.js';

export interface PerUnitRule extends RuleBase, Effect {
  readonly kind: 'per-unit';
  readonly unit: string;
  readonly basis: 'occurrence' | 'missing';
  readonly requirements?: readonly Requirement[] | undefined;
  readonly periods?: PeriodReading | undefined;
  readonly register?: 'talks' | undefined;
  /** Whose talks count. */
  readonly by?: readonly string[] | undefined;
}

/** @source rules.md: per-unit */
export function compilePerUnit(rule: PerUnitRule, context: RuleContext): CompiledRule {
  const points = pointsOf(rule, context);
  if (rule.register === 'talks') return compileTalks(rule, points);
  if (rule.requirements) return compileRequirements(rule, rule.requirements, points);
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    if (observation?.kind !== 'count') return unobserved(points, INFINITY, closed);
    const { count } = observation;
    return {
      contribution: contribute(points, exactly(whole(count))),
      open: false,
      why: () => counted(rule, count, points),
    };
  };
  return { example: '{ count: 0 }', read: readCount, ask };
}

/** Reads `{ count: 3 }`. */
export function readCount(given: Given): Observation | undefined {
  if (!given.object(['count'])) return undefined;
  const count = given.get('count').count();
  return count === undefined ? undefined : { kind: 'count', count };
}

function counted(rule: PerUnitRule, count: bigint, points: Rational): Text {
  const product = timesText(whole(count), points);
  return text(product.replace('×', `${rule.unit}×`), product);
}

function compileTalks(rule: PerUnitRule, points: Rational): CompiledRule {
  const ask = ({ closed, registers }: RuleFacts): Asking => {
    if (registers.talks === undefined) return unobserved(points, INFINITY, closed);
    const talks = registers.talks.filter((talk) => rule.by?.includes(talk.by) ?? true);
    const contribution = contribute(points, exactly(whole(talks.length)));
    return { contribution, open: false, why: () => counted(rule, BigInt(talks.length), points) };
  };
  return { register: 'talks', example: '', read: readNothing, ask };
}

function compileRequirements(rule: PerUnitRule, requirements: readonly Requirement[], points: Rational): CompiledRule {
  const reading = rule.periods ?? 'per-period';
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    const actual: ReadonlyMap<string, Actual> = observation?.kind === 'actual' ? observation.actual : new Map();
    const compared = requirements.map((requirement): Compared => {
      const done = actual.get(requirement.what);
      return { requirement, actual: done, short: shortfall(requirement, done, { closed, reading }) };
    });
    const times = {
      fewest: sum(compared.map(({ short }) => short.fewest)),
      most: sum(compared.map(({ short }) => short.most)),
    };
    const open = compare(times.fewest, times.most) !== 0;
    return { contribution: contribute(points, times), open, why: () => explain(compared, points) };
  };
  const first = requirements[0];
  return {
    example: `{ actual: { ${first?.what}: ${first?.each === 'zone' ? '[ 0 ]' : '0'} } }`,
    read: (given) => readActuals(requirements, given),
    ask,
  };
}

function readActuals(requirements: readonly Requirement[], given: Given): Observation | undefined {
  if (!given.object(['actual'])) return undefined;
  const actual = new Map<string, Actual>();
  for (const stated of given.get('actual').object() ?? []) {
    const requirement = requirements.find((candidate) => candidate.what === stated.key);
    const read = requirement && readActual(requirement, stated);
    if (!requirement) {
      const known = requirements.map((one) => one.what);
      stated.refuse('requirement-unknown', { what: stated.key, known });
    } else if (read !== undefined) actual.set(stated.key, read);
  }
  return { kind: 'actual', actual };
}

interface Compared {
  readonly requirement: Requirement;
  readonly actual: Actual | undefined;
  readonly short: Times;
}

/** 应3实1，缺2×2; several requirements each by name. */
function explain(compared: readonly Compared[], points: Rational): Text {
  const lacking = compared.filter(({ short }) => short.most.n !== 0n);
  const lines = lacking.map(({ requirement, actual, short }) => ({
    what: requirement.what,
    line: shortfallText(requirement, actual, short),
  }));
  const each = formatExact(negate(points));
  const only = lines.length === 1 ? lines[0]?.line : undefined;
  if (lines.length === 0) return text('次数均已达到', 'every frequency met');
  if (only) return text(`${only.zh}×${each}`, `${only.en}×${each}`);
  const zh = lines.map(({ what, line }) => `${what}${line.zh}`).join('；');
  const en = lines.map(({ what, line }) => `${what}: ${line.en}`).join('; ');
  return text(`${zh}；各×${each}`, `${en}; each ×${each}`);
}
