/** The closed union of rule kinds (one file each) and the one place that tells them apart. */
import { isPoint } from '../exact/interval.js';
import { compare } from '../exact/rational.js';
import { assertNever } from '../wording/assert-never.js';
import { type Text, text } from '../wording/text.js';
import { type Asking, capped, type RuleContext } from './asking.js';
import type { CompiledRule } from './compiled.js';
import { compileFixed, type FixedRule } from './fixed.js';
import { compileFormula, type FormulaRule } from './formula.js';
import { compileJudgement, type JudgementRule } from './judgement.js';
import { compileLadder, type LadderRule } from './ladder.js';
import { compileParts, type PartsRule } from './parts.js';
import { compilePerEventLadder, type PerEventLadderRule } from './per-event-ladder.js';
import { compilePerStep, type PerStepRule } from './per-step.js';
import { compilePerUnit, type PerUnitRule } from './per-unit.js';
import { compilePiecewise, type PiecewiseRule } from './piecewise.js';
import { compileSeries, type SeriesRule } from './series.js';
import { compileThreshold, type ThresholdRule } from './threshold.js';

export type Rule =
  | FixedRule
  | PerUnitRule
  | PerStepRule
  | ThresholdRule
  | PartsRule
  | LadderRule
  | PerEventLadderRule
  | SeriesRule
  | PiecewiseRule
  | JudgementRule
  | FormulaRule;

/** The rule as a function of the facts, its deduction held under the rule's own cap (扣完N分为止) where it has one. */
export function compileRule(rule: Rule, context: RuleContext): CompiledRule {
  const compiled = compileKind(rule, context);
  if (rule.cap === undefined) return compiled;
  const cap = context.lower(rule.cap);
  const ask = (facts: Parameters<CompiledRule['ask']>[0]): Asking => {
    const asking = compiled.ask(facts);
    const contribution = capped(asking.contribution, cap);
    const held = !isPoint(asking.contribution) || compare(contribution.most, asking.contribution.most) !== 0;
    return {
      contribution,
      open: asking.open && !isPoint(contribution),
      why: () => (held && isPoint(contribution) ? withCap(asking.why(), rule.cap ?? '') : asking.why()),
    };
  };
  return { ...compiled, ask };
}

function withCap(why: Text, cap: string): Text {
  return text(`${why.zh}，最多${cap}`, `${why.en}, at most ${cap}`);
}

function compileKind(rule: Rule, context: RuleContext): CompiledRule {
  switch (rule.kind) {
    case 'fixed':
      return compileFixed(rule, context);
    case 'per-unit':
      return compilePerUnit(rule, context);
    case 'per-step':
      return compilePerStep(rule, context);
    case 'threshold':
      return compileThreshold(rule, context);
    case 'parts':
      return compileParts(rule, context);
    case 'ladder':
      return compileLadder(rule, context);
    case 'per-event-ladder':
      return compilePerEventLadder(rule, context);
    case 'series':
      return compileSeries(rule, context);
    case 'piecewise':
      return compilePiecewise(rule, context);
    case 'judgement':
      return compileJudgement(rule, context);
    case 'formula':
      return compileFormula(rule, context);
    default:
      return assertNever(rule);
  }
}
