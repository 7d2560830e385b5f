// Somebody who has read nothing: from what the terminal prints to a signed report, by what the pages say alone.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, withCurrent } from './browsers.js';
import { type RunningServer, startServer } from './server.js';

/** More than this, and the journey is no longer one that finds itself. */
const MOST = { clicks: 12, keys: 12 };

/** Clicks and keys as they are spent; words typed into a field are the report's own and are not counted. */
class Counted {
  clicks = 0;
  keys = 0;
  constructor(readonly page: Page) {}

  async click(role: 'link' | 'button' | 'textbox', name: string | RegExp): Promise<void> {
    this.clicks += 1;
    await this.page.getByRole(role, { name, exact: true }).first().click();
  }

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }
}

describe.skipIf(!hasCurrent)('没有读过说明的人', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('从终端打印的地址和账号，到考核组组长签署一份考核报告', () =>
    withCurrent(async (surface, page) => {
      await expect.poll(() => server.printed()).toContain('演示账号');
      const [login] = /^ {2}(\S+) +第一组组长$/m.exec(server.printed())?.slice(1) ?? [];
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.goto(/running: (http:\/\/\S+)/.exec(server.printed())?.[1] ?? '');
      const me = new Counted(page);
      await me.click('button', login ?? '');
      // The first page says what there is to do; the first of it opens the sheet at the row that is open.
      await me.click('link', '新郑市：细则表还有 1 行没有核');
      await page.locator('tr.in-hand').waitFor();
      await page.getByText('空格 已核').first().waitFor();
      for (let left = 5; left > 0 && (await isOpen(page)); left -= 1) await me.press('Space');
      await page.getByText('全部已保存').waitFor();
      await me.click('link', '首页');
      await me.click('link', /^新郑市：.*报告/);
      await me.click('textbox', '基本情况');
      await page.keyboard.insertText('考核组听取了汇报，查阅了资料，看了一个街道和一家企业。');
      await page.getByRole('group', { name: '存在问题' }).getByRole('button', { name: '写明没有（无）' }).click();
      await page.getByRole('group', { name: '意见和建议' }).getByRole('button', { name: '加一条' }).click();
      me.clicks += 2;
      await me.click('textbox', '意见和建议：第 1 条');
      await page.keyboard.insertText('三月底前补齐第三季度会议纪要。');
      await me.click('button', '保存');
      await page.getByText('已保存').waitFor();
      await me.click('button', '签署');
      await page.getByText('已签署').first().waitFor();
      process.stdout.write(`from the printed accounts to a signed report: ${me.clicks} clicks, ${me.keys} keys\n`);
      expect(me.clicks).toBeLessThanOrEqual(MOST.clicks);
      expect(me.keys).toBeLessThanOrEqual(MOST.keys);
      expect(surface.errors()).toEqual([]);
    }));
});

/** Whether the strip still counts rows of one's own that are open. */
async function isOpen(page: Page): Promise<boolean> {
  const [done, all] = /(\d+)\/(\d+)/.exec((await page.locator('.strip-progress').textContent()) ?? '')?.slice(1) ?? [];
  return done !== all;
}
