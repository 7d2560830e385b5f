/** What other nouns read of the sheets: the rows entered. */
import type { Work } from '../office/office.js';
import { listRows, type SheetRow } from './repo.js';

export type { SheetRow } from './repo.js';

/** The rows of a year that the role acting may see, of some units or of all. */
export async function rowsOf(
  { trx, acting }: Work,
  at: { year: string; units?: readonly string[] | undefined },
): Promise<SheetRow[]> {
  return await listRows(trx, acting.tenant, at);
}
