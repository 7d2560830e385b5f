/** Plain SQL files, forward only: what was applied never changes, so two servers with the same record have the same shape. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Kysely, sql } from 'kysely';
import type { Database } from './connect.js';
import { DatabaseRefused } from './refused.js';
import type { Tables } from './tables.js';

/** The same depth below the package in `src` and in `dist`. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

export type AppliedMigration = Pick<Migration, 'name' | 'sha256'>;

const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;
/** Any number no other program takes: two servers that start at once change the database one after the other. */
const LOCK = sql`SELECT pg_advisory_lock(7210019)`;
const UNLOCK = sql`SELECT pg_advisory_unlock(7210019)`;

/** Applies what has not been applied, each file whole or not at all; the names of those applied now. */
export async function migrate(database: Database, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return await database.owner.connection().execute(async (owner) => {
    await LOCK.execute(owner);
    try {
      await makeRecord(owner);
      const applied = await readRecord(owner);
      for (const [index, one] of applied.entries()) checkUnchanged(one, migrations[index]);
      const missing = migrations.slice(applied.length);
      for (const migration of missing) await apply(owner, migration);
      return missing.map(({ name }) => name);
    } finally {
      await UNLOCK.execute(owner);
    }
  });
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const wrong = names.find(
    (name, index) => !FILE_NAME.test(name) || name.slice(0, 4) === names[index - 1]?.slice(0, 4),
  );
  if (wrong) throw new Error(`${wrong}: a migration is named NNNN-name.sql, each number once`);
  return await Promise.all(
    names.map(async (name) => {
      // A checkout may have turned the ends of lines; the statements are the same.
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** Whether the database has had every migration of the program, and no other. */
export async function isCurrent(database: Database): Promise<boolean> {
  const migrations = await readMigrations(MIGRATIONS_FOLDER);
  const applied = await readRecord(database.owner);
  return (
    applied.length === migrations.length && applied.every(({ sha256 }, index) => sha256 === migrations[index]?.sha256)
  );
}

async function makeRecord(owner: Kysely<Tables>): Promise<void> {
  await sql`CREATE SCHEMA IF NOT EXISTS plat`.execute(owner);
  await sql`CREATE TABLE IF NOT EXISTS plat.migrations (
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL,
    CONSTRAINT migrations_pkey PRIMARY KEY (name)
  )`.execute(owner);
}

/** What was applied, in its order. */
export async function readRecord(owner: Kysely<Tables>): Promise<AppliedMigration[]> {
  const { rows } =
    await sql<AppliedMigration>`SELECT name, sha256 FROM plat.migrations ORDER BY name COLLATE "C"`.execute(owner);
  return rows;
}

function checkUnchanged(applied: AppliedMigration, migration: Migration | undefined): void {
  if (migration?.name !== applied.name) throw notThere(applied.name);
  if (migration.sha256 !== applied.sha256) throw changed(applied.name);
}

async function apply(owner: Kysely<Tables>, { name, text, sha256 }: Migration): Promise<void> {
  await owner.transaction().execute(async (trx) => {
    try {
      await sql.raw(text).execute(trx);
    } catch (error) {
      throw new Error(`${name}${lineOf(error, text)}: ${(error as Error).message}`, { cause: error });
    }
    await sql`INSERT INTO plat.migrations (name, sha256, applied_at) VALUES (${name}, ${sha256}, ${new Date()})`.execute(
      trx,
    );
  });
}

function lineOf(error: unknown, text: string): string {
  const position = Number((error as { position?: string }).position);
  return position > 0 ? `:${text.slice(0, position).split('\n').length}` : '';
}

function notThere(name: string): DatabaseRefused {
  return new DatabaseRefused(
    `数据库已执行过 ${name}，而本程序此处没有这个文件：数据库比程序新，或文件次序变了。请改用较新的程序。`,
    `The database has had ${name}, which this program does not have in that place: the database is newer than the program, or files were put in between. Use the newer program.`,
  );
}

function changed(name: string): DatabaseRefused {
  return new DatabaseRefused(
    `${name} 已在数据库执行过，此后文件被改动。已执行的文件不能改：请恢复原文件，另写一个编号更大的文件。`,
    `${name} was applied to this database and has been changed since. What was applied stays as it was: restore the file and write a new one with a higher number.`,
  );
}
