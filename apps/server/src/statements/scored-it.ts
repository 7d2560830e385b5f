/** Who scored a line does not decide the appeal against it: not its author, not the report's signer, nobody of the team. */
import { asSystem } from '../database/transaction.js';
import type { Work } from '../office/office.js';
import { signerOf } from '../reports/state.js';
import { rowsOf } from '../sheets/rows.js';
import { hasSeat } from './repo.js';

interface Scored {
  readonly year: string;
  readonly unit: string;
  readonly team: string;
  /** The line of the sheet that was entered. */
  readonly line: string;
}

export async function hasScored(work: Work, { year, unit, team, line }: Scored): Promise<boolean> {
  const { trx, acting } = work;
  const seat = { account: acting.accountId, year, team };
  if (await asSystem(trx, acting, () => hasSeat(trx, acting.tenant, seat))) return true;
  const rows = await rowsOf(work, { year, units: [unit] });
  const posts = rows.filter(({ row_id }) => row_id === line).map(({ changed_by }) => changed_by);
  return [...posts, await signerOf(work, { year, unit })].includes(acting.displayName);
}
