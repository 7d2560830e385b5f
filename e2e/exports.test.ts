// Exports as a clerk meets them: asked for on the page, made while it is looked at, begun anew after the server was killed.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, withCurrent } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { signInAs } from './office.js';
import { faultsOfPage, settled } from './page-survey.js';
import type { RunningServer } from './server.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startDemonstration();
});
afterAll(() => server.stop());

const REPORTED = '高新区';
const exportsOf = async (page: Page) =>
  (await (await page.context().request.get(`${server.address}/api/years/2019/exports`)).json()).exports;

describe.skipIf(!hasCurrent)('文书页', () => {
  it('成批导出：看得到进度，做好了下载，散列对得上；取消的标明', async () => {
    await withCurrent(async (surface, page) => {
      await page.setViewportSize({ width: 1366, height: 768 });
      await signInAs(page.context(), server.address, 'office');
      await page.goto(`${server.address}/office/papers`);
      const table = page.getByRole('region', { name: '成批导出' });
      await table.getByRole('button', { name: '导出全部报告和反馈' }).click();
      const download = table.getByRole('button', { name: '下载 全部报告和反馈' });
      await download.waitFor({ timeout: 90_000 });
      const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
      const sha256 = createHash('sha256')
        .update(readFileSync(await file.path()))
        .digest('hex');
      expect((await exportsOf(page))[0]).toMatchObject({ sha256, name: file.suggestedFilename() });
      await table.getByText('复核工作簿（带公式，内部）：还没有计算结果').waitFor();
      await table.getByRole('button', { name: '导出全年档案' }).click();
      await table.getByRole('button', { name: '取消 全年档案' }).click();
      await table.getByText('已取消').waitFor();
      await settled(page);
      expect(await faultsOfPage(page)).toEqual([]);
      expect(surface.errors()).toEqual([]);
    });
  });

  it('核对一份 PDF 上的核验码：相符；输错了说没有这份文书', async () => {
    await withCurrent(async (_surface, page) => {
      await page.setViewportSize({ width: 1366, height: 768 });
      await signInAs(page.context(), server.address, 'office');
      await page.goto(`${server.address}/office/papers`);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `下载 ${REPORTED} 考核报告 pdf` }).click(),
      ]);
      const { readPaperStatement } = await import('../packages/office-files/src/index.js');
      const read = await readPaperStatement(readFileSync(await file.path()));
      if ('refused' in read) throw new Error(read.refused.zh);
      const check = page.getByRole('region', { name: '核对文书' });
      await check.getByLabel('核验码').fill(read.statement?.code?.toLowerCase() ?? '');
      await check.getByRole('button', { name: '核对' }).click();
      await check.getByText('相符：今天的数据仍得出这份文书').waitFor();
      expect(await check.getByRole('status').textContent()).toContain(`${REPORTED}考核报告`);
      await check.getByLabel('核验码').fill('ABCD-EFGH-JKMN');
      await check.getByRole('button', { name: '核对' }).click();
      await check.getByRole('alert').waitFor();
    });
  });
});
