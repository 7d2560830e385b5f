// A real office while its year goes by: its people signed in, each with requests and pages of their own.
import type { SheetJson } from '@kaohe/api-contract';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { Client } from './client.js';
import { type EndedUnit, observationsOf } from './facts.js';

export const YEAR = '/api/years/2019';
const SIZE = { width: 1366, height: 768 };
/** Scrypt keeps every processor busy: more at once are not faster. */
const AT_ONCE = 4;

export const ownPassword = (login: string) => `Own-${login.length}-word-2019`;

/** Everything done, so many at a time. */
export async function inTurn<One>(all: readonly One[], act: (one: One) => Promise<void>): Promise<void> {
  const rest = [...all];
  const next = async (): Promise<void> => {
    const one = rest.shift();
    if (one === undefined) return;
    await act(one);
    await next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

export class RealOffice {
  readonly #people = new Map<string, Client>();

  constructor(
    readonly address: string,
    readonly passwords: Map<string, string>,
  ) {}

  as(login: string): Client {
    const client = this.#people.get(login);
    if (!client) throw new Error(`${login} has not signed in`);
    return client;
  }

  /** The first time by requests. */
  async signIn(login: string): Promise<void> {
    const client = new Client(this.address, login);
    await client.signIn(this.passwords.get(login) ?? '', ownPassword(login));
    this.#people.set(login, client);
  }

  /** The first time through the pages: the initial password, one of one's own, an authenticator. */
  async signInOnPage(page: Page, login: string): Promise<void> {
    const initial = this.passwords.get(login) ?? '';
    await page.goto(`${this.address}/office`);
    await page.getByLabel('登录名', { exact: true }).fill(login);
    await page.keyboard.press('Tab');
    await page.keyboard.type(initial);
    await page.keyboard.press('Enter');
    await page.getByLabel('现在的口令').fill(initial);
    await page.getByLabel('新口令', { exact: true }).fill(ownPassword(login));
    await page.getByLabel('再写一遍新口令').fill(ownPassword(login));
    await page.keyboard.press('Enter');
    const secret = ((await page.locator('.totp-secret code').textContent()) ?? '').replaceAll(' ', '');
    await page.getByLabel('验证码').fill(new TOTP({ secret }).generate());
    await page.keyboard.press('Enter');
    await page.getByText('当前角色：').first().waitFor();
    const cookies = await page.context().cookies();
    const client = new Client(this.address, login);
    client.session = cookies.find(({ name }) => name === 'kaohe_session')?.value;
    this.#people.set(login, client);
  }

  /** A computer of somebody's own: nobody is signed in there. */
  async desk(page: Page): Promise<Page> {
    const browser = page.context().browser();
    if (!browser) throw new Error('the page has no browser');
    const context = await browser.newContext({ viewport: SIZE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    return await context.newPage();
  }

  /** A page of somebody who is signed in, at a computer of their own. */
  async pageOf(page: Page, login: string, path: string): Promise<Page> {
    const own = await this.desk(page);
    const value = this.as(login).session ?? '';
    await own.context().addCookies([{ name: 'kaohe_session', value, url: this.address }]);
    await own.goto(`${this.address}${path}`);
    return own;
  }

  /** Every line of a unit's sheet that the person supplies and nobody has entered. */
  async enterSheet(login: string, unit: string, facts: EndedUnit): Promise<void> {
    const path = `${YEAR}/sheets/${unit}`;
    const { rows } = await this.as(login).ask<SheetJson>('GET', path);
    for (const { line, clauses, own, mayChange, closed, version } of rows) {
      if (!own || !mayChange || closed) continue;
      const body = { closed: true, observations: observationsOf(facts, clauses) };
      await this.as(login).ask('PUT', `${path}/rows/${line.split('/').pop()}`, { body, ifMatch: version });
    }
  }
}
