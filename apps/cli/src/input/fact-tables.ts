/** FACTS as CSV or a filled-in workbook, told by their content. */
import {
  type CellPlace,
  cellName,
  type FactsRead,
  isFactsCsv,
  isOfficeFile,
  type OfficeProblem,
  readFactsCsv,
  readFactsWorkbook,
  schemeWords,
} from '@kaohe/office-files';
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { Complaint, ExitCode, Position } from '../output/terminal.js';
import { loadProgram } from './scheme.js';

export function isTable(bytes: Uint8Array): boolean {
  return isOfficeFile(bytes) || isFactsCsv(bytes);
}

export async function readTable(scheme: SchemeFolder, bytes: Uint8Array): Promise<FactsRead | ExitCode> {
  const program = loadProgram(scheme, {});
  if (typeof program === 'number') return program;
  return isOfficeFile(bytes) ? readFactsWorkbook(program, bytes) : readFactsCsv(bytes, schemeWords(program));
}

/** A line of CSV, or `巩义市!F12`. */
export function positionOf(at: CellPlace | undefined): Position | undefined {
  if (at === undefined) return undefined;
  return at.sheet === undefined ? { line: at.row, column: at.column } : { cell: `${at.sheet}!${cellName(at)}` };
}

export function complaintsOf(problems: readonly OfficeProblem[]): Complaint[] {
  return problems.map(({ at, text }) => ({ position: positionOf(at), text }));
}
