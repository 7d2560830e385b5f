/** A transaction on behalf of somebody: row-level security reads who acts from settings that end with the transaction. */
import { sql, type Transaction } from 'kysely';
import type { Database } from './connect.js';
import type { Tables } from './tables.js';

export interface Acting {
  readonly tenant: bigint | string;
  readonly accountId: string;
  readonly role: string;
  /** What the role is for: a team's id, a unit's name, a rater's id, or nothing. */
  readonly scope: string;
  /** The year the scope is of; a scope without one opens no year. */
  readonly year?: string | null;
}

const MOST_RETRIES = 3;
/** Serialization failure and deadlock: the same work succeeds when it is done again. */
const PASSING = ['40001', '40P01'];

/** Commits what `work` did, or nothing of it. `work` may run again from the start, so it acts on nothing but the transaction. */
export async function inTransaction<Result>(
  database: Database,
  acting: Acting,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await attempt(database, acting, work);
    } catch (error) {
      if (retries === MOST_RETRIES || !PASSING.includes((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

/** Everything as it is at one moment, for what reads long. It is done once: what it met in between, the caller begins anew. */
export async function inSnapshot<Result>(
  database: Database,
  acting: Acting,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return await database.app
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      await actAs(trx, acting);
      return await work(trx);
    });
}

/** The same for work nobody signed in for: background jobs, and signing in itself. */
export async function inSystem<Result>(
  database: Database,
  tenant: bigint | string,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return await inTransaction(database, { tenant, accountId: '', role: 'system', scope: '' }, work);
}

async function attempt<Result>(
  database: Database,
  acting: Acting,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return await database.app.transaction().execute(async (trx) => {
    // A message of its own, before any other: a distributed database passes settings on only then.
    await actAs(trx, acting);
    return await work(trx);
  });
}

/**
 * Part of a transaction as the system, then as before, also where the work throws: for what the one acting may use and not
 * see, like a total of secret ballots. The settings are the transaction's own, so everything stays in one snapshot.
 */
export async function asSystem<Result>(
  trx: Transaction<Tables>,
  acting: Acting,
  work: () => Promise<Result>,
): Promise<Result> {
  await actAs(trx, { ...acting, role: 'system', scope: '', year: null });
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    // A transaction the database has given up takes no more statements, and shows nobody anything.
    await actAs(trx, acting).catch(() => undefined);
    throw error;
  }
  await actAs(trx, acting);
  return result;
}

async function actAs(trx: Transaction<Tables>, { tenant, accountId, role, scope, year }: Acting): Promise<void> {
  await sql`SELECT plat.act_as(${tenant}, ${accountId}, ${role}, ${scope}, ${year ?? ''})`.execute(trx);
}
