/** `per-step`: 每少10%，扣0.5分. Whole steps away from a target; what a part-step costs is a reading. */

import type { DecimalText } from '../exact/decimal.js';
import { formatExact, getNumber } from '../exact/decimal.js';
import { ceiling, compare, divide, floor, type Rational, subtract, whole, ZERO } from '../exact/rational.js';
import type { Measured } from '../observations/observation.js';
import { assertNever } from '../wording/assert-never.js';
import { text } from '../wording/text.js';
import { type Asking, deduct, type Effect, effectText, pointsOf, type RuleContext } from './asking.js';
import type { RuleBase } from './base.js';
import type { CompiledRule, RuleFacts } from './compiled.js';
import { measure, measuredText, type Quantity, quantityExample, readQuantity } from './quantity.js';

export interface PerStepRule extends RuleBase, Effect {
  readonly kind: 'per-step';
  readonly quantity: Quantity;
  readonly step: DecimalText;
  readonly from: DecimalText;
  readonly direction: 'below' | 'above';
  readonly partialStep: 'drop' | 'round-up' | 'prorate';
}

/** @source rules.md: per-step */
export function compilePerStep(rule: PerStepRule, context: RuleContext): CompiledRule {
  const points = pointsOf(rule, context);
  const stepsAt = (measured: Measured) => steps(rule, measure(rule.quantity, measured));
  // A quantity is never negative, so only a shortfall is bounded.
  const mostSteps = rule.direction === 'below' ? steps(rule, ZERO) : null;
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    if (observation?.kind === 'quantity') {
      const taken = stepsAt(observation.quantity);
      const contribution = deduct(points, { least: taken, most: taken });
      return { contribution, open: false, why: () => explain(rule, observation.quantity, taken) };
    }
    const contribution = deduct(points, { least: ZERO, most: closed ? ZERO : mostSteps });
    const why = () =>
      closed
        ? text(`${rule.quantity.name}无问题`, `${rule.quantity.name} in order`)
        : text('未核', 'not yet looked at');
    return { contribution, open: !closed, why };
  };
  return {
    name: rule.quantity.name,
    example: quantityExample(rule.quantity),
    read: (given) => readQuantity(rule.quantity, given),
    ask,
  };
}

/** How many steps a value lies away from the target, on the side that costs. */
function steps(rule: PerStepRule, value: Rational): Rational {
  const target = getNumber(rule.from);
  const distance = rule.direction === 'below' ? subtract(target, value) : subtract(value, target);
  if (compare(distance, ZERO) <= 0) return ZERO;
  const exact = divide(distance, getNumber(rule.step));
  switch (rule.partialStep) {
    case 'drop':
      return whole(floor(exact));
    case 'round-up':
      return whole(ceiling(exact));
    case 'prorate':
      return exact;
    default:
      return assertNever(rule.partialStep);
  }
}

function explain(rule: PerStepRule, measured: Measured, taken: Rational) {
  const shown = measuredText(rule.quantity, measured);
  const count = formatExact(taken);
  const effect = effectText(rule);
  return text(
    `${shown.zh}，距${rule.from}${rule.quantity.unit}计${count}步×${effect.zh.replace('扣', '')}`,
    `${shown.en}: ${count} steps of ${rule.step}${rule.quantity.unit} from ${rule.from}, ${effect.en} each`,
  );
}
