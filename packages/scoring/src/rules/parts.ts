/** `parts`: 做到有方案、有落实、有总结，少一项扣1分. Named parts, each missing one costs; where the text says so, each time. */
import { compare, INFINITY, ONE, type Rational, whole, ZERO } from '../exact/rational.js';
import { allRead, type Given } from '../observations/given.js';
import type { Observation } from '../observations/observation.js';
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
  const all = rule.occasions ? INFINITY : whole(rule.parts.length);
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    const times = absentCount(observation, all);
    if (!times) return unobserved(points, all, closed);
    const open = compare(times.fewest, times.most) !== 0;
    return { contribution: contribute(points, times), open, why: () => explain(points, observation) };
  };
  return {
    example: rule.occasions ? `{ occasions: [ { absent: [${rule.parts[0]}] } ] }` : `{ absent: [${rule.parts[0]}] }`,
    read: (given) => read(rule, given),
    ask,
  };
}

/** `{ breached: true }` says that some part is missing and not which. */
function absentCount(observation: Observation | undefined, all: Rational): Times | undefined {
  if (observation?.kind === 'absent')
    return exactly(whole(observation.occasions.reduce((sum, absent) => sum + absent.length, 0)));
  if (observation?.kind !== 'breached') return undefined;
  return observation.breached ? { fewest: ONE, most: all } : exactly(ZERO);
}

function read(rule: PartsRule, given: Given): Observation | undefined {
  if (!given.object(rule.occasions ? ['occasions', 'absent', 'breached'] : ['absent', 'breached'])) return undefined;
  if (!given.get('breached').isAbsent) {
    given.object(['breached']);
    const breached = given.get('breached').yesNo();
    return breached === undefined ? undefined : { kind: 'breached', breached };
  }
  if (given.get('occasions').isAbsent) {
    const absent = readAbsent(rule, given.get('absent'));
    return absent && { kind: 'absent', occasions: [absent] };
  }
  given.object(['occasions']);
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

function explain(points: Rational, observation: Observation | undefined): Text {
  if (observation?.kind === 'breached' && !observation.breached) return text('无问题', 'in order');
  if (observation?.kind !== 'absent') return text('有缺项，未写明是哪几项', 'some part missing, not stated which');
  const names = observation.occasions.flat();
  if (names.length === 0) return text('各项齐备', 'all parts present');
  const sum = timesText(whole(names.length), points);
  return text(`缺${names.join('、')}，${sum}`, `missing ${names.join(', ')}: ${sum}`);
}
