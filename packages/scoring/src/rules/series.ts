/** `series`: 第1、2、3起分别扣5、6、7分. Amounts in order, and what follows the last. */
import { formatExact } from '../exact/decimal.js';
import { add, INFINITY, multiply, ONE, type Rational, subtract, sum, whole, ZERO } from '../exact/rational.js';
import { assertNever } from '../wording/assert-never.js';
import { text } from '../wording/text.js';
import { type Asking, contribute, exactly, pointsOf, type RuleContext, unobserved } from './asking.js';
import type { RuleBase } from './base.js';
import type { CompiledRule, RuleFacts } from './compiled.js';
import { readCount } from './per-unit.js';

export interface SeriesRule extends RuleBase {
  readonly kind: 'series';
  readonly effect?: 'deduct' | 'award' | undefined;
  readonly unit: string;
  readonly amounts: readonly string[];
  /** Past the last amount: the same again, the step between the last two goes on (以此类推), or nothing more. */
  readonly after: 'repeat-last' | 'continue' | 'nothing';
}

/** @source rules.md: series */
export function compileSeries(rule: SeriesRule, context: RuleContext): CompiledRule {
  const amounts = rule.amounts.map((amount) => pointsOf({ effect: rule.effect, amount }, context));
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    if (observation?.kind !== 'count') return openSeries(rule, amounts, closed);
    const { count } = observation;
    const points = totalOf(rule, amounts, count);
    const size = formatExact(points).replace('-', '');
    const why = () => text(`${count}${rule.unit}，共${size}`, `${count}: ${size} in all`);
    return { contribution: contribute(points, exactly(ONE)), open: false, why };
  };
  return { example: '{ count: 0 }', read: readCount, ask };
}

/** Nothing bounds a count, but a series that stops is bounded by its sum. */
function openSeries(rule: SeriesRule, amounts: readonly Rational[], closed: boolean): Asking {
  if (rule.after === 'nothing') return unobserved(sum(amounts), ONE, closed);
  return unobserved(amounts[amounts.length - 1] ?? ZERO, INFINITY, closed);
}

/** The sum of the first `count` amounts. */
function totalOf(rule: SeriesRule, amounts: readonly Rational[], count: bigint): Rational {
  const listed = Number(count < BigInt(amounts.length) ? count : BigInt(amounts.length));
  const within = sum(amounts.slice(0, listed));
  const more = count - BigInt(listed);
  const last = amounts[amounts.length - 1] ?? ZERO;
  switch (rule.after) {
    case 'nothing':
      return within;
    case 'repeat-last':
      return add(within, multiply(last, whole(more)));
    case 'continue': {
      // last+d, last+2d, …: more×last + d×more(more+1)/2
      const step = subtract(last, amounts[amounts.length - 2] ?? ZERO);
      const triangle = whole((more * (more + 1n)) / 2n);
      return add(within, add(multiply(last, whole(more)), multiply(step, triangle)));
    }
    default:
      return assertNever(rule.after);
  }
}
