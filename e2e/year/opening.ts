// How an office begins through the pages: the set-up code, the first people, the year, everybody's accounts and roles.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { choose, confirmed } from '../typing.js';
import { filledIn, type Person } from './people.js';

const PATIENCE_MS = 600_000;
const PEOPLE_FILE = '人员表（.xlsx）';
const TITLE = '2019年度安全生产目标考核';

type Passwords = ReadonlyMap<string, string>;

/** The list of people as the office fills it in: the template of the pages, taken from where the pages link it. */
async function peopleFile(page: Page, people: readonly Person[]) {
  const template = await page.getByRole('link', { name: '下载模板' }).first().getAttribute('href');
  const answer = await page.request.get(new URL(template ?? '', page.url()).href);
  return { name: '人员表.xlsx', mimeType: '', buffer: await filledIn(await answer.body(), people) };
}

async function passwordsIn(page: Page, table: string): Promise<Passwords> {
  const rows = page.locator(`${table} tbody tr`).filter({ has: page.locator('code') });
  await rows.first().waitFor({ timeout: PATIENCE_MS });
  const told = await rows.evaluateAll((all) =>
    all.map(
      (row) => [row.querySelector('th')?.textContent ?? '', row.querySelector('code')?.textContent ?? ''] as const,
    ),
  );
  return new Map(told);
}

/** Whoever sees the terminal: the three administrators and the first people, whose roles need no year. */
export async function setUp(page: Page, { code, people }: { code: string; people: readonly Person[] }) {
  await page.getByLabel('设置码').fill(code);
  await page.getByLabel('安委办名称').fill('演练市安委办');
  await page.getByLabel(PEOPLE_FILE).setInputFiles(await peopleFile(page, people));
  await page.getByRole('button', { name: '建立' }).click();
  await page.getByRole('button', { name: '去登录' }).waitFor({ timeout: PATIENCE_MS });
  return await passwordsIn(page, 'main');
}

/** The office: its year, after the document it chooses. */
export async function createYear(page: Page): Promise<void> {
  await page.getByRole('link', { name: '新建年度' }).first().click();
  await choose(page, '考核文件', '2019');
  await page.getByLabel('年度', { exact: false }).first().fill('2019');
  await page.getByLabel('年度名称').fill(TITLE);
  await page.getByRole('button', { name: '建立年度' }).click();
  await page.getByRole('region', { name: '各单位' }).getByText('巩义市').waitFor({ timeout: PATIENCE_MS });
}

/** The system administrator: accounts for everybody in the list, and one by hand. */
export async function openAccounts(
  page: Page,
  { people, single }: { people: readonly Person[]; single: Person },
): Promise<Passwords> {
  await page.getByRole('link', { name: '账号' }).first().click();
  await page.getByLabel('登录名', { exact: true }).fill(single.login);
  await page.getByLabel('显示名（写职务，不写姓名）').fill(single.post);
  await page.getByRole('button', { name: '新建账号' }).click();
  await page.getByText(`“${single.login}”的初始口令`).waitFor();
  const own = (await page.locator('.new-password').textContent()) ?? '';
  await page.getByLabel(PEOPLE_FILE).setInputFiles(await peopleFile(page, people));
  await page.getByRole('button', { name: '按人员表建账号' }).click();
  const passwords = await passwordsIn(page, 'section[aria-label="按人员表建账号"]');
  return new Map([...passwords, [single.login, own]]);
}

/** The security administrator: everybody's roles by the same list, one by hand, and one given by mistake taken back. */
export async function giveRoles(
  page: Page,
  { people, single }: { people: readonly Person[]; single: Person },
): Promise<void> {
  await page.getByRole('link', { name: '授权' }).first().click();
  await page.getByLabel(PEOPLE_FILE).setInputFiles(await peopleFile(page, people));
  await page.getByRole('button', { name: '按人员表授权' }).click();
  await page.getByText(/^授予 \d+ 项，已有 \d+ 项。$/).waitFor({ timeout: PATIENCE_MS });
  const give = async (role: string) => {
    await choose(page, '账号', `${single.post} ${single.login}`);
    await choose(page, '角色', role);
    await page.getByRole('button', { name: '授予', exact: true }).click();
    return page.getByRole('row', { name: new RegExp(`^${single.login} .*${role}`) });
  };
  const wrong = await give('审定人');
  await wrong.waitFor();
  await confirmed(page, wrong, '撤销');
  await wrong.waitFor({ state: 'detached' });
  for (const { role } of single.roles) await (await give(role)).waitFor();
  const places = await page.locator('.office-navigation a').allTextContents();
  expect(places).toEqual(['首页', '授权', '我的口令']);
}
