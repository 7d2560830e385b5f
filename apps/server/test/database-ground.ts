/** A server, and in it the migrated database that those of the tests are copies of. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { connect, type Database } from '../src/database/connect.js';
import { startEmbedded } from '../src/database/embedded.js';
import { migrate } from '../src/database/migrate.js';

export interface Ground {
  readonly serverUrl: string;
  readonly template: string;
  clear(): Promise<void>;
}

/** Uses the server of a URL, or starts one in a folder that is removed again. */
export async function prepareGround(serverUrl: string | undefined): Promise<Ground> {
  const server = serverUrl ? { ownerUrl: serverUrl, stop: async () => {} } : await startTemporary();
  const template = `kaohe_template_${randomUUID().slice(0, 8)}`;
  const database = await connect(server.ownerUrl);
  try {
    await sql`CREATE DATABASE ${sql.id(template)}`.execute(database.owner);
    await fillTemplate(urlOf(server.ownerUrl, template));
  } catch (error) {
    await clear(database, server, template);
    throw error;
  }
  return { serverUrl: server.ownerUrl, template, clear: () => clear(database, server, template) };
}

/** The URL of another database of the same server. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function startTemporary() {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-database-'));
  const server = await startEmbedded(folder);
  const database = await connect(server.ownerUrl);
  // What these tests write need not outlive a power cut, and copies of databases are quicker without waiting for the disk.
  await sql`ALTER SYSTEM SET fsync = off`.execute(database.owner);
  await sql`SELECT pg_reload_conf()`.execute(database.owner);
  await database.close();
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  return { ownerUrl: server.ownerUrl, stop };
}

async function fillTemplate(url: string): Promise<void> {
  const database = await connect(url);
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}

async function clear(database: Database, server: { stop(): Promise<void> }, template: string): Promise<void> {
  await sql`DROP DATABASE IF EXISTS ${sql.id(template)} WITH (FORCE)`.execute(database.owner);
  await database.close();
  await server.stop();
}
