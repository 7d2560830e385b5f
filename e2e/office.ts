// The demonstration office in a real browser: the built server over its own database, and people signed in by role.
import type { BrowserContext, Page } from 'playwright-core';

/** The one password of the demonstration's accounts. */
export const PASSWORD = 'Kaohe-2019-demo';

export interface OfficeRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly ifMatch?: number;
}

/** Signs in as the demonstration's account of that login; its pages and `ask` act in the account's role from then on. */
export async function signInAs(context: BrowserContext, address: string, login: string): Promise<void> {
  const response = await context.request.post(`${address}/api/session`, { data: { login, password: PASSWORD } });
  if (!response.ok()) throw new Error(`${login} could not sign in: ${response.status()} ${await response.text()}`);
}

/** Somebody else at another computer: a browser context of their own, signed in. */
export async function anotherPerson(page: Page, address: string, login: string): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const context = await browser.newContext({
    viewport: page.viewportSize(),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await signInAs(context, address, login);
  return await context.newPage();
}

/** What the server answers the person signed in, past the pages. */
export async function ask<Answer>(context: BrowserContext, address: string, wanted: OfficeRequest): Promise<Answer> {
  const { method, path, body, ifMatch } = wanted;
  const response = await context.request.fetch(`${address}${encodeURI(path)}`, {
    method,
    ...(body !== undefined && { data: body }),
    ...(ifMatch !== undefined && { headers: { 'if-match': `"${ifMatch}"` } }),
  });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as Answer;
}

interface Grants {
  readonly grants: readonly {
    readonly grant: string;
    readonly account: string;
    readonly login: string;
    readonly role: string;
    readonly scope: string;
    readonly year: string | null;
  }[];
}

interface Move {
  readonly year: string;
  readonly logins: readonly string[];
}

/** Gives people the roles they have in one year in another instead: a team, a unit or a rater is one of a year. */
export async function moveToYear(page: Page, address: string, { year, logins }: Move): Promise<void> {
  const administrator = (await anotherPerson(page, address, 'security-administrator')).context();
  const { grants } = await ask<Grants>(administrator, address, { method: 'GET', path: '/api/grants' });
  for (const { grant, account, login, role, scope, year: before } of grants) {
    if (before === null || before === year || !logins.includes(login)) continue;
    const body = { account, role, scope, year };
    await ask(administrator, address, { method: 'POST', path: '/api/grants', body });
    await ask(administrator, address, { method: 'DELETE', path: `/api/grants/${grant}` });
  }
  await administrator.close();
}
