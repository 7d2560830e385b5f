/** One clause: what its rules ask for together. */
import { addIntervals, type Interval, point } from '../exact/interval.js';
import { ZERO } from '../exact/rational.js';
import type { UnitFacts } from '../facts/facts.js';
import type { Asking } from '../rules/asking.js';
import type { ClauseProgram } from '../scheme/program.js';
import { type Text, text } from '../wording/text.js';

export interface AskedClause {
  readonly compiled: ClauseProgram;
  /** The contribution asked, before groups and the item's floor: negative for a deduction. */
  readonly asked: Interval;
  readonly rules: readonly Asking[];
  /** True while a fact the clause needs is not known. */
  readonly open: boolean;
  readonly notApplicable?: { readonly reason: Text } | undefined;
  /** Nobody has stated anything of it, so that it may yet be said not to apply. No register's clause ever is. */
  readonly mayNotApply: boolean;
}

/** What a clause asks for on a unit's facts. */
export function askClause(compiled: ClauseProgram, facts: UnitFacts): AskedClause {
  const notApplicable = findNotApplicable(compiled, facts);
  if (notApplicable) return { compiled, asked: point(ZERO), rules: [], open: false, notApplicable, mayNotApply: false };
  const observed = facts.observations.get(compiled.clause.id);
  const closed = facts.closed(compiled.row.id);
  const rules = compiled.rules.map((rule, index) =>
    rule.ask({ observation: observed?.observations[index], closed, registers: facts.registers }),
  );
  return {
    compiled,
    asked: rules.map((rule) => rule.contribution).reduce(addIntervals, point(ZERO)),
    rules,
    open: rules.some((rule) => rule.open),
    mayNotApply: !observed && !closed && compiled.register === undefined,
  };
}

function findNotApplicable(compiled: ClauseProgram, facts: UnitFacts): { readonly reason: Text } | undefined {
  const { classes, units } = compiled;
  if (!classes.includes(facts.class) || !(units?.includes(facts.unit) ?? true))
    return { reason: text('不适用于本单位', 'does not apply to this unit') };
  const observed = facts.observations.get(compiled.clause.id)?.observations[0];
  if (observed?.kind !== 'not-applicable') return undefined;
  const reason = observed.reason;
  return { reason: reason ? text(`不适用：${reason}`, `not applicable: ${reason}`) : text('不适用', 'not applicable') };
}
