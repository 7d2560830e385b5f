// Rating through the pages: a leader who sees what the patrols found, a division and its head, one form from paper by two clerks.
import type { Page } from 'playwright-core';
import { typeMarks } from '../typing.js';
import type { RealOffice } from './real-office.js';

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

interface Rated {
  readonly marks: Readonly<Record<string, string>>;
  readonly finding: { readonly unit: string; readonly text: string };
}

/** A leader: from the form's own line of the first page, with the digest beside the unit under the cursor. */
export async function rateAsLeader(page: Page, { marks, finding }: Rated): Promise<void> {
  await page.getByRole('button', { name: '评分领导（领导01）' }).click();
  await page.locator('.office-navigation').getByRole('link', { name: '评价表' }).click();
  await typeMarks(page, Object.values(marks));
  await page.getByLabel(`${finding.unit}的分数`).focus();
  await page.getByRole('complementary', { name: '督导摘要' }).getByText(finding.text).waitFor();
  await submitForm(page);
  await page.getByText('已提交并计入').waitFor();
}

export async function rateAsDivision(page: Page, marks: Rated['marks']): Promise<void> {
  await page.locator('.office-navigation').getByRole('link', { name: '评价表' }).click();
  await typeMarks(page, Object.values(marks));
  await submitForm(page);
  await page.getByText('已提交，等分管领导签字后计入。').waitFor();
}

async function submitForm(page: Page): Promise<void> {
  await page.getByText('✓ 已保存').waitFor();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('button', { name: '确认提交' }).click();
}

/** The same leader in the other role, chosen at the top of the page, signs for the division. */
export async function signAsHead(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: '当前角色' }).click();
  await page.locator('.ant-select-item-option:visible', { hasText: '分管领导（处室01）' }).click();
  await page.locator('.role-switch').getByText('分管领导（处室01）').waitFor();
  await page.goto(new URL('/office/ratings/division/division-01', page.url()).href);
  await page.getByRole('button', { name: '分管领导签字' }).click();
  await page.getByRole('button', { name: '确认签字' }).click();
  await page.getByText('已签字并计入。').waitFor();
}

/** Entered by one clerk from the signed paper, checked by another. */
export async function rateOnPaper(office: RealOffice, page: Page, marks: Rated['marks']): Promise<void> {
  const clerk = await office.pageOf(page, 'clerk-1', '/office/ratings');
  await clerk.getByRole('link', { name: '领导16' }).click();
  await typeMarks(clerk, Object.values(marks));
  const scan = { name: '评价表16.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) };
  await clerk.getByLabel('扫描件（PDF 或图片）').setInputFiles(scan);
  await clerk.getByRole('button', { name: '保存录入' }).click();
  await clerk.getByText('已录入，待另一位计票员复核。').waitFor();
  const second = await office.pageOf(page, 'clerk-2', '/office/ratings');
  await second.getByRole('link', { name: '领导16' }).click();
  await second.getByRole('link', { name: '查看扫描件' }).waitFor();
  await second.getByRole('button', { name: '复核：与纸质表一致' }).click();
  await second.getByText('已由两人录入、复核，计入。').waitFor();
  await second.getByRole('link', { name: '返回各评分人' }).click();
  await second.getByText('已计 16 / 16 份').waitFor();
}
