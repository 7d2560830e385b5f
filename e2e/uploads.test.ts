// Evidence over a slow network that drops, in a real browser: nothing begins anew, and the server gets each byte once.
import { randomBytes } from 'node:crypto';
import type { EvidenceList, SheetJson } from '@kaohe/api-contract';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, hasFloor, withCurrent, withFloor } from './browsers.js';
import { ask, signInAs } from './office.js';
import { officeJourney } from './office-journey.js';
import { dropFile, violations } from './page-tools.js';
import { type RunningServer, startServer } from './server.js';

const UNIT = '新郑市';
const SHEET = `/office/sheets/${encodeURIComponent(UNIT)}`;
const DROPPED = /Failed to load resource|ERR_FAILED|ERR_INTERNET_DISCONNECTED/;
let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const scan = (size: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(size), Buffer.from('\n%%EOF\n')]);
const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
const input = (page: Page) => page.locator('.evidence-files input[type="file"]');
const line = (page: Page, name: string) => page.locator('.upload-line').filter({ hasText: name });
const listed = async (page: Page) =>
  await ask<EvidenceList>(page.context(), server.address, {
    method: 'GET',
    path: `/api/years/2019/evidence?unit=${UNIT}`,
  });

async function takeRow(page: Page, row: string): Promise<void> {
  await page.locator(`[id="${row}"] td.row-number`).click();
}
async function openFiles(page: Page, row: string): Promise<void> {
  await takeRow(page, row);
  await page.keyboard.press('e');
  await page.locator('.evidence-files').waitFor();
}
const asTeam = async (journey: (page: Page) => Promise<void>) =>
  await officeJourney({ address: server.address, login: 'team-member', path: SHEET, provoked: DROPPED }, journey);

/** Counts what the server took of each file; `fate` decides what becomes of the n-th chunk. */
async function watchChunks(page: Page, fate: (count: number) => 'pass' | 'lost' | 'answer-lost') {
  const taken: [offset: number, size: number][] = [];
  let count = 0;
  await page.route('**/chunks?*', async (route: Route) => {
    count += 1;
    const what = fate(count);
    if (what === 'lost') return await route.abort('connectionreset');
    const request = route.request();
    const response = await route.fetch();
    if (response.ok())
      taken.push([Number(new URL(request.url()).searchParams.get('offset')), request.postDataBuffer()?.length ?? 0]);
    return what === 'pass' ? await route.fulfill({ response }) : await route.abort('connectionreset');
  });
  return { taken, count: () => count };
}

describe.skipIf(!hasCurrent)('网页：断断续续的网络', () => {
  it('传到一半断开、答复丢失、页面重新打开，都接着传，每个字节服务器只收一次；到了自动引用', () =>
    asTeam(async (page) => {
      const content = scan(3 * 1024 * 1024);
      const { taken, count } = await watchChunks(page, (n) =>
        n === 2 ? 'lost' : n === 3 ? 'answer-lost' : n > 4 ? 'lost' : 'pass',
      );
      await openFiles(page, 'county/5');
      await input(page).setInputFiles(pdf('会议纪要扫描件.pdf', content));
      await line(page, '会议纪要扫描件.pdf')
        .getByText(/已断开，正在重试/)
        .waitFor();
      await page.screenshot({
        path: process.env.SHOTS ? `${process.env.SHOTS}/dropped.png` : '/dev/null',
        type: 'png',
      });
      await expect.poll(count, { timeout: 30_000 }).toBeGreaterThan(4);
      await takeRow(page, 'county/6');
      await page.getByText(/佐证：1 个文件已断开，正在重试/).waitFor();
      expect(await violations(page)).toEqual([]);
      expect((await listed(page)).evidence.map(({ name }) => name)).not.toContain('会议纪要扫描件.pdf');
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      const after = await watchChunks(page, () => 'pass');
      await page.reload();
      await expect
        .poll(async () => (await listed(page)).evidence.map(({ bytes }) => bytes), { timeout: 60_000 })
        .toContain(content.length);
      const all = [...taken, ...after.taken].sort(([one], [other]) => one - other);
      expect(after.taken[0]?.[0]).toBeGreaterThan(0);
      let end = 0;
      for (const [offset, size] of all) {
        expect(offset).toBe(end);
        end += size;
      }
      expect(end).toBe(content.length);
      await page.getByText('全部已保存').waitFor();
      const { rows } = await ask<SheetJson>(page.context(), server.address, {
        method: 'GET',
        path: `/api/years/2019/sheets/${UNIT}`,
      });
      const cited = Object.values(rows.find((one) => one.line === 'county/5')?.observations ?? {});
      expect(cited.flatMap(({ evidence }) => evidence ?? [])).toHaveLength(1);
    }));
});
