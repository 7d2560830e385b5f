/** `threshold`: 覆盖率未达到100%的扣1分. One comparison on one quantity, typed or from the indicators register. */
import { type DecimalText, getNumber } from '../exact/decimal.js';
import { compare, ONE, type Rational } from '../exact/rational.js';
import type { Measured } from '../observations/observation.js';
import { assertNever } from '../wording/assert-never.js';
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
import { type CompiledRule, type RuleFacts, readNothing } from './compiled.js';
import { measure, measuredText, type Quantity, quantityExample, readQuantity } from './quantity.js';
import { inUnit } from './unit-words.js';

export interface ThresholdRule extends RuleBase, Effect {
  readonly kind: 'threshold';
  readonly register?: 'indicators' | undefined;
  readonly quantity: Quantity;
  /** The rule applies where `quantity comparison value` holds. */
  readonly comparison: '<' | '<=' | '>' | '>=';
  readonly value: DecimalText;
}

/** @source rules.md: threshold */
export function compileThreshold(rule: ThresholdRule, context: RuleContext): CompiledRule {
  const points = pointsOf(rule, context);
  const limit = getNumber(rule.value);
  const judge = (measured: Measured): Asking => {
    const holds = holdsFor(rule.comparison, measure(rule.quantity, measured), limit);
    const contribution = holds ? contribute(points, exactly(ONE)) : NOTHING;
    return { contribution, open: false, why: () => explain(rule, measured, holds) };
  };
  const ask = ({ observation, closed, registers }: RuleFacts): Asking => {
    if (rule.register === undefined)
      return observation?.kind === 'quantity' ? judge(observation.quantity) : unobserved(points, ONE, closed);
    const indicator = registers.indicators.get(rule.quantity.name);
    if (indicator === 'not-applicable')
      return { contribution: NOTHING, open: false, why: () => text('不适用', 'not applicable') };
    return indicator ? judge(indicator) : unobserved(points, ONE, closed);
  };
  return {
    register: rule.register,
    name: rule.quantity.name,
    example: quantityExample(rule.quantity),
    read: rule.register ? readNothing : (given) => readQuantity(rule.quantity, given),
    ask,
  };
}

function holdsFor(comparison: ThresholdRule['comparison'], value: Rational, limit: Rational): boolean {
  const order = compare(value, limit);
  switch (comparison) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return assertNever(comparison);
  }
}

const SIGNS = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;
const OPPOSITE = { '<': '≥', '<=': '>', '>': '≤', '>=': '<' } as const;

function explain(rule: ThresholdRule, measured: Measured, holds: boolean) {
  const shown = measuredText(rule.quantity, measured);
  const sign = holds ? SIGNS[rule.comparison] : OPPOSITE[rule.comparison];
  const effect = effectText(rule);
  const limit = inUnit(rule.value, rule.quantity);
  const compared = text(`${shown.zh} ${sign} ${limit.zh}`, `${shown.en} ${sign} ${limit.en}`);
  return holds ? text(`${compared.zh}，${effect.zh}`, `${compared.en}: ${effect.en}`) : compared;
}
