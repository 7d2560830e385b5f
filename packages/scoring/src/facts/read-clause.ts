/** Reads what was observed for one clause, in the shape its rules ask for. */

import type { Given } from '../observations/given.js';
import type { Observation, Remarks } from '../observations/observation.js';
import { isRawObject, type RawTree } from '../observations/raw-tree.js';
import type { UnitClass } from '../scheme/population.js';
import type { ClauseProgram } from '../scheme/program.js';
import type { ObservedClause } from './facts.js';

export interface NamedUnit {
  readonly name: string;
  readonly class: UnitClass;
}

const REMARKS = ['note', 'evidence'];

/** The observation of a clause, or undefined where it was refused. */
export function readClause(compiled: ClauseProgram, unit: NamedUnit, given: Given): ObservedClause | undefined {
  const { clause, register, classes, units } = compiled;
  if (register !== undefined)
    return given.refuse('register-typed', { clause: clause.id, register, quote: clause.quote });
  if (!given.object()) return undefined;
  const remarks = readRemarks(given);
  const stated = given.without(REMARKS);
  if (!stated.get('notApplicable').isAbsent) {
    const observation = readNotApplicable(stated);
    return observation && { observations: compiled.rules.map(() => observation), remarks };
  }
  const details = { clause: clause.id, quote: clause.quote };
  if (!classes.includes(unit.class)) return given.refuse('not-applicable-class', { ...details, classes });
  if (units && !units.includes(unit.name)) return given.refuse('not-applicable-unit', { ...details, units });
  return { observations: readRules(compiled, stated), remarks };
}

function readNotApplicable(stated: Given): Observation | undefined {
  stated.object(['notApplicable', 'reason']);
  const reason = stated.get('reason').isAbsent ? undefined : stated.get('reason').text();
  const applies = stated.get('notApplicable');
  if (applies.yesNo() !== true) return applies.wrongShape('true', 'true');
  return { kind: 'not-applicable', ...(reason !== undefined && { reason }) };
}

function readRules({ rules }: ClauseProgram, stated: Given): (Observation | undefined)[] {
  const [first, ...others] = rules;
  if (first && others.length === 0) return [first.read(stated)];
  stated.object(rules.map((rule) => rule.name ?? ''));
  return rules.map((rule) => {
    const named = stated.get(rule.name ?? '');
    return named.isAbsent ? undefined : rule.read(named);
  });
}

function readRemarks(given: Given): Remarks {
  const note = given.get('note').isAbsent ? undefined : given.get('note').text();
  const evidence = given.get('evidence').or([]).list() ?? [];
  const ids = evidence.map((entry) => entry.text()).filter((id) => id !== undefined);
  return { ...(note !== undefined && { note }), evidence: ids };
}

/** Whether a tree states `{ notApplicable: true }`. */
export function isNotApplicable(raw: RawTree | undefined): boolean {
  return isRawObject(raw) && raw.notApplicable === 'true';
}
