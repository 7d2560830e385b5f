/** How many sessions live, over all offices. */
import { IDLE_MS } from '../accounts/settings.js';
import { inSystem } from '../database/transaction.js';
import type { Office } from '../office/office.js';
import { listOffices } from './offices.js';
import { countLive } from './repo.js';

export async function countLiveSessions(office: Office): Promise<number> {
  const since = new Date(office.now().getTime() - IDLE_MS);
  let count = 0;
  for (const { tenant_id } of await listOffices(office))
    count += await inSystem(office.database, tenant_id, (trx) => countLive(trx, tenant_id, since));
  return count;
}
