/** The database of a data folder, ready for use: the one named, or one of our own in that folder. */
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Database } from './connect.js';
import { startEmbedded } from './embedded.js';
import { migrate } from './migrate.js';

export interface OpenDatabase {
  readonly database: Database;
  readonly embedded: boolean;
  /** Closes the connections, and stops the server where it is ours. */
  close(): Promise<void>;
}

/** Where in a data folder the database of our own is. */
export const folderOf = (dataDir: string): string => join(dataDir, 'postgres');

/** Throws `DatabaseRefused` where the operator can put it right. */
export async function openDatabase({
  dataDir,
  databaseUrl,
}: {
  dataDir: string;
  databaseUrl: string | undefined;
}): Promise<OpenDatabase> {
  if (databaseUrl === undefined) letThrough(dataDir);
  const server = databaseUrl === undefined ? await startEmbedded(folderOf(dataDir)) : undefined;
  try {
    const database = await connect(server?.ownerUrl ?? databaseUrl ?? '');
    const close = async () => {
      await database.close();
      await server?.stop();
    };
    try {
      await migrate(database);
    } catch (error) {
      await close();
      throw error;
    }
    return { database, embedded: server !== undefined, close };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** Started by root, our server runs as somebody else, who passes through the data folder and reads nothing else in it. */
function letThrough(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(dataDir, statSync(dataDir).mode | 0o011);
}
