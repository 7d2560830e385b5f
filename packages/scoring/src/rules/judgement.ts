/** `judgement`: “(4分)” with no rule · 酌情扣2—6分. A mark an assessor gives within a range, with a written reason. */
import { formatExact } from '../exact/decimal.js';
import { point } from '../exact/interval.js';
import { compare, least, most, negate, type Rational, ZERO } from '../exact/rational.js';
import type { Given } from '../observations/given.js';
import type { Observation } from '../observations/observation.js';
import { text } from '../wording/text.js';
import type { Asking, RuleContext } from './asking.js';
import type { RuleBase } from './base.js';
import type { CompiledRule, RuleFacts } from './compiled.js';

export interface JudgementRule extends RuleBase {
  readonly kind: 'judgement';
  readonly effect?: 'deduct' | 'award' | undefined;
  /** The least and the most an assessor may give. */
  readonly range: readonly [string, string];
}

/** @source rules.md: judgement; a criterion looked at and found in order has its full mark, a discretionary deduction none */
export function compileJudgement(rule: JudgementRule, context: RuleContext): CompiledRule {
  const award = rule.effect === 'award';
  const signed = (mark: Rational) => (award ? mark : negate(mark));
  const [low, high] = rule.range.map(context.lower) as [Rational, Rational];
  const inOrder = award ? high : ZERO;
  // Until it is marked it may also turn out not to apply.
  const ends = [signed(low), signed(high), inOrder, ZERO];
  const open = { least: ends.reduce(least), most: ends.reduce(most) };
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    if (observation?.kind === 'mark') {
      const { mark, reason } = observation;
      const given = formatExact(mark);
      const why = () => text(`${award ? '评' : '扣'}${given}分：${reason}`, `${award ? '' : '−'}${given}: ${reason}`);
      return { contribution: point(signed(mark)), open: false, why };
    }
    if (closed) return { contribution: point(inOrder), open: false, why: () => text('无问题', 'in order') };
    return { contribution: open, open: true, why: () => text('未评', 'not yet marked') };
  };
  return { example: `{ mark: "${rule.range[1]}", reason: … }`, read: (given) => readMark(given, low, high), ask };
}

/** Reads `{ mark, reason }`; a mark without its reason is refused. */
export function readMark(
  given: Given,
  low: Rational,
  high: Rational,
): Extract<Observation, { kind: 'mark' }> | undefined {
  if (!given.object(['mark', 'reason'])) return undefined;
  const mark = given.get('mark').amount();
  const reason = given.get('reason').text();
  if (!mark || reason === undefined) return undefined;
  if (compare(mark, low) >= 0 && compare(mark, high) <= 0) return { kind: 'mark', mark, reason };
  const [value, lowest, highest] = [mark, low, high].map(formatExact) as [string, string, string];
  return given.get('mark').refuse('out-of-range', { value, least: lowest, most: highest });
}
