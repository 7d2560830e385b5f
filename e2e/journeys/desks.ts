// One office and one browser for all journeys of a file; whoever acts sits at a desk of their own: a context with its own session.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchCurrent } from '../browsers.js';
import { startDemonstration } from '../demonstration.js';
import { signInAs } from '../office.js';
import { violations } from '../page-tools.js';
import type { RunningServer } from '../server.js';

const DESK = { viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };

export interface Desk {
  /** Whoever signs in before the page opens; left out, the page is opened by nobody yet. */
  readonly login?: string;
  readonly path: string;
  /** Errors of the browser that the journey provokes: it tells of every refused request. */
  readonly provoked?: RegExp;
}

export interface Desks {
  readonly address: () => string;
  /** A journey at a desk, which ends on a page that is clean for everybody and has raised no error. */
  readonly at: (desk: Desk, journey: (page: Page) => Promise<void>) => Promise<void>;
}

/** Starts the demonstration office and a browser for the file that asks. */
export function openDesks(): Desks {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemonstration(), launchCurrent()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  return {
    address: () => server.address,
    at: async ({ login, path, provoked }, journey) => {
      const context = await browser.newContext(DESK);
      try {
        if (login !== undefined) await signInAs(context, server.address, login);
        const page = await context.newPage();
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        await page.goto(`${server.address}${path}`);
        await page.locator('main h1').first().waitFor();
        await journey(page);
        expect(await violations(page)).toEqual([]);
        expect(errors.filter((error) => !provoked?.test(error))).toEqual([]);
      } finally {
        await context.close();
      }
    },
  };
}
