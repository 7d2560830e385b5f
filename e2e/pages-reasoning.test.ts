import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, hasFloor, withCurrent, withFloor } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { dropFile, violations } from './page-tools.js';
import type { RunningServer } from './server.js';

const CITIES = fileURLToPath(new URL('../examples/shandong-2016-cities.facts.yaml', import.meta.url));
/** The checker tries every reading; on a busy machine that takes its time. */
const CHECKED_MS = 60_000;

/** Two districts apart by half a point, and two member units. Of 巩义市 two rows, the leader's ballots and the bonus are open. */
const FACTS = `scheme: zhengzhou-2019
units:
  巩义市:
    closed: [ROWS]
  登封市:
    observations: { county/12.1: { breached: true } }
    closed: all
  市公安局:
    closed: all
  市水利局:
    observations: { member/2.1: { breached: true } }
    closed: all
ratings:
  leader: { 登封市: { sum: 160, ballots: 16 } }
  division: { 巩义市: { sum: 180, ballots: 18 }, 登封市: { sum: 180, ballots: 18 } }
`;

/** FACTS with every row of 巩义市's closed but two. */
async function facts(server: RunningServer): Promise<string> {
  const response = await fetch(`${server.address}/api/schemes/zhengzhou-2019`);
  const { tree } = (await response.json()) as {
    tree: { sheets: { id: string; items: { rows: { id: string }[] }[] }[] };
  };
  const rows = tree.sheets
    .filter(({ id }) => id === 'county')
    .flatMap(({ items }) => items.flatMap((item) => item.rows.map((row) => row.id)));
  return FACTS.replace('ROWS', rows.filter((row) => row !== 'county/2' && row !== 'county/12').join(', '));
}

