import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { connect } from './connect.js';
import { migrate } from './migrate.js';

const database = testDatabase();

let folder: string;
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const exists = async (table: string) => {
  const { rows } = await sql<{ found: boolean }>`SELECT to_regclass(${table}) IS NOT NULL AS found`.execute(
    database.owner,
  );
  return rows[0]?.found;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-migrations-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
});

describe('the migrations of the program', () => {
  it('do nothing the second time', async () => {
    expect(await migrate(database)).toEqual([]);
  });
});

describe('migrations', () => {
  beforeEach(async () => {
    await sql`DROP SCHEMA IF EXISTS kaohe CASCADE`.execute(database.owner);
    await sql`DROP SCHEMA IF EXISTS plat CASCADE`.execute(database.owner);
    await sql`DROP SCHEMA public CASCADE`.execute(database.owner);
    await sql`CREATE SCHEMA public`.execute(database.owner);
    put('0001-one.sql', 'CREATE TABLE public.one (a int);\nCREATE TABLE public.other (a int);\n');
  });

  it('are applied in the order of their numbers, each once', async () => {
    put('0002-two.sql', 'ALTER TABLE public.one ADD COLUMN b int;');
    expect(await migrate(database, folder)).toEqual(['0001-one.sql', '0002-two.sql']);
    put('0003-three.sql', 'ALTER TABLE public.one ADD COLUMN c int;');
    expect(await migrate(database, folder)).toEqual(['0003-three.sql']);
    expect(await migrate(database, folder)).toEqual([]);
  });

  it('are applied once where two servers start at the same moment', async () => {
    const second = await connect(database.ownerUrl);
    const applied = await Promise.all([migrate(database, folder), migrate(second, folder)]);
    await second.close();
    expect(applied.flat()).toEqual(['0001-one.sql']);
  });

  it('are refused where an applied file has changed, but not where only its line ends have', async () => {
    await migrate(database, folder);
    put('0001-one.sql', 'CREATE TABLE public.one (a int);\r\nCREATE TABLE public.other (a int);\r\n');
    expect(await migrate(database, folder)).toEqual([]);
    put('0001-one.sql', 'CREATE TABLE public.one (a bigint);');
    await expect(migrate(database, folder)).rejects.toMatchObject({
      name: 'DatabaseRefused',
      zh: expect.stringContaining('0001-one.sql 已在数据库执行过，此后文件被改动'),
      en: expect.stringContaining('write a new one with a higher number'),
    });
  });

  it('are refused where the database has had a file the program does not have, or one is put in between', async () => {
    put('0003-three.sql', 'CREATE TABLE public.three (a int);');
    await migrate(database, folder);
    put('0002-two.sql', 'CREATE TABLE public.two (a int);');
    await expect(migrate(database, folder)).rejects.toThrow('本程序此处没有这个文件');
    for (const name of ['0002-two.sql', '0003-three.sql']) rmSync(join(folder, name));
    await expect(migrate(database, folder)).rejects.toThrow('the database is newer than the program');
    expect(await exists('public.two')).toBe(false);
  });

  it('leave nothing of a file that fails, and say its line', async () => {
    put(
      '0002-two.sql',
      'CREATE TABLE public.two (a int);\nALTER TABLE public.none\n  ADD COLUMN a int;\nALTER TABLE public.one ADD wrong;',
    );
    await expect(migrate(database, folder)).rejects.toThrow('0002-two.sql');
    expect([await exists('public.one'), await exists('public.two')]).toEqual([true, false]);
    put('0002-two.sql', 'CREATE TABLE public.two (a int);\nCREATE TABEL public.three (a int);');
    await expect(migrate(database, folder)).rejects.toThrow('0002-two.sql:2: syntax error');
    put('0002-two.sql', 'CREATE TABLE public.two (a int);');
    expect(await migrate(database, folder)).toEqual(['0002-two.sql']);
  });

  it.each(['two.sql', '2-two.sql', '0001-again.sql'])('are not read from a folder with %s', async (name) => {
    put(name, 'SELECT 1;');
    await expect(migrate(database, folder)).rejects.toThrow('a migration is named NNNN-name.sql, each number once');
  });
});
