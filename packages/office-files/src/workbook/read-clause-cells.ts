/** The cells of a clause → its observation in the tree. An observation that is stated is complete. */
import type { Place } from '@kaohe/scoring';
import { listText, yesNoText } from '../facts/normal-value.js';
import type { TreeBuilder } from '../facts/tree-builder.js';
import type { Cell } from '../ooxml/workbook-cells.js';
import { CELL_MESSAGES } from '../problems/cell-messages.js';
import { LINE_MESSAGES } from '../problems/line-messages.js';
import { type CellPlace, cellName, type OfficeProblem } from '../problems/office-problem.js';
import type { Field } from './field.js';
import { absentParts, MISSING, typedValue } from './field-cell.js';

export interface PlacedCell {
  readonly cell: Cell | undefined;
  readonly at: CellPlace;
}

export interface ReadClause {
  readonly builder: TreeBuilder;
  readonly problems: OfficeProblem[];
  /** Where the observation stands. */
  readonly path: Place;
  /** Whether its row was looked at and nothing else found. */
  readonly isClosed: boolean;
}

export interface CellsOfClause {
  readonly fields: readonly Field[];
  /** One for each field. */
  readonly values: readonly PlacedCell[];
  readonly notApplicable: PlacedCell;
  readonly notes: readonly PlacedCell[];
  readonly evidence: readonly PlacedCell[];
}

interface Filled {
  readonly field: Field;
  readonly value: string;
  readonly at: CellPlace;
}

export function readClauseCells(into: ReadClause, cells: CellsOfClause): void {
  const filled = cells.fields.flatMap((field, index) => fill(into, field, cells.values[index]));
  const { cell, at } = cells.notApplicable;
  const reason = usable(into, cell, at) ? (cell?.text.trim() ?? '') : '';
  if (reason !== '' && yesNoText(reason) !== 'false') readNotApplicable(into, { reason, at }, filled.length > 0);
  else readFilled(into, cells, filled);
  readRemarks(into, cells);
}

/** Whether a cell holds something that can be read: a formula or an error value is refused. */
export function usable({ problems }: Pick<ReadClause, 'problems'>, cell: Cell | undefined, at: CellPlace): boolean {
  if (!cell) return false;
  if (cell.isFormula) problems.push({ at, text: CELL_MESSAGES.formula(cellName(at)) });
  else if (cell.kind === 'error') problems.push({ at, text: CELL_MESSAGES.errorValue(cell.text) });
  else return cell.text.trim() !== '';
  return false;
}

function fill(into: ReadClause, field: Field, placed: PlacedCell | undefined): Filled[] {
  if (!placed?.cell || !usable(into, placed.cell, placed.at)) return [];
  const typed = typedValue(field, placed.cell);
  if ('value' in typed) return [{ field, value: typed.value, at: placed.at }];
  into.problems.push({ at: placed.at, text: typed.refused });
  return [{ field, value: placed.cell.text, at: placed.at }];
}

function readNotApplicable(into: ReadClause, { reason, at }: { reason: string; at: CellPlace }, stated: boolean): void {
  if (stated) into.problems.push({ at, text: CELL_MESSAGES.applies() });
  put(into, ['notApplicable'], { value: 'true', at });
  if (yesNoText(reason) === undefined) put(into, ['reason'], { value: reason, at });
}

function put(into: ReadClause, path: Place, { value, at }: { readonly value: string; readonly at: CellPlace }): void {
  if (!into.builder.put([...into.path, ...path], value, at))
    into.problems.push({ at, text: LINE_MESSAGES.statedTwice() });
}

function readFilled(into: ReadClause, { fields }: CellsOfClause, filled: readonly Filled[]): void {
  for (const one of filled) {
    const { field, value, at } = one;
    const path = [...into.path, ...field.path];
    if (field.type.kind === 'absent') {
      into.builder.openList(path, at);
      for (const part of absentParts(value)) into.builder.append(path, part, at);
    } else if (field.type.kind === 'part') {
      into.builder.openList(path, at);
      if (value === MISSING) into.builder.append(path, field.type.part, at);
    } else put(into, field.path, one);
  }
  const parts = fields.filter(({ type }) => type.kind === 'part');
  const left = parts.filter((field) => !filled.some((one) => one.field === field));
  const first = filled.find(({ field }) => field.type.kind === 'part');
  if (first && left.length > 0 && !into.isClosed)
    into.problems.push({ at: first.at, text: CELL_MESSAGES.partsUnfilled(left.map(({ label }) => label)) });
}

/** Remarks may stand on any line of the clause; different ones are joined. */
function readRemarks(into: ReadClause, { notes, evidence }: CellsOfClause): void {
  const typed = (placed: readonly PlacedCell[]) =>
    placed.flatMap(({ cell, at }) => (usable(into, cell, at) ? [{ text: cell?.text.trim() ?? '', at }] : []));
  const [first, ...others] = typed(notes);
  if (first) {
    const all = [...new Set([first, ...others].map(({ text }) => text))];
    put(into, ['note'], { value: all.join('；'), at: first.at });
  }
  const ids = typed(evidence).flatMap(({ text, at }) => listText(text).map((id) => ({ id, at })));
  for (const { id, at } of ids.filter(({ id }, index) => ids.findIndex((other) => other.id === id) === index))
    into.builder.append([...into.path, 'evidence'], id, at);
}
