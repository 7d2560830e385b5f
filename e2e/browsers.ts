// Starts the two browsers every page must work in: the current Chromium and the floor, Chromium 86.
// Both are driven by one client; its locators need a newer page than the floor, so a Surface finds elements in the page's own world.
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserFiles, fontsConfiguration } from './browser-files.js';

/** What a journey may do in either browser. A selector is CSS, or `text=提交`: the innermost visible element with exactly that text or label. */
export interface Surface {
  goto(address: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Clicks a field and replaces its content by typing. */
  fill(selector: string, value: string): Promise<void>;
  press(key: string): Promise<void>;
  /** The shown text of an element, once it is there; fails after the patience, in milliseconds. */
  text(selector: string, patienceMs?: number): Promise<string>;
  screenshot(path?: string): Promise<Buffer>;
  evaluate<T>(expression: string): Promise<T>;
  /** Errors the page raised or logged since it was opened. */
  errors(): readonly string[];
  close(): Promise<void>;
}

const VIEWPORT = { width: 1440, height: 900 };
const PATIENCE_MS = 15_000;
const ARGUMENTS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-background-networking',
  '--disable-gpu',
  '--font-render-hinting=none',
];
const packaged = process.platform === 'linux' && process.arch === 'x64';

/** Whether the current browser can start here. */
export const hasCurrent = packaged || process.env.CHROMIUM_PATH !== undefined;
/** Whether the floor can start here: its package carries one platform. */
export const hasFloor = packaged;

// Runs in the page: the element a selector means, or undefined while there is none. Kept to what Chromium 86 knows.
const FIND = `(selector) => {
  const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  if (!selector.startsWith('text=')) return Array.from(document.querySelectorAll(selector)).filter(shown)[0];
  const label = selector.slice(5);
  const named = (element) => element.textContent.trim() === label || element.getAttribute('aria-label') === label;
  return Array.from(document.body.querySelectorAll('*')).filter((element) => named(element) && shown(element)).pop();
}`;
const CENTRE = `(element) => {
  element.scrollIntoView({ block: 'center', inline: 'center' });
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}`;

interface Search {
  selector: string;
  /** Function of the found element, as source text. */
  use: string;
  patienceMs?: number | undefined;
}

async function whenFound<T>(page: Page, { selector, use, patienceMs = PATIENCE_MS }: Search): Promise<T> {
  const deadline = Date.now() + patienceMs;
  const expression = `(() => { const found = (${FIND})(${JSON.stringify(selector)}); return found && { value: (${use})(found) }; })()`;
  for (;;) {
    const result = await page.evaluate<{ value: T } | undefined>(expression);
    if (result) return result.value;
    if (Date.now() > deadline) throw new Error(`nothing visible matches ${selector} on ${page.url()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function surfaceOf(page: Page): Surface {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const click = async (selector: string) => {
    const at = await whenFound<{ x: number; y: number }>(page, { selector, use: CENTRE });
    await page.mouse.click(at.x, at.y);
  };
  return {
    goto: async (address) => void (await page.goto(address)),
    click,
    fill: async (selector, value) => {
      await click(selector);
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(value);
    },
    press: (key) => page.keyboard.press(key),
    text: (selector, patienceMs) =>
      whenFound<string>(page, { selector, use: '(element) => element.innerText', patienceMs }),
    screenshot: (path) => page.screenshot(path === undefined ? {} : { path }),
    evaluate: (expression) => page.evaluate(expression),
    errors: () => errors,
    close: () => page.context().close(),
  };
}

interface LaunchOptions {
  extra?: string[];
  timeout?: number;
}

function launch(
  executable: string,
  libraries: string | undefined,
  { extra = [], ...options }: LaunchOptions = {},
): Promise<Browser> {
  const fonts = fontsConfiguration();
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: join(fonts, '..'),
    FONTCONFIG_FILE: fonts,
    LANG: 'C.UTF-8',
    TZ: 'Asia/Shanghai',
  };
  if (libraries !== undefined) env.LD_LIBRARY_PATH = libraries;
  return chromium.launch({ executablePath: executable, args: [...ARGUMENTS, ...extra], env, ...options });
}

const LAUNCH_PATIENCE_MS = 20_000;
const LAUNCHES = 3;

/** The floor may hang when it starts, or at its first page, on a loaded machine: it is started anew, which no journey notices. */
async function openFloor(): Promise<Page> {
  const files = browserFiles('chrome-aws-lambda');
  for (let tries = 1; ; tries += 1) {
    let browser: Browser | undefined;
    try {
      browser = await launch(files.executable, files.libraries, {
        extra: ['--single-process'],
        timeout: LAUNCH_PATIENCE_MS,
      });
      // All in one process it bears one context.
      return await withinPatience(openPage(browser));
    } catch (error) {
      void browser?.close().catch(() => {}); // one that hangs ends with this process
      if (tries === LAUNCHES) throw error;
    }
  }
}

async function withinPatience<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing after ${LAUNCH_PATIENCE_MS} ms`)), LAUNCH_PATIENCE_MS);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  return await context.newPage();
}

async function withPage(page: Page, use: (surface: Surface, page: Page) => Promise<void>): Promise<void> {
  try {
    await use(surfaceOf(page), page);
  } finally {
    await page.context().browser()?.close();
  }
}

/** The current Chromium (CHROMIUM_PATH, when set, is used instead of the packaged one), for journeys that share it. */
export async function launchCurrent(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  const files = own === undefined ? browserFiles('@sparticuz/chromium') : undefined;
  return await launch(own ?? files?.executable ?? '', files?.libraries);
}

/** Runs a journey in a current Chromium of its own. */
export async function withCurrent(journey: (surface: Surface, page: Page) => Promise<void>): Promise<void> {
  await withPage(await openPage(await launchCurrent()), journey);
}

/** Runs a journey in Chromium 86, the oldest browser the pages support. */
export async function withFloor(journey: (surface: Surface) => Promise<void>): Promise<void> {
  await withPage(await openFloor(), journey);
}
