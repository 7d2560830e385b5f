/**
 * Two ways into one database: the owner changes its shape and copies it out, the application does everything else in a role
 * that row-level security binds, whoever owns the tables.
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, type PoolConfig, types } from 'pg';
import { DatabaseRefused } from './refused.js';
import type { Tables } from './tables.js';

export interface Database {
  /** Migrations and backup only. */
  readonly owner: Kysely<Tables>;
  /** Bound by row-level security; use it through `inTransaction`. */
  readonly app: Kysely<Tables>;
  /** The application's connections at this moment. */
  use(): ConnectionUse;
  close(): Promise<void>;
}

export interface ConnectionUse {
  readonly busy: number;
  readonly idle: number;
  /** Work that waits for a connection. */
  readonly waiting: number;
}

const OLDEST_MAJOR = 15;

const SETTINGS = {
  owner: [],
  app: [
    'role=kaohe_app',
    'jit=off',
    'statement_timeout=30s',
    'lock_timeout=10s',
    'idle_in_transaction_session_timeout=60s',
    // Without it a distributed database would answer every query of a tenant with nothing; elsewhere it means nothing.
    'citus.propagate_set_commands=local',
  ],
};
const MOST_CONNECTIONS = { owner: 2, app: 10 };

/** Opens the database at a URL of its owner; refuses one that cannot be reached or is too old. */
export async function connect(ownerUrl: string): Promise<Database> {
  const { way: owner } = open(ownerUrl, 'owner');
  const { way: app, pool } = open(ownerUrl, 'app');
  const database = {
    owner,
    app,
    use: () => ({ busy: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: async () => {
      await Promise.all([owner.destroy(), app.destroy()]);
    },
  };
  try {
    refuseOlder(await serverVersion(owner));
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function open(ownerUrl: string, way: keyof typeof SETTINGS): { way: Kysely<Tables>; pool: Pool } {
  const config: PoolConfig = {
    connectionString: ownerUrl,
    options: SETTINGS[way].map((setting) => `-c ${setting}`).join(' '),
    application_name: `kaohe-${way}`,
    max: MOST_CONNECTIONS[way],
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  };
  const pool = new Pool(config);
  // An idle connection the server has closed leaves the pool by itself; unheard, the event would end the process.
  pool.on('error', () => undefined);
  return { way: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool };
}

/** A date stays the text it is: as an instant it would be another day in another time zone. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === types.builtins.DATE ? (text: string) => text : types.getTypeParser(oid, format as 'text');

/** Refuses a server whose version, as it states it itself, cannot run the migrations. */
export function refuseOlder(version: string): void {
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) throw tooOld(version);
}

async function serverVersion(owner: Kysely<Tables>): Promise<string> {
  try {
    const { rows } = await sql<{ server_version: string }>`SHOW server_version`.execute(owner);
    return rows[0]?.server_version ?? '';
  } catch (error) {
    throw notReached(error as Error);
  }
}

function notReached(error: Error): DatabaseRefused {
  const reason = error.message || (error as NodeJS.ErrnoException).code || error.name;
  return new DatabaseRefused(
    `连不上数据库：${reason}。请检查 DATABASE_URL 里的地址、用户、密码和库名，以及数据库是否已启动。`,
    `The database cannot be reached: ${reason}. Check the address, user, password and database name in DATABASE_URL, and that the server runs.`,
  );
}

function tooOld(version: string): DatabaseRefused {
  return new DatabaseRefused(
    `数据库是 PostgreSQL ${version}，需要 ${OLDEST_MAJOR} 或更高版本。请升级数据库，或让 DATABASE_URL 指向较新的服务器。`,
    `The database is PostgreSQL ${version}; ${OLDEST_MAJOR} or later is needed. Upgrade it, or let DATABASE_URL name a newer server.`,
  );
}
