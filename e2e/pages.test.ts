import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, hasFloor, type Surface, withCurrent, withFloor } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { dropFile, violations } from './page-tools.js';
import type { RunningServer } from './server.js';

const GOOD = `scheme: zhengzhou-2019
unmentioned: nothing-found
units:
  巩义市:
    observations:
      county/2.2: { actual: { 常委会: 1 }, note: 缺两次, evidence: [E-1] }
    bonus: [ { deed: 试点经验, kind: promoted, level: province } ]
    talks: []
    closed: all
ratings:
  leader: { 巩义市: { sum: 160, ballots: 16 } }
  division: { 巩义市: { sum: 180, ballots: 18 } }
`;
/** Only one row looked at, so all the others are open. */
const OPEN = GOOD.replace('unmentioned: nothing-found', 'unmentioned: open').replace(
  'closed: all',
  'closed: [county/2]',
);
/** A count in words on line 6. */
const WRONG = GOOD.replace('常委会: 1', '常委会: 一次');

describe.skipIf(!hasCurrent)('网页', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startDemonstration();
  });
  afterAll(() => server.stop());

  const onPage = (path: string, journey: (page: Page, surface: Surface) => Promise<void>) =>
    withCurrent(async (surface, page) => {
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.goto(`${server.address}${path}`);
      await page.locator('main .paper').first().waitFor();
      await journey(page, surface);
      expect(surface.errors()).toEqual([]);
    });

  /** The same on facts of the test's own, so that the demonstration may change. */
  const onFile = (facts: string, journey: (page: Page) => Promise<void>) =>
    onPage('/results', async (page) => {
      await dropFile(page, '巩义.yaml', facts);
      await page.waitForFunction(() => document.querySelectorAll('table.ranking tbody tr').length === 1);
      await journey(page);
    });

  it('结果页就是演示年度的排名，表格从 160 像素以内开始，写明文件不离开本机', () =>
    onPage('/results', async (page) => {
      expect(await page.getByText('演示日期 2020-01-16').isVisible()).toBe(true);
      expect(await page.getByText('不登录也能用：事实文件不离开这台电脑').isVisible()).toBe(true);
      const table = page.getByRole('table', { name: /考核结果/ });
      expect((await table.boundingBox())?.y).toBeLessThan(160);
      expect(await table.locator('tbody tr').count()).toBeGreaterThan(1);
      expect(await table.locator('tbody tr').first().locator('td').first().textContent()).toMatch(/^1/);
      const vetoed = await table
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.className === 'vetoed'));
      expect(vetoed).toEqual([...vetoed].sort());
      expect(vetoed).toContain(true);
    }));

  it('点一个总分，依据从总分一直到扣分的句子，并能到原文', () =>
    onFile(GOOD, async (page) => {
      await page.locator('tr[data-key="巩义市"] td.total a').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('button', { name: '展开 一、建立健全安全生产责任制' }).click();
      const clause = drawer.locator('.node.clause').first();
      expect(await clause.locator('q').first().textContent()).toBe('未落实的缺 1 次扣 2 分');
      expect(await clause.locator('.node-value').textContent()).toBe('−4');
      expect(await clause.locator('.node-detail').textContent()).toContain('应3实1');
      expect(new URL(page.url()).searchParams.get('why')).toBe('巩义市');
      await clause.getByRole('button', { name: /读法/ }).first().click();
      expect(await clause.getByText('采用中').isVisible()).toBe(true);
      await clause.getByRole('link', { name: '在原文中查看' }).click();
      await page.waitForURL(/\/scheme\?/);
      expect(await page.locator('.rule-panel').textContent()).toContain('county/2.2');
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
    }));

  it('键盘：下移、回车打开细则表，/ 到筛选，Esc 清除', () =>
    onPage('/results', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('巩');
      await page.waitForFunction(() => document.querySelectorAll('table.ranking tbody tr').length === 1);
      expect(new URL(page.url()).searchParams.get('q')).toBe('巩');
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.querySelectorAll('table.ranking tbody tr').length > 1);
      const second = await page.locator('table.ranking tbody tr').nth(1).getAttribute('data-key');
      await page.locator('table.ranking tbody tr').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: second ?? '' }).waitFor();
    }));

  it('单位的细则表在句子上标出扣分，N 到下一未核行，? 说明依据', () =>
    onFile(OPEN, async (page) => {
      await page.getByRole('link', { name: '巩义市', exact: true }).click();
      const row = page.locator('tr[id="county/2"]');
      expect(await row.locator('a.clause.lost').textContent()).toBe('未落实的缺 1 次扣 2 分');
      expect(await row.locator('.amount').textContent()).toBe('−4');
      expect(await row.locator('.findings').textContent()).toMatch(/缺2×2.*缺两次.*E-1/);
      expect(await row.locator('.row-state').textContent()).toContain('已核');
      await page.keyboard.press('n');
      await page.keyboard.press('n');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('county/3');
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      expect(new URL(page.url()).searchParams.get('at')).toBe('clause:county/3.1');
    }));

  it('失分表的数字转到该单位的那一项', () =>
    onPage('/results?view=losses', async (page) => {
      await page.locator('table.losses tbody tr').last().locator('td').nth(11).getByRole('link').click();
      await page.waitForURL(/show=county\/i12/);
      expect(await page.locator('tbody.shown').getAttribute('data-show')).toBe('county/i12');
    }));

  it('改用另一种读法，全部重新计分，并写明不是采用的读法', () =>
    onFile(GOOD, async (page) => {
      const menu = page.getByRole('navigation');
      await menu.getByRole('link', { name: '细则' }).click();
      await page.getByText('读法', { exact: true }).click();
      await page.getByRole('button', { name: '改用：直接加在综合总分上' }).click();
      await page.getByText('未采用的读法').waitFor();
      expect(page.url()).toContain('readings=bonus-base:composite');
      await menu.getByRole('link', { name: '结果' }).click();
      // 20 + 30 + 96 × ½ + 3
      expect(await page.locator('tr[data-key="巩义市"] td.total').textContent()).toBe('101.00');
      await page.getByRole('button', { name: '恢复采用的读法' }).click();
      await page.waitForFunction(() => document.querySelector('td.total')?.textContent === '99.50');
    }));

  it('拖入有错的文件：写出行号和问题，原来的结果不变', () =>
    onPage('/results', async (page) => {
      const before = await page.locator('table.ranking tbody').textContent();
      await dropFile(page, '有错.yaml', WRONG);
      const notice = page.getByRole('alert');
      await notice.getByText('第 6 行').waitFor();
      expect(await notice.textContent()).toContain('“有错.yaml”未采用');
      expect(await notice.textContent()).toMatch(/一次[\s\S]*whole number/);
      expect(await page.locator('table.ranking tbody').textContent()).toBe(before);
    }));

  it('拖入正确的文件：在本页计分；可以恢复演示', () =>
    onFile(GOOD, async (page) => {
      // 20 + 30 + (100 − 4 + 3) × ½
      expect(await page.locator('tr[data-key="巩义市"] td.total').textContent()).toBe('99.50');
      expect(await page.getByTestId('facts-in-use').textContent()).toContain('巩义.yaml');
      await page.getByRole('button', { name: '恢复演示' }).click();
      await page.getByText('演示日期').waitFor();
    }));

  it('没有单位的文件：说明下一步', () =>
    withCurrent(async (_surface, page) => {
      await page.goto(`${server.address}/results`);
      await page.getByText('演示日期').waitFor();
      await dropFile(page, '空.yaml', 'scheme: zhengzhou-2019\nunits: {}\n');
      await page.getByRole('heading', { name: '“空.yaml”里没有单位' }).waitFor();
    }));

  it('服务不可用：说明原因，可以重试', () =>
    withCurrent(async (_surface, page) => {
      await page.route('**/api/demonstration', (route) => route.abort());
      await page.goto(`${server.address}/results`);
      await page.getByRole('alert').getByText('请确认服务仍在运行').waitFor();
      await page.unroute('**/api/demonstration');
      await page.getByRole('button', { name: '重试' }).click();
      await page.getByText('演示日期').waitFor();
    }));

  it('导出 CSV 和 JSON', () =>
    onPage('/results', async (page) => {
      const exported = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name }).click(),
        ]);
        return readFileSync(await download.path(), 'utf8');
      };
      expect((await exported('导出 CSV')).startsWith('\uFEFF名次,单位,')).toBe(true);
      const result = JSON.parse(await exported('导出 JSON')) as { scheme: string; units: unknown[] };
      expect(result.scheme).toBe('zhengzhou-2019');
      expect(result.units.length).toBeGreaterThan(1);
    }));

  it('英文界面完整，单位带英文名，原文仍是中文', () =>
    onPage('/results?lang=en', async (page) => {
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      expect(await page.locator('tr[data-key="巩义市"] th').textContent()).toContain('Gongyi');
      await page.getByRole('link', { name: 'Scheme' }).click();
      await page.getByRole('columnheader', { name: '考核标准' }).waitFor();
      await page.getByText('中文').click();
      await page.getByRole('link', { name: '结果' }).waitFor();
    }));

  const PAGES = [
    '/results',
    '/results?view=losses',
    `/units/${encodeURIComponent('上街区')}`,
    '/scheme?show=county/2.2',
  ];
  it.each([...PAGES, '/scheme?section=readings', '/results?lang=en&why=新密市&at=item:county/i1'])(
    '无障碍检查没有问题：%s',
    (path) => onPage(path, async (page) => expect(await violations(page)).toEqual([])),
  );

  it.skipIf(!hasFloor)('最低版 Chromium 86：排名、依据、细则表', () =>
    withFloor(async (surface) => {
      await surface.goto(`${server.address}/results`);
      expect(await surface.text('tr[data-key="巩义市"] th')).toBe('巩义市');
      const total = await surface.text('tr[data-key="新密市"] td.total a');
      await surface.click('tr[data-key="新密市"] td.total a');
      expect(await surface.text('.explanation-tree .node-value')).toBe(total);
      const button = await surface.evaluate<string>(
        `getComputedStyle(document.querySelector('.toolbar .ant-btn')).borderTopStyle`,
      );
      expect(button).toBe('solid');
      await surface.goto(`${server.address}/scheme?show=county/2.2`);
      expect(await surface.text('.rule-panel .rule-words')).toContain('常委会全年3次');
      expect(surface.errors()).toEqual([]);
    }),
  );
});
