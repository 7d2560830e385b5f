/** `ladder`: 投稿少于5次的扣1分，未投稿的扣2分. Mutually exclusive rungs, found by quantity or named. */
import { type DecimalText, getNumber } from '../exact/decimal.js';
import { compare, most as larger, ONE, type Rational, least as smaller, ZERO } from '../exact/rational.js';
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
import { measure, measuredText, type Quantity, readQuantity } from './quantity.js';

/** Where the ladder goes by quantity, a rung holds a half-open band [from, below). */
export interface Rung extends Effect {
  readonly name: string;
  readonly from?: DecimalText | undefined;
  readonly below?: DecimalText | undefined;
}

export interface LadderRule extends RuleBase {
  readonly kind: 'ladder';
  readonly quantity?: Quantity | undefined;
  readonly rungs: readonly Rung[];
}

/** @source rules.md: ladder */
export function compileLadder(rule: LadderRule, context: RuleContext): CompiledRule {
  const points = new Map(rule.rungs.map((rung) => [rung, pointsOf(rung, context)]));
  const ask = ({ observation, closed }: RuleFacts): Asking => {
    if (observation === undefined) return closed ? unobserved(ZERO, ONE, true) : anyRung([...points.values()]);
    const rung = findRung(rule, observation);
    const found = rung && points.get(rung);
    const contribution = found ? contribute(found, exactly(ONE)) : NOTHING;
    return { contribution, open: false, why: () => explain(rule, observation, rung) };
  };
  return {
    name: rule.quantity?.name,
    example: rule.quantity ? '{ value: 0 }' : `{ rung: ${rule.rungs[0]?.name} }`,
    read: (given) => read(rule, given),
    ask,
  };
}

/** Any rung, or none, while nothing is known. */
function anyRung(points: readonly Rational[]): Asking {
  const all = [ZERO, ...points];
  return { ...unobserved(ZERO, ONE, false), contribution: { least: all.reduce(smaller), most: all.reduce(larger) } };
}

function findRung(rule: LadderRule, observation: Observation): Rung | undefined {
  if (observation.kind === 'rung') return rule.rungs.find((rung) => rung.name === observation.rung);
  if (observation.kind !== 'quantity' || !rule.quantity) return undefined;
  const value = measure(rule.quantity, observation.quantity);
  return rule.rungs.find((rung) => inBand(rung, value));
}

function inBand(rung: Rung, value: Rational): boolean {
  const reached = rung.from === undefined || compare(value, getNumber(rung.from)) >= 0;
  return reached && (rung.below === undefined || compare(value, getNumber(rung.below)) < 0);
}

function read(rule: LadderRule, given: Given): Observation | undefined {
  if (given.get('rung').isAbsent && rule.quantity) return readQuantity(rule.quantity, given);
  if (!given.object(['rung'])) return undefined;
  const rung = given.get('rung').text();
  const known = rule.rungs.map((one) => one.name);
  if (rung === undefined) return undefined;
  return known.includes(rung) ? { kind: 'rung', rung } : given.get('rung').refuse('rung-unknown', { rung, known });
}

function explain(rule: LadderRule, observation: Observation, rung: Rung | undefined) {
  const shown =
    observation.kind === 'quantity' && rule.quantity ? measuredText(rule.quantity, observation.quantity) : text('', '');
  if (!rung) return shown;
  const effect = effectText(rung);
  const lead = shown.zh && `${shown.zh}，`;
  return text(`${lead}${rung.name}，${effect.zh}`, `${shown.en && `${shown.en}: `}${rung.name}, ${effect.en}`);
}
