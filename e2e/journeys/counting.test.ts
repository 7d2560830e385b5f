// Administrators give a second counting clerk an account and a role; raters rate; two clerks count one form from paper; the auditor
// reads all of it in the log. Each role through its pages, in the order in which they need one another.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasCurrent } from '../browsers.js';
import { anotherPerson, ask, moveToYear, PASSWORD } from '../office.js';
import { changePassword, choose, confirmed, OWN_PASSWORD, typeIn, typeMarks } from '../typing.js';
import { openDesks } from './desks.js';

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const SECOND_CLERK = 'clerk-02';
/** Failed attempts after which an account is locked. */
const LOCKED_AFTER = 5;

/** The next year, whose divisions have not rated yet: made by requests, worked on through the pages. */
const NEXT = '2020';

describe.skipIf(!hasCurrent)('账号、评分、计票', () => {
  const desks = openDesks();
  let initial = '';

  it('系统管理员：新建账号，口令输错锁定的解锁，忘了的重置，都只给一次初始口令', () =>
    desks.at({ path: '/office/accounts', provoked: /40[13]|423|429/ }, async (page) => {
      await typeIn(page, 'system-administrator', PASSWORD);
      await page.getByRole('heading', { name: '账号', exact: true }).waitFor();
      await page.getByLabel('登录名', { exact: true }).fill(SECOND_CLERK);
      await page.keyboard.press('Tab');
      await page.keyboard.type('第二位计票员');
      await page.keyboard.press('Enter');
      await page.getByText(`“${SECOND_CLERK}”的初始口令`).waitFor();
      const first = await page.locator('.new-password').textContent();
      const row = page.getByRole('row', { name: new RegExp(`^${SECOND_CLERK}`) });
      expect(await row.textContent()).toContain('待改初始口令');
      for (let wrong = 0; wrong < LOCKED_AFTER; wrong += 1) {
        const data = { login: SECOND_CLERK, password: 'wrong' };
        await page.request.post(`${desks.address()}/api/session`, { data });
      }
      await page.reload();
      await row.getByText('已锁定').waitFor();
      await confirmed(page, row, '解锁');
      await row.getByText('已锁定').waitFor({ state: 'detached' });
      await confirmed(page, row, '重置口令');
      await page.getByText(`“${SECOND_CLERK}”的初始口令`).waitFor();
      initial = (await page.locator('.new-password').textContent()) ?? '';
      expect(initial).toMatch(/^[A-Za-z2-9]{4}(-[A-Za-z2-9]{4}){2}$/);
      expect(initial).not.toBe(first);
      await page.reload();
      await row.waitFor();
      expect(await page.locator('.new-password').count()).toBe(0);
    }));

  it('安全管理员：授予角色，撤销角色；改不了账号，也看不到业务', () =>
    desks.at({ login: 'security-administrator', path: '/office' }, async (page) => {
      await page.getByRole('link', { name: '授权' }).first().click();
      const grant = async (role: string) => {
        await choose(page, '账号', `第二位计票员 ${SECOND_CLERK}`);
        await choose(page, '角色', role);
        await page.getByRole('button', { name: '授予' }).click();
        return page.getByRole('row', { name: new RegExp(`${SECOND_CLERK}.*${role}`) });
      };
      const wrong = await grant('督导组');
      await wrong.waitFor();
      await confirmed(page, wrong, '撤销');
      await wrong.waitFor({ state: 'detached' });
      await (await grant('计票员')).waitFor();
      const places = await page.locator('.office-navigation a').allTextContents();
      expect(places).toEqual(['首页', '授权', '我的口令']);
    }));

  it('评分领导：撤回，照样用键盘改一个分，提交；看得见督导摘要', () =>
    desks.at({ login: 'rating-leader', path: '/office?year=2019' }, async (page) => {
      await page.locator('.office-navigation').getByRole('link', { name: '评价表' }).click();
      await page.getByRole('button', { name: '撤回修改' }).focus();
      await page.keyboard.press('Enter');
      await typeMarks(page, ['8.5']);
      await page.getByRole('complementary', { name: '督导摘要' }).getByRole('heading').waitFor();
      await page.getByText('✓ 已保存').waitFor();
      await page.getByRole('button', { name: '提交' }).click();
      await page.keyboard.press('Enter');
      await page.getByText('已提交并计入').waitFor();
      expect(await page.locator('td .given-mark').first().textContent()).toBe('8.5');
    }));

  it('计票员：照纸质表用键盘录入，附扫描件；自己录的自己不能复核', () =>
    desks.at({ login: 'counting-clerk', path: '/office/ratings', provoked: /409/ }, async (page) => {
      await page.getByRole('link', { name: '领导16' }).click();
      await typeMarks(page, Array<string>(16).fill('8'));
      // What was typed and not saved yet outlives a reload.
      await page.reload();
      await expect.poll(() => page.locator('.mark-field').last().inputValue()).toBe('8');
      await page.getByText('请先选扫描件').waitFor();
      const scan = { name: '评价表16.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };
      await page.getByLabel('扫描件（PDF 或图片）').setInputFiles(scan);
      await page.getByRole('button', { name: '保存录入' }).click();
      await page.getByText('已录入，待另一位计票员复核。').waitFor();
      await page.getByRole('button', { name: '复核：与纸质表一致' }).click();
      await page.getByText('录入的人不能自己复核').waitFor();
    }));

  it('另一位计票员：首次登录改口令，对着扫描件复核，计入', () =>
    desks.at({ path: '/office/ratings' }, async (page) => {
      await typeIn(page, SECOND_CLERK, initial);
      await changePassword(page, initial);
      await page.getByRole('link', { name: '领导16' }).click();
      await page.getByRole('link', { name: '查看扫描件' }).waitFor();
      expect(await page.locator('td .given-mark').allTextContents()).toEqual(Array<string>(16).fill('8'));
      await page.getByRole('button', { name: '复核：与纸质表一致' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('已由两人录入、复核，计入。').waitFor();
      await page.getByRole('link', { name: '返回各评分人' }).click();
      await page.getByRole('listitem').filter({ hasText: '领导16' }).getByText('纸质已复核').waitFor();
    }));

  it('评分处室：打开的环节里填完全部单位，提交，等分管领导签字', () =>
    desks.at({ login: 'office', path: '/office' }, async (page) => {
      const body = { year: NEXT, title: '2020年度安全生产目标考核', scheme: 'zhengzhou-2019' };
      await ask(page.context(), desks.address(), { method: 'POST', path: '/api/years', body });
      await moveToYear(page, desks.address(), { year: NEXT, logins: ['rating-division', 'division-head'] });
      await page.goto(`${desks.address()}/office/closing?year=${NEXT}`);
      await page.getByRole('button', { name: '平时考核：打开' }).click();
      await page.getByRole('button', { name: '平时考核：结束' }).waitFor();
      const own = await anotherPerson(page, desks.address(), 'rating-division');
      await own.goto(`${desks.address()}/office/ratings?year=${NEXT}`);
      await typeMarks(
        own,
        Array.from({ length: 16 }, (_, unit) => `${9 - (unit % 3)}`),
      );
      await own.getByText('✓ 已保存').waitFor();
      await own.getByRole('button', { name: '提交' }).click();
      await own.keyboard.press('Enter');
      await own.getByText('已提交，等分管领导签字后计入。').waitFor();
      await own.context().close();
    }));

  it('分管领导：看到本处室提交的表，签字后计入，不能再改', () =>
    desks.at({ login: 'division-head', path: `/office?year=${NEXT}` }, async (page) => {
      await page.locator('.office-navigation').getByRole('link', { name: '评价表' }).click();
      await page.getByRole('button', { name: '分管领导签字' }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      expect(await dialog.locator('li').count()).toBe(16);
      await page.keyboard.press('Enter');
      await page.getByText('已签字并计入。').waitFor();
      expect(await page.getByRole('button', { name: '撤回修改' }).count()).toBe(0);
    }));

  it('审计员：日志里有以上每一步；筛选、打开一条、导出、核对日志链', () =>
    desks.at({ login: 'auditor', path: '/office/audit' }, async (page) => {
      await page.getByText('日志链完整').waitFor();
      const rows = page.locator('.audit-table tbody tr');
      await choose(page, '事项', '授予角色');
      await page.waitForURL(/act=grant\.give/);
      await expect.poll(() => rows.count()).toBe(4);
      await page.getByLabel('账号').fill('security-administrator');
      await page.keyboard.press('Enter');
      await rows.first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('授予角色').first().waitFor();
      expect(await page.locator('.audit-changes tbody tr').count()).toBeGreaterThan(1);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      const started = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出 CSV' }).click();
      const csv = readFileSync(await (await started).path(), 'utf8');
      expect(csv.trim().split('\n').length).toBe(5);
      expect(csv).not.toContain(OWN_PASSWORD);
      await page.getByRole('button', { name: '清除筛选' }).click();
      await expect.poll(() => rows.count()).toBeGreaterThan(10);
      await page.getByRole('button', { name: '再核对一次' }).click();
      await page.getByText('日志链完整').waitFor();
    }));
});
