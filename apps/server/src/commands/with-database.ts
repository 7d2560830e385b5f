/** What the operator's commands share: which database, and how a refusal is told. */
import type { Database } from '../database/connect.js';
import { isCurrent } from '../database/migrate.js';
import { openForOperator } from '../database/operate.js';
import { DatabaseRefused } from '../database/refused.js';
import { DEFAULT_DATA_DIR } from './settings.js';

export interface DatabaseSettings {
  readonly dataDir?: string | undefined;
  readonly databaseUrl?: string | undefined;
}

/** Runs a command on the database; its exit code, or 2 with both languages where something refuses. */
export async function withDatabase(
  { dataDir, databaseUrl }: DatabaseSettings,
  { make, work }: { make: boolean; work: (database: Database) => Promise<number> },
): Promise<number> {
  let database: Database | undefined;
  try {
    database = await openForOperator({ databaseUrl, dataDir: dataDir || DEFAULT_DATA_DIR }, { make });
    if (!make && !(await isCurrent(database))) throw notCurrent();
    return await work(database);
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
    process.stderr.write(`${error.zh}\n${error.en}\n`);
    return 2;
  } finally {
    await database?.close();
  }
}

function notCurrent(): DatabaseRefused {
  return new DatabaseRefused(
    '数据库不是这一版程序的。请先用这一版程序启动一次服务，让它更新数据库。',
    'The database is not of this version. Start the server of this version once, which brings it up to date.',
  );
}
