// Long exports: packed by the worker, seen when they are whole, begun anew by whoever comes after a server that died.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chinaTime } from '@kaohe/api-contract';
import { readSchemeFolder, scoreFile } from '@kaohe/scheme-files';
import { resultJson } from '@kaohe/scoring';
import JSZip from 'jszip';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeSheets } from '../../test/filled-year.js';
import { type Client, TENANT, testOffice } from '../../test/office.js';
import { workOnExports } from './worker.js';

const office = testOffice();
const EXPORTS = '/api/years/2019/exports';
const folder = mkdtempSync(join(tmpdir(), 'kaohe-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let clerk: Client;

beforeAll(async () => {
  clerk = await office.as('office');
  await closeSheets(office, { observations: { 'county/3': { 'county/3.2': { breached: 'true', note: '没有覆盖' } } } });
  const body = JSON.stringify({
    narrative: '听取了汇报。',
    problems: ['台账不全'],
    suggestions: ['补齐台账'],
    noVisitReason: null,
  });
  await sql`INSERT INTO kaohe.reports (tenant_id, year_id, unit_id, team_id, state, version, body, late, changed_at, changed_by,
      signed_at, signed_by, received_at)
    SELECT tenant_id, year_id, unit_id, team_id, 'received', 3, ${body}, false, now(), '组长', now(), '组长', now()
    FROM kaohe.units WHERE tenant_id = ${TENANT}`.execute(office.database.owner);
});

const work = async () => await workOnExports(office.office, () => false);
const start = async (kind: 'papers' | 'archive') => (await clerk('POST', EXPORTS, { payload: { kind } })).json();
const listed = async () => (await clerk('GET', EXPORTS)).json().exports;
const fileOf = async (id: string) => await clerk('GET', `${EXPORTS}/${id}/file`);
const pieces = async () => {
  const { rows } = await sql<{ count: string }>`SELECT count(*) FROM kaohe.job_chunks`.execute(office.database.owner);
  return Number(rows[0]?.count);
};
/** A job as a server left it that died in the middle, its hold over or not. */
const leaveRunning = async (id: string, held: string) => {
  await sql`UPDATE kaohe.jobs SET state = 'running', attempt = 1, done = 3, total = 43, held_until = now() + ${held}::interval
    WHERE job_id = ${id}`.execute(office.database.owner);
  await sql`INSERT INTO kaohe.job_chunks VALUES (${TENANT}, ${id}, 1, 0, 'half'), (${TENANT}, ${id}, 1, 99, 'half')`.execute(
    office.database.owner,
  );
};

/** Runs a program that shares no code with ours; where the machine has none it says so. */
function withOther(program: string, args: readonly string[], cwd: string): boolean {
  if (spawnSync(program, ['--version']).error) {
    process.stdout.write(`${program} is not installed: the archive is not opened with it\n`);
    return false;
  }
  execFileSync(program, args, { cwd });
  return true;
}

/** Opened by another program where there is one. */
async function unpacked(name: string, bytes: Buffer): Promise<string> {
  const file = join(folder, `${name}.zip`);
  writeFileSync(file, bytes);
  const script = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    assert all(i.flag_bits & 0x800 for i in z.infolist())
    for n in z.namelist():
        n.encode('gbk'); assert not set(n) & set('<>:"\\\\|?*'), n
    z.extractall(sys.argv[2])`;
  if (!withOther('python3', ['-c', script, file, join(folder, name)], folder))
    for (const entry of Object.values((await JSZip.loadAsync(bytes)).files)) {
      mkdirSync(dirname(join(folder, name, entry.name)), { recursive: true });
      if (!entry.dir) writeFileSync(join(folder, name, entry.name), await entry.async('nodebuffer'));
    }
  return join(folder, name);
}

describe('成批导出', () => {
  it('43 个单位的报告和反馈，docx 和 pdf 各一份，双核一分钟以内；别的程序打得开，散列都对', async () => {
    const asked = await start('papers');
    expect(asked).toMatchObject({ state: 'queued', done: 0 });
    expect(chinaTime(asked.askedAt)).toMatch(/^2020-01-16 /);
    expect((await start('papers')).id).toBe(asked.id);
    const [from, used] = [performance.now(), process.cpuUsage()];
    expect(await work()).toBe(1);
    const { user, system } = process.cpuUsage(used);
    const [wall, cpu] = [(performance.now() - from) / 1000, (user + system) / 1e6];
    process.stdout.write(
      `43 units, reports and feedback as docx and pdf: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU\n`,
    );
    // Of the processor, not of the clock: a busy machine is slow.
    expect(cpu).toBeLessThan(60);
    expect(await listed()).toMatchObject([{ id: asked.id, state: 'done', done: 43, total: 43, failure: null }]);
    // Told on the office's own calendar; how long it stays is counted on the machine's.
    const [{ endedAt, keptUntil }] = await listed();
    expect([endedAt, keptUntil].map((at) => chinaTime(at).slice(0, 10))).toEqual(['2020-01-16', '2020-01-23']);
    expect(await work()).toBe(0);
    expect(await listed()).toHaveLength(1);
    const answer = await fileOf(asked.id);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    const { files } = await JSZip.loadAsync(answer.rawPayload);
    const names = Object.keys(files);
    for (const ending of ['考核报告.docx', '考核报告.pdf', '考核情况反馈.docx', '考核情况反馈.pdf'])
      expect(names.filter((name) => name.endsWith(ending))).toHaveLength(43);
    const root = await unpacked('papers', answer.rawPayload);
    withOther('sha256sum', ['-c', '--quiet', 'MANIFEST.sha256'], root);
    withOther('unzip', ['-tq', join(folder, 'papers.zip')], root);
  });

  it('全年档案：事实和方案能不用服务器重新算出同样的分数', async () => {
    const { id } = await start('archive');
    await work();
    const root = await unpacked('archive', (await fileOf(id)).rawPayload);
    withOther('sha256sum', ['-c', '--quiet', 'MANIFEST.sha256'], root);
    const paths = readFileSync(join(root, 'MANIFEST.sha256'), 'utf8')
      .split('\n')
      .map((line) => line.slice(66));
    const own = paths.filter((path) => path.startsWith('scheme/'));
    const scheme = readSchemeFolder(
      Object.fromEntries(own.map((path) => [path.slice(7), readFileSync(join(root, path), 'utf8')])),
    );
    if ('problems' in scheme) throw new Error(JSON.stringify(scheme.problems));
    const scored = scoreFile(scheme, readFileSync(join(root, 'facts.yaml')));
    if ('problems' in scored) throw new Error(JSON.stringify(scored.problems));
    const unit = resultJson(scored.assessment, '').units.find((one) => one.unit === '登封市');
    expect(unit?.sheetScore.most).toBe('99');
    expect(readFileSync(join(root, 'README.txt'), 'utf8')).toContain('kaohe score scheme facts.yaml');
    expect(paths.filter((path) => path.endsWith('评分表.pdf'))).toHaveLength(43);
  }, 240_000);
});

describe('做到一半', () => {
  it('服务器中途死了：占用没到期的不动，到期的从头再做，写了一半的不在结果里', async () => {
    const { id } = await start('papers');
    await leaveRunning(id, '1 minute');
    expect(await work()).toBe(0);
    expect((await fileOf(id)).statusCode).toBe(409);
    await sql`DELETE FROM kaohe.job_chunks WHERE job_id = ${id}`.execute(office.database.owner);
    await leaveRunning(id, '-1 minute');
    expect(await work()).toBe(1);
    const [job] = await listed();
    expect(job).toMatchObject({ id, state: 'done' });
    const { rawPayload } = await fileOf(id);
    expect(rawPayload.length).toBe(job.bytes);
    expect(rawPayload.includes('half')).toBe(false);
  });

  it('服务器正常停下：放回去排队，不留一个字节；再启动做完', async () => {
    const before = await pieces();
    const { id } = await start('papers');
    let looks = 0;
    await workOnExports(office.office, () => {
      looks += 1;
      return looks > 20;
    });
    expect((await listed())[0]).toMatchObject({ id, state: 'queued' });
    expect(await pieces()).toBe(before);
    await clerk('DELETE', `${EXPORTS}/${id}`);
  });

  it('取消的不再做，什么也不留下；删除的文件下载不到', async () => {
    const before = await pieces();
    const { id } = await start('papers');
    const working = work();
    for (let state = 'queued'; state === 'queued'; ) state = (await listed())[0].state;
    expect((await clerk('DELETE', `${EXPORTS}/${id}`)).json()).toEqual({ removed: false });
    await working;
    expect((await listed())[0]).toMatchObject({ id, state: 'cancelled' });
    expect(await pieces()).toBe(before);
    expect((await clerk('DELETE', `${EXPORTS}/${id}`)).json()).toEqual({ removed: true });
    expect((await fileOf(id)).statusCode).toBe(404);
  });

  it('反复做不成的三次以后放弃，过了保留期的连同文件一起删除', async () => {
    const { id } = await start('papers');
    await leaveRunning(id, '-1 minute');
    await sql`UPDATE kaohe.jobs SET attempt = 3 WHERE job_id = ${id}`.execute(office.database.owner);
    await work();
    expect((await listed())[0]).toMatchObject({ id, state: 'failed' });
    await sql`UPDATE kaohe.jobs SET ended_at = now() - interval '8 days'`.execute(office.database.owner);
    await work();
    expect(await listed()).toEqual([]);
    expect(await pieces()).toBe(0);
  });

  it('打包途中，已经打过的那份文书别人照样能下载', async () => {
    const { rows } = await sql<{ unit_id: string }>`
      SELECT unit_id FROM kaohe.units WHERE year_id = '2019' ORDER BY position LIMIT 1`.execute(office.database.owner);
    await sql`DELETE FROM kaohe.paper_codes`.execute(office.database.owner);
    const { id } = await start('papers');
    let looks = 0;
    let beside: ReturnType<Client> | undefined;
    await workOnExports(office.office, () => {
      looks += 1;
      if (looks === 10) beside = clerk('GET', `/api/years/2019/papers/report/${rows[0]?.unit_id}?format=docx`);
      return looks > 60;
    });
    expect((await beside)?.statusCode).toBe(200);
    await clerk('DELETE', `${EXPORTS}/${id}`);
  });
});
