// What people do on their pages again and again in the year.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The office opens or closes a stage and sees it done. */
export async function moveStage(page: Page, stage: string, move: '打开' | '结束'): Promise<void> {
  await page.getByRole('button', { name: `${stage}：${move}` }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: stage, exact: true }) });
  await row.getByText(move === '打开' ? '进行中' : '已结束').waitFor();
}

export async function download(page: Page, button: string, name: RegExp): Promise<void> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  expect((await started).suggestedFilename()).toMatch(name);
}
