// 复核工作簿 as an export: asked for, made in a thread of its own while the server goes on answering, downloaded, and within the year's zip.
import JSZip from 'jszip';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asWork, closeSheets } from '../../test/filled-year.js';
import { type Client, TENANT, testOffice } from '../../test/office.js';
import { invalid, Refusal } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { ThreadLost } from '../papers/failures.js';
import type { Render } from '../papers/render.js';
import { RenderingThread } from '../papers/rendering-thread.js';
import { stepsOf } from './contents.js';
import { workOnExports } from './worker.js';

const EXPORTS = '/api/years/2019/exports';
const WORKBOOK = { payload: { kind: 'result-workbook' } };

const office = testOffice();
/** A thread runs what is built: `npm test` builds before it starts the runner. */
const BUILT = new URL('../../dist/papers/render-in-thread.js', import.meta.url);
const thread = new RenderingThread(BUILT);
/** Stands still from when it says so until it is let go, and answers nothing of use. */
const standing = new RenderingThread(
  new URL(
    `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, what: { gate } }) => {
      Atomics.store(gate, 0, 1);
      Atomics.wait(gate, 1, 0);
      parentPort.postMessage({ id, bytes: Uint8Array.of(1) });
    });`)}`,
  ),
);
let clerk: Client;
let approver: Client;

beforeAll(async () => {
  [clerk, approver] = [await office.as('office'), await office.as('approver')];
  await closeSheets(office);
}, 120_000);
afterAll(async () => void (await Promise.all([thread.close(), standing.close()])));

const workWith = async (render: Render) => await workOnExports({ ...office.office, render }, () => false);

describe('复核工作簿', () => {
  it('没有计算结果时说明先做什么', async () => {
    const waiting = async () => (await approver('GET', EXPORTS)).json().kinds;
    expect(await waiting()).toEqual([
      { kind: 'result-workbook', waits: { zh: expect.stringContaining('还没有计算结果'), en: expect.any(String) } },
    ]);
    const refused = await clerk('POST', EXPORTS, WORKBOOK);
    expect([refused.statusCode, refused.json().detail]).toEqual([409, expect.stringContaining('还没有计算结果')]);
    await office.stages({ composite: 'open' });
    const computed = { payload: { acceptOpen: true, reason: '试算' } };
    expect((await clerk('POST', '/api/years/2019/result', computed)).statusCode).toBe(200);
    expect(await waiting()).toEqual([{ kind: 'result-workbook', waits: null }]);
  });

  it('做的时候服务器照常回答；做好了下载，是带公式的工作簿', async () => {
    const { id } = (await clerk('POST', EXPORTS, WORKBOOK)).json();
    const gate = new Int32Array(new SharedArrayBuffer(8));
    const working = workWith(async (what) => {
      await standing.render(Object.assign({ gate }, what));
      return await thread.render(what);
    });
    await vi.waitUntil(() => Atomics.load(gate, 0) === 1, { timeout: 60_000 });
    const healthy = await office.app.inject({ url: '/healthz', headers: { host: '127.0.0.1' } });
    expect(healthy.statusCode).toBe(200);
    expect((await clerk('GET', EXPORTS)).json().exports[0]).toMatchObject({ id, state: 'running', done: 0 });
    Atomics.store(gate, 1, 1);
    Atomics.notify(gate, 1);
    expect(await working).toBe(1);
    expect((await clerk('GET', EXPORTS)).json().exports[0]).toMatchObject({ id, state: 'done', done: 1, total: 1 });
    const file = await clerk('GET', `${EXPORTS}/${id}/file`);
    expect(file.headers['content-type']).toContain('spreadsheetml.sheet');
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain(
      '2019年度考核得分复核工作簿（未冻结）.xlsx',
    );
    const { files } = await JSZip.loadAsync(file.rawPayload);
    expect(await files['xl/worksheets/sheet2.xml']?.async('string')).toContain('<f>');
  });

  it('审定人也要得到、下载得到，看不到别的导出，也要不了、取消不了', async () => {
    const archive = (await clerk('POST', EXPORTS, { payload: { kind: 'archive' } })).json();
    const asked = (await approver('POST', EXPORTS, WORKBOOK)).json();
    expect(asked).toMatchObject({ kind: 'result-workbook', state: 'queued', askedBy: 'approver' });
    const listed = (await approver('GET', EXPORTS)).json().exports as { kind: string }[];
    expect(listed.map(({ kind }) => kind)).toEqual(['result-workbook', 'result-workbook']);
    expect((await approver('GET', `${EXPORTS}/${archive.id}/file`)).statusCode).toBe(404);
    expect((await approver('POST', EXPORTS, { payload: { kind: 'papers' } })).statusCode).toBe(403);
    expect((await approver('DELETE', `${EXPORTS}/${asked.id}`)).statusCode).toBe(403);
    await clerk('DELETE', `${EXPORTS}/${archive.id}`);
    await workWith(async () => Buffer.from('workbook'));
    const file = await approver('GET', `${EXPORTS}/${asked.id}/file`);
    expect([file.statusCode, file.body]).toEqual([200, 'workbook']);
  });

  /** What the archive packs of the whole office, with the workbook made so. */
  const archived = async (workbook: Render) => {
    const files = new Map<string, string>();
    await asWork(office, async (system) => {
      const acting = { ...system.acting, role: 'office' } as const;
      const render: Render = async (what) =>
        what.form === 'result-workbook' ? await workbook(what) : Uint8Array.of(1);
      const work: Work = { ...system, acting, today: '2020-01-16', render };
      const [ofOffice] = await stepsOf(work, { kind: 'archive', year: '2019' });
      for await (const { path, bytes } of ofOffice?.() ?? []) files.set(path, Buffer.from(bytes).toString('utf8'));
    });
    return files;
  };

  it('全年档案里也有；做不成的，档案照出，旁边写明为什么', async () => {
    const workbook = 'result/2019年度考核得分复核工作簿（未冻结）.xlsx';
    const whole = await archived(async () => Uint8Array.of(1));
    expect([whole.has(workbook), whole.has('result/复核工作簿.txt')]).toEqual([true, false]);
    const without = await archived(() => Promise.reject(invalid('刻度太细。', 'The scale is too fine.')));
    expect([...without.keys()]).toEqual(
      [...whole.keys()].map((path) => (path === workbook ? 'result/复核工作簿.txt' : path)),
    );
    expect(without.get('result/复核工作簿.txt')).toMatch(/刻度太细。\n.*The scale is too fine\.\n$/);
    const odd = await archived(() => Promise.reject(new RangeError('nothing is drawn for 登封市')));
    expect(odd.get('result/复核工作簿.txt')).toContain('nothing is drawn for 登封市');
    await expect(archived(() => Promise.reject(new ThreadLost('gone')))).rejects.toThrow(ThreadLost);
  });
});

describe('做的时候出了事', () => {
  const newJob = async (): Promise<string> => (await clerk('POST', EXPORTS, WORKBOOK)).json().id;
  const remove = async (id: string) =>
    await sql`DELETE FROM kaohe.jobs WHERE job_id = ${id}`.execute(office.database.owner);

  it('占用已归别人，别人写的一块也不删', async () => {
    const id = await newJob();
    await workWith(async () => {
      await sql`UPDATE kaohe.jobs SET attempt = 2 WHERE job_id = ${id}`.execute(office.database.owner);
      await sql`INSERT INTO kaohe.job_chunks VALUES (${TENANT}, ${id}, 1, 0, 'own'), (${TENANT}, ${id}, 2, 0, 'other')`.execute(
        office.database.owner,
      );
      return Buffer.from('workbook');
    });
    const { rows } = await sql`SELECT attempt FROM kaohe.job_chunks WHERE job_id = ${id}`.execute(
      office.database.owner,
    );
    expect(rows).toEqual([{ attempt: 2 }]);
    await remove(id);
  });

  it('线程排版多久，占用就续多久', async () => {
    const id = await newJob();
    const until = async () => {
      const { rows } = await sql<{ held_until: Date }>`SELECT held_until FROM kaohe.jobs WHERE job_id = ${id}`.execute(
        office.database.owner,
      );
      return rows[0]?.held_until.getTime() ?? 0;
    };
    const render: Render = async () => {
      const first = await until();
      await vi.waitUntil(async () => (await until()) > first, { timeout: 60_000 });
      return Buffer.from('workbook');
    };
    await workOnExports({ ...office.office, render }, () => false, { heldMs: 3000 });
    expect((await clerk('GET', EXPORTS)).json().exports[0]).toMatchObject({ id, state: 'done' });
    await remove(id);
  });

  it('线程没了就放回去再做；一直没有，第三次以后用两种语言写明', async () => {
    const id = await newJob();
    let asked = 0;
    const lostAt = (most: number) => async () => {
      asked += 1;
      if (asked <= most) throw new ThreadLost('gone');
      return Buffer.from('workbook');
    };
    await workWith(lostAt(1));
    expect((await clerk('GET', EXPORTS)).json().exports[0]).toMatchObject({ id, state: 'done', failure: null });
    await remove(id);
    const lost = await newJob();
    asked = 0;
    await workWith(lostAt(9));
    const [job] = (await clerk('GET', EXPORTS)).json().exports;
    expect([asked, job]).toMatchObject([3, { id: lost, state: 'failed' }]);
    expect(job.failure).toMatch(/排版的线程中断了（gone）.* \/ The rendering thread was lost \(gone\)/);
    await remove(lost);
  });

  it('三次都没做完的不再做，用两种语言写明；做不成的写明引擎的两种话', async () => {
    const id = await newJob();
    await sql`UPDATE kaohe.jobs SET attempt = 3 WHERE job_id = ${id}`.execute(office.database.owner);
    await workWith(async () => Buffer.from('workbook'));
    expect((await clerk('GET', EXPORTS)).json().exports[0].failure).toMatch(/试了 3 次.* \/ Given up after 3 attempts/);
    await remove(id);
    const wrong = await newJob();
    await workWith(() => Promise.reject(invalid('没有这个单位。', 'There is no such unit.')));
    expect((await clerk('GET', EXPORTS)).json().exports[0].failure).toBe('没有这个单位。 / There is no such unit.');
    await remove(wrong);
  });
});

describe('排版的线程', () => {
  const paper = { title: '文', madeOn: '2020-01-16', orientation: 'portrait', blocks: [] } as const;

  it('做不了的一件用两种语言说明为什么，后面的照做；线程没了，再要就再启动', async () => {
    const wrong = { form: 'result-workbook', scheme: {}, facts: '{', made: {} } as unknown as Parameters<Render>[0];
    const lone = new RenderingThread(BUILT);
    const refused = await lone.render(wrong).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    const { problem, more } = refused as Refusal;
    const [first] = more.problems as { message: string; messageEn: string }[];
    expect([problem.detail, problem.detailEn]).toEqual([first?.message, first?.messageEn]);
    expect(problem.detail).toMatch(/\p{Script=Han}/u);
    expect(problem.detailEn).not.toMatch(/\p{Script=Han}/u);
    expect((await lone.render({ form: 'docx', paper })).length).toBeGreaterThan(1000);
    const lost = lone.render({ form: 'pdf', paper });
    await Promise.all([lone.close(), expect(lost).rejects.toThrow(new ThreadLost('the rendering thread has ended'))]);
    expect((await lone.render({ form: 'docx', paper })).length).toBeGreaterThan(1000);
    await lone.close();
  });

  it('送不进去的、启动不了的当场说；以后线程没了，不再有没人接的失败', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    try {
      const lone = new RenderingThread(BUILT);
      await expect(lone.render({ form: 'docx', paper, hear } as Parameters<Render>[0])).rejects.toThrow(
        'could not be cloned',
      );
      await lone.close();
      const nowhere = new RenderingThread(new URL('http://127.0.0.1/none.js'));
      await expect(nowhere.render({ form: 'docx', paper })).rejects.toThrow(ThreadLost);
      await new Promise((resolve) => setImmediate(resolve));
      expect(unheard).toEqual([]);
    } finally {
      process.off('unhandledRejection', hear);
    }
  });
});
