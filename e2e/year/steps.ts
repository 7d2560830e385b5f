// What people do on their pages again and again in the year.
import type { SheetJson } from '@kaohe/api-contract';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { typeMarks } from '../typing.js';
import { type RealOffice, YEAR } from './real-office.js';

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

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
  await page.getByText('全部已保存').waitFor();
}

export async function submitForm(page: Page): Promise<void> {
  await page.getByText('✓ 已保存').waitFor();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('button', { name: '确认提交' }).click();
}

/** The office opens or closes a stage and sees it done. */
export async function moveStage(page: Page, stage: string, move: '打开' | '结束'): Promise<void> {
  await page.getByRole('button', { name: `${stage}：${move}` }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: stage, exact: true }) });
  await row.getByText(move === '打开' ? '进行中' : '已结束').waitFor();
}

/** Entered by one clerk from the signed paper, checked by another. */
export async function rateOnPaper(
  office: RealOffice,
  page: Page,
  marks: Readonly<Record<string, string>>,
): Promise<void> {
  const clerk = await office.pageOf(page, 'clerk-1', '/office/ratings');
  await clerk.getByRole('link', { name: '领导16' }).click();
  await typeMarks(clerk, Object.values(marks));
  const scan = { name: '评价表16.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };
  await clerk.getByLabel('扫描件（PDF 或图片）').setInputFiles(scan);
  await clerk.getByRole('button', { name: '保存录入' }).click();
  await clerk.getByText('已录入，待另一位计票员复核。').waitFor();
  const second = await office.pageOf(page, 'clerk-2', '/office/ratings/leader/leader-16');
  await second.getByRole('button', { name: '复核：与纸质表一致' }).click();
  await second.goto(`${office.address}/office/ratings`);
  await second.getByText('已计 16 / 16 份').waitFor();
}

export async function download(page: Page, button: string, name: RegExp): Promise<void> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  expect((await started).suggestedFilename()).toMatch(name);
}
