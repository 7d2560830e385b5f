/** The other cells of a row as they are printed: its name, requirement and method; nothing of them is dropped. */
import type { CellText, RawObject, SheetColumnKind } from '@kaohe/scoring';
import type { DraftRow, DraftSupplier } from '../draft/draft-frame.js';
import { supplierNamed } from '../draft/suppliers.js';
import type { PrintedCell } from '../imported.js';
import { printedCell } from '../printed-rows.js';
import type { RowOfClauses } from './rows.js';

export interface RowTexts {
  readonly name: readonly string[];
  readonly requirement: readonly string[];
  /** Pieces of the criterion's column that the clauses do not reach. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly method: readonly string[];
  /** What stands in a column that is filled in by hand. */
  readonly blank: readonly string[];
  /** Who was printed to supply the row, where a person has named another. */
  readonly replaced: readonly string[];
}

export function textsOf(
  { printed, stretches }: Pick<RowOfClauses, 'printed' | 'stretches'>,
  supplierOf: (row: DraftRow) => DraftSupplier,
  source: string,
): RowTexts {
  const cells = printed.flatMap((row) => row.cells.map((cell) => ({ ...cell, supplier: supplierOf(row).name })));
  const free = cells.filter(({ span }) => stretches.every((one) => span[1] <= one[0] || one[1] <= span[0]));
  const textOf = ({ span }: PrintedCell): string => printedCell(source, span);
  const of = (kind: SheetColumnKind) => free.filter((cell) => cell.kind === kind);
  const criteria = of('criterion');
  const first = stretches[0]?.[0] ?? Number.POSITIVE_INFINITY;
  const isBefore = ({ span }: PrintedCell) => span[0] < first;
  const others = of('supplier').filter((cell) => textOf(cell).replace(/\s|提供$/g, '') !== cell.supplier);
  // Words of the suppliers' column that name nobody say how it is found out.
  const ways = others.map(textOf).filter((words) => supplierNamed(words) === undefined);
  const methods = of('method').map(textOf);
  return {
    name: of('name').map(textOf),
    requirement: of('requirement').map(textOf),
    before: criteria.filter(isBefore).map(textOf),
    after: criteria.filter((cell) => !isBefore(cell)).map(textOf),
    method: ways.length === 0 ? methods : [[...methods, ...ways].join('\n')],
    blank: of('blank').map(textOf),
    replaced: others.map(textOf).filter((words) => supplierNamed(words) !== undefined),
  };
}

/** A cell in one piece is its text. */
export function cellTree(pieces: readonly string[]): CellText {
  return pieces.length === 1 ? (pieces[0] ?? '') : pieces;
}

/** The cells of a row that hold something. */
export function textTree({ name, requirement, method }: RowTexts): RawObject {
  return {
    ...(name.length > 0 && { name: name.join('') }),
    ...(requirement.length > 0 && { requirement: cellTree(requirement) }),
    ...(method.length > 0 && { method: cellTree(method) }),
  };
}
