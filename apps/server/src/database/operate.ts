/** The database of an operator's command: the server of DATABASE_URL, or the embedded one of the data folder, running or not. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OWNER } from './cluster.js';
import { connect, type Database } from './connect.js';
import { startEmbedded } from './embedded.js';
import { folderOf } from './open.js';
import { DatabaseRefused } from './refused.js';

export interface Where {
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
}

/** Opens it; `make` lets a data folder without a database get one. Closing also stops a server that was started for it. */
export async function openForOperator({ databaseUrl, dataDir }: Where, { make }: { make: boolean }): Promise<Database> {
  if (databaseUrl) return await connect(databaseUrl);
  const folder = folderOf(dataDir);
  if (!make && !existsSync(join(folder, 'cluster'))) throw noDatabase(dataDir);
  const running = await attach(folder);
  if (running) return running;
  const server = await startEmbedded(folder);
  const database = await connect(server.ownerUrl);
  return {
    ...database,
    close: async () => {
      await database.close();
      await server.stop();
    },
  };
}

/** The server that a running program has on the folder: its own files say where it listens and with which password. */
async function attach(folder: string): Promise<Database | undefined> {
  const cluster = join(resolve(folder), 'cluster');
  try {
    const password = readFileSync(join(cluster, 'password'), 'utf8');
    const [, , , port] = readFileSync(join(cluster, 'data', 'postmaster.pid'), 'utf8').split('\n');
    return await connect(`postgresql://${OWNER}:${password}@127.0.0.1:${port}/postgres`);
  } catch {
    return undefined; // nobody there, or left over from a server that was killed
  }
}

function noDatabase(dataDir: string): DatabaseRefused {
  return new DatabaseRefused(
    `数据目录 ${dataDir} 里没有数据库。请用 DATA_DIR 指明服务的数据目录，或用 DATABASE_URL 指明数据库。`,
    `There is no database in the data folder ${dataDir}. Name the folder of the server with DATA_DIR, or its database with DATABASE_URL.`,
  );
}
