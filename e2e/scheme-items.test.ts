// What the importer took for items put in order by hand, units the document names, and a draft given up.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { importDocument, saved, shot, shotInEnglish } from './draft-desk.js';
import { officeJourney } from './office-journey.js';
import { faultsOfPage } from './page-survey.js';
import type { RunningServer } from './server.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startDemonstration();
});
afterAll(() => server.stop());

describe.skipIf(!hasCurrent)('草稿的大项和单位', () => {
  it('大项只用键盘理顺：拆、改名、移、并、撤销，一条也不丢；不要的草稿写明理由删去', async () => {
    await officeJourney({ address: server.address, login: 'office', path: '/office/schemes' }, async (page) => {
      await importDocument(page);
      await page.getByRole('button', { name: '大项', exact: true }).click();
      const names = page.getByLabel(/^大项名称/);
      const counts = async () =>
        (await page.locator('.item-group > tr:first-child > .number').allTextContents()).map(Number);
      const before = await counts();
      const total = before.reduce((sum, one) => sum + one, 0);
      const press = (key: string) => page.keyboard.press(key);
      await page.locator('h1').click();
      for (const key of ['j', 'ArrowDown', 's']) await press(key);
      await page.keyboard.type('台账');
      await press('Enter');
      expect(await names.nth(1).inputValue()).toBe('台账');
      const [first = 0] = before;
      expect((await counts()).slice(0, 2)).toEqual([2, first - 2]);
      await press('[');
      expect((await counts()).slice(0, 2)).toEqual([3, first - 3]);
      await shot(page, 'draft-items');
      await shotInEnglish(page, 'draft-items-en');
      const faults = await faultsOfPage(page, { keyboard: false });
      await page.locator('h1').click();
      for (const key of [']', 'm']) await press(key);
      expect(await counts()).toEqual(before);
      await press('n');
      await page.keyboard.type('新的一项');
      await press('Enter');
      expect(await names.nth(1).inputValue()).toBe('新的一项');
      await page.getByLabel('移到').selectOption({ label: '2 新的一项' });
      expect((await counts()).slice(0, 2)).toEqual([first - 1, 1]);
      await page.getByRole('button', { name: '并入上一项 2' }).click();
      expect((await counts()).reduce((sum, one) => sum + one, 0)).toBe(total);
      await saved(page);

      await page.goto(`${server.address}/office/schemes`);
      await page
        .getByRole('button', { name: /^删除 柳河县/ })
        .first()
        .waitFor();
      const drafts = await page.getByRole('button', { name: /^删除 柳河县/ }).count();
      await page
        .getByRole('button', { name: /^删除 柳河县/ })
        .first()
        .click();
      expect(await page.getByRole('button', { name: '删除草稿' }).isDisabled()).toBe(true);
      await page.getByLabel('理由').fill('导错了文件');
      await shot(page, 'draft-delete');
      await press('Enter');
      await page.locator('.delete-draft').waitFor({ state: 'detached' });
      expect(await page.getByRole('button', { name: /^删除 柳河县/ }).count()).toBe(drafts - 1);
      expect(faults).toEqual([]);
    });
  });

  it('文件里列了考核对象的，照着填上要人点一下；没有列的不提', async () => {
    await officeJourney({ address: server.address, login: 'office', path: '/office/schemes' }, async (page) => {
      const paste = async (text: string) => {
        await page.locator('.import-document summary').click();
        await page.locator('.import-document textarea').fill(text);
        await page.getByRole('button', { name: '读这段文字' }).click();
        await page.getByRole('button', { name: '单位', exact: true }).click();
      };
      const rows = '一、检查（100分）\n1．未建立台账的扣1分。';
      await paste(`某县2024年度考核细则\n考核对象：东镇、西镇和各县直部门。\n${rows}`);
      await shot(page, 'draft-units-named');
      await shotInEnglish(page, 'draft-units-named-en');
      expect(await page.locator('.draft-class textarea').count()).toBe(0);
      await page.getByRole('button', { name: /^照此填上/ }).click();
      expect(await page.getByLabel(/县（市、区） – 单位/).inputValue()).toBe('东镇\n西镇');
      expect(await page.getByRole('checkbox', { name: /部门/ }).isChecked()).toBe(true);
      await saved(page);
      await page.goto(`${server.address}/office/schemes`);
      await paste(`某县2024年度考核细则\n${rows}`);
      await page.locator('.draft-class').first().waitFor();
      expect(await page.locator('.units-suggested').count()).toBe(0);
    });
  });
});
