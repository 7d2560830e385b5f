// The stages an office may add: a unit assesses its rows, one comes back and is stated again; it appeals against a deduction with
// what is at stake beside it, and reads the answer. While the stages are off, nothing of this is on any page.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasCurrent } from '../browsers.js';
import { violations } from '../page-tools.js';
import { openDesks } from './desks.js';

const UNIT = '新郑市';
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
/** A refused request is told by the browser as well, and so is one that failed; the page says why. */
const EXPECTED = /status of (409|500)/;

describe.skipIf(!hasCurrent)('自评、材料审核、申诉', () => {
  const desks = openDesks();
  const as = (login: string, path: string, journey: (page: Page) => Promise<void>) =>
    desks.at({ login, path, provoked: EXPECTED }, journey);
  const report = `/office/reports/${encodeURIComponent(UNIT)}`;

  /** Switches a stage on with its last day, opened at once; it is done when the page shows it. */
  const open = async (page: Page, name: string, dueOn: string) => {
    await page.getByRole('button', { name: `${name}：启用…` }).click();
    const form = page.getByRole('form', { name: `启用${name}` });
    await form.getByLabel(`${name}的期限`).fill(dueOn);
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: /^启用并打开/ }).click();
    await page.getByRole('button', { name: `${name}：结束` }).waitFor();
    expect(await page.getByLabel(`${name}的期限`).inputValue()).toBe(dueOn);
  };
  const close = async (page: Page, name: string) => {
    await page.getByRole('button', { name: `${name}：结束` }).click();
    const reason = page.getByLabel(`${name}：理由`);
    await reason.or(page.getByRole('button', { name: `${name}：重新打开` })).waitFor();
    if (await reason.isVisible()) {
      await reason.fill('演示');
      await page.getByRole('button', { name: '写明理由，仍然结束' }).click();
    }
    await page.getByRole('button', { name: `${name}：重新打开` }).waitFor();
  };

  it('没有启用时，哪一页都没有自评和申诉', async () => {
    await as('office', '/office', async (page) => {
      await page.getByRole('region', { name: '各单位' }).waitFor();
      expect(await page.locator('.office-navigation').getByText('自评与申诉').count()).toBe(0);
    });
    await as('assessed-unit', '/office/unit', async (page) => {
      await page.getByText('不需要自评').waitFor();
      expect(await page.getByRole('region', { name: '自评' }).count()).toBe(0);
    });
    await as('office', '/office/statements', async (page) => {
      await page.getByText('本年度没有启用自评和申诉').waitFor();
    });
  });

  it('安委办启用自评和材料审核，写明期限；页面写明是办公室自行设置的', () =>
    as('office', '/office/closing', async (page) => {
      await page.getByRole('button', { name: '材料审核：启用…' }).click();
      await page.getByRole('button', { name: '只启用，以后再打开' }).click();
      const review = page.getByRole('row', { name: /^材料审核/ });
      await review.getByText('已启用，还没有打开：安委办现在还不能办。').waitFor();
      await review.getByRole('button', { name: '材料审核：打开，开始审核' }).waitFor();
      await review.getByRole('button', { name: '材料审核：停用' }).click();
      await page.getByRole('button', { name: '申诉复核：启用…' }).click();
      await page.getByText(/要等.*“年终考核”结束才能打开/).waitFor();
      expect(await page.getByRole('button', { name: /^启用并打开/ }).count()).toBe(0);
      await page.getByRole('button', { name: '取消' }).click();
      await open(page, '自评', '2020-01-18');
      await open(page, '材料审核', '2020-01-20');
      expect(await page.getByRole('row', { name: /^自评/ }).textContent()).toContain('自行设置');
    }));

  it('单位逐行自评：空格是这一行不扣分，回车填扣分、说明和佐证', () =>
    as('assessed-unit', '/office', async (page) => {
      await page.getByRole('link', { name: '自评细则表' }).click();
      const part = page.getByRole('region', { name: '自评' });
      await part.locator('tr[data-key="county/1"]').focus();
      await page.keyboard.press('Space');
      await part.locator('tr[data-key="county/1"]').getByText('已提交').waitFor();
      await part.locator('tr[data-key="county/2"]:focus').waitFor();
      await page.keyboard.press('Enter');
      await part.getByLabel('自扣分').fill('2');
      await part.getByLabel('扣分说明').fill('常委会少研究一次');
      await part.locator('input[type=file]').setInputFiles({
        name: '会议纪要.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(PDF),
      });
      await part.getByRole('link', { name: '会议纪要.pdf' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await part.getByRole('button', { name: '提交这一行' }).press('Enter');
      await part.locator('tr[data-key="county/2"]').getByText('已提交').waitFor();
      await part.getByText('已填 2 /').waitFor();
    }));

  it('安委办逐条审核：一条用回车通过，一条退回，写明理由；别的不动', () =>
    as('office', '/office', async (page) => {
      await page.getByRole('link', { name: '1 个单位的 2 条自评等待答复' }).click();
      await page.waitForURL(/statements\/self-assessment/);
      await page.getByRole('row', { name: /^新郑市 1 / }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '通过' }).and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('row', { name: '第 2 行' }).waitFor();
      await page.getByLabel('理由（单位看得到）').fill('纪要只有一次，请补第二次的');
      await page.getByRole('button', { name: '退回这一行' }).press('Enter');
      await page.getByRole('row', { name: /^新郑市 2 .*已退回/ }).waitFor();
      await page.getByRole('row', { name: /^新郑市 1 .*已通过/ }).waitFor();
      await page.getByText('0 条等待答复，共 2 条').waitFor();
    }));

  it('单位看到退回的理由，改后重交；审核通过', async () => {
    await as('assessed-unit', '/office', async (page) => {
      await page.getByRole('link', { name: '1 行自评被退回，请改后重交' }).click();
      const row = page.locator('tr[data-key="county/2"]');
      await row.getByText('请补第二次的').waitFor();
      await row.focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('扣分说明').fill('第二次的纪要也在这份文件里');
      await page.getByRole('button', { name: '提交这一行' }).press('Enter');
      await row.getByText('已提交').waitFor();
    });
    await as('office', '/office/statements', async (page) => {
      const row = page.getByRole('row', { name: /^新郑市 2 / });
      await row.focus();
      await page.keyboard.press('Enter');
      await page.getByText('上次的答复：').waitFor();
      await page.getByRole('button', { name: '通过' }).press('Enter');
      await page.getByRole('row', { name: /^新郑市 2 .*已通过/ }).waitFor();
    });
  });

  it('考核组核完、签署，安委办接收；领导考核、年终考核结束后启用申诉', async () => {
    await as('team-leader', report, async (page) => {
      await page.getByLabel('基本情况').fill('考核组听取了汇报，查阅了资料。');
      for (const part of ['存在问题', '意见和建议'])
        await page.getByRole('group', { name: part }).getByRole('button', { name: '写明没有（无）' }).click();
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存').waitFor();
    });
    await as('team-member', '/office', async (page) => {
      await page.getByRole('link', { name: `${UNIT}：细则表还有 1 行没有核` }).click();
      await page.locator('tr.in-hand').waitFor();
      await page.keyboard.press('Space');
      await page.getByText('全部已保存').waitFor();
    });
    await as('team-leader', report, async (page) => {
      await page.getByText('考核组的行都核完了').waitFor();
      await page.getByRole('button', { name: '签署', exact: true }).click();
      await page.getByText('已签署').first().waitFor();
    });
    await as('office', report, async (page) => {
      await page.getByRole('button', { name: '接收' }).click();
      await page.getByText('安委办于').waitFor();
    });
    await as('office', '/office/closing', async (page) => {
      await close(page, '领导考核');
      await close(page, '年终考核');
      await open(page, '申诉复核', '2020-01-25');
    });
  });

  it('单位申诉一处扣分，旁边写明关系到什么', () =>
    as('assessed-unit', '/office', async (page) => {
      await page.getByRole('link', { name: /对扣分有异议的，可以申诉/ }).click();
      const part = page.getByRole('region', { name: '扣了什么、为什么' });
      await part
        .getByRole('button', { name: /^申诉第/ })
        .first()
        .press('Enter');
      const stake = part.locator('.stake');
      await stake.waitFor();
      expect(await stake.textContent()).toMatch(/细则表 \S+ → \S+/);
      expect(await stake.textContent()).toMatch(/总分.*等次.*名次/);
      await part.getByLabel('申诉理由').fill('台账在市档案室，考核当天没有调出');
      expect(await violations(page)).toEqual([]);
      await part.getByRole('button', { name: '提交申诉' }).press('Enter');
      await part.getByRole('button', { name: '已提交' }).waitFor();
    }));

  it('申诉读不到时，扣分照样看得到，写明读不到、现在不能申诉；重试就好', () =>
    as('assessed-unit', '/office', async (page) => {
      const list = (url: URL) => url.pathname.endsWith('/statements/appeal');
      await page.route(list, (route) => route.fulfill({ status: 500, body: '' }));
      await page.goto(`${desks.address()}/office/unit`);
      const part = page.getByRole('region', { name: '扣了什么、为什么' });
      await part.getByText('对它们的申诉没有读到').waitFor();
      expect(await part.locator('.points-lost').count()).toBeGreaterThan(0);
      expect(await part.getByRole('button', { name: /申诉/ }).count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      await page.unroute(list);
      await part.getByRole('button', { name: '重试' }).click();
      await part.getByRole('button', { name: '已提交' }).waitFor();
      expect(await part.getByText('对它们的申诉没有读到').count()).toBe(0);
    }));

  it('还没有答复，单位撤回申诉；安委办不再等它；单位又申诉', async () => {
    await as('assessed-unit', '/office/unit', async (page) => {
      const part = page.getByRole('region', { name: '扣了什么、为什么' });
      await part.getByRole('button', { name: '已提交' }).click();
      await part.getByRole('button', { name: '撤回申诉' }).press('Enter');
      await part.getByText('这件申诉已经撤回').waitFor();
      await part.getByRole('button', { name: '已撤回' }).waitFor();
      expect(await violations(page)).toEqual([]);
    });
    await as('office', '/office/statements/appeal', async (page) => {
      await page.getByText('0 条等待答复，共 1 条').waitFor();
      await page.getByRole('row', { name: /^新郑市 .*已撤回/ }).waitFor();
    });
    await as('assessed-unit', '/office/unit', async (page) => {
      const part = page.getByRole('region', { name: '扣了什么、为什么' });
      await part.getByRole('button', { name: '已撤回' }).click();
      expect(await part.getByLabel('申诉理由').inputValue()).toContain('台账在市档案室');
      await part.getByRole('button', { name: '提交申诉' }).press('Enter');
      await part.getByRole('button', { name: '已提交' }).waitFor();
    });
  });

  it('安委办复核：同样的利害摆在面前；成立要写明改哪一处，链接到退回重开', () =>
    as('office', '/office', async (page) => {
      await page.getByRole('link', { name: '1 个单位的 1 条申诉等待答复' }).click();
      await page.waitForURL(/statements\/appeal/);
      // The page that is left has a row of the unit too.
      const list = page.getByRole('table', { name: '申诉与复核' });
      await list.getByRole('row', { name: /^新郑市 / }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.stake').getByText('如申诉成立').waitFor();
      await page.getByLabel('理由（单位看得到）').fill('核对了市档案室的台账');
      expect(await page.getByRole('button', { name: '申诉成立' }).isDisabled()).toBe(true);
      await page.getByLabel('申诉成立的，写明改哪一处').fill('“没有台账”一处撤销');
      await page.getByRole('button', { name: '申诉成立' }).press('Enter');
      await page.getByRole('row', { name: /^新郑市 .*申诉成立/ }).press('Enter');
      await page.getByRole('link', { name: '到考核报告，退回重开' }).waitFor();
    }));

  it('单位看到答复：成立、理由、改哪一处', () =>
    as('assessed-unit', '/office/unit', async (page) => {
      await page.getByRole('button', { name: '申诉成立' }).click();
      await page.getByText('核对了市档案室的台账').waitFor();
      await page.getByText('“没有台账”一处撤销').waitFor();
    }));
});
