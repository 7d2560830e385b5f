// What one clause asks of one unit: each of its rules with the observation that is meant for it.

import { type Asked, capped, nothing, together } from './asked.js';
import { fixed, ladder, parts, perEventLadder, perStep, perTalk, perUnit, threshold } from './kinds.js';
import { formula, judgement, piecewise, series } from './marks.js';
import { type Branch, branch, branches, remember, text, texts } from './tree.js';

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

/** Whom a clause is for: a unit's name and class. */
export type Whom = { readonly name: string; readonly class: string };

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
    case 'series':
      return series(rule, seen);
    case 'piecewise':
      return piecewise(rule, seen);
    case 'judgement':
      return judgement(rule, seen);
    case 'formula':
      return formula(rule, seen);
    default:
      throw new Error(`the oracle has no kind ${text(rule.kind)}`);
  }
}

const nobody: UnitFacts = {
  name: '',
  sheet: '',
  class: '',
  observations: {},
  talks: [],
  indicators: {},
  accidents: [],
  bonus: [],
};
const isFed = remember((clause) => branches(clause.rules).some((rule) => rule.register !== undefined));
/** What a clause asks of a unit of which nothing is stated. */
const asksUnseen = remember((clause) => asksSeen(clause, nobody));

/** What one clause asks for. */
export function clauseAsks(clause: Branch, unit: UnitFacts): Asked {
  const isUnseen = unit.observations[text(clause.id)] === undefined && !isFed(clause);
  return isUnseen ? asksUnseen(clause) : asksSeen(clause, unit);
}

/** With several rules each has the observation of its own quantity. */
function asksSeen(clause: Branch, unit: UnitFacts): Asked {
  const rules = branches(clause.rules);
  const whole = branch(unit.observations[text(clause.id)]);
  if (whole.notApplicable === 'true') return nothing;
  const asked = rules.map((rule) => {
    const name = branch(rule.quantity).name;
    const source = rule.register === 'indicators' ? unit.indicators : rules.length > 1 ? whole : undefined;
    const seen = source === undefined ? whole : branch(source[text(name)]);
    return capped(rule, ruleAsks(rule, seen, unit));
  });
  return capped(clause, asked.reduce(together, nothing));
}

/** A clause may be for some classes of unit, or for units by name. */
export function isFor(clause: Branch, unit: Whom): boolean {
  if (clause.classes !== undefined && !texts(clause.classes).includes(unit.class)) return false;
  return clause.units === undefined || texts(clause.units).includes(unit.name);
}

/** Whether a clause is for the unit and nobody said that there is nothing to assess. */
export function applies(clause: Branch, unit: UnitFacts): boolean {
  return isFor(clause, unit) && branch(unit.observations[text(clause.id)]).notApplicable !== 'true';
}

export const clausesOf = remember((item): readonly Branch[] =>
  branches(item.rows).flatMap((row) => branches(row.clauses)),
);
