/** A unit's filled-in sheet → its observations and closed rows. Lines are found by their ids, columns by their headers. */
import type { ClauseProgram, Program } from '@kaohe/scoring';
import { plainText, yesNoText } from '../facts/normal-value.js';
import type { ReadLines } from '../facts/read-lines.js';
import type { Cell, SheetCells } from '../ooxml/workbook-cells.js';
import { CELL_MESSAGES } from '../problems/cell-messages.js';
import { LINE_MESSAGES } from '../problems/line-messages.js';
import type { CellPlace } from '../problems/office-problem.js';
import { clauseFields } from './clause-fields.js';
import { UNIT_HEADERS } from './draw-unit-sheet.js';
import type { Field } from './field.js';
import { type PlacedCell, readClauseCells, usable } from './read-clause-cells.js';
import { findColumns, headerRowOf } from './read-list-sheet.js';
import { ALL_CLOSED_ID, fieldId, parseId } from './sheet-ids.js';

const READ = ['fact', 'notApplicable', 'closed', 'note', 'evidence'] as const;
type Column = (typeof READ)[number];

interface Reading {
  readonly program: Program;
  readonly sheet: SheetCells;
  readonly unit: string;
  readonly into: ReadLines;
  readonly columns: Readonly<Record<Column, number>>;
}

/** The lines of a clause, by row. */
interface ClauseLines {
  readonly row: string;
  readonly lines: { readonly at: number; readonly id: string }[];
}

export function readUnitSheet(
  program: Program,
  { sheet, unit }: { sheet: SheetCells; unit: string },
  into: ReadLines,
): void {
  into.builder.open(['units', unit], { sheet: sheet.name, row: 1, column: 2 });
  const header = headerRowOf(sheet);
  const found = findColumns(
    sheet,
    header ?? 0,
    READ.map((key) => UNIT_HEADERS[key]),
  );
  if (header === undefined || found.missing.length > 0) {
    into.problems.push({
      at: { sheet: sheet.name, row: header ?? 1, column: 2 },
      text: CELL_MESSAGES.noHeader(found.missing),
    });
    return;
  }
  const columns = Object.fromEntries(READ.map((key, index) => [key, found.columns[index] ?? 0])) as Record<
    Column,
    number
  >;
  const reading = { program, sheet, unit, into, columns };
  const clauses = collectClauses(reading, header);
  const closed = readClosed(reading, clauses);
  for (const [id, lines] of clauses) readClause(reading, { id, lines, closed });
}

/** Clause id → its lines; grey lines and lines of no clause of the scheme are seen to. */
function collectClauses(reading: Reading, header: number): Map<string, ClauseLines> {
  const clauses = new Map<string, ClauseLines>();
  const rows = [...reading.sheet.rows.keys()].filter((row) => row > header).sort((a, b) => a - b);
  for (const at of rows) {
    const id = reading.sheet.rows.get(at)?.get(1)?.text ?? '';
    const [kind, clause = ''] = parseId(id);
    if (kind === 'grey') checkGrey(reading, at, clause);
    if (kind !== 'field') continue;
    const row = reading.program.clauses.get(clause)?.row.id;
    if (row === undefined) {
      reading.into.problems.push({ at: place(reading, at, 'fact'), text: CELL_MESSAGES.unknownLine(clause) });
      continue;
    }
    const known = clauses.get(clause) ?? { row, lines: [] };
    known.lines.push({ at, id });
    clauses.set(clause, known);
  }
  return clauses;
}

function checkGrey(reading: Reading, at: number, clause: string): void {
  for (const key of ['fact', 'notApplicable'] as const) {
    const cell = cellOf(reading, at, key);
    if (cell && cell.text.trim() !== '')
      reading.into.problems.push({ at: place(reading, at, key), text: CELL_MESSAGES.greyFilled(clause, cell.text) });
  }
}

/** Rows whose 已核 says 是, on the criterion's own line or on any of its clauses'. */
function readClosed(reading: Reading, clauses: ReadonlyMap<string, ClauseLines>): (row: string) => boolean {
  const { sheet, into, unit } = reading;
  const rowAt = new Map([...clauses].flatMap(([, { row, lines }]) => lines.map(({ at }) => [at, row] as const)));
  const path = ['units', unit, 'closed'];
  const closed = new Set<string>();
  let isAll = false;
  for (const at of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    const id = sheet.rows.get(at)?.get(1)?.text ?? '';
    const [kind, named] = parseId(id);
    const row = kind === 'row' ? named : rowAt.get(at);
    if (row === undefined && id !== ALL_CLOSED_ID) continue;
    if (!saysYes(reading, at)) continue;
    if (row === undefined) isAll = into.builder.put(path, 'all', place(reading, at, 'closed'));
    else if (!isAll && !closed.has(row)) into.builder.append(path, row, place(reading, at, 'closed'));
    if (row !== undefined) closed.add(row);
  }
  return (row) => isAll || closed.has(row);
}

function saysYes(reading: Reading, at: number): boolean {
  const cell = cellOf(reading, at, 'closed');
  const where = place(reading, at, 'closed');
  if (!cell || !usable(reading.into, cell, where)) return false;
  const yes = yesNoText(cell.text);
  if (yes === undefined) reading.into.problems.push({ at: where, text: LINE_MESSAGES.notYesNo(plainText(cell.text)) });
  return yes === 'true';
}

function readClause(
  reading: Reading,
  of: { readonly id: string; readonly lines: ClauseLines; readonly closed: (row: string) => boolean },
): void {
  const { id, closed } = of;
  const { row, lines } = of.lines;
  const { into, unit, program } = reading;
  const compiled = program.clauses.get(id);
  const known = compiled ? fieldsOf(compiled, lines.length) : new Map<string, Field>();
  const stray = lines.filter((line) => !known.has(line.id));
  for (const { at } of stray)
    into.problems.push({ at: place(reading, at, 'fact'), text: CELL_MESSAGES.unknownLine(id) });
  const own = lines.filter((line) => known.has(line.id));
  const placed = (at: number, key: Column): PlacedCell => ({
    cell: cellOf(reading, at, key),
    at: place(reading, at, key),
  });
  const exempt = own.map(({ at }) => placed(at, 'notApplicable'));
  const [first = placed(lines[0]?.at ?? 1, 'notApplicable')] = [...exempt.filter(({ cell }) => cell), ...exempt];
  readClauseCells(
    {
      builder: into.builder,
      problems: into.problems,
      path: ['units', unit, 'observations', id],
      isClosed: closed(row),
    },
    {
      fields: own.flatMap((line) => known.get(line.id) ?? []),
      values: own.map(({ at }) => placed(at, 'fact')),
      notApplicable: first,
      notes: own.map(({ at }) => placed(at, 'note')),
      evidence: own.map(({ at }) => placed(at, 'evidence')),
    },
  );
}

/** The fields a clause may have, by id: with as many zones and occasions as it has lines. */
function fieldsOf(compiled: ClauseProgram, lines: number): Map<string, Field> {
  const fields = clauseFields(compiled, { zones: lines, occasions: lines });
  return new Map(fields.map((field) => [fieldId(compiled.clause.id, field), field]));
}

function cellOf({ sheet, columns }: Reading, at: number, key: Column): Cell | undefined {
  return sheet.rows.get(at)?.get(columns[key]);
}

function place({ sheet, columns }: Reading, row: number, key: Column): CellPlace {
  return { sheet: sheet.name, row, column: columns[key] };
}
