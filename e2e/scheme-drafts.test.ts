// From a document nobody has seen to an issued scheme and a year created after it, as a clerk does it: mostly by keyboard, all counted.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, hasFloor, withFloor } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { importDocument, saved, shot, shotInEnglish } from './draft-desk.js';
import { anotherPerson, PASSWORD } from './office.js';
import { officeJourney } from './office-journey.js';
import { faultsOfPage, settled } from './page-survey.js';
import { ROWS } from './scheme-document.js';
import type { RunningServer } from './server.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startDemonstration();
});
afterAll(() => server.stop());

const UNITS = ['东街街道', '西街街道', '南关镇', '北关镇', '柳河镇'];

/** What a person does with hands: every key, every click; a paste is two. */
class Hands {
  keys = 0;
  clicks = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  async click(role: 'button' | 'checkbox', name: string | RegExp): Promise<void> {
    this.clicks += 1;
    await this.page.getByRole(role, { name }).first().click();
  }

  async type(label: string | RegExp, text: string, { paste = false } = {}): Promise<void> {
    this.clicks += 1;
    this.keys += paste ? 2 : text.length;
    await this.page.getByLabel(label).first().fill(text);
  }
}

/** The queue, one key after another: the first answer where there is a choice, the best reading, else left to the office. */
async function answerQueue(hands: Hands): Promise<number> {
  const { page } = hands;
  const before = hands.keys;
  for (let guard = 0; guard < 300; guard += 1) {
    const left = await page.locator('.draft-left').textContent();
    if (left?.startsWith('✓')) break;
    const answers = await page.locator('.draft-answers li').count();
    const canAccept = await page.getByRole('button', { name: '确认（Enter）' }).first().isEnabled();
    await hands.press(canAccept ? 'Enter' : answers > 0 ? '1' : 'l');
  }
  return hands.keys - before;
}

