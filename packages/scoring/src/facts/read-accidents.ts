/** Reads the accident ledger of the file. */
import type { Accident } from '../accidents/accident.js';
import { severityOf } from '../accidents/severity.js';
import type { Given } from '../observations/given.js';
import { nearest } from '../problems/nearest.js';
import { notice, type Problem } from '../problems/problem.js';
import type { Program } from '../scheme/program.js';
import { canonicalUnit, unitNames } from './unit-names.js';

const COLUMNS = ['deaths', 'seriousInjuries', 'directEconomicLossYuan'] as const;
const KEYS = ['id', 'on', 'place', 'industry', 'department', 'responsible', 'final', 'note', ...COLUMNS];

export interface Ledger {
  readonly accidents: readonly Accident[];
  /** A casualty column left out counts as none recorded, and a notice says so. */
  readonly notices: readonly Problem[];
}

/** The ledger; a place is a unit of the population or another unit of the file. */
export function readAccidents(program: Program, otherUnits: readonly string[], given: Given): Ledger {
  const accidents: Accident[] = [];
  const notices: Problem[] = [];
  for (const line of given.or([]).list() ?? []) {
    const accident = line.object(KEYS) && readAccident(program, otherUnits, line);
    if (!accident) continue;
    const { id } = accident;
    if (accidents.some((other) => other.id === id)) line.refuse('duplicate-accident', { id });
    const missing = COLUMNS.filter((column) => line.get(column).isAbsent);
    if (missing.length > 0) notices.push(notice('casualties-not-stated', line.at, { id, missing }));
    accidents.push(accident);
  }
  return { accidents, notices };
}

function readAccident(program: Program, otherUnits: readonly string[], line: Given): Accident | undefined {
  const id = line.get('id').text();
  const on = line.get('on').date(program.scheme.period);
  const place = readPlace(program, otherUnits, line.get('place'));
  const department = line.get('department').isAbsent ? undefined : line.get('department').text();
  const deaths = line.get('deaths').or('0').count();
  const seriousInjuries = line.get('seriousInjuries').or('0').count();
  const directEconomicLossYuan = line.get('directEconomicLossYuan').or('0').amount();
  const responsible = line.get('responsible').or('false').yesNo();
  const final = line.get('final').or('true').yesNo();
  if (!id || !on || !place || deaths === undefined || seriousInjuries === undefined) return undefined;
  if (!directEconomicLossYuan || responsible === undefined || final === undefined) return undefined;
  const casualties = { deaths, seriousInjuries, directEconomicLossYuan };
  const industry = line.get('industry').raw;
  return {
    ...casualties,
    id,
    on,
    place,
    responsible,
    final,
    severity: severityOf(casualties),
    ...(department !== undefined && { department: canonicalUnit(program, department) ?? department }),
    ...(typeof industry === 'string' && { industry }),
  };
}

function readPlace(program: Program, otherUnits: readonly string[], given: Given): string | undefined {
  const name = given.text();
  if (name === undefined || otherUnits.includes(name)) return name;
  const near = () => nearest(name, unitNames(program));
  return canonicalUnit(program, name) ?? given.refuse('unknown-unit', { unit: name, near: near() });
}
