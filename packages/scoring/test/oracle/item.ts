// A clause asks, an item takes: exclusive alternatives, the larger of one fact stated twice, then full marks less the sum, not below 0.

import { compare, type Fraction, most, parse, subtract, sum, zero } from './fraction.js';
import {
  type Asked,
  capped,
  fixed,
  isFinding,
  ladder,
  nothing,
  parts,
  perEventLadder,
  perStep,
  perTalk,
  perUnit,
  threshold,
  together,
} from './kinds.js';
import { type Branch, branch, branches, text, texts } from './tree.js';

/** One unit's closed facts, with the registers' entries that concern it. */
export type UnitFacts = {
  readonly name: string;
  readonly sheet: string;
  readonly class: string;
  readonly observations: Branch;
  readonly talks: readonly Branch[];
  readonly indicators: Branch;
  readonly accidents: readonly Branch[];
  readonly bonus: readonly Branch[];
};

function ruleAsks(rule: Branch, seen: Branch, unit: UnitFacts): Asked {
  if (seen.notApplicable === 'true') return nothing;
  switch (text(rule.kind)) {
    case 'fixed':
      return fixed(rule, seen);
    case 'per-unit':
      return rule.register === 'talks' ? perTalk(rule, unit.talks) : perUnit(rule, seen);
    case 'per-step':
      return perStep(rule, seen);
    case 'threshold':
      return threshold(rule, seen);
    case 'parts':
      return parts(rule, seen);
    case 'ladder':
      return ladder(rule, seen);
    case 'per-event-ladder':
      return perEventLadder(rule, unit.accidents);
    default:
      throw new Error(`the oracle has no kind ${text(rule.kind)}`);
  }
}

/** What one clause asks for; with several rules each has the observation of its own quantity. */
export function clauseAsks(clause: Branch, unit: UnitFacts): Asked {
  const rules = branches(clause.rules);
  const observed = unit.observations[text(clause.id)];
  if (observed === undefined && rules.every((rule) => rule.register === undefined)) return nothing;
  const whole = branch(observed);
  if (whole.notApplicable === 'true') return nothing;
  const asked = rules.map((rule) => {
    const name = branch(rule.quantity).name;
    const source = rule.register === 'indicators' ? unit.indicators : rules.length > 1 ? whole : undefined;
    const seen = source === undefined ? whole : branch(source[text(name)]);
    return capped(rule, ruleAsks(rule, seen, unit));
  });
  return capped(clause, asked.reduce(together, nothing));
}

export function appliesTo(holder: Branch, unitClass: string): boolean {
  return holder.classes === undefined || texts(holder.classes).includes(unitClass);
}

export function clausesOf(item: Branch): readonly Branch[] {
  return branches(item.rows).flatMap((row) => branches(row.clauses));
}

/** The score of an item started at full marks. */
export function scoreItem(item: Branch, unit: UnitFacts): Fraction {
  const applying = clausesOf(item).filter((clause) => appliesTo(clause, unit.class));
  const first = new Map(applying.map((clause) => [text(clause.id), clauseAsks(clause, unit)]));
  const asked = keepLargest(item, dropExcluded(item, first, unit));
  if ([...asked.values()].some((one) => one.forfeits)) return zero;
  const lost = sum([...asked.values()].map((one) => one.points));
  return most(zero, subtract(parse(text(item.fullMarks)), lost));
}

/** 一项认定，其余不再计: a breached `when` leaves nothing to its `drops`. */
function dropExcluded(item: Branch, asked: Map<string, Asked>, unit: UnitFacts): Map<string, Asked> {
  const dropped = branches(item.exclusive)
    .filter((group) =>
      texts(group.when).some((id) => {
        const one = asked.get(id);
        if (one === undefined) return false;
        return one.forfeits || compare(one.points, zero) > 0 || isFinding(branch(unit.observations[id]));
      }),
    )
    .flatMap((group) => texts(group.drops));
  return new Map([...asked].map(([id, one]) => [id, dropped.includes(id) ? nothing : one]));
}

/** 同一事实重复表述: of each group the largest alone counts, the first where they tie. */
function keepLargest(item: Branch, asked: Map<string, Asked>): Map<string, Asked> {
  const kept = new Map(asked);
  for (const group of branches(item.highestOnly)) {
    const ids = texts(group.of).filter((id) => kept.has(id));
    const points = (id: string): Fraction => (kept.get(id) ?? nothing).points;
    const largest = ids.reduce<string | undefined>(
      (best, id) => (best === undefined || compare(points(id), points(best)) > 0 ? id : best),
      undefined,
    );
    for (const id of ids) if (id !== largest) kept.set(id, nothing);
  }
  return kept;
}
