/** `fixed`: 未制定的扣1分. It happened, or it did not. */

import { ONE, ZERO } from '../exact/rational.js';
import type { Given } from '../observations/given.js';
import type { Observation } from '../observations/observation.js';
import { text } from '../wording/text.js';
import { type Asking, deduct, type Effect, effectText, pointsOf, type RuleContext } from './asking.js';
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
    if (observation?.kind === 'breached' && observation.breached)
      return { contribution: deduct(points, { least: ONE, most: ONE }), open: false, why: () => effect };
    const open = observation === undefined && !closed;
    const contribution = deduct(points, { least: ZERO, most: open ? ONE : ZERO });
    return { contribution, open, why: () => (open ? text('未核', 'not yet looked at') : text('无问题', 'in order')) };
  };
  return {
    example: '{ breached: true }',
    read: readBreached,
    ask,
  };
}

function readBreached(given: Given): Observation | undefined {
  if (!given.object(['breached'])) return undefined;
  const breached = given.get('breached').yesNo();
  return breached === undefined ? undefined : { kind: 'breached', breached };
}
