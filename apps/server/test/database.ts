/** A migrated database for one test file, on real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, inject } from 'vitest';
import { connect, type Database } from '../src/database/connect.js';
import { type Ground, urlOf } from './database-ground.js';

export interface TestDatabase extends Database {
  readonly ownerUrl: string;
}

/** Call it in the body of a file or a `describe`, and use what it gives inside hooks and tests: made before them, dropped after them. */
export function testDatabase(): TestDatabase {
  const name = `kaohe_test_${randomUUID().replaceAll('-', '')}`;
  let made: TestDatabase | undefined;
  const current = (): TestDatabase => {
    if (!made) throw new Error('the database of the test exists inside hooks and tests only');
    return made;
  };
  beforeAll(async () => {
    const { serverUrl, template } = await findGround();
    await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    const ownerUrl = urlOf(serverUrl, name);
    made = { ...(await connect(ownerUrl)), ownerUrl };
  }, 120_000);
  afterAll(async () => {
    await made?.close();
    const { serverUrl } = await findGround();
    await onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return {
    get owner() {
      return current().owner;
    },
    get app() {
      return current().app;
    },
    get ownerUrl() {
      return current().ownerUrl;
    },
    use: () => current().use(),
    close: () => current().close(),
  };
}

async function findGround(): Promise<Pick<Ground, 'serverUrl' | 'template'>> {
  const answer = await fetch(inject('databaseGround'));
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Ground;
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const server = await connect(serverUrl);
  try {
    await sql.raw(statement).execute(server.owner);
  } finally {
    await server.close();
  }
}
