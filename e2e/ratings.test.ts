import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { anotherPerson, ask } from './office.js';
import { officeJourney } from './office-journey.js';
import { violations } from './page-tools.js';
import type { RunningServer } from './server.js';

const FORM = '/api/years/2019/ratings/leader/leader-01';

describe.skipIf(!hasCurrent)('网页：评价表', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startDemonstration();
  });
  afterAll(() => server.stop());

  const as = (login: string, path: string, journey: (page: Page) => Promise<void>) =>
    officeJourney({ address: server.address, login, path }, journey);
  const saved = (page: Page) => page.getByText('✓ 已保存').waitFor();

  it('评分领导只用键盘：撤回，十六个分数按 Enter 往下打，自动保存，确认十六个单位，提交', () =>
    as('rating-leader', '/office/ratings', async (page) => {
      await page.waitForURL(/ratings\/leader\/leader-01/);
      await page.getByRole('button', { name: '撤回修改' }).focus();
      await page.keyboard.press('Enter');
      const fields = page.locator('.mark-field');
      await fields.first().waitFor();
      await fields.first().focus();
      for (const mark of ['9.5', '8', '10', '7.5', '9', '9', '8.5', '8', '9', '9', '8', '7', '9.9', '9', '8']) {
        await page.keyboard.type(mark);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.type('10.5');
      expect(await page.getByRole('alert').textContent()).toContain('不超过 10');
      expect(await page.locator('.form-foot').textContent()).toContain('还缺 1 个：上街区');
      expect(await page.getByRole('button', { name: '提交' }).isDisabled()).toBe(true);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Control+A');
      await page.keyboard.type('10');
      expect(await page.locator('.rating-paper tbody tr').first().locator('td.number').textContent()).toBe('1.1875');
      expect(await page.locator('.form-total').textContent()).toBe('合计 139.4');
      await saved(page);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      expect(await dialog.locator('li').count()).toBe(16);
      expect(await dialog.locator('li').first().textContent()).toBe('航空港区 9.5');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByText('已提交并计入').waitFor();
      const form = await ask<{ state: string; marks: Record<string, string> }>(page.context(), server.address, {
        method: 'GET',
        path: FORM,
      });
      expect([form.state, form.marks.上街区, Object.keys(form.marks).length]).toEqual(['submitted', '10', 16]);
    }));

  it('断网时留在本机，恢复后自动补存；别处改过的并排给出，由本人选', () =>
    officeJourney(
      {
        address: server.address,
        login: 'rating-leader',
        path: '/office/ratings/leader/leader-01',
        provoked: /Failed to load resource|ERR_INTERNET_DISCONNECTED/,
      },
      async (page) => {
        await page.getByRole('button', { name: '撤回修改' }).click();
        const first = page.getByLabel('航空港区的分数');
        await first.waitFor();
        await page.context().setOffline(true);
        await first.fill('6');
        await page.getByText('已存在本机').waitFor({ timeout: 20_000 });
        await page.context().setOffline(false);
        await saved(page);
        const other = await anotherPerson(page, server.address, 'rating-leader');
        const form = await ask<{ version: number; marks: object }>(other.context(), server.address, {
          method: 'GET',
          path: FORM,
        });
        expect(form.marks).toMatchObject({ 航空港区: '6' });
        const body = { marks: { ...form.marks, 郑东新区: '1' } };
        await ask(other.context(), server.address, { method: 'PUT', path: FORM, body, ifMatch: form.version });
        await other.context().close();
        await first.fill('7');
        const choice = page.getByRole('alert', { name: '这份表在别处改过，请选择保留哪一份' });
        await choice.waitFor();
        const rows = await choice.locator('tbody tr').allTextContents();
        expect(rows).toEqual(['航空港区76', '郑东新区81']);
        expect(await violations(page)).toEqual([]);
        await page.getByRole('button', { name: '保留我刚填的' }).click();
        await saved(page);
        expect(await ask(page.context(), server.address, { method: 'GET', path: FORM })).toMatchObject({
          marks: { 航空港区: '7', 郑东新区: '8' },
        });
      },
    ));

  it('督导摘要随光标所在单位变，可以收起；打印只有表', () =>
    as('rating-leader', '/office/ratings/leader/leader-01', async (page) => {
      const digest = page.getByRole('complementary', { name: '督导摘要' });
      await digest.waitFor();
      await page.getByLabel('巩义市的分数').focus();
      await digest.getByRole('heading', { name: '巩义市' }).waitFor();
      await digest.getByRole('button', { name: '收起督导摘要' }).click();
      await digest.getByRole('button', { name: '显示督导摘要' }).waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
      expect(await page.getByText('领导签字：').isVisible()).toBe(true);
    }));

  it('安委办看到谁已评、谁未评和催办文字，看不到任何一张表', () =>
    as('office', '/office/ratings', async (page) => {
      const leaders = page.locator('.rating-progress').first();
      await leaders.locator('.rater-grid li').first().waitFor();
      expect(await leaders.locator('.rater-grid li').count()).toBe(16);
      expect(await leaders.locator('.progress-head strong').textContent()).toMatch(/已计 1\d \/ 16 份/);
      expect(await leaders.getByRole('textbox', { name: '催办文字' }).inputValue()).toContain('请尽快填写并提交');
      expect(await leaders.getByRole('link').count()).toBe(0);
      const divisions = page.locator('.rating-progress').nth(1);
      // No sums yet: a form could still come or go.
      await divisions.getByText('“汇总”打开以后，这里显示各单位合计').waitFor();
      expect(await divisions.getByRole('table', { name: '合计' }).count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      const refused = await page.request.get(`${server.address}${FORM}`);
      expect(refused.status()).toBe(403);
    }));

  it('处室的分管领导看到签字后的表，环节已结束', () =>
    as('division-head', '/office/ratings?lang=en', async (page) => {
      await page.getByText('Signed and counted.').waitFor();
      expect(await page.locator('.rating-paper tbody tr').count()).toBe(16);
      expect(await violations(page)).toEqual([]);
    }));
});
