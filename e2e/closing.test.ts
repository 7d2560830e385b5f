// The end of a year through the pages: a report written, signed, received and answered; stages closed with what is missing
// said; a result computed, frozen and approved; and a circular refused while a grade is not settled.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, withCurrent } from './browsers.js';
import { ask, signInAs } from './office.js';
import { violations } from './page-tools.js';
import { type RunningServer, startServer } from './server.js';

const UNIT = '新郑市';
const YEAR = '/api/years/2019';
/** A refused request is told by the browser as well; the page says why. */
const EXPECTED = /status of 409/;

interface SheetRows {
  readonly rows: readonly { line: string; version: number; closed: boolean; own: boolean; observations: object }[];
}

describe.skipIf(!hasCurrent)('汇总与通报', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  /** Somebody signed in at a page; it must be clean for everybody, and raise nothing. */
  const as = (login: string, path: string, journey: (page: Page) => Promise<void>) =>
    withCurrent(async (surface, page) => {
      await page.setViewportSize({ width: 1366, height: 768 });
      await signInAs(page.context(), server.address, login);
      await page.goto(`${server.address}${path}`);
      await journey(page);
      expect(await violations(page)).toEqual([]);
      expect(surface.errors().filter((message) => !EXPECTED.test(message))).toEqual([]);
    });

  const unitPath = (noun: string) => `/office/${noun}/${encodeURIComponent(UNIT)}`;
  const stage = (page: Page, name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

  it('首页：环节、要办的事、43 个单位；图表旁边有数据表，格子通到细则表', async () => {
    await as('office', '/office', async (page) => {
      await page.getByRole('region', { name: '各单位' }).getByText('上街区').waitFor();
      expect(await page.getByRole('region', { name: '各单位' }).locator('tbody tr').count()).toBe(43);
      await page.getByRole('link', { name: '经开区：接收考核报告' }).waitFor();
      await page.getByText('催办文字', { exact: true }).click();
      expect(await page.locator('.todo textarea').inputValue()).toContain('【催办】');
      await page.getByText('失分在哪里').click();
      await page.locator('.folded canvas').first().waitFor();
      await page.getByText('各组分差', { exact: true }).click();
      await page.getByText('不足 3 个，不给出').first().waitFor();
      await page.getByText('失分：考核项目 × 单位').click();
      await page.getByRole('link', { name: /^新密市 十二、.*：失 \d+ 分，打开细则表$/ }).click();
      await page.waitForURL(/sheets\/.*show=county\/i12/);
    });
  });

  it('考核组：还有行没核不能签；核完，写报告，签署，锁定', async () => {
    await as('team-leader', unitPath('reports'), async (page) => {
      await page.getByText('考核组还有 1 行没有核').waitFor();
      await page.getByLabel('基本情况').fill('考核组听取了汇报，查阅了资料，看了一个街道和一家企业。');
      await page.getByRole('group', { name: '意见和建议' }).getByRole('button', { name: '加一条' }).click();
      await page.getByLabel('意见和建议：第 1 条').fill('补齐第三季度会议纪要');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存').waitFor();
      await page.getByRole('button', { name: '签署', exact: true }).click();
      await page.getByRole('alert').getByText('还有 1 行没有核').waitFor();
      await closeOpenRows(page, server.address);
      await page.reload();
      await page.getByText('考核组的行都核完了').waitFor();
      await page.getByRole('button', { name: '签署', exact: true }).click();
      await page.getByText('已签署').first().waitFor();
      expect(await page.getByLabel('基本情况').count()).toBe(0);
    });
  });

  it('安委办从要办的事里接收；退回看得见理由，组长重签', async () => {
    await as('office', '/office', async (page) => {
      await page.getByRole('link', { name: `${UNIT}：接收考核报告` }).click();
      await page.getByLabel('退回的理由').fill('建议写具体些');
      await page.getByRole('button', { name: '退回重开' }).click();
      await page.getByText('建议写具体些').waitFor();
    });
    await as('team-leader', unitPath('reports'), async (page) => {
      await page
        .getByRole('region', { name: /签署的不同/ })
        .getByText('与签署时相同')
        .waitFor();
      await page.getByLabel('意见和建议：第 1 条').fill('三月底前补齐第三季度会议纪要');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('文字有改动：意见和建议').waitFor();
      await page.getByRole('button', { name: '签署', exact: true }).click();
      await page.getByText('已签署').first().waitFor();
    });
    await as('office', unitPath('reports'), async (page) => {
      await page.getByRole('button', { name: '接收' }).click();
      await page.getByText('安委办于').waitFor();
    });
  });

  it('单位看到扣了什么、为什么，答复建议，下载情况反馈', async () => {
    await as('assessed-unit', '/office/unit', async (page) => {
      await page.getByRole('region', { name: '扣了什么、为什么' }).getByRole('row').nth(1).waitFor();
      await page.getByLabel('对第 1 条的答复').fill('已安排，三月二十日前补齐。');
      await page.getByRole('button', { name: '提交答复' }).click();
      await page.getByText('✓ 已保存').waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: `下载 ${UNIT} 情况反馈` }).click();
      expect((await download).suggestedFilename()).toBe(`${UNIT}考核情况反馈.docx`);
    });
  });

  it('结束环节：列出缺什么，写理由才能结束，理由留在页面上', async () => {
    await as('office', '/office/closing', async (page) => {
      await page.getByRole('button', { name: '领导考核：结束' }).click();
      await page.getByText('没有完成的 3 项：').waitFor();
      await page.getByLabel('领导考核：理由').fill('三位领导出差');
      await page.getByRole('button', { name: '写明理由，仍然结束' }).click();
      await stage(page, '领导考核').getByText('理由：三位领导出差').waitFor();
      await page.getByRole('button', { name: '年终考核：结束' }).click();
      await page.getByLabel('年终考核：理由').fill('其余单位顺延');
      await page.getByRole('button', { name: '写明理由，仍然结束' }).click();
      await stage(page, '年终考核').getByText('已结束').waitFor();
      await page.getByRole('button', { name: '汇总：打开' }).click();
      await stage(page, '汇总').getByText('进行中').waitFor();
    });
  });

  it('计算：有未决不默认为没有问题；先出暂定结果，评先，冻结', async () => {
    await as('office', '/office/closing', async (page) => {
      await page.getByRole('button', { name: '计算', exact: true }).click();
      await page.getByText(/没有完成的 \d+ 项：/).waitFor();
      await page.getByLabel('理由', { exact: true }).fill('先看一遍');
      await page.getByRole('button', { name: '写明理由，先算出暂定结果' }).click();
      await page.getByText(/暂定：有 \d+ 项未决；理由：先看一遍/).waitFor();
      const [first] = await page.getByRole('group', { name: '可评单位' }).getByRole('checkbox').all();
      await first?.check();
      await page.getByRole('button', { name: '保存评先' }).click();
      await page.getByRole('region', { name: '评先' }).getByText('已保存').waitFor();
      await page.getByText('不能评的').first().click();
      await page.getByRole('button', { name: '冻结' }).click();
      await page.getByText('已冻结').waitFor();
      await page.getByRole('button', { name: '汇总：结束' }).click();
      await page.getByRole('button', { name: '审定：打开' }).click();
      await stage(page, '审定').getByText('进行中').waitFor();
    });
  });

  it('审定人审定；等次没有定的不能通报，列明是哪些单位', async () => {
    await as('approver', '/office', async (page) => {
      await page.getByRole('link', { name: '审定考核结果' }).click();
      await page.getByRole('button', { name: '审定', exact: true }).click();
      await page.getByText('已审定').waitFor();
    });
    await as('office', '/office/closing', async (page) => {
      await page.getByRole('button', { name: '审定：结束' }).click();
      await page.getByRole('button', { name: '通报：打开' }).click();
      await page.getByLabel('文号').fill('郑安委〔2020〕5号');
      await page.getByRole('button', { name: '印发通报' }).click();
      await page
        .getByRole('alert')
        .getByText(/这些单位的等次还没有定/)
        .waitFor();
    });
  });

  it('文书：一页列全，没有的写明在等什么；汇总表能下载', async () => {
    await as('office', '/office/papers', async (page) => {
      await page.getByText('还没有写').first().waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载 汇总表（内部）' }).click();
      expect((await download).suggestedFilename()).toMatch(/汇总表\.xlsx$/);
    });
  });
});

/** What the team does on the sheet itself: every row of its own that is open is looked at and in order. */
async function closeOpenRows(page: Page, address: string): Promise<void> {
  const context = page.context();
  const { rows } = await ask<SheetRows>(context, address, { method: 'GET', path: `${YEAR}/sheets/${UNIT}` });
  for (const { line, version, observations } of rows.filter(({ own, closed }) => own && !closed))
    await ask(context, address, {
      method: 'PUT',
      path: `${YEAR}/sheets/${UNIT}/rows/${line.split('/')[1] ?? line}`,
      body: { closed: true, observations },
      ifMatch: version,
    });
}
