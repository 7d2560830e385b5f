import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { testOffice } from '../../test/office.js';
import { sealAll } from '../audit-log/sealing.js';
import { verifyAudit } from './audit.js';
import { backup, restore } from './backup.js';

const office = testOffice();
const empty = testDatabase();
let folder = '';
let said = { out: '', err: '' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaohe-operate-'));
  const auditor = await office.as('auditor');
  await auditor('POST', '/api/years', { payload: { year: '2021', title: '年度', scheme: 'zhengzhou-2019' } });
  await sealAll(office.office);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  said = { out: '', err: '' };
  for (const [stream, way] of [
    [process.stdout, 'out'],
    [process.stderr, 'err'],
  ] as const)
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said[way] += text;
      return true;
    });
});
afterEach(() => vi.restoreAllMocks());

const file = (name: string) => join(folder, name);
const here = () => ({ databaseUrl: office.database.ownerUrl });

describe('kaohe audit verify', () => {
  it('说出每个单位的链是否完好，也有 JSON', async () => {
    expect(await verifyAudit(here())).toBe(0);
    expect(said.out).toContain('安委办 1：审计日志完好');
    expect(said.out).toContain('the audit log is sound');
    said.out = '';
    expect(await verifyAudit({ ...here(), json: true })).toBe(0);
    expect(JSON.parse(said.out)).toMatchObject({ sound: true, offices: [{ sealed: 1, broken: null }, { sealed: 0 }] });
  });

  it('断了的指出第一处，退出码 1', async () => {
    const say = (word: string) => sql`UPDATE kaohe.audit_entries SET act = ${word}`.execute(office.database.owner);
    await say('year.read');
    expect(await verifyAudit(here())).toBe(1);
    expect(said.out).toContain('在第 1 条断开：内容被改过');
    expect(said.out).toContain('broken at seal 1: its content was changed');
    await say('year.create');
  });

  it('数据目录里没有数据库时这样说，不建一个', async () => {
    expect(await verifyAudit({ dataDir: file('none') })).toBe(2);
    expect(said.err).toContain('里没有数据库');
    expect(said.err).toContain('There is no database');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('kaohe backup 和 restore', () => {
  it('写出、恢复，并核对恢复后的日志链', async () => {
    expect(await backup(file('one'), here())).toBe(0);
    expect(said.out).toContain('secret.key');
    expect(await restore(file('one'), { databaseUrl: empty.ownerUrl })).toBe(0);
    expect(said.out).toContain('已恢复');
    expect(said.out).toContain('安委办 1：审计日志完好');
  });

  it('不覆盖文件，失败时不留下半个', async () => {
    writeFileSync(file('kept'), 'kept');
    expect(await backup(file('kept'), here())).toBe(2);
    expect(said.err).toContain('已经存在');
    expect(await backup(file('no/such/folder'), here())).toBe(2);
    expect(said.err).toContain(`没有目录“${file('no/such')}”`);
    expect(said.err).toContain('Make the folder first');
    expect(said.err).not.toContain('ENOENT');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(await restore(file('missing'), here())).toBe(2);
    expect(said.err).toContain('没有文件');
  });

  it('出了意外也用两种语言说，退出码 1，不留下半个文件', async () => {
    const { owner } = office.database;
    await sql`INSERT INTO kaohe.address_failures VALUES (99, '10.0.0.9', 1, NULL)`.execute(owner);
    expect(await backup(file('stray'), here())).toBe(1);
    await sql`DELETE FROM kaohe.address_failures WHERE tenant_id = 99`.execute(owner);
    expect(said.err).toContain('没有做成，数据没有改动');
    expect(said.err).toContain('Not done, and no data was changed: kaohe.address_failures holds 1 rows');
    expect(said.err.trimEnd().split('\n')).toHaveLength(2);
    expect(readdirSync(folder).filter((name) => name.startsWith('stray'))).toEqual([]);
  });

  it('不恢复到有数据的数据库', async () => {
    expect(await restore(file('one'), here())).toBe(2);
    expect(said.err).toContain('只能恢复到空的数据库');
  });
});
