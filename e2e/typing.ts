// What people type again and again at their desks.
import type { Locator, Page } from 'playwright-core';

export const OWN_PASSWORD = 'Zz-9-own-password';

/** Login and password by keyboard alone, as a clerk types them. */
export async function typeIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('登录名', { exact: true }).fill(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** The first time: the password that was handed over, and one of one's own. */
export async function changePassword(page: Page, before: string): Promise<void> {
  await page.getByLabel('现在的口令').focus();
  for (const text of [before, OWN_PASSWORD, OWN_PASSWORD]) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
}

/** Chooses an option of a list by typing it. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.keyboard.type(option);
  await page.locator('.ant-select-item-option:visible', { hasText: option }).first().click();
}

/** Every mark of a rating form, from the first unit down, Enter after each; the cursor ends at the next step. */
export async function typeMarks(page: Page, marks: readonly string[]): Promise<void> {
  const fields = page.locator('.mark-field');
  await fields.first().waitFor();
  await fields.first().focus();
  for (const mark of marks) {
    await page.keyboard.type(mark);
    await page.keyboard.press('Enter');
  }
}

/** An act on a row that asks once more. */
export async function confirmed(page: Page, row: Locator, act: string): Promise<void> {
  await row.getByRole('button', { name: act, exact: true }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
}
