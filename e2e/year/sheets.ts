// Rows of a sheet by keyboard: a finding with its number and what shows it, then one key for every row that is in order.
import type { SheetJson } from '@kaohe/api-contract';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type RealOffice, YEAR } from './real-office.js';

const MINUTES = '会议纪要.txt';

/** Clicks beside the sentences: a sentence opens its explanation. */
const takeRow = (page: Page, row: string) => page.locator(`[id="${row}"] td.row-number`).click();
const saved = (page: Page) => page.getByText('全部已保存').waitFor();

/** Goes down a sheet: one key for every row that is in order. */
export async function closeByKeyboard(office: RealOffice, page: Page, place: { login: string; unit: string }) {
  const { rows } = await office.as(place.login).ask<SheetJson>('GET', `${YEAR}/sheets/${place.unit}`);
  const own = rows.filter((line) => line.own).length;
  await page.locator('tr.in-hand').waitFor();
  const progress = page.locator('.strip-progress');
  for (let keys = 0; !(await progress.textContent())?.includes(`${own}/${own}`); keys += 1) {
    expect(keys).toBeLessThanOrEqual(own + 8);
    await page.keyboard.press('Space');
  }
  await saved(page);
}

/** A count found on a row, and the file that shows it. */
export async function findWithEvidence(page: Page, row: string, count: string): Promise<void> {
  await countFound(page, row, count);
  await takeRow(page, row);
  await page.keyboard.press('e');
  const buffer = Buffer.from('演练：会议纪要\n');
  await page.locator('.evidence-files input[type="file"]').setInputFiles({
    name: MINUTES,
    mimeType: 'text/plain',
    buffer,
  });
  await page.getByRole('checkbox', { name: MINUTES, checked: true }).waitFor();
  await saved(page);
  await page.reload();
}

/** Typed into the first field of the row; Enter goes back to the row. */
export async function countFound(page: Page, row: string, count: string): Promise<void> {
  await takeRow(page, row);
  const sent = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && /\/rows\//.test(response.url()),
  );
  await page.keyboard.press('f');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(count);
  await page.keyboard.press('Enter');
  await sent;
  await saved(page);
}
