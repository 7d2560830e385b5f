/** `per-unit`: 每发现一家扣0.5分 · 每少1次扣2分. So many times an amount; counted, worked out of actual counts, or from the talks register. */

import { formatExact } from '../exact/decimal.js';
import { type Rational, whole, ZERO } from '../exact/rational.js';
import { type Text, text } from '../explanation/text.js';
import type { Actual, Observation } from '../observations/observation.js';
import type { Reader } from '../observations/reader.js';
import type { Place } from '../problems/problem.js';
import { isRawObject, type RawTree } from '../scheme/readings.js';
import { type Asking, deduct, type Effect, pointsOf, type RuleContext, type Times } from './asking.js';
import type { RuleBase } from './base.js';
import { type CompiledRule, type RuleFacts, readNothing } from './compiled.js';
import {
  type PeriodReading,
  type Requirement,
  readActual,
  type Shortfall,
  shortfall,
  shortfallText,
} from './requirement.js';

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
    if (observation?.kind === 'count') {
      const count = whole(observation.count);
      const why = () => counted(rule, observation.count, points);
      return { contribution: deduct(points, { least: count, most: count }), open: false, why };
    }
    return unobserved(points, closed);
  };
  return { example: '{ count: 0 }', read: readCount, ask };
}

function unobserved(points: Rational, closed: boolean): Asking {
  return {
    contribution: deduct(points, { least: ZERO, most: closed ? ZERO : null }),
    open: !closed,
    why: () => (closed ? text('无问题', 'in order') : text('未核', 'not yet looked at')),
  };
}

function readCount(raw: RawTree, at: Place, reader: Reader): Observation | undefined {
  const fields = reader.object(raw, at, ['count']);
  const count = fields && reader.count(fields.count, [...at, 'count']);
  return count === undefined ? undefined : { kind: 'count', count };
}

function counted(rule: PerUnitRule, count: bigint, points: Rational): Text {
  const each = formatExact(points);
  return text(`${count}${rule.unit}×${each}`, `${count}×${each}`);
}

function compileTalks(rule: PerUnitRule, points: Rational): CompiledRule {
  const ask = ({ closed, registers }: RuleFacts): Asking => {
    const known = closed || registers.talks !== undefined;
    const talks = registers.talks?.filter((talk) => rule.by?.includes(talk.by) ?? true) ?? [];
    const count = whole(talks.length);
    const times: Times = { least: count, most: known ? count : null };
    const why = () =>
      known || talks.length > 0 ? counted(rule, BigInt(talks.length), points) : unobserved(points, false).why();
    return { contribution: deduct(points, times), open: !known, why };
  };
  return { register: 'talks', example: '', read: readNothing, ask };
}

function compileRequirements(rule: PerUnitRule, requirements: readonly Requirement[], points: Rational): CompiledRule {
  const reading = rule.periods ?? 'per-period';
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    const actual: ReadonlyMap<string, Actual> = observation?.kind === 'actual' ? observation.actual : new Map();
    const shortfalls = requirements.map((requirement) =>
      shortfall(requirement, actual.get(requirement.what), { closed, reading }),
    );
    const least = shortfalls.reduce((sum, short) => sum + short.least, 0n);
    const unbounded = shortfalls.some((short) => short.most === null);
    const most = shortfalls.reduce((sum, short) => sum + (short.most ?? 0n), 0n);
    return {
      contribution: deduct(points, { least: whole(least), most: unbounded ? null : whole(most) }),
      open: unbounded || most !== least,
      why: () => explain(requirements, actual, shortfalls, points),
    };
  };
  const first = requirements[0];
  return {
    example: `{ actual: { ${first?.what}: ${first?.each === 'zone' ? '[ 0 ]' : '0'} } }`,
    read: (raw, at, reader) => readActuals(requirements, raw, at, reader),
    ask,
  };
}

function readActuals(
  requirements: readonly Requirement[],
  raw: RawTree,
  at: Place,
  reader: Reader,
): Observation | undefined {
  const given = reader.object(raw, at, ['actual'])?.actual;
  const fields = reader.object(given, [...at, 'actual']);
  if (!fields || !isRawObject(given)) return undefined;
  const actual = new Map<string, Actual>();
  for (const [what, value] of Object.entries(fields)) {
    const place = [...at, 'actual', what];
    const requirement = requirements.find((candidate) => candidate.what === what);
    const read = requirement && readActual(requirement, value, place, reader);
    if (!requirement) reader.refuse('requirement-unknown', place, { what, known: requirements.map((one) => one.what) });
    else if (read !== undefined) actual.set(what, read);
  }
  return { kind: 'actual', actual };
}

/** 应3实1，缺2×2; several requirements each by name. */
function explain(
  requirements: readonly Requirement[],
  actual: ReadonlyMap<string, Actual>,
  shortfalls: readonly Shortfall[],
  points: Rational,
): Text {
  const short = requirements.flatMap((requirement, index) => {
    const missing = shortfalls[index];
    const lacking = missing && (missing.least > 0n || missing.most !== 0n);
    return lacking
      ? [{ what: requirement.what, line: shortfallText(requirement, actual.get(requirement.what), missing) }]
      : [];
  });
  const each = formatExact(points);
  const only = short.length === 1 ? short[0]?.line : undefined;
  if (short.length === 0) return text('次数均已达到', 'every frequency met');
  if (only) return text(`${only.zh}×${each}`, `${only.en}×${each}`);
  const zh = short.map(({ what, line }) => `${what}${line.zh}`).join('；');
  const en = short.map(({ what, line }) => `${what}: ${line.en}`).join('; ');
  return text(`${zh}；各×${each}`, `${en}; each ×${each}`);
}
