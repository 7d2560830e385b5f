/** `parts`: 做到有方案、有落实、有总结，少一项扣1分. Named parts, each missing one costs; where the text says so, each time. */

import { formatExact } from '../exact/decimal.js';
import { ONE, type Rational, whole, ZERO } from '../exact/rational.js';
import { text } from '../explanation/text.js';
import type { Observation } from '../observations/observation.js';
import type { Reader } from '../observations/reader.js';
import type { Place } from '../problems/problem.js';
import type { RawTree } from '../scheme/readings.js';
import { type Asking, deduct, type Effect, pointsOf, type RuleContext, type Times } from './asking.js';
import type { RuleBase } from './base.js';
import type { CompiledRule, RuleFacts } from './compiled.js';

export interface PartsRule extends RuleBase, Effect {
  readonly kind: 'parts';
  readonly parts: readonly string[];
  /** `each`: the list holds for every occasion (每次要做到…). */
  readonly occasions?: 'each' | undefined;
}

/** @source rules.md: parts */
export function compileParts(rule: PartsRule, context: RuleContext): CompiledRule {
  const points = pointsOf(rule, context);
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    const times = absentCount(rule, observation, closed);
    const open = times.most === null || times.least.n !== times.most.n;
    return { contribution: deduct(points, times), open, why: () => explain(points, observation, open) };
  };
  return {
    example: rule.occasions ? `{ occasions: [ { absent: [${rule.parts[0]}] } ] }` : `{ absent: [${rule.parts[0]}] }`,
    read: (raw, at, reader) => read(rule, raw, at, reader),
    ask,
  };
}

/** `{ breached: true }` says that some part is missing and not which. */
function absentCount(rule: PartsRule, observation: Observation | undefined, closed: boolean): Times {
  const all = rule.occasions ? null : whole(rule.parts.length);
  if (observation?.kind === 'absent') {
    const count = whole(observation.occasions.reduce((sum, absent) => sum + absent.length, 0));
    return { least: count, most: count };
  }
  if (observation?.kind === 'breached')
    return observation.breached ? { least: ONE, most: all } : { least: ZERO, most: ZERO };
  return { least: ZERO, most: closed ? ZERO : all };
}

function read(rule: PartsRule, raw: RawTree, at: Place, reader: Reader): Observation | undefined {
  const fields = reader.object(raw, at, rule.occasions ? ['occasions', 'absent', 'breached'] : ['absent', 'breached']);
  if (!fields) return undefined;
  if (fields.breached !== undefined) {
    const breached = reader.yesNo(fields.breached, [...at, 'breached']);
    return breached === undefined ? undefined : { kind: 'breached', breached };
  }
  if (fields.occasions === undefined) {
    const absent = readAbsent(rule, fields.absent, [...at, 'absent'], reader);
    return absent && { kind: 'absent', occasions: [absent] };
  }
  const occasions = reader.list(fields.occasions, [...at, 'occasions']);
  const lists = occasions?.map((occasion, index) => {
    const place = [...at, 'occasions', index];
    return readAbsent(rule, reader.object(occasion, place, ['absent', 'what'])?.absent, [...place, 'absent'], reader);
  });
  if (!lists?.every((list) => list !== undefined)) return undefined;
  return { kind: 'absent', occasions: lists as string[][] };
}

function readAbsent(rule: PartsRule, raw: RawTree | undefined, at: Place, reader: Reader): string[] | undefined {
  const list = reader.list(raw, at);
  const seen = new Set<string>();
  list?.forEach((entry, index) => {
    const part = reader.text(entry, [...at, index]);
    if (part === undefined) return;
    if (!rule.parts.includes(part)) reader.refuse('part-unknown', [...at, index], { part, known: rule.parts });
    if (seen.has(part)) reader.refuse('part-repeated', [...at, index], { part });
    seen.add(part);
  });
  return list && [...seen];
}

function explain(points: Rational, observation: Observation | undefined, open: boolean) {
  if (observation?.kind !== 'absent') return open ? text('未核', 'not yet looked at') : text('无问题', 'in order');
  const names = observation.occasions.flat();
  if (names.length === 0) return text('各项齐备', 'all parts present');
  const each = formatExact(points);
  return text(`缺${names.join('、')}，${names.length}×${each}`, `missing ${names.join(', ')}: ${names.length}×${each}`);
}
