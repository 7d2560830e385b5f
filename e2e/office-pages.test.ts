// Every page of the office, as every role of the demonstration: in both languages, at the smallest screen, by keyboard.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, hasFloor, type Surface, withCurrent, withFloor } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { anotherPerson, ask, moveToYear, PASSWORD, signInAs } from './office.js';
import { DEEP_PAGES, OTHER_REGISTERS, SHEET, WORKED_ON } from './office-places.js';
import { refusedReads, slowThenDropped, together } from './office-states.js';
import { faultsOfPage, settled } from './page-survey.js';
import type { RunningServer } from './server.js';
import { typeIn } from './typing.js';

const SIZE = { width: 1366, height: 768 };

/** The same for everybody: looked at once. */
const ALIKE = ['/office/own-account'];
const surveyed = new Set<string>();

let server: RunningServer;
beforeAll(async () => {
  server = await startDemonstration();
});
afterAll(() => server.stop());

/** Follows a line of the navigation: the heading that was there is gone. */
async function follow(page: Page, place: string): Promise<void> {
  if (new URL(page.url()).pathname === place) return;
  await page.evaluate(() => document.querySelector('main h1')?.setAttribute('data-before', ''));
  await page.locator(`.office-navigation a[href="${place}"]`).click();
  await page.locator('main h1[data-before]').waitFor({ state: 'detached' });
}

