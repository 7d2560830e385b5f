// A team's sheet in a real browser: keys, two people, a network that drops.
import type { SheetJson, SheetList } from '@kaohe/api-contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withCurrent } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { anotherPerson, ask, signInAs } from './office.js';
import { violations } from './page-tools.js';
import type { RunningServer } from './server.js';

const UNIT = '新郑市';
const SHEET = `/api/years/2019/sheets/${UNIT}`;
let server: RunningServer;
beforeAll(async () => {
  server = await startDemonstration();
});
afterAll(async () => {
  await server.stop();
});

const sheetOf = async (page: Page) =>
  await ask<SheetJson>(page.context(), server.address, { method: 'GET', path: SHEET });
const lineOf = async (page: Page, line: string) => (await sheetOf(page)).rows.find((one) => one.line === line);
const saved = async (page: Page) => await page.getByText('全部已保存').waitFor();

/** Takes back what was entered, so that the sheet is as on the first morning. */
async function emptied(page: Page, lines?: readonly string[]): Promise<void> {
  const { rows } = await sheetOf(page);
  for (const { line, version, mayChange } of rows) {
    if (!mayChange || version === 0 || (lines && !lines.includes(line))) continue;
    await ask(page.context(), server.address, {
      method: 'PUT',
      path: `${SHEET}/rows/${line.split('/')[1]}`,
      body: { closed: false, observations: {} },
      ifMatch: version,
    });
  }
}

async function asTeam(journey: (page: Page, errors: () => readonly string[]) => Promise<void>): Promise<void> {
  await withCurrent(async (surface, page) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await signInAs(page.context(), server.address, 'team-member');
    await journey(page, surface.errors);
  });
}

async function openSheet(page: Page, unit = UNIT): Promise<void> {
  await page.goto(`${server.address}/office/sheets/${encodeURIComponent(unit)}`);
  await page.locator('tr.in-hand').waitFor();
}

/** Clicks beside the sentences: a sentence opens its explanation. */
const takeRow = async (page: Page, row: string) => await page.locator(`[id="${row}"] td.row-number`).click();

