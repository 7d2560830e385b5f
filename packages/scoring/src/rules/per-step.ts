/** `per-step`: 每少10%，扣0.5分. Whole steps away from a target; what a part-step costs is a reading. */
import { type DecimalText, formatExact, getNumber } from '../exact/decimal.js';
import { ceiling, compare, divide, floor, INFINITY, type Rational, subtract, whole, ZERO } from '../exact/rational.js';
import type { Measured } from '../observations/observation.js';
import { assertNever } from '../wording/assert-never.js';
import { type Text, text } from '../wording/text.js';
import {
  type Asking,
  contribute,
  type Effect,
  effectText,
  exactly,
  pointsOf,
  type RuleContext,
  unobserved,
} from './asking.js';
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
  // A quantity is never negative, so only a shortfall is bounded.
  const mostSteps = rule.direction === 'below' ? stepsAway(rule, ZERO) : INFINITY;
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    if (observation?.kind !== 'quantity') return unobserved(points, mostSteps, closed);
    const { quantity } = observation;
    const steps = stepsAway(rule, measure(rule.quantity, quantity));
    return { contribution: contribute(points, exactly(steps)), open: false, why: () => explain(rule, quantity, steps) };
  };
  return {
    name: rule.quantity.name,
    example: quantityExample(rule.quantity),
    read: (given) => readQuantity(rule.quantity, given),
    ask,
  };
}

/** How many steps a value lies away from the target, on the side that costs. */
function stepsAway(rule: PerStepRule, value: Rational): Rational {
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

function explain(rule: PerStepRule, measured: Measured, steps: Rational): Text {
  const shown = measuredText(rule.quantity, measured);
  const count = formatExact(steps);
  const effect = effectText(rule);
  const step = `${rule.step}${rule.quantity.unit}`;
  return text(
    `${shown.zh}，距${rule.from}每${step}${effect.zh}，计${count}步`,
    `${shown.en}: ${count} steps of ${step} from ${rule.from}, ${effect.en} each`,
  );
}
