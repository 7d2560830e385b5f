/** Lines of facts as rows of the list sheets. What fits no column stays a line of the last sheet. */
import type { FactLine } from '../facts/fact-line.js';
import { SUBJECTS } from '../facts/subjects.js';
import { LINES_LIST, type ListColumn, type ListSheet, VERSIONS_LIST } from './list-sheets.js';

/** One text for each column. */
export type ListRow = readonly string[];

/** The rows of every sheet. */
export function listRows(sheets: readonly ListSheet[], lines: readonly FactLine[]): Map<ListSheet, ListRow[]> {
  const idOf = accidentIds(lines);
  const rows = new Map<ListSheet, Map<string, string[]>>();
  for (const sheet of sheets)
    rows.set(sheet, new Map(sheet.given.map((given) => [keyOf(sheet, given), startRow(sheet, given)])));
  for (const [number, line] of lines.entries()) {
    const named = line.subject === SUBJECTS.version ? { ...line, ordinal: idOf.get(line.ordinal) ?? '' } : line;
    const home = sheets.find((sheet) => fits(sheet, named)) ?? sheets.find(({ list }) => list === LINES_LIST);
    if (home)
      place(rows.get(home) ?? new Map(), { sheet: home, line: home.list === LINES_LIST ? line : named, number });
  }
  return new Map([...rows].map(([sheet, byKey]) => [sheet, [...byKey.values()]]));
}

/** Accident numbers to ids; versions go by them. An id that is not one accident's own names none. */
function accidentIds(lines: readonly FactLine[]): Map<string, string> {
  const ids = lines.filter(({ subject, field }) => subject === SUBJECTS.accident && field === '编号');
  const unique = ids.filter(({ value }) => ids.filter((other) => other.value === value).length === 1);
  return new Map(unique.map(({ ordinal, value }) => [ordinal, value]));
}

function fits(sheet: ListSheet, line: FactLine): boolean {
  if (sheet.subject !== line.subject || sheet.list === LINES_LIST) return false;
  if (sheet.form !== undefined && sheet.form !== line.name) return false;
  if (sheet.list === VERSIONS_LIST && line.ordinal === '') return false;
  return columnOf(sheet, line) >= 0;
}

/** The column of a line's field; a list that is empty says so in its first field. */
function columnOf({ columns, isNumbered }: ListSheet, { field, ordinal }: FactLine): number {
  const isEmptyList = isNumbered && field === '' && ordinal === '';
  return columns.findIndex(({ part }) => {
    if (!('field' in part)) return false;
    return isEmptyList || (part.field === field && (part.ordinal === undefined || part.ordinal === ordinal));
  });
}

function keyOf(
  { list, form, isNumbered }: ListSheet,
  { unit = '', name = '', ordinal = '' }: Partial<FactLine>,
): string {
  if (form !== undefined) return unit;
  if (list === VERSIONS_LIST) return JSON.stringify([ordinal, name]);
  return JSON.stringify(isNumbered ? [unit, ordinal] : [unit, name]);
}

function startRow({ columns }: ListSheet, line: Partial<FactLine>): string[] {
  return columns.map(({ part }) => ('key' in part ? (line[part.key] ?? '') : ''));
}

function place(
  rows: Map<string, string[]>,
  { sheet, line, number }: { readonly sheet: ListSheet; readonly line: FactLine; readonly number: number },
): void {
  const key = sheet.list === LINES_LIST ? `${number}` : keyOf(sheet, line);
  const row = rows.get(key) ?? startRow(sheet, line);
  rows.set(key, row);
  if (sheet.list === LINES_LIST) return;
  row[columnOf(sheet, line)] = line.value;
  for (const [index, { part }] of sheet.columns.entries()) fillRemark(row, index, { part, line });
}

function fillRemark(row: string[], index: number, { part, line }: { part: ListColumn['part']; line: FactLine }): void {
  if ('key' in part && (part.key === 'note' || part.key === 'evidence') && line[part.key] !== '')
    row[index] = line[part.key];
}
