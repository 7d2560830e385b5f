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

/** Runs a command on the database; its exit code. Both languages tell what refuses, with 2, and what fails, with 1. */
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
    if (error instanceof DatabaseRefused) return tell([error.zh, error.en], 2);
    return tell(unexpected(error), 1);
  } finally {
    await database?.close();
  }
}

function tell(words: readonly string[], code: number): number {
  process.stderr.write(words.map((word) => `${word}\n`).join(''));
  return code;
}

/** A stack would help nobody at that terminal; what the database said helps whoever is asked. */
function unexpected(error: unknown): [zh: string, en: string] {
  const said = error instanceof Error ? error.message || error.name : String(error);
  return [
    `没有做成，数据没有改动：${said}。请检查数据库和磁盘；仍不行，请把这句话告诉维护人员。`,
    `Not done, and no data was changed: ${said}. Check the database and the disk; should it go on, tell this sentence to who maintains the program.`,
  ];
}

function notCurrent(): DatabaseRefused {
  return new DatabaseRefused(
    '数据库不是这一版程序的。请先用这一版程序启动一次服务，让它更新数据库。',
    'The database is not of this version. Start the server of this version once, which brings it up to date.',
  );
}
