/** What the divisions named in a document supply: lines of sheets, and registers that feed their clauses. */
import type { Program } from '@kaohe/scoring';
import { linesOf } from '../sheets/lines.js';
import type { Supplied } from './repo.js';

export function suppliedIn(program: Program): Supplied {
  const sheets = [...program.sheets.values()];
  const lines = sheets.flatMap((sheet) =>
    linesOf(sheet).flatMap(({ id, supplier: { by, name } }) =>
      by === 'division' && name !== undefined ? [{ line: id, division: name }] : [],
    ),
  );
  const fed = new Map<string, Supplied['registers'][number]>();
  for (const { register, clause, row } of sheets.flatMap(({ items }) => items.flatMap(({ clauses }) => clauses))) {
    const { by, name } = clause.supplier ?? row.supplier;
    if (register === undefined || by !== 'division' || name === undefined) continue;
    fed.set(`${register} ${name}`, { register, division: name });
  }
  return { lines, registers: [...fed.values()] };
}
