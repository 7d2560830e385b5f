/** Reads what was observed for one clause, in the shape its rules ask for. */
import type { Place } from '../problems/problem.js';
import type { ClauseProgram } from '../scheme/program.js';
import { isRawObject, type RawObject, type RawTree } from '../scheme/readings.js';
import type { UnitClass } from '../scheme/scheme.js';
import type { ObservedClause } from './facts.js';
import type { Observation, Remarks } from './observation.js';
import type { Reader } from './reader.js';

const REMARKS = ['note', 'evidence'];

/** The observation of a clause, or undefined where it was refused. */
export function readClause(
  compiled: ClauseProgram,
  raw: RawTree,
  where: { readonly at: Place; readonly unitClass: UnitClass },
  reader: Reader,
): ObservedClause | undefined {
  const { clause, register, classes } = compiled;
  const { at } = where;
  if (register !== undefined)
    return reader.refuse('register-typed', at, { clause: clause.id, register, quote: clause.quote });
  const fields = reader.object(raw, at);
  if (!fields) return undefined;
  const remarks = readRemarks(fields, at, reader);
  const stated: RawObject = Object.fromEntries(Object.entries(fields).filter(([key]) => !REMARKS.includes(key)));
  if (stated.notApplicable !== undefined) return readNotApplicable(compiled, stated, at, reader, remarks);
  if (!classes.includes(where.unitClass))
    return reader.refuse('not-applicable-class', at, { clause: clause.id, classes, quote: clause.quote });
  return { observations: readRules(compiled, stated, at, reader), remarks };
}

function readNotApplicable(
  { rules }: ClauseProgram,
  stated: RawObject,
  at: Place,
  reader: Reader,
  remarks: Remarks,
): ObservedClause | undefined {
  reader.object(stated, at, ['notApplicable', 'reason']);
  const reason = stated.reason === undefined ? undefined : reader.text(stated.reason, [...at, 'reason']);
  if (!reader.yesNo(stated.notApplicable, [...at, 'notApplicable'])) return undefined;
  const observation: Observation = { kind: 'not-applicable', ...(reason !== undefined && { reason }) };
  return { observations: rules.map(() => observation), remarks };
}

function readRules(
  { rules }: ClauseProgram,
  stated: RawObject,
  at: Place,
  reader: Reader,
): (Observation | undefined)[] {
  const [first, ...others] = rules;
  if (first && others.length === 0) return [first.read(stated, at, reader)];
  const names = rules.map((rule) => rule.name ?? '');
  reader.object(stated, at, names);
  return rules.map((rule) => {
    const raw = stated[rule.name ?? ''];
    return raw === undefined ? undefined : rule.read(raw, [...at, rule.name ?? ''], reader);
  });
}

function readRemarks(fields: RawObject, at: Place, reader: Reader): Remarks {
  const note = fields.note === undefined ? undefined : reader.text(fields.note, [...at, 'note']);
  const evidence = fields.evidence === undefined ? [] : reader.list(fields.evidence, [...at, 'evidence']);
  const ids = evidence?.map((entry, index) => reader.text(entry, [...at, 'evidence', index]));
  return { ...(note !== undefined && { note }), evidence: (ids ?? []).filter((id) => id !== undefined) };
}

/** Whether a tree states anything of the kind `{ notApplicable: true }`. */
export function isNotApplicable(raw: RawTree): boolean {
  return isRawObject(raw) && raw.notApplicable === 'true';
}
