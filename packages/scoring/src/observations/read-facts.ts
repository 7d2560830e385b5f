/** FACTS (facts.md) → Facts | Problems: all or nothing. The raw tree holds strings only. */

import type { Accident } from '../accidents/accident.js';
import { accidentsOf } from '../accidents/accident.js';
import type { Place, Problem } from '../problems/problem.js';
import type { ThresholdRule } from '../rules/threshold.js';
import type { Program, SheetProgram } from '../scheme/program.js';
import { isRawObject, type RawObject, type RawTree, type ReadingChoice } from '../scheme/readings.js';
import type { UnitClass } from '../scheme/scheme.js';
import type { BallotCount, Facts, ObservedClause, UnitFacts } from './facts.js';
import { readClause } from './read-clause.js';
import { readBallots } from './read-ratings.js';
import { canonicalUnit, readAccidents, readBonus, readIndicators, readTalks } from './read-registers.js';
import { Reader } from './reader.js';

const FILE_KEYS = ['scheme', 'unmentioned', 'readings', 'units', 'ratings', 'accidents'];
const UNIT_KEYS = ['sheet', 'class', 'observations', 'closed', 'bonus', 'talks', 'indicators', 'note'];
const BONUS_ROW = 'bonus';

type Ratings = ReadonlyMap<string, ReadonlyMap<string, BallotCount>>;

/** The readings a FACTS file asks for. */
export function readingsAsked(raw: RawTree): ReadingChoice {
  if (!isRawObject(raw) || !isRawObject(raw.readings)) return {};
  return Object.fromEntries(Object.entries(raw.readings).map(([name, value]) => [name, String(value)]));
}

/** The facts, or every problem found in them. */
export function readFacts(program: Program, raw: RawTree): Facts | { readonly problems: Problem[] } {
  const reader = new Reader();
  const fields = reader.object(raw, [], FILE_KEYS);
  if (!fields) return { problems: reader.problems };
  checkScheme(program, fields, reader);
  const nothingFound = readUnmentioned(fields.unmentioned, reader);
  const named = readUnitNames(program, fields.units ?? {}, reader);
  const { accidents, notices } = readAccidents(program, fields.accidents ?? [], [...named.keys()], reader);
  const rated = readRatings(program, fields.ratings ?? {}, named, reader);
  const context = { program, reader, accidents, nothingFound, ratings: rated.ratings };
  const mentioned = inPrintedOrder(program, [...named.keys(), ...rated.units]);
  const units = mentioned.flatMap((unit) => readUnit(context, unit, named.get(unit)) ?? []);
  if (reader.problems.length > 0) return { problems: reader.problems };
  return { units, accidents, notices: [...notices, ...rated.notices] };
}

function checkScheme(program: Program, fields: RawObject, reader: Reader): void {
  if (fields.scheme === undefined || fields.scheme === program.scheme.id) return;
  reader.refuse('unknown-scheme', ['scheme'], { scheme: String(fields.scheme), known: [program.scheme.id] });
}

function readUnmentioned(raw: RawTree | undefined, reader: Reader): boolean {
  if (raw === undefined || raw === 'open' || raw === 'nothing-found') return raw === 'nothing-found';
  reader.wrongShape(raw, ['unmentioned'], 'open 或 nothing-found', 'open or nothing-found');
  return false;
}

/** Units by canonical name; one unit under two names is refused. */
function readUnitNames(program: Program, raw: RawTree, reader: Reader): Map<string, { key: string; raw: RawTree }> {
  const named = new Map<string, { key: string; raw: RawTree }>();
  for (const [key, value] of Object.entries(reader.object(raw, ['units']) ?? {})) {
    const unit = canonicalUnit(program, key) ?? key;
    const before = named.get(unit);
    if (before) reader.refuse('duplicate-unit', ['units', key], { unit: key, same: before.key });
    else named.set(unit, { key, raw: value });
  }
  return named;
}

function inPrintedOrder(program: Program, units: readonly string[]): string[] {
  const printed = program.scheme.population.units.map((unit) => unit.name);
  const mentioned = new Set(units);
  return [
    ...printed.filter((name) => mentioned.has(name)),
    ...[...mentioned].filter((name) => !printed.includes(name)),
  ];
}

function readRatings(
  program: Program,
  raw: RawTree,
  named: ReadonlyMap<string, unknown>,
  reader: Reader,
): { readonly ratings: Ratings; readonly units: string[]; readonly notices: Problem[] } {
  const ratings = new Map<string, Map<string, BallotCount>>();
  const units: string[] = [];
  const notices: Problem[] = [];
  for (const [formId, byUnit] of Object.entries(reader.object(raw, ['ratings'], [...program.forms.keys()]) ?? {})) {
    const form = program.forms.get(formId);
    if (!form) continue;
    const counts = new Map<string, BallotCount>();
    for (const [key, value] of Object.entries(reader.object(byUnit, ['ratings', formId]) ?? {})) {
      const at = ['ratings', formId, key];
      const unit = canonicalUnit(program, key) ?? (named.has(key) ? key : undefined);
      const known = program.scheme.population.units.map((one) => one.name);
      if (!unit) {
        reader.refuse('unknown-unit', at, { unit: key, near: reader.near(key, known) });
        continue;
      }
      if (counts.has(unit)) reader.refuse('duplicate-unit', at, { unit: key, same: unit });
      const read = readBallots(form, value, { at, unit }, reader);
      units.push(unit);
      if (read) counts.set(unit, read.count);
      notices.push(...(read?.notices ?? []));
    }
    ratings.set(formId, counts);
  }
  return { ratings, units, notices };
}

