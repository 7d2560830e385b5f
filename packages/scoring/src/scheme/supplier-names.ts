/** Who supplies the facts of a row, where that is not the team. */
import type { Criterion, Supplier } from './sheet.js';

export function supplierNames({ supplier, clauses }: Pick<Criterion, 'supplier' | 'clauses'>): string[] {
  const named = [supplier, ...clauses.flatMap((clause) => clause.supplier ?? [])]
    .filter(({ by }: Supplier) => by !== 'team')
    .flatMap(({ name }) => name ?? []);
  return [...new Set(named)];
}
