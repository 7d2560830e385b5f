// Every page of the office, as every role of the demonstration: in both languages, at the smallest screen, by keyboard.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, hasFloor, type Surface, withCurrent, withFloor } from './browsers.js';
import { signInAs } from './office.js';
import { focusFaults, languageFaults, layoutFaults } from './page-survey.js';
import { violations } from './page-tools.js';
import { type RunningServer, startServer } from './server.js';

const UNIT = encodeURIComponent('新郑市');
const SHEET = `/office/sheets/${UNIT}`;
const REPORT = `/office/reports/${encodeURIComponent('高新区')}`;
const VISIT = `/office/visits/${UNIT}`;
const REGISTER = '/office/registers/indicators';

/** Each role of the demonstration with the pages behind those of its navigation. */
const DEEP_PAGES = {
  office: [SHEET, REPORT, VISIT, REGISTER],
  'team-leader': [SHEET, VISIT],
  'team-member': [],
  'assessed-unit': [SHEET, `/office/reports/${UNIT}`],
  'rating-leader': ['/office/ratings/leader/leader-01'],
  'rating-division': ['/office/ratings/division/division-01'],
  'division-head': ['/office/ratings/division/division-01'],
  'counting-clerk': ['/office/ratings/leader/leader-02'],
  'supplying-division': [],
  'patrol-group': [],
  approver: [],
  'system-administrator': [],
  'security-administrator': [],
  auditor: [],
} as const;

/** The same for everybody: looked at once. */
const ALIKE = ['/office/own-account'];
const surveyed = new Set<string>();

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('main h1') && !document.querySelector('.waiting, main .ant-spin'),
    undefined,
    { timeout: 10_000 },
  );
}

/** Follows a line of the navigation: the heading that was there is gone. */
async function follow(page: Page, place: string): Promise<void> {
  if (new URL(page.url()).pathname === place) return;
  await page.evaluate(() => document.querySelector('main h1')?.setAttribute('data-before', ''));
  await page.locator(`.office-navigation a[href="${place}"]`).click();
  await page.locator('main h1[data-before]').waitFor({ state: 'detached' });
}

const inLanguage = async (page: Page, name: string) => {
  await page.locator('.top-tools .ant-segmented-item', { hasText: name }).click();
  await settled(page);
};

/** The faults of the page that is open, each with its address. */
async function faultsOfPage(page: Page): Promise<string[]> {
  const faults = [...(await layoutFaults(page)), ...(await languageFaults(page, 'zh')), ...(await violations(page))];
  faults.push(...(await focusFaults(page)));
  await inLanguage(page, 'English');
  faults.push(...(await languageFaults(page, 'en')), ...(await layoutFaults(page)));
  await inLanguage(page, '中文');
  const { pathname } = new URL(page.url());
  return faults.map((fault) => `${decodeURIComponent(pathname)}: ${fault}`);
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
      await page.setViewportSize({ width: 1366, height: 768 });
      const faults: string[] = [];
      for (const [login, deep] of Object.entries(DEEP_PAGES)) faults.push(...(await faultsOfRole(page, login, deep)));
      expect(faults).toEqual([]);
      expect(surface.errors()).toEqual([]);
    });
  }, 300_000);
});

const STYLED = `getComputedStyle(document.querySelector('.top-bar')).position === 'sticky'`;

/** Signs in through the page, then looks at one page of each noun. */
async function onTheFloor(surface: Surface): Promise<void> {
  await surface.goto(`${server.address}/sign-in`);
  await surface.click('text=team-leader');
  await surface.text('.stages, .todo');
  expect(await surface.evaluate(STYLED)).toBe(true);
  await surface.goto(`${server.address}${SHEET}`);
  await surface.click('tr.in-hand td.row-number');
  await surface.press('Space');
  expect(await surface.text('.strip-saved.saved', 30_000)).toContain('全部已保存');
  expect(await surface.text('.strip-progress')).toMatch(/54\/54/);
  await surface.goto(`${server.address}/office/registers/accidents`);
  await surface.text('.paper table tbody tr');
  for (const [login, path, shown] of [
    ['rating-leader', '/office/ratings/leader/leader-01', '.rating-paper tbody tr'],
    ['office', '/office/closing', '.closing-part tbody tr'],
  ] as const) {
    await surface.click('text=退出');
    await surface.click(`text=${login}`);
    await surface.text('.stages, .todo');
    await surface.goto(`${server.address}${path}`);
    await surface.text(shown);
    expect(await surface.evaluate(STYLED)).toBe(true);
  }
  expect(surface.errors()).toEqual([]);
}

describe.skipIf(!hasFloor)('Chromium 86', () => {
  it('登录、首页、用键盘关一行、评价表、台账、汇总与通报：都有样式，没有错误', () => withFloor(onTheFloor), 240_000);
});

/** Pages that read something of their own, with the role that opens them. */
const READING_PAGES = [
  '',
  '/sheets',
  `/sheets/${UNIT}`,
  '/ratings',
  '/registers/talks',
  '/visits',
  '/reports',
  '/closing',
];

describe.skipIf(!hasCurrent)('网络慢、网络断', () => {
  /** A page whose requests wait, then fail, then work. */
  async function throughTheNetwork(page: Page, path: string): Promise<void> {
    let state: 'slow' | 'dropped' | 'well' = 'slow';
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/years**', async (route) => {
      if (state === 'slow') await held;
      await (state === 'dropped' ? route.abort() : route.continue());
    });
    await page.goto(`${server.address}/office${path}`);
    await page.getByRole('status').filter({ hasText: '正在读取…' }).first().waitFor();
    state = 'dropped';
    release();
    await page.getByRole('alert').filter({ hasText: '连不上服务器' }).first().waitFor({ timeout: 60_000 });
    state = 'well';
    await page.getByRole('button', { name: '重试' }).first().click();
    await page.locator('main table').first().waitFor();
  }

  it('读得慢时写明正在读取；读不到时说明原因，点重试就接着读', async () => {
    await withCurrent(async (_surface, first) => {
      const context = first.context();
      await signInAs(context, server.address, 'office');
      await Promise.all(READING_PAGES.map(async (path) => throughTheNetwork(await context.newPage(), path)));
    });
  }, 180_000);

  it('写到一半断了网：说明没有保存，重开页面草稿还在，再点保存就存上', async () => {
    await withCurrent(async (_surface, page) => {
      await signInAs(page.context(), server.address, 'team-leader');
      await page.goto(`${server.address}/office/reports/${UNIT}`);
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
