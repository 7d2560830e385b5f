/** The posts behind logins, for those who read what was done and may not see the accounts. */
import { asSystem } from '../database/transaction.js';
import type { Work } from '../office/office.js';
import { listAccounts } from './repo.js';

/** Post by login. */
export async function postsByLogin({ trx, acting }: Work): Promise<ReadonlyMap<string, string>> {
  const rows = await asSystem(trx, acting, () => listAccounts(trx, acting.tenant));
  return new Map(rows.map(({ login, display_name }) => [login, display_name]));
}
