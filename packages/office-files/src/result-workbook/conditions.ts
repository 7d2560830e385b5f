/** Conditions over a unit's outcome as formulas: 2 holds, 1 may still hold, 0 does not. */
import type { OutcomeCondition, RegisterName } from '@kaohe/scoring';
import { atLeast, below, both, differs, type Expression, either, expression, same, times, when } from './expression.js';
import { closedKey, TALKS_KEY } from './facts-sheet.js';
import { scaled } from './scale.js';
import { talksHeld } from './unit-context.js';
import type { UnitSheet } from './unit-sheet.js';

export const HOLDS = 2;
export const POSSIBLE = 1;

export function conditionState(condition: OutcomeCondition, sheet: UnitSheet): Expression {
  const { place, unit } = sheet;
  if (condition.kind === 'score-below') {
    const score = condition.of === 'sheet' ? sheet.sheetScore : sheet.total;
    const limit = times(scaled(condition.value, place.scale), sheet.common);
    return when(below(score.most, limit), HOLDS, when(below(score.least, limit), POSSIBLE, 0));
  }
  const open = when(mayGain(sheet, condition.kind), POSSIBLE, 0);
  const count = Number(condition.count);
  if (condition.kind === 'accidents') {
    const found = place.accidents.of(unit, condition.atLeast, { test: 'at least', responsibleOnly: false });
    return when(atLeast(found, count), HOLDS, open);
  }
  const known = same(place.facts.at(TALKS_KEY), 1);
  return when(known, when(atLeast(talksHeld(place, condition.by), count), HOLDS, 0), open);
}

/** Whether the register may still gain entries: a clause it feeds is open, or it feeds none and was not closed. */
function mayGain({ place, scored, asked }: UnitSheet, register: RegisterName): Expression {
  const fed = scored.items.flatMap((item) => item.clauses.filter((one) => one.compiled.register === register));
  if (fed.length === 0) return differs(place.facts.at(closedKey(register)), 1);
  const tests = fed.flatMap(({ compiled }) => {
    const { classes, units, clause, row } = compiled;
    const applies = classes.includes(scored.facts.class) && (units?.includes(scored.facts.unit) ?? true);
    if (!applies) return [];
    const open = differs(place.facts.at(closedKey(row.id)), 1);
    const ends = asked.get(clause.id);
    const isCapped = clause.rules.some(({ cap }) => cap !== undefined);
    return [isCapped && ends ? both(open, differs(ends.least, ends.most)) : open];
  });
  return tests.length === 0 ? same(expression(1), 0) : either(...tests);
}
