// 复核工作簿 as an export: asked for, made in a thread of its own while the server goes on answering, downloaded, and within the year's zip.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asWork, closeSheets } from '../../test/filled-year.js';
import { type Client, testOffice } from '../../test/office.js';
import type { Work } from '../office/office.js';
import type { Render } from '../papers/render.js';
import { RenderingThread } from '../papers/rendering-thread.js';
import { stepsOf } from './contents.js';
import { workOnExports } from './worker.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const EXPORTS = '/api/years/2019/exports';
const WORKBOOK = { payload: { kind: 'result-workbook' } };

const office = testOffice();
/** A thread runs what is built. */
const thread = new RenderingThread(new URL('../../dist/papers/render-in-thread.js', import.meta.url));
let clerk: Client;
let approver: Client;

beforeAll(async () => {
  const build = ['node_modules/typescript/bin/tsc', '-b', 'apps/server'];
  const { status, stdout } = spawnSync(process.execPath, build, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
  [clerk, approver] = [await office.as('office'), await office.as('approver')];
  await closeSheets(office);
}, 120_000);
afterAll(() => thread.close());

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
    let [from, to] = [0, 0];
    let isOver = false;
    const working = workWith(async (what) => {
      from = performance.now();
      const bytes = await thread.render(what);
      to = performance.now();
      return bytes;
    }).finally(() => {
      isOver = true;
    });
    const answered: number[] = [];
    while (!isOver) {
      const answer = await office.app.inject({ url: '/healthz', headers: { host: '127.0.0.1' } });
      expect(answer.statusCode).toBe(200);
      if (from > 0 && to === 0) answered.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(await working).toBe(1);
    // Made in the server's own thread, it would answer a few times in all, and not for half of that time.
    const heard = [...answered, to];
    const silences = heard.map((at, index) => at - (heard[index - 1] ?? from));
    expect(Math.max(...silences)).toBeLessThan((to - from) / 4);
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

  it('全年档案里也有', async () => {
    const paths: string[] = [];
    await asWork(office, async (system) => {
      const acting = { ...system.acting, role: 'office' } as const;
      const render: Render = async () => Uint8Array.of(1);
      const work: Work = { ...system, acting, today: '2020-01-16', render };
      const [ofOffice] = await stepsOf(work, { kind: 'archive', year: '2019' });
      for await (const { path } of ofOffice?.() ?? []) paths.push(path);
    });
    expect(paths).toContain('result/2019年度考核得分复核工作簿（未冻结）.xlsx');
  });
});

describe('排版的线程', () => {
  it('做不了的一件说明为什么，后面的照做；线程没了，再要就再启动', async () => {
    const paper = { title: '文', madeOn: '2020-01-16', orientation: 'portrait', blocks: [] } as const;
    const wrong = { form: 'result-workbook', scheme: {}, facts: '{', made: {} } as unknown as Parameters<Render>[0];
    const lone = new RenderingThread(new URL('../../dist/papers/render-in-thread.js', import.meta.url));
    await expect(lone.render(wrong)).rejects.toThrow('the kept facts are not scored');
    expect((await lone.render({ form: 'docx', paper })).length).toBeGreaterThan(1000);
    const lost = lone.render({ form: 'pdf', paper });
    await Promise.all([lone.close(), expect(lost).rejects.toThrow('the rendering thread has ended')]);
    expect((await lone.render({ form: 'docx', paper })).length).toBeGreaterThan(1000);
    await lone.close();
  });
});
