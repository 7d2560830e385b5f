/** SQL of the application's role on behalf of somebody, past every service. */
import type { Role } from '@kaohe/api-contract';
import type { RawBuilder } from 'kysely';
import type { Database } from '../src/database/connect.js';
import { inTransaction } from '../src/database/transaction.js';
import { TENANT, YEAR } from './office.js';

/** How many rows a statement reached; `refused` where a policy, a grant or a key stops it. */
export async function attempt(
  database: Database,
  { role, scope, year = YEAR }: { role: Role; scope: string; year?: string },
  statement: RawBuilder<unknown>,
): Promise<number | 'refused'> {
  try {
    return await inTransaction(database, { tenant: TENANT, accountId: 'x', role, scope, year }, async (trx) => {
      const { numAffectedRows, rows } = await statement.execute(trx);
      return Number(numAffectedRows ?? rows.length);
    });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === '42501' || code === '23503') return 'refused';
    throw new Error(`${code}: ${message}`);
  }
}
