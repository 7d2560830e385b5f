/** The year's scheme compiled under its adopted readings; each edition once. */
import { chooseReadings, type SchemeFolder } from '@kaohe/scheme-files';
import { compile, type Program, type SheetProgram } from '@kaohe/scoring';
import type { Work } from '../office/office.js';
import { schemeOf } from '../years/service.js';

const compiled = new WeakMap<SchemeFolder, Program>();

/** The program of a year: it has been issued, so it compiles. */
export async function programOf(work: Work, year: string): Promise<Program> {
  return compiledOf(await schemeOf(work, year));
}

/** An issued scheme compiled, whether a year was made of it or not. */
export function compiledOf(folder: SchemeFolder): Program {
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
