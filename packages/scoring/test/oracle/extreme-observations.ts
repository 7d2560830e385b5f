// The observation of one rule that is worst for a unit, and the one that is best.

import type { RawObject, RawTree, Rule } from '@kaohe/scoring';
import { periodsOf } from './kinds.js';

type Quantity = Extract<Rule, { kind: 'threshold' }>['quantity'];
type Requirements = NonNullable<Extract<Rule, { kind: 'per-unit' }>['requirements']>;

const MANY = '99999';

/** A quantity at the upper or at the lower end of what it can be. */
function atEnd(quantity: Quantity, isHigh: boolean): RawObject {
  if (quantity.baseline !== undefined) return { value: isHigh ? MANY : '0', baseline: '1' };
  if (quantity.unit === '%') return { value: isHigh ? '100' : '0' };
  if (quantity.per === undefined) return { value: isHigh ? MANY : '0' };
  return { numerator: isHigh ? '1' : '0', denominator: '1' };
}

/** Asks for the most, taken or given. Accidents and talks are not observed. */
export function mostOf(rule: Rule): RawTree {
  switch (rule.kind) {
    case 'fixed':
      return { breached: 'true' };
    case 'per-unit':
      return rule.requirements ? { actual: noneHeld(rule.requirements) } : { count: MANY };
    case 'per-step':
      return atEnd(rule.quantity, rule.direction === 'above');
    case 'threshold':
      return atEnd(rule.quantity, rule.comparison.startsWith('>'));
    case 'parts':
      return rule.occasions
        ? { occasions: Array.from({ length: 99 }, () => ({ absent: [...rule.parts] })) }
        : { absent: [...rule.parts] };
    case 'series':
      return { count: '999' };
    case 'piecewise':
      return rule.quantity.baseline === undefined ? { count: MANY } : { count: MANY, baseline: '0' };
    case 'judgement':
      return { mark: rule.range[1], reason: '按材料' };
    case 'formula':
      return terms(rule, true);
    default:
      throw new Error(`${rule.kind} is fed by a register`);
  }
}

/** Absent where that is what a closed row asks anyway. */
export function worstOf(rule: Rule): RawTree | undefined {
  if (rule.kind === 'ladder') return greatest(rule.rungs, 'deduct');
  if (!('effect' in rule) || rule.effect !== 'award') return mostOf(rule);
  if (rule.kind === 'judgement') return { mark: rule.range[0], reason: '按材料' };
  return rule.kind === 'formula' ? terms(rule, false) : undefined;
}

/** Absent where that is what a closed row asks anyway. */
export function bestOf(rule: Rule): RawTree | undefined {
  if (rule.kind === 'ladder') return greatest(rule.rungs, 'award');
  return 'effect' in rule && rule.effect === 'award' ? mostOf(rule) : undefined;
}

type Rungs = Extract<Rule, { kind: 'ladder' }>['rungs'];

/** The rung that moves the score the most in one direction. */
function greatest(rungs: Rungs, effect: 'deduct' | 'award'): RawTree | undefined {
  const size = ({ amount, forfeits }: Rungs[number]): number => (forfeits ? Number(MANY) : Number(amount ?? '0'));
  const [rung] = rungs.filter((one) => (one.effect ?? 'deduct') === effect).sort((a, b) => size(b) - size(a));
  return rung && { rung: rung.name };
}

function noneHeld(requirements: Requirements): RawObject {
  const none = (per: string): RawTree =>
    per === 'year' ? '0' : Object.fromEntries((periodsOf[per] ?? []).map((period) => [period, '0']));
  return Object.fromEntries(
    requirements.map(({ what, per, each }) => [what, each ? Array.from({ length: 40 }, () => none(per)) : none(per)]),
  );
}

function terms(rule: Extract<Rule, { kind: 'formula' }>, isMost: boolean): RawObject {
  const ends = rule.terms.map(({ quantity, times }) => [
    quantity.name,
    atEnd(quantity, !times.startsWith('-') === isMost),
  ]);
  return Object.fromEntries(ends);
}
