/** Reads what registers hold: accidents for the whole file; talks, indicators and bonus deeds by unit. */
import type { Accident } from '../accidents/accident.js';
import { severityOf } from '../accidents/severity.js';
import type { Rational } from '../exact/rational.js';
import { notice, type Place, type Problem } from '../problems/problem.js';
import type { Talk } from '../rules/compiled.js';
import { type Quantity, readMeasured } from '../rules/quantity.js';
import type { Program } from '../scheme/program.js';
import type { RawObject, RawTree } from '../scheme/readings.js';
import type { Deed } from './facts.js';
import type { Measured } from './observation.js';
import { isNotApplicable } from './read-clause.js';
import type { Reader } from './reader.js';

const ACCIDENT_KEYS = [
  'id',
  'on',
  'place',
  'industry',
  'department',
  'deaths',
  'seriousInjuries',
  'directEconomicLossYuan',
  'responsible',
  'final',
  'note',
];

/** The ledger. A casualty column left out counts as none recorded, and a notice says so. */
export function readAccidents(
  program: Program,
  raw: RawTree,
  otherUnits: readonly string[],
  reader: Reader,
): { readonly accidents: Accident[]; readonly notices: Problem[] } {
  const accidents: Accident[] = [];
  const notices: Problem[] = [];
  reader.list(raw, ['accidents'])?.forEach((entry, index) => {
    const at = ['accidents', index];
    const fields = reader.object(entry, at, ACCIDENT_KEYS);
    const accident = fields && readAccident({ program, otherUnits, reader }, fields, at);
    if (!accident) return;
    if (accidents.some((other) => other.id === accident.id))
      reader.refuse('duplicate-accident', at, { id: accident.id });
    const missing = ['seriousInjuries', 'directEconomicLossYuan'].filter((key) => fields[key] === undefined);
    if (missing.length > 0) notices.push(notice('casualties-not-stated', at, { id: accident.id, missing }));
    accidents.push(accident);
  });
  return { accidents, notices };
}

interface LedgerContext {
  readonly program: Program;
  /** Units of the file that are not in the population. */
  readonly otherUnits: readonly string[];
  readonly reader: Reader;
}

function readAccident(context: LedgerContext, fields: RawObject, at: Place): Accident | undefined {
  const { program, reader } = context;
  const id = reader.text(fields.id, [...at, 'id']);
  const on = reader.date(fields.on, [...at, 'on'], program.scheme.period);
  const place = readUnit(context, fields.place, [...at, 'place']);
  const department =
    fields.department === undefined ? undefined : reader.text(fields.department, [...at, 'department']);
  const deaths = reader.count(fields.deaths, [...at, 'deaths']);
  const seriousInjuries = reader.count(fields.seriousInjuries ?? '0', [...at, 'seriousInjuries']);
  const loss = reader.amount(fields.directEconomicLossYuan ?? '0', [...at, 'directEconomicLossYuan']);
  const responsible = reader.yesNo(fields.responsible ?? 'false', [...at, 'responsible']);
  const final = reader.yesNo(fields.final ?? 'true', [...at, 'final']);
  if (!id || !on || !place || deaths === undefined || seriousInjuries === undefined || !loss) return undefined;
  if (responsible === undefined || final === undefined) return undefined;
  const casualties = { deaths, seriousInjuries, directEconomicLossYuan: loss };
  return {
    ...casualties,
    id,
    on,
    place,
    responsible,
    final,
    severity: severityOf(casualties),
    ...(department !== undefined && { department: canonicalUnit(program, department) ?? department }),
    ...(typeof fields.industry === 'string' && { industry: fields.industry }),
  };
}

/** A unit's canonical name, by name or alias. */
export function canonicalUnit(program: Program, name: string): string | undefined {
  return program.scheme.population.units.find((unit) => unit.name === name || unit.aliases?.includes(name))?.name;
}

/** A place is a unit of the population; another name is refused with the nearest ones. */
function readUnit(
  { program, otherUnits, reader }: LedgerContext,
  raw: RawTree | undefined,
  at: Place,
): string | undefined {
  const name = reader.text(raw, at);
  if (name === undefined || otherUnits.includes(name)) return name;
  const names = program.scheme.population.units.map((unit) => unit.name);
  return (
    canonicalUnit(program, name) ?? reader.refuse('unknown-unit', at, { unit: name, near: reader.near(name, names) })
  );
}

/** Talks held with a unit, within the assessed period. */
export function readTalks(program: Program, raw: RawTree, at: Place, reader: Reader): Talk[] {
  const talks = reader.list(raw, at)?.map((entry, index) => {
    const place = [...at, index];
    const fields = reader.object(entry, place, ['by', 'on', 'note']);
    const by = fields && reader.text(fields.by, [...place, 'by']);
    const on = fields && reader.date(fields.on, [...place, 'on'], program.scheme.period);
    return by && on ? { by, on } : undefined;
  });
  return (talks ?? []).filter((talk) => talk !== undefined);
}

/** Indicators of a unit by name; `{ notApplicable: true }` where there is no denominator. */
export function readIndicators(
  quantities: readonly Quantity[],
  raw: RawTree,
  at: Place,
  reader: Reader,
): Map<string, Measured | 'not-applicable'> {
  const indicators = new Map<string, Measured | 'not-applicable'>();
  const known = quantities.map((quantity) => quantity.name);
  for (const [name, value] of Object.entries(reader.object(raw, at, known) ?? {})) {
    const quantity = quantities.find((candidate) => candidate.name === name);
    if (!quantity) continue;
    const measured = isNotApplicable(value) ? 'not-applicable' : readMeasured(quantity, value, [...at, name], reader);
    if (measured) indicators.set(name, measured);
  }
  return indicators;
}

/** Bonus deeds of a unit, each with the points its kind and level carry. */
export function readBonus(program: Program, raw: RawTree, at: Place, reader: Reader): Deed[] {
  const deeds = reader.list(raw, at)?.map((entry, index) => readDeed(program, entry, [...at, index], reader));
  return (deeds ?? []).filter((deed) => deed !== undefined);
}

function readDeed(program: Program, raw: RawTree, at: Place, reader: Reader): Deed | undefined {
  const fields = reader.object(raw, at, ['deed', 'kind', 'level', 'note', 'evidence']);
  const deed = fields && reader.text(fields.deed, [...at, 'deed']);
  const kind = fields && reader.text(fields.kind, [...at, 'kind']);
  const level = fields?.level === undefined ? undefined : reader.text(fields.level, [...at, 'level']);
  if (!deed || !kind) return undefined;
  const kinds = program.scheme.bonus.kinds;
  const found = kinds.find((candidate) => candidate.kind === kind);
  if (!found)
    return reader.refuse('bonus-kind-unknown', [...at, 'kind'], { kind, known: kinds.map((one) => one.kind) });
  const points: Rational | undefined = program.bonus.points(kind, level);
  if (!points)
    return reader.refuse('bonus-level-unknown', [...at, 'level'], {
      level: level ?? '',
      known: Object.keys(found.levels ?? {}),
    });
  return { deed, kind, points, ...(level !== undefined && { level }) };
}
