// The states of a page besides the good one: its requests are slow, dropped, or refused by a server that fails.
import type { BrowserContext, Page } from 'playwright-core';
import { settled } from './page-survey.js';

const FAILED = {
  code: 'internal',
  title: '服务器出错',
  titleEn: 'Internal error',
  detail: '服务器出了错。',
  detailEn: 'The server failed.',
};
const PATIENCE_MS = 60_000;

/** A read of the office's data; the session is what the frame stands on, and is not the page's. */
const isRead = (url: URL) => url.pathname.startsWith('/api/') && !url.pathname.startsWith('/api/session');

/** Says that it is reading while requests wait, why it cannot when they are dropped, and goes on when they are tried again. */
export async function slowThenDropped(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  let state: 'slow' | 'dropped' | 'well' = 'slow';
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(isRead, async (route) => {
    if (state === 'slow') await held;
    await (state === 'dropped' ? route.abort() : route.continue());
  });
  await page.goto(address);
  await page.getByRole('status').filter({ hasText: '正在读取…' }).first().waitFor();
  state = 'dropped';
  release();
  await page.getByRole('alert').filter({ hasText: '连不上服务器' }).first().waitFor({ timeout: PATIENCE_MS });
  state = 'well';
  await page.getByRole('button', { name: '重试' }).first().click();
  await page.locator('.unread').first().waitFor({ state: 'detached' });
  await settled(page);
  await page.close();
}

/** Each read of the page refused alone, unless it was already: the page says so and offers to try again, or it is a fault. */
export async function refusedReads(context: BrowserContext, address: string, done: Set<string>): Promise<string[]> {
  const page = await context.newPage();
  const reads = new Set<string>();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (request.method() === 'GET' && isRead(url)) reads.add(url.pathname);
  });
  await page.goto(address);
  await settled(page);
  const faults: string[] = [];
  for (const read of reads) {
    if (done.has(read)) continue;
    done.add(read);
    if (!(await tellsRefusal(page, address, read)))
      faults.push(`${decodeURI(address)}: silent when ${decodeURI(read)} fails`);
  }
  await page.close();
  return faults;
}

async function tellsRefusal(page: Page, address: string, read: string): Promise<boolean> {
  const isIt = (url: URL) => url.pathname === read;
  await page.route(isIt, (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(FAILED) }),
  );
  await page.goto(address);
  const told = page.getByRole('alert').first();
  try {
    await told.waitFor({ timeout: 15_000 });
    await page.unroute(isIt);
    await page.getByRole('button', { name: '重试' }).first().click();
    await told.waitFor({ state: 'detached' });
    return true;
  } catch {
    await page.unroute(isIt);
    return false;
  }
}

/** The same for many places, so many at a time. */
export async function together<Place>(
  places: readonly Place[],
  look: (place: Place) => Promise<void>,
  atOnce: number,
): Promise<void> {
  const left = [...places];
  const next = async (): Promise<void> => {
    const place = left.shift();
    if (place === undefined) return;
    await look(place);
    await next();
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
