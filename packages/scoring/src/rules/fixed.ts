/** `fixed`: 未制定的扣1分 · …的得3分. It happened, or it did not. */
import { ONE } from '../exact/rational.js';
import type { Given } from '../observations/given.js';
import type { Observation } from '../observations/observation.js';
import { text } from '../wording/text.js';
import {
  type Asking,
  contribute,
  type Effect,
  effectText,
  exactly,
  NOTHING,
  pointsOf,
  type RuleContext,
  unobserved,
} from './asking.js';
import type { RuleBase } from './base.js';
import type { CompiledRule, RuleFacts } from './compiled.js';

export interface FixedRule extends RuleBase, Effect {
  readonly kind: 'fixed';
}

/** @source rules.md: fixed — did it happen: yes / no */
export function compileFixed(rule: FixedRule, context: RuleContext): CompiledRule {
  const points = pointsOf(rule, context);
  const effect = effectText(rule);
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    if (observation?.kind !== 'breached') return unobserved(points, ONE, closed);
    if (!observation.breached) return { contribution: NOTHING, open: false, why: () => text('无问题', 'in order') };
    return { contribution: contribute(points, exactly(ONE)), open: false, why: () => effect };
  };
  return { example: '{ breached: true }', read: readBreached, ask };
}

/** Reads `{ breached: true }`. */
export function readBreached(given: Given): Observation | undefined {
  if (!given.object(['breached'])) return undefined;
  const breached = given.get('breached').yesNo();
  return breached === undefined ? undefined : { kind: 'breached', breached };
}
