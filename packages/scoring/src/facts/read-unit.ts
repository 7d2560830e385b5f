/** Reads everything a FACTS file states on one unit. */
import { type Accident, accidentsOf } from '../accidents/accident.js';
import type { Given } from '../observations/given.js';
import { nearest } from '../problems/nearest.js';
import type { UnitClass } from '../scheme/population.js';
import type { Program, SheetProgram } from '../scheme/program.js';
import type { ObservedClause, UnitFacts } from './facts.js';
import { type NamedUnit, readClause } from './read-clause.js';
import type { Ratings } from './read-ratings.js';
import { readBonus, readIndicators, readTalks } from './read-registers.js';

const KEYS = ['sheet', 'class', 'observations', 'closed', 'bonus', 'talks', 'indicators', 'note'];
/** Closed like a row: the bonus was looked at, and what is not stated is not there. */
const BONUS = 'bonus';
/** Registers that feed no row of a sheet are closed by name. */
const REGISTERS = ['accidents', 'talks'];

export interface FileContext {
  readonly program: Program;
  readonly accidents: readonly Accident[];
  readonly nothingFound: boolean;
  readonly ratings: Ratings;
}

/** The unit's facts, or undefined where its sheet or class was refused. */
export function readUnit(context: FileContext, unit: string, given: Given): UnitFacts | undefined {
  const { program, ratings } = context;
  const placed = given.object(KEYS) && placeUnit(program, unit, given);
  if (!placed) return undefined;
  const { sheet, unitClass } = placed;
  const closed = readClosed(sheet, context.nothingFound, given.get('closed'));
  const talks = given.get('talks');
  const deeds = given.get('bonus');
  const bonus = deeds.isAbsent ? closed(BONUS) && [] : readBonus(program, deeds);
  const counts = [...ratings.counts].map(([form, counted]) => [form, counted.get(unit)] as const);
  return {
    unit,
    sheet: sheet.sheet.id,
    class: unitClass,
    observations: readObservations(sheet, { name: unit, class: unitClass }, given.get('observations')),
    closed,
    ...(bonus && { bonus }),
    registers: {
      accidents: accidentsOf(unit, context.accidents),
      ...(!talks.isAbsent && { talks: readTalks(program, talks) }),
      indicators: readIndicators(sheet, given.get('indicators')),
    },
    ratings: new Map(counts.flatMap(([form, count]) => (count ? [[form, count]] : []))),
  };
}

/** Sheet and class: the population's, or stated for any other unit. */
function placeUnit(
  program: Program,
  unit: string,
  given: Given,
): { readonly sheet: SheetProgram; readonly unitClass: UnitClass } | undefined {
  const known = program.scheme.population.units.find((candidate) => candidate.name === unit);
  const sheetId = given.get('sheet').or(known?.sheet ?? '').shown;
  const sheet = program.sheets.get(sheetId);
  if (!sheet) return given.refuse('unknown-sheet', { sheet: sheetId, known: [...program.sheets.keys()] });
  const stated = given.get('class').or(known?.class ?? '');
  const unitClass = sheet.sheet.classes.find((one) => one === stated.raw);
  if (!unitClass) return stated.refuse('unknown-class', { class: stated.shown, known: sheet.sheet.classes });
  const restated = (key: 'sheet' | 'class') => !given.get(key).isAbsent && given.get(key).raw !== known?.[key];
  if (known && (restated('sheet') || restated('class')))
    return given.refuse('class-fixed', { unit, sheet: known.sheet, class: known.class });
  return { sheet, unitClass };
}

/** `closed: all`, or a list of row ids (and `bonus`). */
function readClosed(sheet: SheetProgram, nothingFound: boolean, given: Given): (row: string) => boolean {
  if (given.raw === 'all') return () => true;
  const rows = new Set([BONUS, ...REGISTERS, ...sheet.items.flatMap(({ item }) => item.rows.map((row) => row.id))]);
  const closed = new Set<string>();
  for (const entry of given.or([]).list() ?? []) {
    const row = entry.text();
    if (row === undefined) continue;
    if (!rows.has(row)) entry.refuse('unknown-row', { row, near: nearest(row, rows) });
    closed.add(row);
  }
  return (row) => nothingFound || closed.has(row);
}

function readObservations(sheet: SheetProgram, unit: NamedUnit, given: Given): Map<string, ObservedClause> {
  const clauses = new Map(sheet.items.flatMap((item) => item.clauses).map((one) => [one.clause.id, one]));
  const observations = new Map<string, ObservedClause>();
  for (const stated of given.or({}).object() ?? []) {
    const compiled = clauses.get(stated.key);
    if (!compiled) stated.refuse('unknown-clause', { clause: stated.key, near: nearest(stated.key, clauses.keys()) });
    const observed = compiled && readClause(compiled, unit, stated);
    if (observed) observations.set(stated.key, observed);
  }
  return observations;
}
