/** `parts`: 做到有方案、有落实、有总结，少一项扣1分. Named parts, each missing one costs; where the text says so, each time. */

import { formatExact } from '../exact/decimal.js';
import { ONE, type Rational, whole, ZERO } from '../exact/rational.js';
import { allRead, type Given } from '../observations/given.js';
import type { Observation } from '../observations/observation.js';
import { text } from '../wording/text.js';
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
    read: (given) => read(rule, given),
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

function read(rule: PartsRule, given: Given): Observation | undefined {
  if (!given.object(rule.occasions ? ['occasions', 'absent', 'breached'] : ['absent', 'breached'])) return undefined;
  if (!given.get('breached').isAbsent) {
    const breached = given.get('breached').yesNo();
    return breached === undefined ? undefined : { kind: 'breached', breached };
  }
  if (given.get('occasions').isAbsent) {
    const absent = readAbsent(rule, given.get('absent'));
    return absent && { kind: 'absent', occasions: [absent] };
  }
  const lists = given.get('occasions').list();
  const occasions = allRead(
    lists?.map((occasion) =>
      occasion.object(['absent', 'what']) ? readAbsent(rule, occasion.get('absent')) : undefined,
    ),
  );
  return occasions && { kind: 'absent', occasions };
}

function readAbsent(rule: PartsRule, given: Given): string[] | undefined {
  const list = given.list();
  const seen = new Set<string>();
  for (const entry of list ?? []) {
    const part = entry.text();
    if (part === undefined) continue;
    if (!rule.parts.includes(part)) entry.refuse('part-unknown', { part, known: rule.parts });
    if (seen.has(part)) entry.refuse('part-repeated', { part });
    seen.add(part);
  }
  return list && [...seen];
}

function explain(points: Rational, observation: Observation | undefined, open: boolean) {
  if (observation?.kind !== 'absent') return open ? text('未核', 'not yet looked at') : text('无问题', 'in order');
  const names = observation.occasions.flat();
  if (names.length === 0) return text('各项齐备', 'all parts present');
  const each = formatExact(points);
  return text(`缺${names.join('、')}，${names.length}×${each}`, `missing ${names.join(', ')}: ${names.length}×${each}`);
}
