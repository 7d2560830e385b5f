/** `per-event-ladder`: 每发生一起较大事故扣20分、重大以上的扣40分. Each accident of the ledger, by its level. */
import type { Accident } from '../accidents/accident.js';
import type { Severity } from '../accidents/severity.js';
import { SEVERITY_TEXT } from '../accidents/severity-text.js';
import { addIntervals, type Interval, point } from '../exact/interval.js';
import { INFINITY, least, most, type Rational, sum, ZERO } from '../exact/rational.js';
import { type Text, text } from '../wording/text.js';
import { type Asking, contribute, type Effect, effectText, pointsOf, type RuleContext } from './asking.js';
import type { RuleBase } from './base.js';
import { type CompiledRule, type RuleFacts, readNothing } from './compiled.js';

export interface EventRung extends Effect {
  readonly levels: readonly Severity[];
}

export interface PerEventLadderRule extends RuleBase {
  readonly kind: 'per-event-ladder';
  readonly register: 'accidents';
  /** `only`: accidents marked responsible (责任事故). */
  readonly responsible?: 'only' | undefined;
  readonly rungs: readonly EventRung[];
}

/** @source rules.md: per-event-ladder; levels by Order 493 article 3 */
export function compilePerEventLadder(rule: PerEventLadderRule, context: RuleContext): CompiledRule {
  const points = new Map<Severity, Rational>();
  for (const rung of rule.rungs) for (const level of rung.levels) points.set(level, pointsOf(rung, context));
  const feeds = (accident: Accident) =>
    points.has(accident.severity) && (rule.responsible !== 'only' || accident.responsible);
  const further = anyNumberOf([...points.values()]);
  const ask = ({ closed, registers }: RuleFacts): Asking => {
    const counted = registers.accidents.filter(feeds);
    const asked = sum(counted.map((accident) => points.get(accident.severity) ?? ZERO));
    const contribution = closed ? point(asked) : addIntervals(point(asked), further);
    return { contribution, open: !closed, why: () => explain(rule, counted, closed) };
  };
  return { register: 'accidents', example: '', read: readNothing, ask };
}

/** What any number of further accidents may add: nothing bounds them, on the sides on which some level counts. */
function anyNumberOf(points: readonly Rational[]): Interval {
  const each = points.map((one) => contribute(one, { fewest: ZERO, most: INFINITY }));
  return {
    least: each.map((one) => one.least).reduce(least, ZERO),
    most: each.map((one) => one.most).reduce(most, ZERO),
  };
}

function explain(rule: PerEventLadderRule, counted: readonly Accident[], closed: boolean): Text {
  if (counted.length === 0) return closed ? text('未发生', 'none happened') : text('未核', 'not yet looked at');
  const lines = counted.map((accident) => {
    const rung = rule.rungs.find((candidate) => candidate.levels.includes(accident.severity));
    const level = SEVERITY_TEXT[accident.severity];
    const effect = effectText(rung ?? {});
    return text(`${accident.id} ${level.zh}${effect.zh}`, `${accident.id} ${level.en} ${effect.en}`);
  });
  return text(lines.map((line) => line.zh).join('；'), lines.map((line) => line.en).join('; '));
}
