// Signing is over what the page showed: a score that moved since is named beside the one that was seen, and looked at first.
import type { SheetJson } from '@kaohe/api-contract';
import { describe, it } from 'vitest';
import { hasCurrent } from '../browsers.js';
import { ask } from '../office.js';
import { openDesks } from './desks.js';

const UNIT = '新郑市';
const SHEET = `/api/years/2019/sheets/${UNIT}`;

describe.skipIf(!hasCurrent)('签的就是看到的', () => {
  const desks = openDesks();

  it('页面开着，细则表又核了一行：签不成，写明看到的和现在的得分；看过现在的，签成', () => {
    const path = `/office/reports/${encodeURIComponent(UNIT)}`;
    return desks.at({ login: 'team-leader', path, provoked: /status of 409/ }, async (page) => {
      await page.getByLabel('基本情况').fill('考核组听取了汇报，查阅了资料。');
      for (const part of ['存在问题', '意见和建议'])
        await page.getByRole('group', { name: part }).getByRole('button', { name: '写明没有（无）' }).click();
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存').waitFor();
      const { rows } = await ask<SheetJson>(page.context(), desks.address(), { method: 'GET', path: SHEET });
      for (const { line, version, observations } of rows.filter(({ own, closed }) => own && !closed))
        await ask(page.context(), desks.address(), {
          method: 'PUT',
          path: `${SHEET}/rows/${line.split('/')[1] ?? line}`,
          body: { closed: true, observations },
          ifMatch: version,
        });
      await page.getByRole('button', { name: '签署', exact: true }).click();
      const refusal = page.getByRole('alert').filter({ hasText: /您看到的得分是 .*，现在是 / });
      await refusal.waitFor();
      await page.getByRole('button', { name: '看现在的' }).click();
      await page.getByText('考核组的行都核完了').waitFor();
      await page.getByRole('button', { name: '签署', exact: true }).click();
      await page.getByText('已签署').first().waitFor();
    });
  });
});
