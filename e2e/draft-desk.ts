// The desk of a scheme draft: a document handed in, what is saved, and pictures of it (DRAFT_SHOTS names their folder).
import type { Page } from 'playwright-core';
import { schemeDocument } from './scheme-document.js';

const SHOTS = process.env.DRAFT_SHOTS;

export const shot = async (page: Page, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

export async function shotInEnglish(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  await page.locator('.ant-segmented-item', { hasText: 'English' }).click();
  await shot(page, name);
  await page.locator('.ant-segmented-item', { hasText: '中文' }).click();
}

export async function importDocument(page: Page): Promise<void> {
  const buffer = await schemeDocument();
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await page.locator('input[type="file"]').setInputFiles({ name: '消防考核细则.docx', mimeType, buffer });
  await page.locator('.draft-clause').waitFor();
}

export const saved = (page: Page) => page.locator('.draft-saved.saved').waitFor();
