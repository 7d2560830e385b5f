// The end of the year at the office: stages closed one after another, the result computed, frozen, approved and published.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { moveStage } from './steps.js';

export const WORK_STAGES = ['平时考核', '领导考核', '年终考核'] as const;

export async function computeAndFreeze(desk: Page): Promise<void> {
  for (const stage of WORK_STAGES) await moveStage(desk, stage, '结束');
  await moveStage(desk, '汇总', '打开');
  await desk.getByRole('button', { name: '计算', exact: true }).click();
  await desk.getByText('已计算').waitFor();
  expect(await desk.getByText('暂定').count()).toBe(0);
  await desk.getByRole('button', { name: '冻结' }).click();
  await desk.getByText('已冻结').waitFor();
  await moveStage(desk, '汇总', '结束');
}

/** Awards in their stage; the unit that was chosen. */
export async function chooseAward(desk: Page): Promise<string> {
  await moveStage(desk, '评先', '打开');
  const first = desk.getByRole('group', { name: '可评单位' }).locator('label').first();
  const unit = ((await first.textContent()) ?? '').trim();
  await first.getByRole('checkbox').check();
  await desk.getByRole('button', { name: '保存评先' }).click();
  await desk.getByRole('region', { name: '评先' }).getByText('✓ 已保存').waitFor();
  await moveStage(desk, '评先', '结束');
  await moveStage(desk, '审定', '打开');
  return unit;
}

/** The approver sees the chosen unit with the result, and approves both. */
export async function approve(page: Page, chosen: string): Promise<void> {
  await page.getByRole('link', { name: '审定考核结果' }).click();
  await page.getByRole('region', { name: '评先' }).getByRole('checkbox', { name: chosen, checked: true }).waitFor();
  await page.getByRole('button', { name: '审定', exact: true }).click();
  await page.getByText('已审定').waitFor();
}

export async function publish(desk: Page): Promise<void> {
  await desk.reload();
  await moveStage(desk, '审定', '结束');
  await moveStage(desk, '通报', '打开');
  await desk.getByLabel('文号').fill('演安委〔2020〕5号');
  await desk.getByRole('button', { name: '印发通报' }).click();
  await desk.getByText('已通报').waitFor();
  await moveStage(desk, '通报', '结束');
}
