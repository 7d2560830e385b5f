/** Changing what was observed for one clause: a field, the note, the evidence, or that it does not apply. */
import { type Clause, isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import { type Field, observationOf } from '../units/observation-fields';

/** Note and evidence stand beside the facts and change with none of them. */
function remarksOf({ note, evidence }: RawObject): RawObject {
  return { ...(note !== undefined && { note }), ...(evidence !== undefined && { evidence }) };
}

function factsOf(observation: RawObject): RawObject {
  const { note: _note, evidence: _evidence, ...facts } = observation;
  return facts;
}

/** The observation with one field filled in or emptied. */
export function withField(stated: RawObject, field: Field, value: RawTree): RawObject {
  return { ...observationOf(stated, new Map([[field, value]])), ...remarksOf(stated) };
}

export function withRemark(
  stated: RawObject,
  remark: { readonly note?: string; readonly evidence?: readonly string[] },
) {
  const { note, evidence } = { ...remarksOf(stated), ...remark };
  return {
    ...factsOf(stated),
    ...(note !== undefined && note !== '' && { note }),
    ...(evidence !== undefined && evidence.length > 0 && { evidence }),
  } as RawObject;
}

export function withNotApplicable(stated: RawObject, reason: string | undefined): RawObject {
  return reason === undefined
    ? remarksOf(stated)
    : { notApplicable: 'true', ...(reason !== '' && { reason }), ...remarksOf(stated) };
}

export function isNotApplicable({ notApplicable }: RawObject): boolean {
  return notApplicable === 'true';
}

/** Whether something is said not to apply, and not why: it takes no points and is not kept without its reason. */
export function lacksReason(observations: RawObject): boolean {
  return Object.values(observations).some(
    (one) => isRawObject(one) && isNotApplicable(one) && (typeof one.reason !== 'string' || one.reason.trim() === ''),
  );
}

/** The observations of a line with one clause's changed: what says nothing is left out. */
export function withClause(observations: RawObject, clause: Clause, observation: RawObject): RawObject {
  const { [clause.id]: _before, ...others } = observations;
  const kept = cleaned(observation);
  if (Object.keys(kept).length === 0) return others;
  const hasFacts = Object.keys(factsOf(kept)).length > 0;
  return { ...others, [clause.id]: hasFacts ? kept : { ...nothingFound(clause), ...kept } };
}

/** A note or a file about what is in order: the observation says so, since a remark alone is no observation. */
function nothingFound({ rules }: Clause): RawObject {
  const [rule, ...others] = rules;
  if (!rule || others.length > 0) return {};
  switch (rule.kind) {
    case 'fixed':
      return { breached: 'false' };
    case 'parts':
      return rule.occasions === 'each' ? {} : { absent: [] };
    case 'per-unit':
      return rule.requirements ? { actual: {} } : { count: '0' };
    case 'series':
      return { count: '0' };
    default:
      return {};
  }
}

/** Without objects that hold nothing: an emptied field leaves no trace. */
function cleaned(observation: RawObject): RawObject {
  return Object.fromEntries(
    Object.entries(observation).flatMap(([key, value]): [string, RawTree][] => {
      if (!isRawObject(value)) return [[key, value]];
      const inner = cleaned(value);
      return Object.keys(inner).length > 0 ? [[key, inner]] : [];
    }),
  );
}

/** A digit pressed on a row goes into its first field; undefined where it is a number's own. */
export function digitIn({ kind, options = [] }: Field, digit: number, now: RawTree | undefined): RawTree | undefined {
  if (kind === 'yes-no') return digit > 0 ? 'true' : 'false';
  if (kind === 'choice') return options[digit - 1] ?? '';
  if (kind !== 'several') return undefined;
  const chosen = Array.isArray(now) ? now.map(String) : [];
  return options.filter((option, index) => chosen.includes(option) !== (index === digit - 1));
}
