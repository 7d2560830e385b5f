/** One clause: what its rules ask for together. */

import { addIntervals, type Interval, point } from '../exact/interval.js';
import { negate, type Rational, ZERO } from '../exact/rational.js';
import type { UnitFacts } from '../facts/facts.js';
import type { ClauseProgram } from '../scheme/program.js';
import { type Text, text } from '../wording/text.js';

export interface AskedRule {
  readonly asked: Interval;
  /** The arithmetic in words. */
  readonly why: () => Text;
}

export interface AskedClause {
  readonly compiled: ClauseProgram;
  /** The contribution asked, before groups and the item's floor: negative for a deduction. */
  readonly asked: Interval;
  readonly rules: readonly AskedRule[];
  /** True while a fact the clause needs is not known. */
  readonly open: boolean;
  readonly notApplicable?: { readonly reason: Text } | undefined;
}

/** What a clause asks for on a unit's facts. An unbounded deduction reaches at least the item's full marks. */
export function askClause(compiled: ClauseProgram, facts: UnitFacts, fullMarks: Rational): AskedClause {
  const notApplicable = findNotApplicable(compiled, facts);
  if (notApplicable) return { compiled, asked: point(ZERO), rules: [], open: false, notApplicable };
  const observed = facts.observations.get(compiled.clause.id);
  const closed = facts.closed(compiled.row.id);
  const rules = compiled.rules.map((rule, index) =>
    rule.ask({ observation: observed?.observations[index], closed, registers: facts.registers }),
  );
  const all = negate(fullMarks);
  const asked = rules.map(({ contribution }): Interval => ({ ...contribution, least: contribution.least ?? all }));
  return {
    compiled,
    asked: asked.reduce(addIntervals, point(ZERO)),
    rules: rules.map((rule, index) => ({ asked: asked[index] ?? point(ZERO), why: rule.why })),
    open: rules.some((rule) => rule.open),
  };
}

function findNotApplicable(compiled: ClauseProgram, facts: UnitFacts): { readonly reason: Text } | undefined {
  if (!compiled.classes.includes(facts.class))
    return { reason: text('不适用于本类单位', 'does not apply to this class of unit') };
  const observed = facts.observations.get(compiled.clause.id)?.observations[0];
  if (observed?.kind !== 'not-applicable') return undefined;
  const reason = observed.reason;
  return { reason: reason ? text(`不适用：${reason}`, `not applicable: ${reason}`) : text('不适用', 'not applicable') };
}
