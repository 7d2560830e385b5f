import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { urlOf } from '../../test/database-ground.js';
import { TENANT, testOffice, YEAR } from '../../test/office.js';
import { checkChain, sealEntries } from '../audit-log/chain.js';
import { connect, type Database } from '../database/connect.js';
import { inSystem } from '../database/transaction.js';
import { yearFacts } from '../facts/service.js';
import type { Work } from '../office/office.js';
import { restoreBackup } from './restore.js';
import { readTables } from './tables.js';
import { writeBackup } from './write.js';

const source = testOffice();
const target = testDatabase();
const damagedTarget = testDatabase();

let folder = '';
let file = '';
let plain: Database;
const PLAIN = `kaohe_plain_${randomUUID().slice(0, 8)}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-backup-'));
  file = join(folder, 'first');
  await fill();
  plain = await makePlain();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await plain.close();
  await sql`DROP DATABASE ${sql.id(PLAIN)} WITH (FORCE)`.execute(source.database.owner);
  await sql`DROP ROLE ${sql.id(PLAIN)}`.execute(source.database.owner);
});

/** Work through the interface, then values that a careless format would bend. */
async function fill(): Promise<void> {
  await source.stages({ leaders: 'open', 'year-end': 'open' });
  const leader = await source.as('rating-leader', 'leader-01');
  const marks = { 巩义市: '9.5', 上街区: '8' };
  await leader('PUT', `/api/years/${YEAR}/ratings/leader/leader-01`, { payload: { marks } });
  await sealEntries(source.office, TENANT);
  const { owner } = source.database;
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  await sql`INSERT INTO kaohe.evidence (tenant_id, evidence_id, year_id, unit_id, team_id, purpose, name, media_type, sha256,
      bytes, content, added_at, added_by, added_role)
    SELECT tenant_id, ${randomUUID()}, year_id, unit_id, team_id, 'row', '台账.pdf', 'application/pdf', 'x', 256, ${bytes},
      '2020-01-16 09:00:00.123456+08', '第一组成员', 'team-member'
    FROM kaohe.units WHERE tenant_id = ${TENANT} AND unit_id = '巩义市'`.execute(owner);
  const observed = String.raw`{"最后一位": 12345678901234567890.10, "空": null, "行": "a\u2028b\n\"引\""}`;
  await sql`INSERT INTO kaohe.sheet_rows (tenant_id, year_id, unit_id, row_id, team_id, version, closed, observations,
      changed_at, changed_by, changed_role)
    SELECT tenant_id, year_id, unit_id, '1', team_id, 3, true, ${observed}, '0099-01-01 00:00:00+00 BC', '', ''
    FROM kaohe.units WHERE tenant_id = ${TENANT} AND unit_id = '巩义市'`.execute(owner);
  const nullText = sql`INSERT INTO kaohe.idempotency_keys (tenant_id, account, key, request_hash, answer, at) VALUES
    (${TENANT}, 'a', 'json-null', '', 'null', '2020-01-16'), (${TENANT}, 'a', 'no-answer', '', NULL, 'infinity')`;
  await nullText.execute(source.database.owner);
}

/** A database whose owner is nobody special: policies bind it like everybody else. */
async function makePlain(): Promise<Database> {
  const { owner, ownerUrl } = source.database;
  await sql`CREATE ROLE ${sql.id(PLAIN)} LOGIN PASSWORD ${sql.lit(PLAIN)}`.execute(owner);
  await sql`GRANT kaohe_app TO ${sql.id(PLAIN)}`.execute(owner);
  await sql`CREATE DATABASE ${sql.id(PLAIN)} OWNER ${sql.id(PLAIN)}`.execute(owner);
  const url = new URL(urlOf(ownerUrl, PLAIN));
  [url.username, url.password] = [PLAIN, PLAIN];
  return await connect(url.href);
}

const bytesOf = (name: string) => readFileSync(join(folder, name));
const linesOf = (bytes: Buffer) => gunzipSync(bytes).toString('utf8').trimEnd().split('\n');

async function contents(database: Database): Promise<Record<string, unknown>> {
  const tables = await readTables(database.owner);
  const rows = tables.map(async ({ name, key }) => {
    const read = sql`SELECT t::text FROM ${sql.table(name)} t ORDER BY ${sql.join(key.map((column) => sql.ref(column)))}`;
    return [name, (await read.execute(database.owner)).rows];
  });
  return Object.fromEntries(await Promise.all(rows));
}

const factsOf = (database: Database) =>
  inSystem(database, TENANT, async (trx) => {
    const work = { trx, acting: { tenant: TENANT, role: 'office', scope: '', accountId: '' }, today: '2020-01-16' };
    return await yearFacts({ ...work, schemes: source.office.schemes } as unknown as Work, YEAR);
  });

describe('备份', () => {
  it('恢复到空数据库后，每张表、日志链、全年事实都一样，再备份一次逐字节相同', async () => {
    const written = await writeBackup(source.database, file);
    expect(written.rows).toBeGreaterThan(100);
    expect(await restoreBackup(target, file)).toEqual(written);
    expect(await contents(target)).toEqual(await contents(source.database));
    expect(await factsOf(target)).toEqual(await factsOf(source.database));
    expect(await inSystem(target, TENANT, (trx) => checkChain(trx, TENANT))).toMatchObject({ sound: true, sealed: 1 });
    await writeBackup(target, join(folder, 'second'));
    expect(bytesOf('second').equals(bytesOf('first'))).toBe(true);
  });

  it('数据库的主人不是超级用户时同样一行不少', async () => {
    await restoreBackup(plain, file);
    await writeBackup(plain, join(folder, 'plain'));
    expect(bytesOf('plain').equals(bytesOf('first'))).toBe(true);
    const seen = await sql`SELECT 1 FROM kaohe.units`.execute(plain.owner);
    expect(seen.rows).toEqual([]); // the policies bind the owner again
  });

  it('从不写到已有的文件上', async () => {
    await expect(writeBackup(source.database, file)).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it('有行不属于任何单位时备份失败，而不是悄悄漏掉', async () => {
    const stray = sql`INSERT INTO kaohe.address_failures VALUES (99, '10.0.0.9', 1, NULL)`;
    await stray.execute(source.database.owner);
    await expect(writeBackup(source.database, join(folder, 'stray'))).rejects.toThrow('holds 1 rows');
    await sql`DELETE FROM kaohe.address_failures WHERE tenant_id = 99`.execute(source.database.owner);
  });
});

describe('恢复时拒绝', () => {
  const changed = (change: (lines: string[]) => string[]) =>
    gzipSync(`${change(linesOf(bytesOf('first'))).join('\n')}\n`);
  const header = (change: (header: Record<string, unknown>) => void) =>
    changed(([first = '', ...rest]) => {
      const value = JSON.parse(first);
      change(value);
      return [JSON.stringify(value), ...rest];
    });
  const BROKEN: [string, () => Buffer, string][] = [
    ['不是备份的文件', () => Buffer.from('一份通知'), '不是考核的备份'],
    ['别的压缩文件', () => gzipSync('一份通知\n两份\n'), '不是考核的备份'],
    ['空文件', () => Buffer.alloc(0), '不'],
    ['截断的文件', () => bytesOf('first').subarray(0, -40), '不完整或被改动过'],
    ['少一行', () => changed((lines) => lines.toSpliced(-5, 1)), '不完整或被改动过'],
    ['多一行', () => changed((lines) => lines.toSpliced(-1, 0, '["1"]')), '不完整或被改动过'],
    ['没有最后的校验行', () => changed((lines) => lines.slice(0, -1)), '不完整或被改动过'],
    ['改了一个字', () => changed((lines) => lines.map((line) => line.replace('9.5', '9.6'))), '不完整或被改动过'],
    ['更新的格式', () => header((value) => Object.assign(value, { version: 2 })), '第 2 版'],
    ['别的数据库结构', () => header((value) => (value.migrations as unknown[]).pop()), '数据库结构不同'],
  ];

  it.each(BROKEN)('%s，什么也不留下', async (_name, bytes, message) => {
    const broken = join(folder, 'broken');
    writeFileSync(broken, bytes());
    const refused = { name: 'DatabaseRefused', zh: expect.stringContaining(message), en: expect.any(String) };
    await expect(restoreBackup(damagedTarget, broken)).rejects.toMatchObject(refused);
    expect(Object.values(await contents(damagedTarget)).flat()).toEqual([]);
  });

  it('已有数据的数据库', async () => {
    const before = await contents(source.database);
    await expect(restoreBackup(source.database, file)).rejects.toThrow('只能恢复到空的数据库');
    expect(await contents(source.database)).toEqual(before);
  });
});
