/** Reads the accident ledger of the file. */
import type { Accident } from '../accidents/accident.js';
import { severityOf } from '../accidents/severity.js';
import { windowUntil } from '../accidents/window.js';
import type { Given } from '../observations/given.js';
import { nearest } from '../problems/nearest.js';
import type { Program } from '../scheme/program.js';
import { COLUMNS, readVersions, versionOn } from './read-casualties.js';
import { canonicalUnit, knownNames } from './unit-names.js';
import { isPlace, placesOf } from './whereabouts.js';

const KEYS = ['id', 'on', 'place', 'industry', 'department', 'responsible', 'final', 'note', 'versions', ...COLUMNS];

/** What the ledger is read against. */
export interface LedgerContext {
  readonly program: Program;
  /** Units of the file by name, those that are not in the population with the class stated. */
  readonly fileUnits: ReadonlyMap<string, Given>;
  /** The day the facts are looked at; left out: the last version of everything. */
  readonly asOf: string | undefined;
}

/**
 * The ledger as of a day: an accident that had not happened by then is not in it. A casualty column left out counts as none
 * recorded, a department that is not assessed counts for nobody: both are in order, and a notice says so.
 */
export function readAccidents(context: LedgerContext, given: Given): Accident[] {
  const accidents: Accident[] = [];
  const ids = new Set<string>();
  for (const line of given.or([]).list() ?? []) {
    const read = line.object(KEYS) && readAccident(context, line);
    if (!read) continue;
    const { id } = read;
    if (ids.has(id)) line.refuse('duplicate-accident', { id });
    ids.add(id);
    const missing = COLUMNS.filter((column) => line.get(column).isAbsent);
    if (missing.length > 0) line.note('casualties-not-stated', { id, missing });
    noteDepartment(context, line.get('department'), id);
    if (!read.accident) continue;
    noteWindow(context, line, read.accident);
    accidents.push(read.accident);
  }
  return accidents;
}

function noteDepartment({ program }: LedgerContext, given: Given, id: string): void {
  const department = given.shown;
  if (given.isAbsent || canonicalUnit(program, department) !== undefined) return;
  const known = knownNames(program);
  const near = [...nearest(department, known), ...known.filter((name) => name.includes(department))];
  if (near.length > 0) given.note('department-unknown', { id, department, near: [...new Set(near)] });
}

/** A window that reaches past the year and that nobody said to be over: the count was taken as final, and that is said. */
function noteWindow({ program, asOf }: LedgerContext, line: Given, { id, on, until }: Accident): void {
  const isSaid = asOf !== undefined || !line.get('final').isAbsent;
  if (!isSaid && until > program.scheme.period.to) line.note('window-taken-as-over', { id, on, until });
}

/** The accident as known on the day; without `accident` where it had not happened yet. */
function readAccident(
  context: LedgerContext,
  line: Given,
): { readonly id: string; readonly accident?: Accident } | undefined {
  const id = line.get('id').text();
  const on = line.get('on').date(context.program.scheme.period);
  const place = readPlace(context, line.get('place'));
  const department = line.get('department').isAbsent ? undefined : line.get('department').text();
  const industry = line.get('industry').isAbsent ? undefined : line.get('industry').text();
  const responsible = line.get('responsible').or('false').yesNo();
  const until = windowUntil(on ?? context.program.scheme.period.from, industry);
  const final = line.get('final').isAbsent ? closedBy(until, context.asOf) : line.get('final').yesNo();
  const versions = on === undefined ? undefined : readVersions(line, on);
  if (!id || !on || !place || !versions || responsible === undefined || final === undefined) return undefined;
  const known = versionOn(versions, context.asOf);
  if (!known) return { id };
  const { deaths, seriousInjuries, directEconomicLossYuan } = known;
  const casualties = { deaths, seriousInjuries, directEconomicLossYuan };
  const accident: Accident = {
    ...casualties,
    id,
    on,
    place,
    responsible,
    final,
    until,
    severity: severityOf(casualties),
    ...(department !== undefined && { department: canonicalUnit(context.program, department) ?? department }),
    ...(industry !== undefined && { industry }),
  };
  return { id, accident };
}

/** Whether the window had closed; without a day there is nothing to wait for. */
function closedBy(until: string, asOf: string | undefined): boolean {
  return asOf === undefined || asOf > until;
}

/** The place: a district of the population or of the file. A department is none, its accidents are named in `department`. */
function readPlace({ program, fileUnits }: LedgerContext, given: Given): string | undefined {
  const name = given.text();
  if (name === undefined) return undefined;
  const known = program.scheme.population.units.find((unit) => unit.name === canonicalUnit(program, name));
  const stated = fileUnits.get(name);
  if (!known && !stated) return given.refuse('unknown-unit', { unit: name, near: nearest(name, placeNames(program)) });
  const unitClass = known?.class ?? stated?.get('class').raw;
  return isPlace(program, unitClass) ? (known?.name ?? name) : given.refuse('place-is-department', { unit: name });
}

/** Places by name and alias, for suggestions. */
function placeNames(program: Program): string[] {
  return placesOf(program).flatMap((unit) => [unit.name, ...(unit.aliases ?? [])]);
}