describe('细则表', () => {
  it('安委办填自己提供的一句，别的不填；关上约谈以后，登记的约谈就算进得分', async () => {
    await withCurrent(async (_surface, page) => {
      await page.setViewportSize({ width: 1366, height: 768 });
      await signInAs(page.context(), server.address, 'office');
      await emptied(page, ['county/10.1']);
      await openSheet(page);
      const { rows } = await sheetOf(page);
      expect(rows.filter((line) => line.mayChange).map(({ supplier }) => supplier.by)).not.toContain('team');
      await takeRow(page, 'county/1');
      await page.keyboard.press('1');
      expect(await page.locator('.clause-editor').count()).toBe(0);
      const score = page.locator('.strip-score strong');
      const open = await score.textContent();
      await takeRow(page, 'county/10');
      await page.keyboard.press('Space');
      await saved(page);
      expect(await score.textContent()).not.toBe(open);
      expect(await lineOf(page, 'county/10.1')).toMatchObject({ closed: true, changedRole: 'office' });
      expect((await sheetOf(page)).facts).toHaveProperty(['units', UNIT, 'talks']);
    });
  });

  it('一个单位的全部行，每行一键，外加不到八键；得分和服务器算的一样', async () => {
    await asTeam(async (page, errors) => {
      await emptied(page);
      await openSheet(page);
      const own = (await sheetOf(page)).rows.filter((line) => line.own).length;
      let keys = 0;
      const press = async (key: string) => {
        keys += 1;
        await page.keyboard.press(key);
      };
      await press('1'); // row 1: the meeting did not take place
      expect(await page.getByTestId('last-change').textContent()).toMatch(/第 1 行：.*细则得分/s);
      const progress = page.locator('.strip-progress');
      while (!(await progress.textContent())?.includes(`${own}/${own}`)) {
        await press('Space');
        expect(keys).toBeLessThanOrEqual(own + 8);
      }
      await saved(page);
      const { rows } = await sheetOf(page);
      expect(rows.filter((line) => line.own && !line.closed)).toEqual([]);
      expect(rows.find(({ line }) => line === 'county/1')?.observations).toEqual({
        'county/1.1': { breached: 'true' },
      });
      const { sheets } = await ask<SheetList>(page.context(), server.address, {
        method: 'GET',
        path: '/api/years/2019/sheets',
      });
      const score = sheets.find(({ unit }) => unit === UNIT)?.standing?.sheetScore;
      const shown = score?.least === score?.most ? score?.most : `${score?.least}–${score?.most}`;
      expect(await page.locator('.strip-score strong').textContent()).toBe(shown);
      expect(errors()).toEqual([]);
    });
  }, 300_000);

  it('数字直接进第一栏，回车回到行上；没填完的不送，填完就送', async () => {
    await asTeam(async (page) => {
      await emptied(page, ['county/19', 'county/20']);
      await openSheet(page);
      await takeRow(page, 'county/19');
      await page.keyboard.press('3');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Space');
      await saved(page);
      expect(await lineOf(page, 'county/19')).toMatchObject({
        closed: true,
        observations: { 'county/19.1': { count: '3' } },
      });
      await takeRow(page, 'county/20');
      await page.keyboard.type('17');
      await page.getByText('没有填完，暂不送出').waitFor();
      expect((await lineOf(page, 'county/20'))?.observations).toEqual({});
      await page.keyboard.press('Tab');
      await page.keyboard.type('20');
      await saved(page);
      expect((await lineOf(page, 'county/20'))?.observations).toMatchObject({
        'county/20.1': { 申报率: { numerator: '17', denominator: '20' } },
      });
    });
  });

  it('佐证传一次，在两行引用', async () => {
    await asTeam(async (page) => {
      await emptied(page, ['county/5', 'county/6']);
      await openSheet(page);
      const cite = async (row: string) => {
        await takeRow(page, row);
        await page.keyboard.press('e');
      };
      await cite('county/5');
      await page.locator('.evidence-files input[type="file"]').setInputFiles({
        name: '会议纪要.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('会议纪要\n'),
      });
      await page.getByRole('checkbox', { name: '会议纪要.txt', checked: true }).waitFor();
      await saved(page);
      await cite('county/6');
      await page.getByRole('checkbox', { name: '会议纪要.txt' }).check();
      await saved(page);
      const evidenceOf = async (row: string) =>
        Object.values((await lineOf(page, row))?.observations ?? {}).flatMap(({ evidence }) => evidence);
      expect(await evidenceOf('county/5')).toHaveLength(1);
      expect(await evidenceOf('county/6')).toEqual(await evidenceOf('county/5'));
    });
  });

  it('两个人改同一行，谁也不盖掉谁：两个版本都看得见，由人选', async () => {
    await asTeam(async (page) => {
      await emptied(page, ['county/7']);
      await openSheet(page);
      const other = await anotherPerson(page, server.address, 'team-leader');
      await openSheet(other);
      await takeRow(other, 'county/7');
      await other.keyboard.press('Space');
      await saved(other);
      await takeRow(page, 'county/7');
      await page.keyboard.press('1');
      const dialog = page.getByRole('dialog', { name: '别人也改了' });
      await dialog.waitFor();
      expect(await dialog.textContent()).toContain('第一组组长');
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole('button', { name: '用我填的' }).click();
      await saved(page);
      expect((await lineOf(page, 'county/7'))?.observations).not.toEqual({});
      await other.context().close();
    });
  });

  it('断网时照填，什么也不丢：连上自动送，关了页面再开也送', async () => {
    await asTeam(async (page) => {
      await emptied(page, ['county/8', 'county/9']);
      await openSheet(page);
      await page.context().setOffline(true);
      await takeRow(page, 'county/9');
      await page.keyboard.press('1');
      await page.getByText(/没有连上：1 行留在本机/).waitFor();
      expect((await lineOf(page, 'county/9').catch(() => undefined))?.observations ?? {}).toEqual({});
      await page.context().setOffline(false);
      await saved(page);
      expect((await lineOf(page, 'county/9'))?.observations).toEqual({ 'county/9.1': { breached: 'true' } });
      await page.route('**/rows/*', (route) => route.abort());
      await takeRow(page, 'county/9');
      await page.keyboard.press('0');
      await page.getByText(/没有连上：1 行留在本机/).waitFor();
      await page.unroute('**/rows/*');
      await page.reload();
      await saved(page);
      expect((await lineOf(page, 'county/9'))?.observations).toEqual({ 'county/9.1': { breached: 'false' } });
    });
  });

  it('列表到表，键盘走得通；别人提供的行是灰的，写明由谁提供', async () => {
    await asTeam(async (page, errors) => {
      await page.goto(`${server.address}/office/sheets`);
      await page.getByRole('link', { name: UNIT }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.locator(`tr[data-key="${UNIT}"]`).focus();
      await page.keyboard.press('Enter');
      await page.locator('tr.in-hand').waitFor();
      const table = await page.locator('table.printed-sheet').boundingBox();
      expect(table?.y).toBeLessThan(160);
      const supplied = page.locator('[id="county/55"]');
      expect(await supplied.getAttribute('class')).toContain('supplied-row');
      expect(await supplied.textContent()).toContain('由市应急局调查评估和统计处提供');
      await takeRow(page, 'county/55');
      await page.keyboard.press('Space');
      await page.keyboard.press('?');
      await page.getByText('依据：').waitFor();
      expect((await lineOf(page, 'county/55'))?.changedRole).not.toBe('team-member');
      expect(await violations(page)).toEqual([]);
      expect(errors()).toEqual([]);
    });
  });
});
