// What frames a document's rules on the way to its scheme: who supplies a row, the parts of the total, days and notes, all by hand.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { officeJourney } from './office-journey.js';
import { faultsOfPage, settled } from './page-survey.js';
import type { RunningServer } from './server.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startDemonstration();
});
afterAll(() => server.stop());

const SHOTS = process.env.DRAFT_SHOTS;
const DOCUMENT = `青河县2024年度安全生产考核细则
综合考核：领导评价占20%（由12名县领导填写评价表，每份10分）、日常督查占30%、年终考核占50%。
各镇12月20日前报送自评报告，次年1月中旬组织年终考核。
序号\t考核项目\t考核内容\t考核标准\t分值\t考核方法\t提供单位
1\t一、责任落实（60分）\t建立责任体系。\t未签订责任书的扣2分。\t20分\t查责任书\t考核组
2\t\t\t未研究安全生产的扣3分；未建立台账的扣1分。\t20分\t查会议记录\t县委督查室
3\t\t保障投入。\t经费未列入预算的扣4分。\t20分\t查预算\t县财政局
4\t二、宣传教育（40分）\t开展宣传。\t未开展宣传的扣2分。\t40分\t县安委办提供\t
备注：
1.“以上”含本数。
2.各小项扣完该小项分值为止。
3.同一问题不重复扣分。
`;

async function shot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  await page.screenshot({ path: `${SHOTS}/frame-${name}.png` });
  await page.locator('.ant-segmented-item', { hasText: 'English' }).click();
  await page.screenshot({ path: `${SHOTS}/frame-${name}-en.png` });
  await page.locator('.ant-segmented-item', { hasText: '中文' }).click();
}

async function importText(page: Page): Promise<void> {
  await page.locator('.import-document summary').click();
  await page.locator('.import-document textarea').fill(DOCUMENT);
  await page.getByRole('button', { name: '读这段文字' }).click();
  await page.locator('.draft-clause').waitFor();
}

const section = (page: Page, name: string) => page.locator('.draft-sections').getByRole('button', { name }).click();

describe.skipIf(!hasCurrent)('文件的框架', () => {
  it('提供单位、组成、日程、通则照原文填好，改了进方案，一直到下发和按它建的年度', async () => {
    await officeJourney({ address: server.address, login: 'office', path: '/office/schemes' }, async (page) => {
      await importText(page);
      await page.locator('.draft-rule-line').first().click();
      const governing = page.locator('.draft-governing');
      expect(await governing.textContent()).toContain('扣完该小项分值为止');
      expect(await governing.textContent()).toContain('不重复扣分');
      await shot(page, 'clause');
      const faults = await faultsOfPage(page, { keyboard: false });

      await section(page, '谁提供');
      expect(await page.getByLabel('第 2 行 名称').inputValue()).toBe('县委督查室');
      expect(await page.getByLabel('第 4 行 由谁填').inputValue()).toBe('office');
      await page.getByLabel('第 1 行 由谁填').selectOption('division');
      await page.getByLabel('第 1 行 名称').fill('县应急局');
      await shot(page, 'suppliers');
      faults.push(...(await faultsOfPage(page, { keyboard: false })));

      await section(page, '检查与下发');
      const missing = page.locator('[aria-label="下发以前要办的"] li', { hasText: '少收评价表' });
      await missing.getByRole('button').click();
      expect(await page.getByLabel('到（最后一天） 1').inputValue()).toBe('2024-12-20');
      await page.getByLabel('到（最后一天） 2').fill('2025-01-17');
      await page.getByLabel('少收了评价表').selectOption('plain-sum');
      await page.getByLabel('谁评').nth(1).fill('县安委办');
      await shot(page, 'frame');
      faults.push(...(await faultsOfPage(page, { keyboard: false })));

      await section(page, '单位');
      await page.getByRole('checkbox', { name: /县（市、区）/ }).click();
      await page.getByLabel(/县（市、区） – 单位/).fill('东镇\n西镇');
      await section(page, '方案');
      await page.getByLabel('方案编号').fill('qinghe-2024');
      await section(page, '检查与下发');
      const seen = page.getByRole('button', { name: /看过了/ });
      await page.locator('.draft-findings').first().waitFor();
      while ((await seen.count()) > 0) await seen.first().click();
      await page.locator('.draft-saved.saved').waitFor();
      expect(await page.locator('[aria-label="方案里没有的"]').textContent()).toContain('不重复扣分');
      await shot(page, 'issue');
      await page.locator('[aria-label="下发"] button.ant-btn-primary:enabled').click();
      await page.getByText('已下发：qinghe-2024').waitFor();
      expect(faults).toEqual([]);

      await page.getByRole('link', { name: '建立年度' }).click();
      await page.getByRole('combobox', { name: '考核文件' }).click();
      await page.locator('.ant-select-item-option:visible', { hasText: '青河县' }).click();
      await page.getByLabel('年度', { exact: true }).fill('2024');
      await page.getByLabel('年度名称').fill('2024年度安全生产考核');
      await page.getByRole('button', { name: '建立年度' }).click();
      await page.waitForURL(/\/office\?year=2024/);
      await settled(page);
      await shot(page, 'year');
      await page.goto(`${server.address}/office/ratings?year=2024`);
      await page.waitForFunction(() => document.body.textContent?.includes('日常督查'));
      await shot(page, 'ratings');
      await page.goto(`${server.address}/office/sheets/${encodeURIComponent('东镇')}?year=2024`);
      await page.waitForFunction(() => document.body.textContent?.includes('县委督查室'));
      await shot(page, 'sheet');
    });
  }, 180_000);
});