describe.skipIf(!hasCurrent)('网页：两份文件、区间、试改、读法、检查', () => {
  let server: RunningServer;
  let twoSheets: string;
  beforeAll(async () => {
    server = await startDemonstration();
    twoSheets = await facts(server);
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

  /** The same on facts of the test's own. */
  const onFile = (path: string, journey: (page: Page) => Promise<void>) =>
    onPage('/results', async (page) => {
      await dropFile(page, '两表.yaml', twoSheets);
      await page.getByText('两表.yaml').waitFor();
      await page.waitForFunction(() => document.querySelectorAll('table.ranking tbody tr').length === 2);
      if (path !== '/results')
        await page.getByRole('navigation').getByRole('link', { name: path, exact: true }).click();
      await journey(page);
    });

  it('山东：顶栏选文件，没有演示时说明怎么做；选例子文件，评分和理由在细则表和依据里', () =>
    onPage('/results', async (page) => {
      await page.getByRole('combobox', { name: '考核文件' }).click();
      await page.getByText('2016 年度市级政府安全生产工作考核细则').last().click();
      await page.getByRole('heading', { name: /还没有事实/ }).waitFor();
      expect(new URL(page.url()).searchParams.get('scheme')).toBe('shandong-2016');
      expect(await violations(page)).toEqual([]);
      await page.locator('input[type=file]').setInputFiles(CITIES);
      await page.locator('tr[data-key="辛市"]').waitFor();
      expect(await page.locator('table.ranking thead').textContent()).not.toContain('等次');
      expect(await page.locator('tr.vetoed').textContent()).toMatch(/己市.*不合格.*一票否决/);
      await page.locator('tr[data-key="乙市"] th a').click();
      const heads = page.locator('.printed-sheet thead th');
      expect(await heads.allTextContents()).toEqual(['一级指标', '二级指标', '考核要点', '评分细则', '分值', '状态']);
      const row = page.locator('tr[id="city/1.1"]');
      expect(await row.locator('.item-name').textContent()).toBe('发展理念 (74)');
      expect(await row.locator('td.marks').textContent()).toBe('24');
      expect(await row.locator('.findings').first().textContent()).toMatch(/评6分：/);
      await row.locator('a.clause.lost').first().click();
      expect(await page.locator('.node.clause.target .node-detail').textContent()).toMatch(/评6分：/);
    }));

  it('成员单位：换一张细则表，只有细则得分和加分两栏', () =>
    onFile('/results', async (page) => {
      await page.getByText('成员单位 2').click();
      await page.locator('tr[data-key="市公安局"]').waitFor();
      expect(new URL(page.url()).searchParams.get('sheet')).toBe('member');
      const heads = await page.locator('table.ranking thead th').allTextContents();
      expect(heads.slice(2, 5)).toEqual(['细则得分 100', '加分 10', '总分']);
      expect(await page.locator('tr[data-key="市水利局"] td.total').textContent()).not.toBe('100');
    }));

  it('区间逐步收窄：假设写在地址里，可以撤回', () =>
    onFile('未决', async (page) => {
      await page.getByRole('heading', { name: '巩义市：区间怎样收窄' }).waitFor();
      const swings = (await page.locator('.swing-number').allTextContents()).map(Number);
      expect(swings).toEqual([...swings].sort((a, b) => b - a));
      expect(swings).toHaveLength(4);
      const steps = page.locator('table.steps tbody tr');
      const before = await steps.last().locator('td.number').textContent();
      await page.getByRole('button', { name: /^最坏：第 2 行/ }).click();
      await page.waitForURL(/steps=county\/2:worst/);
      await page.locator('tr[data-key]').first().focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelectorAll('table.steps tbody tr').length === 3);
      expect(await steps.last().locator('td.number').textContent()).not.toBe(before);
      expect(await violations(page)).toEqual([]);
      await page.locator('tr[data-key]').first().focus();
      await page.keyboard.press('Backspace');
      await page.waitForFunction(() => document.querySelectorAll('table.steps tbody tr').length === 2);
      await page.getByRole('button', { name: '从头再来' }).click();
      await page.waitForFunction(() => document.querySelectorAll('table.steps tbody tr').length === 1);
      expect(await page.getByText('只是假设，不保存').isVisible()).toBe(true);
    }));

  it('试改一条观察：总分、名次和别的单位随之变，不保存，可以还原', () =>
    onFile('/results', async (page) => {
      await page.locator('tr[data-key="登封市"] th a').click();
      await page.getByRole('button', { name: '试改第 2 行' }).click();
      const editor = page.locator('.trial-editor');
      await editor.getByLabel('常委会（全年次数）').fill('一次');
      await page.keyboard.press('Enter');
      await editor.getByRole('alert').waitFor();
      await editor.getByLabel('常委会（全年次数）').fill('1');
      await page.keyboard.press('Enter');
      const banner = page.locator('.trial-banner');
      await banner.getByText('试算中，不保存').waitFor();
      expect(await banner.textContent()).toMatch(/登封市.*99 → 97/);
      expect(await page.locator('tr[id="county/2"] .amount').textContent()).toBe('−4');
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: '还原' }).click();
      await banner.waitFor({ state: 'hidden' });
    }));

  it('差距写明差几分、追回哪几条；读法影响列出会变的单位', () =>
    onPage(`/units/${encodeURIComponent('经开区')}`, async (page) => {
      const margins = page.locator('.margins');
      expect(await margins.textContent()).toMatch(/距优秀 差 0\.25 分/);
      await margins.getByRole('link').first().click();
      await page.waitForURL(/show=county/);
      await page.goto(`${server.address}/results?view=readings`);
      const flip = page.locator('table.flips tbody tr').filter({ hasText: '加分加在哪里' });
      await flip.waitFor({ timeout: CHECKED_MS });
      expect(await flip.textContent()).toMatch(/经开区.*完成 → 优秀/);
      expect(await violations(page)).toEqual([]);
      await flip.getByRole('button', { name: /改用/ }).click();
      await page.getByText('未采用的读法').waitFor();
    }));

  it.skipIf(!hasFloor)('最低版 Chromium 86：区间、试改、检查', () =>
    withFloor(async (surface) => {
      await surface.goto(`${server.address}/bounds`);
      expect(await surface.text('table.steps tbody th')).toBe('现在');
      await surface.click('.assume button');
      expect(await surface.text('table.steps tbody tr:nth-child(2) td.number')).not.toBe('');
      await surface.goto(`${server.address}/units/${encodeURIComponent('经开区')}`);
      await surface.click('.try-button');
      expect(await surface.text('.trial-editor .ant-btn')).toBe('试算');
      await surface.goto(`${server.address}/scheme?section=check`);
      await surface.text('.group-head button', CHECKED_MS);
      await surface.click('.group-head button');
      expect(await surface.text('.findings-table .what strong')).not.toBe('');
      expect(surface.errors()).toEqual([]);
    }),
  );
});
