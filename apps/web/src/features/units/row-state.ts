/** How far a row of a unit's sheet is: closed, open, or not applicable. */
import type { Criterion, ScoredClause, ScoredUnit } from '@kaohe/scoring';

export type RowState = 'closed' | 'open' | 'not-applicable';

/** Row id → its scored clauses, in printed order. */
export function clausesByRow({ items }: ScoredUnit): Map<string, ScoredClause[]> {
  const rows = new Map<string, ScoredClause[]>();
  for (const clause of items.flatMap((item) => item.clauses)) {
    const row = clause.compiled.row.id;
    rows.set(row, [...(rows.get(row) ?? []), clause]);
  }
  return rows;
}

export function rowState(clauses: readonly ScoredClause[]): RowState {
  if (clauses.some((clause) => clause.open)) return 'open';
  return clauses.length > 0 && clauses.every((clause) => clause.notApplicable) ? 'not-applicable' : 'closed';
}

/** Whether somebody other than the team supplies the row: the unit is never asked for it. */
export function isSupplied({ supplier }: Criterion): boolean {
  return supplier.by !== 'team';
}