async function faultsOfRole(page: Page, login: string, deep: readonly string[]): Promise<string[]> {
  await page.context().clearCookies();
  await signInAs(page.context(), server.address, login);
  await page.goto(`${server.address}/office`);
  await settled(page);
  const places = await page
    .locator('.office-navigation a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const faults: string[] = [];
  // The pages of documents and files, which everybody sees, have their own journeys.
  for (const place of [...places, ...deep].filter((one) => one.startsWith('/office') && !surveyed.has(one))) {
    if (deep.includes(place)) await page.goto(`${server.address}${place}`);
    else await follow(page, place);
    await settled(page);
    if (ALIKE.includes(place)) surveyed.add(place);
    faults.push(...(await faultsOfPage(page)).map((fault) => `${login} ${fault}`));
  }
  return faults;
}

describe.skipIf(!hasCurrent)('安委办的每一页', () => {
  it('每个角色的每一页：标题和正文在最上面、不横滚、无障碍检查无问题、只用键盘到得了、两种语言不混', async () => {
    await withCurrent(async (surface, page) => {
      await page.setViewportSize(SIZE);
      const faults: string[] = [];
      for (const [login, deep] of Object.entries(DEEP_PAGES)) faults.push(...(await faultsOfRole(page, login, deep)));
      expect(faults).toEqual([]);
      expect(surface.errors()).toEqual([]);
    });
  }, 300_000);

  it('登录页：没有填、口令不对、锁定，都写明，两种语言、键盘、无障碍都没有问题', async () => {
    await withCurrent(async (_surface, page) => {
      await page.setViewportSize(SIZE);
      const administrator = await anotherPerson(page, server.address, 'system-administrator');
      await page.goto(`${server.address}/sign-in`);
      await settled(page);
      const faults = await faultsOfPage(page);
      for (let wrong = 0; wrong <= LOCKED_AFTER; wrong += 1) {
        if (wrong === LOCKED_AFTER) await page.reload();
        await typeIn(page, 'approver', 'wrong');
        await page
          .getByRole('alert')
          .getByText(wrong < LOCKED_AFTER ? '没有登录成功' : '锁')
          .first()
          .waitFor();
        if (wrong === 0 || wrong === LOCKED_AFTER) faults.push(...(await faultsOfPage(page, { keyboard: false })));
      }
      await unlocked(administrator, 'approver');
      expect(faults).toEqual([]);
    });
  });
});

/** Failed attempts after which an account, and the address they came from, are locked. */
const LOCKED_AFTER = 5;

async function unlocked(administrator: Page, login: string): Promise<void> {
  const ofOffice = administrator.context();
  const { accounts } = await ask<AccountList>(ofOffice, server.address, { method: 'GET', path: '/api/accounts' });
  const found = accounts.find((account) => account.login === login);
  const path = `/api/accounts/${found?.account}`;
  await ask(ofOffice, server.address, { method: 'PATCH', path, body: { unlock: true }, ifMatch: found?.version ?? 0 });
}

interface AccountList {
  readonly accounts: readonly { readonly account: string; readonly login: string; readonly version: number }[];
}

const STYLED = `getComputedStyle(document.querySelector('.top-bar')).position === 'sticky'
  && getComputedStyle(document.querySelector('.office-navigation')).position !== 'static'`;
const SETTLED = `!!document.querySelector('main h1') && !document.querySelector('.waiting, main .ant-spin')`;
const signedInOnTheFloor = (login: string) => `fetch('/api/session', {
  method: 'POST', headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ login: '${login}', password: '${PASSWORD}' }),
}).then((answer) => answer.ok)`;

/** Signs in through the page and works on a sheet by keyboard; then every page is opened once by somebody who works on it. */
async function onTheFloor(surface: Surface): Promise<void> {
  await surface.goto(`${server.address}/sign-in`);
  await surface.click('text=team-leader');
  await surface.text('.stages, .todo');
  await surface.goto(`${server.address}${SHEET}`);
  await surface.click('tr.in-hand td.row-number');
  await surface.press('Space');
  expect(await surface.text('.strip-saved.saved', 30_000)).toContain('全部已保存');
  expect(await surface.text('.strip-progress')).toMatch(/54\/54/);
  for (const [login, paths] of Object.entries(WORKED_ON)) {
    expect(await surface.evaluate(signedInOnTheFloor(login))).toBe(true);
    for (const path of paths) {
      await surface.goto(`${server.address}${path}`);
      await expect.poll(() => surface.evaluate(SETTLED), { timeout: 20_000, message: path }).toBe(true);
      expect([path, await surface.evaluate(STYLED), surface.errors()]).toEqual([path, true, []]);
    }
  }
}

describe.skipIf(!hasFloor)('Chromium 86', () => {
  it('登录，用键盘关一行；每一页都打得开，有样式，没有错误', () => withFloor(onTheFloor), 240_000);
});

/** What each page reads, by the one who opens it; of the registers, which are one page, the first. */
const READING = Object.entries(WORKED_ON).flatMap(([login, paths]) =>
  paths.filter((path) => !ALIKE.includes(path) && !OTHER_REGISTERS.includes(path)).map((path) => ({ login, path })),
);

describe.skipIf(!hasCurrent)('网络慢、网络断、服务器出错', () => {
  /** Looks at every page that reads something, each in the context of whoever opens it. */
  const atEveryPage = (look: (context: BrowserContext, address: string) => Promise<void>, atOnce: number) =>
    withCurrent(async (_surface, page) => {
      const contexts = new Map<string, BrowserContext>();
      for (const login of Object.keys(WORKED_ON))
        contexts.set(login, (await anotherPerson(page, server.address, login)).context());
      await together(
        READING,
        async ({ login, path }) => {
          const context = contexts.get(login);
          if (context) await look(context, `${server.address}${path}`);
        },
        atOnce,
      );
    });

  it('读得慢时写明正在读取；读不到时说明原因，点重试就接着读', () => atEveryPage(slowThenDropped, 8), 240_000);

  it('每一页读的每一样，服务器出错时都说明，点重试就好；没有读到的不说成没有', async () => {
    const done = new Set<string>();
    const faults: string[] = [];
    await atEveryPage(async (context, address) => {
      faults.push(...(await refusedReads(context, address, done)));
    }, 6);
    expect(faults).toEqual([]);
    expect(done.size).toBeGreaterThan(15);
  }, 240_000);

  it('写到一半断了网：说明没有保存，重开页面草稿还在，再点保存就存上', async () => {
    await withCurrent(async (_surface, page) => {
      await signInAs(page.context(), server.address, 'team-leader');
      await page.goto(`${server.address}/office/reports/${encodeURIComponent('新郑市')}`);
      const narrative = page.getByRole('textbox', { name: '基本情况' });
      const save = page.getByRole('button', { name: '保存' });
      let drops = Number.POSITIVE_INFINITY;
      await page.route('**/api/years/**', (route) => {
        if (route.request().method() === 'GET' || drops === 0) return route.continue();
        drops -= 1;
        return route.abort();
      });
      await narrative.fill('考核组听取了汇报。');
      await save.click();
      await page.getByRole('alert').filter({ hasText: '连不上服务器' }).waitFor({ timeout: 30_000 });
      await page.reload();
      await narrative.waitFor();
      expect(await narrative.inputValue()).toBe('考核组听取了汇报。');
      drops = 1; // the first try is lost, and is repeated by itself
      await save.click();
      await page.getByText('已保存', { exact: true }).waitFor();
      await page.reload();
      await page.getByText('已保存', { exact: true }).waitFor();
      expect(await narrative.inputValue()).toBe('考核组听取了汇报。');
    });
  });

  it('页面的程序读不到时说明没有打开，点重试就打开', async () => {
    await withCurrent(async (_surface, page) => {
      await signInAs(page.context(), server.address, 'office');
      await page.goto(`${server.address}/office`);
      await settled(page);
      await page.route('**/assets/papers-page*', (route) => route.abort());
      await page.locator('.office-navigation a[href="/office/papers"]').click();
      await page.getByRole('alert').filter({ hasText: '这一页没有打开' }).waitFor();
      await page.unroute('**/assets/papers-page*');
      await page.getByRole('button', { name: '重试' }).click();
      await page.getByRole('heading', { name: '文书下载' }).waitFor();
    });
  });
});

describe.skipIf(!hasCurrent)('新建的年度', () => {
  it('什么都还没有的时候，每一页写明没有什么、由谁做，也没有一处错', async () => {
    await withCurrent(async (surface, page) => {
      await page.setViewportSize(SIZE);
      const faults: string[] = [];
      for (const [login, paths] of Object.entries(WORKED_ON)) {
        await page.context().clearCookies();
        await signInAs(page.context(), server.address, login);
        if (login === 'office') {
          await ask(page.context(), server.address, NEW_YEAR);
          await moveToYear(page, server.address, { year: NEW_YEAR.body.year, logins: Object.keys(WORKED_ON) });
        }
        for (const path of paths.filter((one) => !OF_NO_YEAR.includes(one))) {
          await page.goto(`${server.address}${path}?year=${NEW_YEAR.body.year}`);
          await settled(page);
          faults.push(...(await faultsOfPage(page, { keyboard: false })).map((fault) => `${login} ${fault}`));
        }
      }
      expect(faults).toEqual([]);
      expect(surface.errors()).toEqual([]);
    });
  }, 240_000);
});

const OF_NO_YEAR = ['/office/accounts', '/office/own-account', '/office/grants', '/office/audit'];
const NEW_YEAR = {
  method: 'POST',
  path: '/api/years',
  body: { year: '2020', title: '2020年度安全生产目标考核', scheme: 'zhengzhou-2019' },
} as const;