interface UnitContext {
  readonly program: Program;
  readonly reader: Reader;
  readonly accidents: readonly Accident[];
  readonly nothingFound: boolean;
  readonly ratings: Ratings;
}

function readUnit(
  context: UnitContext,
  unit: string,
  given: { readonly key: string; readonly raw: RawTree } | undefined,
): UnitFacts | undefined {
  const { program, reader } = context;
  const at = ['units', given?.key ?? unit];
  const fields = reader.object(given?.raw ?? {}, at, UNIT_KEYS);
  const placed = fields && placeUnit(program, unit, fields, at, reader);
  if (!fields || !placed) return undefined;
  const sheet = program.sheets.get(placed.sheet);
  if (!sheet) return reader.refuse('unknown-sheet', at, { sheet: placed.sheet, known: [...program.sheets.keys()] });
  const closed = readClosed(sheet, fields.closed, [...at, 'closed'], context);
  const bonus = fields.bonus === undefined ? undefined : readBonus(program, fields.bonus, [...at, 'bonus'], reader);
  const ratings = [...context.ratings].flatMap(([form, counts]) => {
    const count = counts.get(unit);
    return count ? [[form, count] as const] : [];
  });
  return {
    unit,
    ...placed,
    observations: readObservations(sheet, placed, fields.observations, [...at, 'observations'], context),
    closed,
    ...(bonus ? { bonus } : closed(BONUS_ROW) && { bonus: [] }),
    registers: {
      accidents: accidentsOf(unit, context.accidents),
      ...(fields.talks !== undefined && { talks: readTalks(program, fields.talks, [...at, 'talks'], reader) }),
      indicators: readIndicators(indicatorsOf(sheet), fields.indicators ?? {}, [...at, 'indicators'], reader),
    },
    ratings: new Map(ratings),
  };
}

/** Sheet and class: the population's, or stated for any other unit. */
function placeUnit(
  program: Program,
  unit: string,
  fields: RawObject,
  at: Place,
  reader: Reader,
): { readonly sheet: string; readonly class: UnitClass } | undefined {
  const known = program.scheme.population.units.find((candidate) => candidate.name === unit);
  const sheetId = typeof fields.sheet === 'string' ? fields.sheet : known?.sheet;
  const unitClass = typeof fields.class === 'string' ? fields.class : known?.class;
  if (sheetId === undefined || unitClass === undefined) {
    const names = program.scheme.population.units.map((one) => one.name);
    return reader.refuse('unknown-unit', at, { unit, near: reader.near(unit, names) });
  }
  const sheet = program.sheets.get(sheetId)?.sheet;
  if (!sheet) return reader.refuse('unknown-sheet', at, { sheet: sheetId, known: [...program.sheets.keys()] });
  const found = sheet.classes.find((one) => one === unitClass);
  if (!found) return reader.refuse('unknown-class', [...at, 'class'], { class: unitClass, known: sheet.classes });
  return { sheet: sheetId, class: found };
}

/** `closed: all`, or a list of row ids (and `bonus`). */
function readClosed(
  sheet: SheetProgram,
  raw: RawTree | undefined,
  at: Place,
  { reader, nothingFound }: UnitContext,
): (row: string) => boolean {
  if (nothingFound || raw === 'all') return () => true;
  const rows = new Set([BONUS_ROW, ...sheet.items.flatMap(({ item }) => item.rows.map((row) => row.id))]);
  const closed = new Set<string>();
  (raw === undefined ? [] : (reader.list(raw, at) ?? [])).forEach((entry, index) => {
    const row = reader.text(entry, [...at, index]);
    if (row === undefined) return;
    if (rows.has(row)) closed.add(row);
    else reader.refuse('unknown-row', [...at, index], { row, near: reader.near(row, rows) });
  });
  return (row) => closed.has(row);
}

function readObservations(
  sheet: SheetProgram,
  placed: { readonly class: UnitClass },
  raw: RawTree | undefined,
  at: Place,
  { reader }: UnitContext,
): Map<string, ObservedClause> {
  const clauses = new Map(sheet.items.flatMap((item) => item.clauses).map((one) => [one.clause.id, one]));
  const observations = new Map<string, ObservedClause>();
  for (const [id, value] of Object.entries(raw === undefined ? {} : (reader.object(raw, at) ?? {}))) {
    const compiled = clauses.get(id);
    const place = [...at, id];
    if (!compiled) {
      reader.refuse('unknown-clause', place, { clause: id, near: reader.near(id, clauses.keys()) });
      continue;
    }
    const observed = readClause(compiled, value, { at: place, unitClass: placed.class }, reader);
    if (observed) observations.set(id, observed);
  }
  return observations;
}

/** The indicators a sheet's rules ask for. */
export function indicatorsOf(sheet: SheetProgram): ThresholdRule['quantity'][] {
  return sheet.items
    .flatMap(({ item }) => item.rows.flatMap((row) => row.clauses.flatMap((clause) => clause.rules)))
    .flatMap((rule) => (rule.kind === 'threshold' && rule.register === 'indicators' ? [rule.quantity] : []));
}
