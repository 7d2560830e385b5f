// What every page of the office must hold, asked of the page as it is shown; each fault is one line of text.
import type { Page } from 'playwright-core';
import { violations } from './page-tools.js';

/** Read to its end: a heading, and nothing under way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('main h1') && !document.querySelector('.waiting, main .ant-spin'),
    undefined,
    { timeout: 20_000 },
  );
}

const inLanguage = async (page: Page, name: string) => {
  await page.locator('.ant-segmented-item', { hasText: name }).first().click();
  await settled(page);
};

/** The faults of the page that is open, in both languages, each with its address; the keyboard costs most and may be left out. */
export async function faultsOfPage(page: Page, { keyboard = true } = {}): Promise<string[]> {
  const faults = [...(await layoutFaults(page)), ...(await languageFaults(page, 'zh')), ...(await violations(page))];
  if (keyboard) faults.push(...(await focusFaults(page)));
  await inLanguage(page, 'English');
  faults.push(...(await languageFaults(page, 'en')), ...(await layoutFaults(page)));
  await inLanguage(page, '中文');
  const { pathname } = new URL(page.url());
  return faults.map((fault) => `${decodeURIComponent(pathname)}: ${fault}`);
}

/** Of the page itself, whatever its noun: one heading at the top, nothing wider than the screen, nothing hidden from the keyboard. */
function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const main = document.querySelector('main');
    const shown = (element: Element) =>
      element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
    if (document.querySelectorAll('main h1').length !== 1) faults.push('not one main heading');
    const heading = main?.querySelector('h1')?.textContent?.trim() ?? '';
    if (!document.title.startsWith(heading)) faults.push(`titled ${document.title}, headed ${heading}`);
    const body =
      main && Array.from(main.querySelectorAll('table, form, .paper, ul, fieldset, .ant-empty, .no-facts')).find(shown);
    if (!body) faults.push('neither table nor form');
    const top = main?.querySelector('h1')?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
    const start = Math.min(...[body, main?.children[1]].map((one) => one?.getBoundingClientRect().top ?? 9999));
    if (top + window.scrollY > 160 || start + window.scrollY > 160) faults.push(`content starts at ${top}/${start}`);
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) faults.push(`${wide} px wider than the screen`);
    return faults;
  });
}

/** Interactive elements no Tab reaches, and those that do not show that they have the focus. */
async function focusFaults(page: Page): Promise<string[]> {
  // A key tells the browser that its next focus is a keyboard's.
  await page.keyboard.press('Tab');
  return page.evaluate(async () => {
    const faults: string[] = [];
    const shown = (element: Element) =>
      element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
    const look = (element: Element | null) => {
      if (!element) return '';
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
        getComputedStyle(element);
      const outline = outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineWidth} ${outlineColor}`;
      return [outline, boxShadow, borderColor, backgroundColor].join(';');
    };
    const looks = (element: Element) => {
      const around = [element, element.parentElement, element.parentElement?.parentElement ?? null];
      return around.map(look).join('|');
    };
    const name = (element: Element) => element.outerHTML.slice(0, 110);
    const wanted = 'a, button, input, select, textarea, summary, [role="button"], [role="combobox"], [onclick]';
    const before = document.activeElement;
    for (const element of Array.from(document.querySelectorAll<HTMLElement>(wanted))) {
      if (!shown(element) || element.matches(':disabled, [type="hidden"]')) continue;
      if (element.tabIndex < 0) {
        const row = element.closest('[role="radiogroup"], tr[tabindex], .ant-select');
        if (!row) faults.push(`no Tab reaches ${name(element)}`);
        continue;
      }
      if (before instanceof HTMLElement) before.blur();
      const resting = looks(element);
      element.focus({ preventScroll: true });
      // Some components draw their focus a moment later.
      for (let tries = 0; tries < 10 && looks(element) === resting; tries += 1)
        await new Promise((done) => setTimeout(done, 50));
      if (document.activeElement === element && looks(element) === resting)
        faults.push(`no focus shown: ${name(element)}`);
      element.blur();
    }
    return faults;
  });
}

/** Words of the other language, and keys of texts that were never written. */
function languageFaults(page: Page, language: 'zh' | 'en'): Promise<string[]> {
  return page.evaluate((wanted) => {
    const faults = new Set<string>();
    const chinese = /[\u3400-\u9fff]/;
    const isForeign = (text: string, element: Element) => {
      const marked = element.closest('[lang]')?.getAttribute('lang') ?? '';
      if (wanted === 'en') return chinese.test(text) && !marked.startsWith('zh');
      return !marked.startsWith('en') && !chinese.test(text) && /[A-Za-z]{3,}[ ,][A-Za-z]{2,}[ ,.]/.test(text);
    };
    const look = (text: string | null, element: Element | null) => {
      const said = text?.trim() ?? '';
      if (said === '' || !element || element.closest('code')) return;
      if (/^[a-z][A-Za-z]+(\.[A-Za-z-]+)+$/.test(said)) faults.add(`key: ${said}`);
      if (isForeign(said, element)) faults.add(`${element.tagName} ${element.className}: ${said.slice(0, 60)}`);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement;
      if (holder?.getClientRects().length || holder?.closest('option')) look(walker.currentNode.textContent, holder);
    }
    for (const element of Array.from(document.querySelectorAll('[placeholder], [aria-label], [title], [alt]')))
      for (const attribute of ['placeholder', 'aria-label', 'title', 'alt'])
        look(element.getAttribute(attribute), element);
    return [...faults];
  }, language);
}
