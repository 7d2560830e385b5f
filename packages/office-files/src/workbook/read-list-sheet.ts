/** The rows of a list sheet → lines of facts, each value with its cell. */
import { type FactLine, factLine } from '../facts/fact-line.js';
import type { PlacedLine } from '../facts/line-reader.js';
import { plainText } from '../facts/normal-value.js';
import { movePoint } from '../ooxml/decimal-text.js';
import { type Cell, cellAt, type SheetCells } from '../ooxml/workbook-cells.js';
import { CELL_MESSAGES } from '../problems/cell-messages.js';
import type { OfficeProblem } from '../problems/office-problem.js';
import { LINES_LIST, type ListColumn, type ListSheet, VERSIONS_LIST } from './list-sheets.js';
import { usable } from './read-clause-cells.js';
import { dateOfSerial } from './serial-date.js';
import { HEADER_ID } from './sheet-ids.js';

export interface ListContext {
  readonly from1904: boolean;
  readonly problems: OfficeProblem[];
  /** Accident id → its number, from the accidents' sheet. */
  readonly accidents: Map<string, string>;
}

/** Row of the header, told by its id. */
export function headerRowOf(sheet: SheetCells): number | undefined {
  return [...sheet.rows].find(([, cells]) => cells.get(1)?.text === HEADER_ID)?.[0];
}

/** Columns of the wanted headers, by their text; and those that are missing. */
export function findColumns(
  sheet: SheetCells,
  row: number,
  headers: readonly string[],
): { readonly columns: readonly number[]; readonly missing: readonly string[] } {
  const named = [...(sheet.rows.get(row) ?? [])].map(([column, { text }]) => [plainText(text), column] as const);
  const found = headers.map((header) => named.find(([name]) => name === plainText(header))?.[1] ?? 0);
  return { columns: found, missing: headers.filter((_, index) => found[index] === 0) };
}

export function readListSheet(sheet: SheetCells, list: ListSheet, context: ListContext): PlacedLine[] {
  const header = headerRowOf(sheet);
  const found = findColumns(
    sheet,
    header ?? 0,
    list.columns.map((column) => column.header),
  );
  if (header === undefined || found.missing.length > 0) {
    const at = { sheet: sheet.name, row: header ?? 1, column: 2 };
    context.problems.push({ at, text: CELL_MESSAGES.noHeader(found.missing) });
    return [];
  }
  const rows = [...sheet.rows.keys()].filter((row) => row > header).sort((a, b) => a - b);
  return rows.flatMap((row) => rowLines({ sheet, list, context, columns: found.columns }, row, row - header));
}

interface Reading {
  readonly sheet: SheetCells;
  readonly list: ListSheet;
  readonly context: ListContext;
  readonly columns: readonly number[];
}

interface Typed {
  readonly column: ListColumn;
  readonly at: number;
  readonly text: string;
}

function rowLines(reading: Reading, row: number, number: number): PlacedLine[] {
  const { list, sheet, columns } = reading;
  const typed = list.columns.flatMap((column, index) => typedCell(reading, { column, row, at: columns[index] ?? 0 }));
  const head: Partial<Record<keyof FactLine, string>> = { subject: list.subject };
  const places = new Map<keyof FactLine, number>();
  for (const { column, at, text } of typed) {
    if (!('key' in column.part)) continue;
    head[column.part.key] = text;
    places.set(column.part.key, at);
  }
  if (list.list === LINES_LIST) return [{ line: factLine(head), sheet: sheet.name, row, columns: places }];
  if (list.form !== undefined) head.name = list.form;
  const fields = typed.filter(({ column }) => 'field' in column.part);
  if (fields.length === 0 && !head.note && !head.evidence) return [];
  identify({ ...reading, row, number }, { head, fields });
  if (list.list === VERSIONS_LIST && head.ordinal === '') return [];
  const isEmptyList = list.isNumbered && fields.length === 1 && isNone(list, fields[0]);
  const lines = fields.length > 0 ? fields : [undefined];
  return lines.map((one, index) => {
    const { note = '', evidence = '', ...of } = head;
    const part = one?.column.part;
    const stated = one && part && 'field' in part ? { field: part.field, value: one.text } : {};
    const ordinal = part && 'field' in part && part.ordinal !== undefined ? { ordinal: part.ordinal } : {};
    const remarks = index === 0 ? { note, evidence } : {};
    const line = factLine({ ...of, ...stated, ...ordinal, ...remarks, ...(isEmptyList && { field: '', ordinal: '' }) });
    const at = new Map([
      ...places,
      ...(one
        ? ([
            ['value', one.at],
            ['field', one.at],
          ] as const)
        : []),
    ]);
    return { line, sheet: sheet.name, row, columns: at };
  });
}

/** Entries go by the order of their rows; a version by the id of its accident. */
function identify(
  { list, sheet, context, row, number }: Reading & { readonly row: number; readonly number: number },
  { head, fields }: { head: Partial<Record<keyof FactLine, string>>; fields: readonly Typed[] },
): void {
  if (list.isNumbered) head.ordinal = `${number}`;
  if (list.list === 'accidents') {
    const id = fields.find(({ column }) => column.header === '编号')?.text;
    if (id !== undefined) context.accidents.set(id, `${number}`);
  }
  if (list.list !== VERSIONS_LIST) return;
  const accident = head.ordinal ?? '';
  head.ordinal = context.accidents.get(accident) ?? '';
  head.name = `${row}`;
  if (head.ordinal === '')
    context.problems.push({ at: { sheet: sheet.name, row, column: 2 }, text: CELL_MESSAGES.noAccident(accident) });
}

function isNone(list: ListSheet, typed: Typed | undefined): boolean {
  const first = list.columns.find(({ part }) => 'field' in part);
  return typed !== undefined && typed.column === first && plainText(typed.text) === '无';
}

function typedCell(
  { sheet, list, context }: Reading,
  { column, row, at }: { readonly column: ListColumn; readonly row: number; readonly at: number },
): Typed[] {
  const isUnit = 'key' in column.part && column.part.key === 'unit';
  const cell = isUnit && list.list !== LINES_LIST ? cellAt(sheet, row, at) : sheet.rows.get(row)?.get(at);
  if (!cell || !usable(context, cell, { sheet: sheet.name, row, column: at })) return [];
  return [{ column, at, text: textOf(cell, column, context.from1904) }];
}

function textOf({ text, kind, isPercent }: Cell, { type }: ListColumn, from1904: boolean): string {
  if (kind !== 'number') return text;
  if (type.kind === 'date') return dateOfSerial(text, from1904) ?? text;
  return isPercent ? `${movePoint(text, 2)}%` : text;
}
