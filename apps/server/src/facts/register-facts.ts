/** Entries of the registers as FACTS: their bodies have its shape already; what is left is whose they are, and when a list is whole. */
import { indicatorsOf, type RawObject, type RawTree, type SheetProgram } from '@kaohe/scoring';
import type { EntryRow } from '../registers/service.js';

/** JSON with its numbers and booleans as the text FACTS holds. */
export function rawOf(value: unknown): RawTree {
  if (Array.isArray(value)) return value.map(rawOf);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => (one === undefined || one === null ? [] : [[key, rawOf(one)]])),
    );
  return String(value);
}

function rawObject(body: Record<string, unknown>): RawObject {
  return rawOf(body) as RawObject;
}

/** The accident ledger in the order of its days; where units are named, what concerns one of them. */
export function accidentsOf(entries: readonly EntryRow[], units: readonly string[] | undefined): RawTree[] {
  const concerns = ({ unit_id, also_unit_id }: EntryRow) =>
    units === undefined || units.includes(unit_id) || units.includes(also_unit_id);
  return entries
    .filter((entry) => entry.register === 'accidents' && concerns(entry))
    .map(({ body }) => rawObject(body))
    .sort((one, other) => (`${one.on} ${one.id}` < `${other.on} ${other.id}` ? -1 : 1));
}

export interface UnitRegisters {
  readonly entries: readonly EntryRow[];
  /** Whether the office has said that nothing is missing. */
  readonly isWhole: (register: 'talks' | 'bonus') => boolean;
  /** The unit's sheet: an indicator none of its rows asks for feeds nothing. */
  readonly sheet: SheetProgram;
}

/**
 * What the registers state on one unit. Talks and deeds count as complete once stated (docs/scoring-semantics.md), so they
 * are stated only when the office has closed what they feed; until then they are open, and the score is an interval.
 */
export function unitRegisters({ entries, isWhole, sheet }: UnitRegisters): RawObject {
  const of = (register: string) => entries.filter((entry) => entry.register === register).map(({ body }) => body);
  const asked = indicatorsOf(sheet).map(({ name }) => name);
  const measured = Object.fromEntries(
    of('indicators')
      .filter(({ indicator }) => asked.includes(String(indicator)))
      .map(({ indicator, source: _source, ...body }) => [String(indicator), rawObject(body)]),
  );
  return {
    ...(isWhole('talks') && { talks: of('talks').map(rawObject) }),
    ...(isWhole('bonus') && {
      bonus: of('commendations').map(({ proof, ...body }) => ({ ...rawObject(body), evidence: [String(proof)] })),
    }),
    ...(Object.keys(measured).length > 0 && { indicators: measured }),
  };
}
