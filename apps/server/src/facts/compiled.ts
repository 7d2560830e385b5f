/** The year's scheme compiled under its adopted readings; each edition once. */
import { chooseReadings, type SchemeFolder } from '@kaohe/scheme-files';
import { compile, type Program, type SheetProgram } from '@kaohe/scoring';
import type { Work } from '../office/office.js';
import { schemeOf } from '../years/service.js';

const compiled = new WeakMap<SchemeFolder, Program>();

/** The program of a year: it has been issued, so it compiles. */
export async function programOf(work: Work, year: string): Promise<Program> {
  const folder = await schemeOf(work, year);
  const known = compiled.get(folder);
  if (known) return known;
  const chosen = chooseReadings(folder.tree, {});
  const program = 'problems' in chosen ? chosen : compile(chosen.scheme, chosen.readings);
  if ('problems' in program) throw new Error(`the issued scheme ${folder.id} has problems`);
  compiled.set(folder, program);
  return program;
}

export function sheetOf(program: Program, sheet: string): SheetProgram {
  const found = program.sheets.get(sheet);
  if (!found) throw new Error(`the scheme has no sheet ${sheet}`);
  return found;
}

/** Closed like a row by the office although no printed row stands for them: the bonus, and registers no row is fed by. */
export function closedByName(sheet: SheetProgram): string[] {
  const fed = new Set(sheet.items.flatMap(({ clauses }) => clauses.map(({ register }) => register)));
  return ['bonus', ...(['accidents', 'talks'] as const).filter((register) => !fed.has(register))];
}

/** The rows whose closing says that a register holds everything on a unit of the sheet. */
export function closingRows(sheet: SheetProgram, register: 'talks' | 'bonus'): string[] {
  const rows = sheet.items.flatMap(({ clauses }) =>
    clauses.filter((clause) => clause.register === register).map(({ row }) => row.id),
  );
  return rows.length > 0 ? rows : [register];
}