describe.skipIf(!hasCurrent)('导入考核文件', () => {
  it('没有见过的 60 行 Word 文件，几分钟到下发的方案，再建立年度；数出按键和点击', async () => {
    await officeJourney({ address: server.address, login: 'office', path: '/office/schemes' }, async (page) => {
      const hands = new Hands(page);
      const faults = await faultsOfPage(page, { keyboard: false });
      await shot(page, 'drafts-list');
      hands.clicks += 2; // the button and the file
      await importDocument(page);
      expect(await page.locator('.draft-rule-line').count()).toBeGreaterThanOrEqual(ROWS);
      await shot(page, 'draft-clauses');
      faults.push(...(await faultsOfPage(page, { keyboard: false })));
      await shotInEnglish(page, 'draft-clauses-en');
      const queue = await answerQueue(hands);
      await shot(page, 'draft-answered');

      await hands.click('button', /^单位$/);
      await hands.click('checkbox', /县（市、区）/);
      await hands.type(/县（市、区） – 单位/, UNITS.join('\n'), { paste: true });
      await shot(page, 'draft-units');
      await hands.click('button', /^方案$/);
      await hands.type('方案编号', 'liuhe-2024');
      await shot(page, 'draft-head');
      await hands.click('button', '加分·否决·等次');
      await shot(page, 'draft-outcome');
      // The queue asked about the vetoes and the grades too: what is decided offers to be taken back, and nothing else.
      expect(await page.locator('.draft-veto', { hasText: '◆' }).count()).toBe(0);
      const decided = page.locator('.draft-veto').first().getByRole('button');
      expect(await decided.allTextContents()).toEqual(['收回这个决定']);
      await decided.click();
      expect(await page.locator('.draft-left').textContent()).toContain('还有 1 条待确认');
      await shotInEnglish(page, 'draft-outcome-en');
      hands.clicks += 2;
      await page.locator('.draft-veto', { hasText: '◆' }).getByRole('button', { name: '计分，方案不算' }).click();
      await hands.click('button', '检查与下发');
      await page.locator('.draft-findings').first().waitFor();
      await saved(page);
      // Each finding says the item and the row, and leads there.
      const place = page.locator('.draft-findings button.finding-place').first();
      expect(await place.textContent()).toMatch(/^[一二三四五六]、.+ · 第\d+行/);
      await shot(page, 'draft-issue');
      await shotInEnglish(page, 'draft-issue-en');
      faults.push(...(await faultsOfPage(page, { keyboard: false })));
      await hands.click('button', '检查与下发');
      const seen = page.getByRole('button', { name: /看过了/ });
      while ((await seen.count()) > 0) {
        hands.clicks += 1;
        await seen.first().click();
      }
      await page.waitForTimeout(600);
      await saved(page);
      expect(await page.locator('[aria-label="下发以前要办的"]').textContent()).toContain('没有要办的');
      const issue = page.locator('[aria-label="下发"] button.ant-btn-primary');
      hands.clicks += 1;
      await issue.click();
      await page.getByText('已下发：liuhe-2024').waitFor();
      await shot(page, 'draft-issued');
      expect(faults).toEqual([]);
      const words = `60 rows: ${queue} keys for the queue, ${hands.keys} keys and ${hands.clicks} clicks in all`;
      process.stdout.write(`${words}\n`);
      expect([queue < 120, hands.keys < 150, hands.clicks < 40]).toEqual([true, true, true]);

      await page.getByRole('link', { name: '建立年度' }).click();
      await page.getByRole('combobox', { name: '考核文件' }).click();
      await page.locator('.ant-select-item-option:visible', { hasText: '柳河县' }).click();
      await page.getByLabel('年度', { exact: true }).fill('2024');
      await page.getByLabel('年度名称').fill('2024年度消防安全考核');
      await page.getByRole('button', { name: '建立年度' }).click();
      await page.waitForURL(/\/office\?year=2024/);
      await settled(page);
      await page.goto(`${server.address}/office/sheets/${encodeURIComponent('东街街道')}?year=2024`);
      await settled(page);
      await shot(page, 'year-sheet');
      await page.waitForFunction(() => document.body.textContent?.includes('未制定街道办事处培训工作方案'));
    });
  }, 180_000);

  it('两个人同时改一份草稿，谁也不覆盖谁：后存的看到两版，选一版', async () => {
    await officeJourney(
      { address: server.address, login: 'office', path: '/office/schemes', provoked: /409/ },
      async (page) => {
        await importDocument(page);
        const other = await anotherPerson(page, server.address, 'office');
        await other.goto(page.url());
        await other.locator('.draft-clause').waitFor();
        const sent = page.waitForResponse((response) => response.request().method() === 'PUT');
        await page.keyboard.press('x');
        expect((await sent).status()).toBe(200);
        await other.keyboard.press('l');
        await other.getByRole('alert').getByText('别人已经改过这份草稿').waitFor();
        await shot(other, 'draft-conflict');
        await other.getByRole('button', { name: '用我的这版' }).click();
        await saved(other);
        await other.reload();
        await other.locator('.draft-rule-line.left-out').first().waitFor();
        expect(await other.locator('.draft-rule-line.not-scoring').count()).toBe(0);
      },
    );
  });

  it('规则在表格里改，句子和试算跟着变；撤销回到原来', async () => {
    await officeJourney({ address: server.address, login: 'office', path: '/office/schemes' }, async (page) => {
      await importDocument(page);
      await page
        .locator('.draft-rule-line', { hasText: '占用疏散通道' })
        .or(page.locator('.draft-rule-line', { hasText: '每发现1处' }))
        .first()
        .click();
      expect(await page.locator('.draft-example output').textContent()).toContain('-0.6');
      await page.locator('h1').click();
      await page.keyboard.press('e');
      await page.getByLabel('分值').fill('0.5');
      expect(await page.locator('.draft-prints strong').textContent()).toContain('扣0.5分');
      expect(await page.locator('.draft-example output').textContent()).toMatch(/3 处 → -1 分，上限 1/);
      await shot(page, 'draft-form');
      await page.keyboard.press('Escape');
      await page.locator('h1').click();
      await page.keyboard.press('u');
      expect(await page.locator('.draft-prints strong').textContent()).not.toContain('扣0.5分');
    });
  });
});

describe.skipIf(!hasFloor)('Chromium 86', () => {
  it('导入、标出条款、检查都能用', async () => {
    await withFloor(async (surface) => {
      await surface.goto(`${server.address}/sign-in`);
      const body = JSON.stringify({ login: 'office', password: PASSWORD });
      const signIn = `fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)} }).then(({ ok }) => ok)`;
      expect(await surface.evaluate(signIn)).toBe(true);
      await surface.goto(`${server.address}/office/schemes`);
      await surface.click('summary');
      await surface.fill(
        '.import-document textarea',
        '某县2024年度考核细则\n一、检查（100分）\n1．未建立台账的扣1分。',
      );
      await surface.click('text=读这段文字');
      expect(await surface.text('.draft-mark')).toContain('扣1分');
      await surface.click('text=检查与下发');
      expect(await surface.text('.draft-findings')).not.toBe('');
      expect(surface.errors()).toEqual([]);
    });
  });
});
