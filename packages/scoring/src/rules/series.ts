/** `series`: 第1、2、3起分别扣5、6、7分. Amounts in order, and what follows the last. */
import { formatExact } from '../exact/decimal.js';
import {
  add,
  divide,
  floor,
  INFINITY,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  least as smaller,
  subtract,
  sum,
  whole,
  ZERO,
} from '../exact/rational.js';
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

/** Nothing bounds a count, but a series that stops, or comes down to nothing, is bounded by its sum. */
function openSeries(rule: SeriesRule, amounts: readonly Rational[], closed: boolean): Asking {
  const { last, step } = ending(rule, amounts);
  const goesOn = rule.after !== 'nothing' && last.n !== 0n && (step.n === 0n || step.n < 0n === last.n < 0n);
  if (goesOn) return unobserved(last, INFINITY, closed);
  return unobserved(totalOf(rule, amounts, MANY), ONE, closed);
}

/** More than any series that comes down to nothing takes to get there. */
const MANY = 10n ** 12n;

/** The last amount and the step that goes on from it (以此类推). */
function ending(rule: SeriesRule, amounts: readonly Rational[]): { readonly last: Rational; readonly step: Rational } {
  const last = amounts[amounts.length - 1] ?? ZERO;
  return { last, step: rule.after === 'continue' ? subtract(last, amounts[amounts.length - 2] ?? last) : ZERO };
}

/** The sum of the first `count` amounts; a series that goes down stops at nothing. */
function totalOf(rule: SeriesRule, amounts: readonly Rational[], count: bigint): Rational {
  const listed = count < BigInt(amounts.length) ? count : BigInt(amounts.length);
  const within = sum(amounts.slice(0, Number(listed)));
  if (rule.after === 'nothing' || count === listed) return within;
  const { last, step } = ending(rule, amounts);
  if (last.n === 0n) return within;
  const comesDown = step.n !== 0n && step.n < 0n !== last.n < 0n;
  const more = comesDown
    ? smaller(whole(count - listed), whole(floor(divide(last, negate(step)))))
    : whole(count - listed);
  // last+d, last+2d, …: more×last + d×more(more+1)/2
  const triangle = multiply(multiply(more, add(more, ONE)), rational(1n, 2n));
  return add(within, add(multiply(last, more), multiply(step, triangle)));
}
