// A journey of one role through the pages of the demonstration office, at the size of the smallest screen it is made for.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { withCurrent } from './browsers.js';
import { signInAs } from './office.js';

interface Traveller {
  readonly address: string;
  readonly login: string;
  readonly path: string;
  /** Errors of the browser that the journey provokes. */
  readonly provoked?: RegExp;
}

export async function officeJourney(
  { address, login, path, provoked }: Traveller,
  journey: (page: Page) => Promise<void>,
): Promise<void> {
  await withCurrent(async (surface, page) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await signInAs(page.context(), address, login);
    await page.goto(`${address}${path}`);
    await page.locator('main h1').first().waitFor();
    await journey(page);
    expect(surface.errors().filter((error) => !provoked?.test(error))).toEqual([]);
  });
}
