/** Which printed row a clause stands in: told by its place, so that items may be put in order without it. */
import type { DraftClause, DraftItem, SchemeDraft } from './draft.js';
import type { DraftRow, DraftSupplier } from './draft-frame.js';

type Rows = Pick<SchemeDraft, 'rows' | 'supplier'>;

/** The last row that begins before the clause; undefined where that row has another number. */
export function rowOf({ rows }: Pick<SchemeDraft, 'rows'>, { span, row }: DraftClause): DraftRow | undefined {
  let found: DraftRow | undefined;
  for (const one of rows) if (one.span[0] <= span[0]) found = one;
  return found?.label === row ? found : undefined;
}

/** The rows the clauses of an item stand in, each once. */
export function rowsOfItem(draft: Rows, { clauses }: DraftItem): readonly DraftRow[] {
  return [...new Set(clauses.flatMap((clause) => rowOf(draft, clause) ?? []))];
}

export function supplierOf({ supplier }: Rows, row: DraftRow | undefined): DraftSupplier {
  return row?.supplier ?? supplier;
}

/** The draft with the same supplier for these rows. */
export function withSupplier<Draft extends Rows>(
  draft: Draft,
  of: readonly DraftRow[],
  supplier: DraftSupplier,
): Draft {
  return { ...draft, rows: draft.rows.map((row) => (of.includes(row) ? { ...row, supplier } : row)) };
}
