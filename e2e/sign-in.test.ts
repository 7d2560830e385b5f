// Journeys of signing in: the demonstration, a session that ends under one's hands, and a real office from its first minute.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, hasFloor, withCurrent, withFloor } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { PASSWORD } from './office.js';
import { faultsOfPage } from './page-survey.js';
import { violations } from './page-tools.js';
import { type RunningServer, startServer } from './server.js';
import { changePassword, OWN_PASSWORD, typeIn } from './typing.js';

const SIZE = { width: 1366, height: 768 };
const MAIN = fileURLToPath(new URL('../apps/server/dist/main.js', import.meta.url));

let server: RunningServer;
beforeAll(async () => {
  server = await startDemonstration();
});
afterAll(() => server.stop());

/** What the page did wrong; a request that was refused on purpose is logged by the browser itself. */
const pageErrors = (errors: readonly string[]) => errors.filter((text) => !text.startsWith('Failed to load resource'));

/** A journey from an address, in which the page raises no error. */
const onPage = (address: string, journey: (page: Page) => Promise<void>) =>
  withCurrent(async (surface, page) => {
    await page.setViewportSize(SIZE);
    await page.goto(address);
    await journey(page);
    expect(pageErrors(surface.errors())).toEqual([]);
  });

describe.skipIf(!hasCurrent)('演示', () => {
  it('首页就是登录：列出每个角色的账号，口令不对说得一样，对了就进首页；中英文都没有无障碍问题', () =>
    onPage(server.address, async (page) => {
      await page.getByRole('heading', { name: '演示账号' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      expect(await page.getByRole('table').locator('tbody tr').count()).toBe(15);
      expect(await violations(page)).toEqual([]);
      await typeIn(page, 'office', 'wrong');
      await page.getByRole('alert').getByText('没有登录成功').waitFor();
      await typeIn(page, 'office', PASSWORD);
      await page.getByRole('heading', { name: '我的工作', exact: true }).waitFor();
      expect(await page.getByTestId('today').textContent()).toBe('演示日期 2020-01-16');
      await page.getByText('English').click();
      await page.getByText('Acting as: Committee office').first().waitFor();
      expect(await violations(page)).toEqual([]);
    }));

  it('不登录也能看细则和计分', () =>
    onPage(`${server.address}/sign-in`, async (page) => {
      await page.getByRole('link', { name: '不登录，看细则、用事实文件计分' }).click();
      await page.getByRole('table', { name: /考核结果/ }).waitFor();
      await page.getByRole('link', { name: '登录' }).click();
      await page.getByRole('heading', { name: '演示账号' }).waitFor();
    }));

  it('有两个角色的先选一个，右上角随时切换；要的那一页在登录之后打开', () =>
    onPage(`${server.address}/office/own-account`, async (page) => {
      await typeIn(page, 'leader-02', PASSWORD);
      await page.getByRole('button', { name: '考核组组长（第二组）' }).click();
      await page.getByRole('heading', { name: '我的口令' }).waitFor();
      await page.getByRole('combobox', { name: '当前角色' }).click();
      await page.locator('.ant-select-item-option:visible', { hasText: '评分领导' }).click();
      await page.locator('.role-switch').getByText('评分领导').waitFor();
      await page.reload();
      await page.locator('.role-switch').getByText('评分领导').waitFor();
    }));

  it('登录过期时填的不丢：在原页上重新登录，刚才的办理接着完成', () =>
    onPage(`${server.address}/office/accounts`, async (page) => {
      await typeIn(page, 'system-administrator', PASSWORD);
      await page.getByRole('heading', { name: '账号', exact: true }).waitFor();
      await page.getByRole('row', { name: /^approver/ }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('登录名', { exact: true }).fill('zhongyuan');
      await page.getByLabel('显示名（写职务，不写姓名）').fill('中原区安委办');
      await page.context().clearCookies();
      await page.getByRole('button', { name: '新建账号' }).click();
      const dialog = page.getByRole('dialog', { name: '登录已过期' });
      await dialog.getByLabel(/口令/).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByText('“zhongyuan”的初始口令').waitFor();
      expect(await page.locator('.new-password').textContent()).toMatch(/^[A-Za-z2-9]{4}(-[A-Za-z2-9]{4}){2}$/);
      expect(await page.getByRole('row', { name: /^zhongyuan/ }).textContent()).toContain('待改初始口令');
      expect(await dialog.isVisible()).toBe(false);
    }));

  it('快到 30 分钟没有操作时提醒，点“继续使用”就不退出', () =>
    withCurrent(async (_surface, page) => {
      await page.clock.install();
      await page.goto(`${server.address}/sign-in`);
      await typeIn(page, 'auditor', PASSWORD);
      await page.getByText('当前角色：审计员').first().waitFor();
      await page.clock.fastForward('24:00');
      expect(await page.getByText('分钟没有操作就会退出').isVisible()).toBe(false);
      await page.clock.fastForward('02:00');
      await page.getByText('再过 4 分钟没有操作就会退出登录').waitFor();
      await page.getByRole('button', { name: '继续使用' }).click();
      await page.getByText('分钟没有操作就会退出').waitFor({ state: 'detached' });
    }));
});

describe.skipIf(!hasCurrent)('真正的安委办', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-init-'));
  const printed = join(folder, 'printed.txt');
  const entry = join(folder, 'init.mjs');
  let real: RunningServer;
  beforeAll(async () => {
    // Started with --init; what it prints is kept, for the set-up code stands there.
    writeFileSync(
      entry,
      `import { appendFileSync } from 'node:fs';
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => { appendFileSync(${JSON.stringify(printed)}, text); return write(text, ...rest); };
process.argv.push('--init');
await import(${JSON.stringify(pathToFileURL(MAIN).href)});
`,
    );
    real = await startServer({ entry });
  });
  afterAll(async () => {
    await real.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('从终端里的设置码到系统管理员进入：口令只显示一次，首次登录改口令、设动态口令，再登录要验证码', () =>
    onPage(`${real.address}/`, async (page) => {
      await page.getByText('这里还没有安委办').waitFor();
      await page.getByRole('link', { name: '首次设置' }).click();
      await page.getByLabel('设置码').fill('0000-0000-0000');
      await page.getByLabel('安委办名称').fill('某市安委办');
      const faults = await faultsOfPage(page);
      await page.getByRole('button', { name: '建立' }).click();
      await page.getByRole('alert').getByText('设置码不对').waitFor();
      faults.push(...(await faultsOfPage(page, { keyboard: false })));
      await page.getByLabel('设置码').fill(/设置码 ([0-9A-F-]+)/.exec(readFileSync(printed, 'utf8'))?.[1] ?? '');
      await page.getByRole('button', { name: '建立' }).click();
      const initial = await page
        .getByRole('row', { name: /^sysadmin/ })
        .locator('code')
        .textContent();
      faults.push(...(await faultsOfPage(page)));
      await page.getByRole('button', { name: '去登录' }).click();
      await typeIn(page, 'sysadmin', initial ?? '');
      await page.getByLabel('现在的口令').waitFor();
      faults.push(...(await faultsOfPage(page)));
      await changePassword(page, initial ?? '');
      await page.getByRole('heading', { name: '动态口令' }).waitFor();
      faults.push(...(await faultsOfPage(page)));
      await page.getByLabel('验证码').fill('000000');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      faults.push(...(await faultsOfPage(page, { keyboard: false })));
      const secret = ((await page.locator('.totp-secret code').textContent()) ?? '').replaceAll(' ', '');
      await page.getByLabel('验证码').fill(codeOf(secret, 0));
      await page.keyboard.press('Enter');
      await page.getByText('当前角色：系统管理员').first().waitFor();
      await page.getByRole('button', { name: '退出' }).click();
      await typeIn(page, 'sysadmin', OWN_PASSWORD);
      await page.getByLabel('验证码').waitFor();
      faults.push(...(await faultsOfPage(page)));
      expect(faults).toEqual([]);
      await page.getByLabel('验证码').fill(codeOf(secret, 30_000));
      await page.keyboard.press('Enter');
      await page.getByText('当前角色：系统管理员').first().waitFor();
    }));
});

/** The code of a moment from now: each is taken once, and the next one is taken early. */
function codeOf(secret: string, laterMs: number): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + laterMs });
}

describe.skipIf(!hasFloor)('最旧的浏览器', () => {
  it('Chromium 86 里登录、退出', () =>
    withFloor(async (surface) => {
      await surface.goto(`${server.address}/sign-in`);
      await surface.text('text=演示账号');
      await surface.click('text=approver');
      await surface.text('text=当前角色：审定人');
      await surface.click('text=退出');
      await surface.text('text=演示账号');
      expect(pageErrors(surface.errors())).toEqual([]);
    }));
});
