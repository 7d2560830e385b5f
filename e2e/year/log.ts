// The auditor: every role is in the log with what it did, the circular can be opened, the chain is whole.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from '../page-tools.js';
import { choose } from '../typing.js';

/** Each role with what only its pages did in this year. */
const DONE: readonly (readonly [role: string, act: string])[] = [
  ['系统管理员', '新建账号'],
  ['安全管理员', '授予角色'],
  ['安全管理员', '撤销角色'],
  ['安委办', '建立年度'],
  ['安委办', '打开、关闭环节，定期限'],
  ['安委办', '退回重开考核报告'],
  ['安委办', '接收考核报告'],
  ['安委办', '汇总计算'],
  ['安委办', '冻结结果'],
  ['安委办', '评选先进'],
  ['安委办', '印发通报'],
  ['提供情况的处室', '登记台账'],
  ['提供情况的处室', '填细则表的行'],
  ['督导组', '登记督导发现'],
  ['考核组成员', '填细则表的行'],
  ['考核组成员', '上传佐证'],
  ['考核组组长', '抽取考核点'],
  ['考核组组长', '登记现场考核'],
  ['考核组组长', '写考核报告'],
  ['考核组组长', '签署考核报告'],
  ['评分领导', '提交评价表'],
  ['评分处室', '提交评价表'],
  ['分管领导', '分管领导签字'],
  ['计票员', '录入纸质评价表'],
  ['计票员', '复核录入的纸质评价表'],
  ['审定人', '审定结果'],
  ['被考核单位', '答复意见和建议'],
];

export async function readLog(page: Page): Promise<void> {
  await page.getByRole('link', { name: '审计日志' }).first().click();
  await page.getByText('日志链完整').waitFor();
  await page.getByRole('button', { name: '再核对一次' }).click();
  await page.getByText('日志链完整').waitFor();
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 CSV' }).click();
  const file = await started;
  expect(file.suggestedFilename()).toMatch(/^audit.*\.csv$/);
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
  const missing = DONE.filter(
    ([role, act]) => !lines.some((line) => [role, act, '已办'].every((word) => line.includes(`,${word},`))),
  );
  expect(missing).toEqual([]);
  await choose(page, '事项', '印发通报');
  const row = page.locator('.audit-table tbody tr').filter({ hasText: '印发通报' });
  await row.getByText('✓ 已办').waitFor();
  await row.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('演安委〔2020〕5号').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('English').click();
  await page.getByText('The chain is sound').waitFor();
  expect(await violations(page)).toEqual([]);
}
