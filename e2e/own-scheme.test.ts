// A scheme the office issued from its own document, on the pages of results and schemes: for the office alone.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuable, SOURCE } from '../apps/server/test/small-draft.js';
import { hasCurrent, withCurrent } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { ask } from './office.js';
import { officeJourney } from './office-journey.js';
import { violations } from './page-tools.js';
import type { RunningServer } from './server.js';

const ID = 'hedong-2024';
/** The checker tries every reading; on a busy machine that takes its time. */
const CHECKED_MS = 60_000;

describe.skipIf(!hasCurrent)('网页：本办下发的方案', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startDemonstration();
  });
  afterAll(() => server.stop());

  const as = (login: string, path: string, journey: (page: Page) => Promise<void>) =>
    officeJourney({ address: server.address, login, path }, journey);

  async function issue(page: Page): Promise<void> {
    const context = page.context();
    const body = { fileName: '细则.txt', source: SOURCE, body: issuable(ID) };
    const { draft } = await ask<{ draft: string }>(context, server.address, {
      ...{ method: 'POST', path: '/api/scheme-drafts', body },
    });
    await ask(context, server.address, { method: 'POST', path: `/api/scheme-drafts/${draft}/issue`, ifMatch: 1 });
  }

  it('选择框里有它；看得到印成的表、检查出的缺陷，能下载成文件', () =>
    as('office', '/office/schemes', async (page) => {
      await issue(page);
      await page.goto(`${server.address}/scheme`);
      const chooser = page.getByRole('combobox', { name: '考核文件' });
      await chooser.click();
      await page.locator('.ant-select-item-option', { hasText: '河东市2024年度' }).click();
      await page.waitForURL(new RegExp(`scheme=${ID}`));
      await page.getByText('未开展“安全生产月”活动的扣3分').first().waitFor();
      expect(await page.locator('.scheme-chooser').textContent()).toContain('本办下发');
      expect(await violations(page)).toEqual([]);
      for (const form of ['docx', 'xlsx']) {
        const link = page.locator(`.export-buttons a[href$="/${form}"]`);
        const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
        expect(download.suggestedFilename()).toMatch(new RegExp(`^河东市2024年度.*\\.${form}$`));
      }
      await page.locator('.ant-segmented-item', { hasText: '检查' }).click();
      await page.locator('.group-head').first().waitFor({ timeout: CHECKED_MS });
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: '结果' }).click();
      await page.getByTestId('facts-in-use').getByText('未选事实文件').waitFor();
    }));

  it('按它建立的年度，结果页显示本办的事实', () =>
    as('office', '/office', async (page) => {
      const body = { year: '2024', title: '2024 年度', scheme: ID };
      await ask(page.context(), server.address, { method: 'POST', path: '/api/years', body });
      await page.goto(`${server.address}/results?year=2024`);
      await page.getByTestId('facts-in-use').getByText('2024').waitFor();
      await page.getByRole('link', { name: '东区' }).first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: '东区' }).first().click();
      await page.getByText('每月检查不少于2次').first().waitFor();
    }));

  it('没有登录的、别的角色，看到的是没有这份文件，写明谁看得到', async () => {
    await withCurrent(async (_surface, page) => {
      await page.goto(`${server.address}/scheme?scheme=${ID}`);
      await page.getByText(`没有考核文件“${ID}”`).waitFor();
      await page.getByText('以“安委办”角色登录以后才看得到').waitFor();
      expect(await page.getByText('河东市').count()).toBe(0);
    });
    await as('team-leader', '/office', async (page) => {
      await page.goto(`${server.address}/scheme?scheme=${ID}`);
      await page.getByText(`没有考核文件“${ID}”`).waitFor();
      expect(await page.getByText('河东市').count()).toBe(0);
    });
  });
});
