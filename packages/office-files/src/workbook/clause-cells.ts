/** One clause's observation as the cells of its lines; undefined where they would not give it back exactly. */
import { isRawObject, type RawObject, type RawTree } from '@kaohe/scoring';
import { evidenceText } from '../facts/observation-lines.js';
import { isSameTree } from '../facts/same-tree.js';
import { TreeBuilder } from '../facts/tree-builder.js';
import type { Cell } from '../ooxml/workbook-cells.js';
import type { Field, Repeats } from './field.js';
import { MISSING, NONE, PRESENT, textCell, valueCell } from './field-cell.js';
import { type ReadClause, readClauseCells } from './read-clause-cells.js';

export interface ClauseCells {
  /** One for each field; absent where nothing is filled in. */
  readonly values: readonly (Cell | undefined)[];
  readonly notApplicable: string;
  readonly note: string;
  readonly evidence: string;
}

/** The repeats a clause's observation needs lines for. */
export function repeatsOf(observation: RawTree | undefined, fewest: Repeats): Repeats {
  if (!isRawObject(observation)) return fewest;
  const { actual, occasions } = observation;
  const zones = isRawObject(actual) ? Object.values(actual).map((one) => (Array.isArray(one) ? one.length : 0)) : [];
  const held = Array.isArray(occasions) ? occasions.length : 0;
  return { zones: Math.max(fewest.zones, ...zones), occasions: Math.max(fewest.occasions, held) };
}

export function clauseCells(fields: readonly Field[], observation: RawObject): ClauseCells | undefined {
  const { note, evidence, notApplicable, reason } = observation;
  const cells: ClauseCells = {
    values: fields.map((field) => (notApplicable === undefined ? fieldCell(field, observation) : undefined)),
    notApplicable: notApplicable === undefined ? '' : typeof reason === 'string' ? reason : '是',
    note: typeof note === 'string' ? note : '',
    evidence: evidenceText(evidence),
  };
  return isSameTree(readBack(fields, cells), observation) ? cells : undefined;
}

function readBack(fields: readonly Field[], cells: ClauseCells): RawTree | undefined {
  const builder = new TreeBuilder();
  const problems: ReadClause['problems'] = [];
  const at = { row: 1, column: 1 };
  readClauseCells(
    { builder, problems, path: [], isClosed: false },
    {
      fields,
      values: cells.values.map((cell) => ({ cell, at })),
      notApplicable: { cell: textCell(cells.notApplicable), at },
      notes: [{ cell: textCell(cells.note), at }],
      evidence: [{ cell: textCell(cells.evidence), at }],
    },
  );
  return problems.length > 0 ? undefined : builder.tree();
}

function fieldCell(field: Field, observation: RawObject): Cell | undefined {
  const found = field.path.reduce<RawTree | undefined>(stepInto, observation);
  if (found === undefined || isRawObject(found)) return undefined;
  if (typeof found === 'string') return valueCell(field, found);
  const names = found.filter((one) => typeof one === 'string');
  if (field.type.kind === 'part') return textCell(names.includes(field.type.part) ? MISSING : PRESENT);
  return field.type.kind === 'absent' ? textCell(names.join('、') || NONE) : undefined;
}

function stepInto(tree: RawTree | undefined, step: string | number): RawTree | undefined {
  if (tree === undefined || typeof tree === 'string') return undefined;
  if (!isRawObject(tree)) return typeof step === 'number' ? tree[step] : undefined;
  return typeof step === 'string' && Object.keys(tree).includes(step) ? tree[step] : undefined;
}
