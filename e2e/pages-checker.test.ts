import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, withCurrent } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { dropFile, violations } from './page-tools.js';
import type { RunningServer } from './server.js';

const KAOHE = fileURLToPath(new URL('../apps/cli/bin/kaohe.mjs', import.meta.url));
/** The checker tries every reading; on a busy machine that takes its time. */
const CHECKED_MS = 60_000;

/** Nothing is known of the city: it may still be vetoed, and the document grades nobody by score. */
const OPEN_CITY = `scheme: shandong-2016
unmentioned: open
units:
  甲市: { sheet: city, class: city, closed: [] }
`;

/** Severity and code → how many, as the command line tells them. */
async function countsByCommand(scheme: string): Promise<Record<string, number>> {
  const { stdout } = await promisify(execFile)(process.execPath, [KAOHE, 'check', scheme, '--json'], {
    maxBuffer: 100_000_000,
  });
  const { findings } = JSON.parse(stdout) as { findings: { severity: string; code: string }[] };
  const names = findings.map(({ severity, code }) => `${severity}.${code}`);
  return Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]));
}

/** The same as the page tells them. */
async function countsOnPage(page: Page): Promise<Record<string, number>> {
  const heads = await page
    .locator('.group-head')
    .evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-key'), Number(row.getAttribute('data-count'))]));
  return Object.fromEntries(heads) as Record<string, number>;
}

describe.skipIf(!hasCurrent)('网页：检查、地址里的别名和文件', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startDemonstration();
  });
  afterAll(() => server.stop());

  const onPage = (path: string, journey: (page: Page) => Promise<void>) =>
    withCurrent(async (surface, page) => {
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.goto(`${server.address}${path}`);
      await page.locator('main .paper').first().waitFor();
      await journey(page);
      expect(surface.errors()).toEqual([]);
    });

  it.each(['zhengzhou-2019', 'shandong-2016'])('%s：页面与命令查出的种类、条数完全相同', (scheme) =>
    onPage(`/scheme?scheme=${scheme}&section=check`, async (page) => {
      await page.locator('.group-head').first().waitFor({ timeout: CHECKED_MS });
      expect(await countsOnPage(page)).toEqual(await countsByCommand(scheme));
    }),
  );

  it('同类的收在一起，键盘可以展开，地址里记着；按轻重筛选，也可以按大项', () =>
    onPage('/scheme?section=check&severity=defect', async (page) => {
      const group = page.locator('tr[data-key="defect.rounding-stage"]');
      await group.waitFor({ timeout: CHECKED_MS });
      expect(await page.locator('.severity-head').count()).toBe(1);
      expect(await page.locator('tr[data-key^="rounding-stage"]').count()).toBe(0);
      await page.locator('.severity-head').focus();
      for (;;) {
        await page.keyboard.press('ArrowDown');
        if (await group.evaluate((row) => row === document.activeElement)) break;
      }
      await page.keyboard.press('Enter');
      await page.waitForURL(/groups=defect.rounding-stage/);
      expect(await page.locator('tr[data-key^="rounding-stage"]').count()).toBe(2);
      expect(await violations(page)).toEqual([]);
      await page.getByText('按大项').click();
      await page.waitForURL(/by=place/);
      expect(await page.locator('.group-head').allTextContents()).toContainEqual(expect.stringMatching(/^附件 1 八、/));
      await page.getByRole('button', { name: '全部展开' }).click();
      expect(await page.locator('.group-head [aria-expanded="false"]').count()).toBe(0);
    }));

  it('位置通到原文，反例在每种读法下的结果，可以载入', () =>
    onPage('/scheme?section=check&groups=defect.amount-missing&finding=rounding-stage.1', async (page) => {
      const example = page.locator('.worked-example');
      await example.waitFor({ timeout: CHECKED_MS });
      expect(await example.locator('tbody tr').count()).toBeGreaterThan(1);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: '附件 1 第43行第4句' }).first().click();
      await page.locator('.sentence.chosen').waitFor();
      expect(await page.locator('tr[id="county/43"] .margin-marks a').count()).toBeGreaterThan(0);
      await page.goBack();
      await page.getByRole('button', { name: '载入这个例子' }).click();
      await page.locator('.outcome .wide dd').waitFor();
      expect(await page.getByTestId('facts-in-use').textContent()).toContain('例子');
    }));

  it('地址里的考核文件没有的，照直说，并列出现有的', () =>
    onPage('/results?scheme=nope', async (page) => {
      await page.getByRole('heading', { name: '没有考核文件“nope”' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: /郑安委/ }).click();
      await page.locator('table.ranking').waitFor();
      expect(new URL(page.url()).search).toBe('');
    }));

  it.each(['/units/', '/bounds/'])('地址 %s 里写别名，打开的是那个单位', (path) =>
    onPage(`${path}${encodeURIComponent('航空港实验区')}?lang=en`, async (page) => {
      await page.getByRole('heading', { level: 1, name: /Airport Zone/ }).waitFor();
      expect(decodeURIComponent(page.url())).toContain(`${path}航空港区?lang=en`);
    }),
  );

  it('选的文件刷新后还在，移除以后就不在了', () =>
    onPage('/results?scheme=shandong-2016', async (page) => {
      await dropFile(page, '甲市.yaml', OPEN_CITY);
      await page.locator('tr[data-key="甲市"]').waitFor();
      await page.reload();
      await page.locator('tr[data-key="甲市"]').waitFor();
      expect(await page.getByTestId('facts-in-use').textContent()).toContain('甲市.yaml');
      await page.getByRole('button', { name: '移除文件' }).click();
      await page.getByRole('heading', { name: /还没有事实/ }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: /还没有事实/ }).waitFor();
    }));

  it('文件不定等次的，可能被否决的单位写明只有被否决才不合格', () =>
    onPage('/results?scheme=shandong-2016', async (page) => {
      await dropFile(page, '甲市.yaml', OPEN_CITY);
      const row = page.locator('tr[data-key="甲市"]');
      await row.waitFor();
      expect(await row.locator('.grades').textContent()).toMatch(/被否决则不合格，否则不定等次.*可能一票否决/);
      await row.locator('th a').click();
      expect(await page.locator('.outcome').textContent()).toContain('被否决则不合格，否则不定等次');
    }));

  it.each(['/units/经开区', '/bounds/上街区', '/results', '/scheme?section=check'])(
    '英文界面 1366×768：%s 的工具栏只占一行',
    (path) =>
      onPage(`${path}${path.includes('?') ? '&' : '?'}lang=en`, async (page) => {
        const bars = page.locator('main .toolbar');
        await bars.first().waitFor();
        if (path.includes('check')) await page.locator('.group-head').first().waitFor({ timeout: CHECKED_MS });
        const heights = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().height));
        expect(heights.every((height) => height < 40)).toBe(true);
      }),
  );
});
