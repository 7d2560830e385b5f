// Evidence over a slow network that drops, in a real browser: nothing begins anew, and the server gets each byte once.
import { randomBytes } from 'node:crypto';
import type { EvidenceList, SheetJson } from '@kaohe/api-contract';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, hasFloor, withFloor } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { ask } from './office.js';
import { officeJourney } from './office-journey.js';
import { violations } from './page-tools.js';
import type { RunningServer } from './server.js';

const UNIT = '新郑市';
const SHEET = `/office/sheets/${encodeURIComponent(UNIT)}`;
const DROPPED = /Failed to load resource|ERR_FAILED|ERR_INTERNET_DISCONNECTED/;
/** Where screenshots go; left out, none are made. */
const SHOTS = process.env.SHOTS;
// Runs in the page, in the oldest one as well: gives the field a text file as a person would.
const GIVE = `(type, size) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([(type + ' ').repeat(size ? size / 5 + 1 : 9).slice(0, size || 40)], type + '.txt'));
  const event = type === 'drop'
    ? new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
    : new ClipboardEvent('paste', { clipboardData: dataTransfer, bubbles: true, cancelable: true });
  document.querySelector('.upload-field').dispatchEvent(event);
}`;
let server: RunningServer;
beforeAll(async () => {
  server = await startDemonstration();
});
afterAll(() => server.stop());

const scan = (size: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(size), Buffer.from('\n%%EOF\n')]);
const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
/** What a scanner makes: one JPEG a page. */
function scannedPdf(pages: readonly Buffer[]): Buffer {
  const parts = pages.map((image, index) =>
    Buffer.concat([
      Buffer.from(`${index + 3} 0 obj\n<</Type /Page /Parent 2 0 R>>\nendobj\n`),
      Buffer.from(
        `${index + 30} 0 obj\n<</Type /XObject /Subtype /Image /Filter /DCTDecode /Length ${image.length}>>\nstream\n`,
      ),
      image,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
  );
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...parts, Buffer.from('%%EOF\n')]);
}
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
      let isCut = true;
      const fate = (n: number) => (n === 2 ? 'lost' : n === 3 ? 'answer-lost' : n > 4 && isCut ? 'lost' : 'pass');
      const { taken, count } = await watchChunks(page, fate);
      await openFiles(page, 'county/5');
      await input(page).setInputFiles(pdf('会议纪要扫描件.pdf', content));
      await line(page, '会议纪要扫描件.pdf')
        .getByText(/已断开，正在重试/)
        .waitFor();
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/dropped.png` });
      await expect.poll(count, { timeout: 30_000 }).toBeGreaterThan(4);
      await takeRow(page, 'county/6');
      await page.getByText(/佐证：1 个文件已断开，正在重试/).waitFor();
      expect(await violations(page)).toEqual([]);
      expect((await listed(page)).evidence.map(({ name }) => name)).not.toContain('会议纪要扫描件.pdf');
      const before = taken.length;
      isCut = false;
      await page.reload();
      await expect
        .poll(async () => (await listed(page)).evidence.map(({ bytes }) => bytes), { timeout: 60_000 })
        .toContain(content.length);
      expect(before).toBeGreaterThan(0);
      const all = [...taken].sort(([one], [other]) => one - other);
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

  it('一次选几个、拖进来、粘贴都排队传；已有的不再传，网页冒充的说明为什么不收，取消的不留下', () =>
    asTeam(async (page) => {
      await openFiles(page, 'county/8');
      const first = scan(60_000);
      await input(page).setInputFiles([
        pdf('甲.pdf', first),
        pdf('乙.pdf', scan(60_000)),
        pdf('假.pdf', Buffer.from('<html>')),
      ]);
      for (const name of ['甲.pdf', '乙.pdf']) await line(page, name).getByText('已传完').waitFor();
      await line(page, '假.pdf').getByText('不能收这种文件').waitFor();
      await line(page, '假.pdf').getByRole('button', { name: '收起 假.pdf' }).click();
      await page.getByRole('checkbox', { name: '乙.pdf', checked: true }).waitFor();
      await input(page).setInputFiles(pdf('甲又一次.pdf', first));
      await line(page, '甲又一次.pdf').getByText('本单位已有同样的文件，没有再传').waitFor();
      await page.evaluate(`(${GIVE})('drop')`);
      await line(page, 'drop.txt').getByText('已传完').waitFor();
      await page.evaluate(`(${GIVE})('paste')`);
      await line(page, 'paste.txt').getByText('已传完').waitFor();
      await page.route('**/chunks?*', (route) => route.abort());
      await input(page).setInputFiles(pdf('取消.pdf', scan(60_000)));
      await line(page, '取消.pdf')
        .getByText(/已断开/)
        .waitFor();
      await page.getByRole('button', { name: '取消上传 取消.pdf' }).click();
      await expect.poll(() => line(page, '取消.pdf').count()).toBe(0);
      expect((await listed(page)).evidence.map(({ name }) => name)).toEqual(
        expect.not.arrayContaining(['取消.pdf', '假.pdf']),
      );
      expect(await violations(page)).toEqual([]);
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/several.png` });
    }));

  it('图片和扫描的 PDF 在对话框里看，不离开细则表；别的 PDF 在新标签页打开', () =>
    asTeam(async (page) => {
      const image = await page.screenshot({ type: 'jpeg' });
      await openFiles(page, 'county/9');
      await input(page).setInputFiles([
        { name: '现场照片.jpg', mimeType: 'image/jpeg', buffer: image },
        pdf('两页扫描.pdf', scannedPdf([image, image])),
        pdf('有文字.pdf', scan(1000)),
      ]);
      for (const [name, images] of [
        ['现场照片.jpg', 1],
        ['两页扫描.pdf', 2],
      ] as const) {
        await page.getByRole('button', { name: `看 ${name}`, exact: true }).click();
        const dialog = page.getByRole('dialog', { name: `看 ${name}` });
        await expect.poll(() => dialog.locator('img').count()).toBe(images);
        const widths = () =>
          dialog.locator('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));
        await expect.poll(widths).toEqual(Array(images).fill(1366));
        expect(await violations(page)).toEqual([]);
        if (SHOTS) await page.screenshot({ path: `${SHOTS}/preview-${images}.png` });
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }
      await page.getByRole('button', { name: '看 有文字.pdf', exact: true }).click();
      const link = page.getByRole('link', { name: '在新标签页打开' });
      await page.getByText('请在新标签页打开').waitFor();
      const shown = await page.request.get(`${server.address}${await link.getAttribute('href')}`);
      expect(shown.headers()).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
      expect(shown.headers()['content-disposition']).toMatch(/^inline/);
      expect(page.url()).toContain('/office/sheets/');
    }));
});

