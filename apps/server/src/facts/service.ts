/**
 * FACTS of a year out of what was entered: rows of sheets, registers, and totals of ratings. Whatever the role acting may
 * not see is not in them; the office sees all of it but single ballots.
 */
import { actOf } from '@kaohe/api-contract';
import { assessTree } from '@kaohe/scheme-files';
import {
  type Assessment,
  type Program,
  problemJson,
  type RawObject,
  type RawTree,
  resultJson,
  type UnitJson,
} from '@kaohe/scoring';
import { invalid } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { totals } from '../ratings/counting.js';
import { type EntryRow, entriesFor } from '../registers/service.js';
import { closedRows, closingLines } from '../sheets/lines.js';
import { rowsOf, type SheetRow } from '../sheets/rows.js';
import { ownPopulationOf, schemeOf, unitsOf } from '../years/service.js';
import { programOf, sheetOf } from './compiled.js';
import { accidentsOf, unitRegisters } from './register-facts.js';

/** The facts of a year as known today; where units are named, of those alone. */
export async function yearFacts(work: Work, year: string, units?: readonly string[]): Promise<RawTree> {
  const program = await programOf(work, year);
  const listed = (await unitsOf(work, year)).filter(({ unit_id }) => units?.includes(unit_id) ?? true);
  const rows = await rowsOf(work, { year, units });
  const entries = await entriesFor(work, year);
  const ratings = await ratingFacts(work, year, units);
  // The document does not know units that the office named: whoever scores these facts under it is told what they are.
  const isOwn = (await ownPopulationOf(work, year)) !== undefined;
  const { from } = program.scheme.period;
  const accidents = accidentsOf(entries, units);
  return {
    scheme: program.scheme.id,
    // Counts that may still change are taken as known today: a frozen result keeps the facts it was computed from.
    asOf: [work.today, from].sort()[1] ?? from,
    unmentioned: 'open',
    units: Object.fromEntries(
      listed.map(({ unit_id, sheet, class: unitClass }) => [
        unit_id,
        { ...(isOwn && { sheet, class: unitClass }), ...unitFacts(program, { unit: unit_id, sheet, rows, entries }) },
      ]),
    ),
    ...(Object.keys(ratings).length > 0 && { ratings }),
    ...(accidents.length > 0 && { accidents }),
  };
}

interface UnitEntered {
  readonly unit: string;
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  readonly entries: readonly EntryRow[];
}

function unitFacts(program: Program, { unit, sheet: sheetId, rows, entries }: UnitEntered): RawObject {
  const sheet = sheetOf(program, sheetId);
  const own = rows.filter((row) => row.unit_id === unit);
  const closed = new Set(own.filter((row) => row.closed).map(({ row_id }) => row_id));
  const registers = unitRegisters({
    entries: entries.filter(({ unit_id }) => unit_id === unit),
    isWhole: (register) => closingLines(sheet, register).every((line) => closed.has(line)),
    sheet,
  });
  return {
    observations: Object.assign({}, ...own.map(({ observations }) => observations)),
    closed: closedRows(sheet, closed),
    ...registers,
  };
}

/** Sums of ballots, for the roles that may see sums; a team scores its units without them. */
async function ratingFacts(work: Work, year: string, units: readonly string[] | undefined): Promise<RawObject> {
  if (!actOf('rating.totals').roles.includes(work.acting.role)) return {};
  const { forms } = await totals(work, year);
  return Object.fromEntries(
    forms.map(({ form, totals: sums }) => [
      form,
      Object.fromEntries(
        sums
          .filter(({ unit }) => units?.includes(unit) ?? true)
          .map(({ unit, sum, ballots }) => [unit, { sum, ballots: String(ballots) }]),
      ),
    ]),
  );
}

/** Every unit of the year scored, decided and ranked on the facts as they are now. */
export async function assessYear(work: Work, year: string): Promise<Assessment> {
  return await assessFacts(work, year, await yearFacts(work, year));
}

/** Facts scored under the year's scheme; a refusal with the engine's own words where it does not take them. */
export async function assessFacts(work: Work, year: string, facts: RawTree): Promise<Assessment> {
  const assessment = assessTree(await schemeOf(work, year), facts);
  if (!('problems' in assessment)) return assessment;
  const problems = assessment.problems.map(problemJson);
  throw invalid(
    problems.map(({ message }) => message).join(' '),
    problems.map(({ messageEn }) => messageEn).join(' '),
    { problems },
  );
}

/** The result of one unit of an assessment. */
export function resultOfUnit(assessment: Assessment, unit: string): UnitJson {
  const found = resultJson(assessment, '').units.find((one) => one.unit === unit);
  if (!found) throw new Error(`${unit} was not assessed`);
  return found;
}
