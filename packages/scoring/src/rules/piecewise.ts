/** `piecewise`: 每发生1起扣30分；超出的每起扣50分. So much each up to a line, so much each beyond it. */
import { formatExact } from '../exact/decimal.js';
import { add, compare, floor, INFINITY, multiply, type Rational, subtract, whole, ZERO } from '../exact/rational.js';
import type { Given } from '../observations/given.js';
import type { Observation } from '../observations/observation.js';
import { type Text, text } from '../wording/text.js';
import { type Asking, contribute, exactly, pointsOf, type RuleContext, timesText, unobserved } from './asking.js';
import type { RuleBase } from './base.js';
import type { CompiledRule, RuleFacts } from './compiled.js';
import type { Quantity } from './quantity.js';

export interface Slope {
  readonly amount: string;
  /** The line: a number, or the quantity's baseline; the last slope has none. */
  readonly upTo?: string | undefined;
}

export interface PiecewiseRule extends RuleBase {
  readonly kind: 'piecewise';
  readonly effect?: 'deduct' | 'award' | undefined;
  readonly quantity: Quantity;
  readonly slopes: readonly [Slope, Slope];
  /** `yes`: once beyond the line, every one costs what those beyond it cost. */
  readonly replacing: 'no' | 'yes';
}

/** @source rules.md: piecewise. A whole count against a line that may be a fraction: the line's fraction holds no event. */
export function compilePiecewise(rule: PiecewiseRule, context: RuleContext): CompiledRule {
  const [pointsWithin, pointsBeyond] = rule.slopes.map((slope) =>
    pointsOf({ effect: rule.effect, amount: slope.amount }, context),
  ) as [Rational, Rational];
  const split = (count: bigint, line: Rational): { readonly below: bigint; readonly above: bigint } => {
    const within = floor(line);
    if (count <= within) return { below: count, above: 0n };
    return rule.replacing === 'yes' ? { below: 0n, above: count } : { below: within, above: count - within };
  };
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    if (observation?.kind !== 'against')
      return unobserved(compare(pointsBeyond, ZERO) === 0 ? pointsWithin : pointsBeyond, INFINITY, closed);
    const { count, line } = observation;
    const { below, above } = split(count, line);
    const points = add(multiply(pointsWithin, whole(below)), multiply(pointsBeyond, whole(above)));
    const contribution = contribute(points, exactly(whole(1)));
    const why = () => explain(rule, observation, { within: pointsWithin, beyond: pointsBeyond, below, above });
    return { contribution, open: false, why };
  };
  const stated = rule.slopes[0].upTo !== 'baseline';
  return {
    name: rule.quantity.name,
    example: stated ? '{ count: 0 }' : '{ count: 0, baseline: "0" }',
    read: (given) => read(rule, given),
    ask,
  };
}

function read(rule: PiecewiseRule, given: Given): Observation | undefined {
  const { upTo } = rule.slopes[0];
  if (!given.object(upTo === 'baseline' ? ['count', 'baseline'] : ['count'])) return undefined;
  const count = given.get('count').count();
  const line =
    upTo === 'baseline'
      ? given.get('baseline').amount()
      : given
          .get('line')
          .or(upTo ?? '0')
          .amount();
  return count === undefined || !line ? undefined : { kind: 'against', count, line };
}

function explain(
  rule: PiecewiseRule,
  { count, line }: Extract<Observation, { kind: 'against' }>,
  parts: { readonly within: Rational; readonly beyond: Rational; readonly below: bigint; readonly above: bigint },
): Text {
  const over = compare(whole(count), line) > 0;
  const terms = [
    parts.below > 0n ? timesText(whole(parts.below), parts.within) : '',
    parts.above > 0n ? timesText(whole(parts.above), parts.beyond) : '',
  ].filter((term) => term !== '');
  const sum = terms.length > 0 ? terms.join('+') : '0';
  const against = formatExact(line);
  const excess = formatExact(subtract(whole(count), line));
  const { name, unit } = rule.quantity;
  return text(
    `${name}${count}${unit}，界限${against}${over ? `，超出${excess}` : ''}：${sum}`,
    `${name}: ${count} against ${against}${over ? `, ${excess} over` : ''}: ${sum}`,
  );
}