describe.skipIf(!hasFloor)('最低版 Chromium 86', () => {
  it('断开、接着传、重新打开，都一样', () =>
    withFloor(async (surface) => {
      await surface.goto(`${server.address}/sign-in`);
      await surface.click('text=team-leader');
      await surface.text('.stages, .todo');
      await surface.goto(`${server.address}${SHEET}`);
      await surface.click('[id="county/10"] td.row-number, tr.in-hand td.row-number');
      await surface.press('e');
      await surface.text('.evidence-files');
      // The third chunk and what follows is lost until the page is loaded again.
      await surface.evaluate(`(() => { const real = window.fetch; let count = 0;
        window.fetch = (url, options) => String(url).includes('/chunks?') && (count += 1) > 2 ? Promise.reject(new TypeError('dropped')) : real(url, options); })()`);
      await surface.evaluate(`(${GIVE})('drop', ${3 * 1024 * 1024})`);
      expect(await surface.text('.upload-line.dropped .upload-state', 30_000)).toMatch(/已断开，正在重试（已传 \d+%/);
      await surface.goto(`${server.address}${SHEET}`);
      await surface.text('.strip-saved.saved', 60_000);
      const arrived = `fetch('/api/years/2019/evidence?unit=' + encodeURIComponent('${UNIT}')).then((answer) => answer.json())
        .then(({ evidence }) => evidence.some(({ name, bytes }) => name === 'drop.txt' && bytes === ${3 * 1024 * 1024}))`;
      await expect.poll(() => surface.evaluate(arrived), { timeout: 60_000 }).toBe(true);
      if (SHOTS) await surface.screenshot(`${SHOTS}/floor.png`);
    }));
});
