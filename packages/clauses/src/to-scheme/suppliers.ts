/** Who supplies a row: one for the row, and for a clause that stands in a printed row of somebody else. */
import type { RawObject } from '@kaohe/scoring';
import type { DraftClause, SchemeDraft } from '../draft/draft.js';
import type { DraftSupplier } from '../draft/draft-frame.js';
import { type Gap, gap } from '../draft/gaps.js';
import { rowOf, supplierOf } from '../draft/printed-place.js';

export function supplierTree({ by, name }: DraftSupplier): RawObject {
  return { by, ...(name.trim() !== '' && { name: name.trim() }) };
}

export function supplierOfClause(draft: SchemeDraft, clause: DraftClause | undefined): DraftSupplier {
  return supplierOf(draft, clause && rowOf(draft, clause));
}

/** What a clause says of its own, beside the supplier of its row. */
export function ownSupplier(draft: SchemeDraft, clause: DraftClause, ofRow: DraftSupplier): RawObject {
  const own = supplierOfClause(draft, clause);
  return own.by === ofRow.by && own.name === ofRow.name ? {} : { supplier: supplierTree(own) };
}

/** A division is known by its name alone. */
export function supplierGaps({ supplier, rows }: SchemeDraft): Gap[] {
  const all = [supplier, ...rows.flatMap((row) => row.supplier ?? [])];
  return all.some(({ by, name }) => by === 'division' && name.trim() === '') ? [gap('supplier-name', 'rows')] : [];
}
