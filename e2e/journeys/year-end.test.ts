// The end of a year through the pages, role by role: what is supplied and found, a sheet entered, a report written, signed, received
// and answered; stages closed with what is missing said; a result computed, frozen and approved; and a circular refused while a
// grade is not settled.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasCurrent } from '../browsers.js';
import { violations } from '../page-tools.js';
import { openDesks } from './desks.js';

const UNIT = '新郑市';
/** A refused request is told by the browser as well; the page says why. */
const EXPECTED = /status of 409/;

describe.skipIf(!hasCurrent)('年终考核到通报', () => {
  const desks = openDesks();
  const as = (login: string, path: string, journey: (page: Page) => Promise<void>) =>
    desks.at({ login, path, provoked: EXPECTED }, journey);

  const unitPath = (noun: string) => `/office/${noun}/${encodeURIComponent(UNIT)}`;
  const stage = (page: Page, name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

  it('提供情况的处室：登记自己提供的事故，顺着影响的条款看到它算进哪一行；细则表上只填自己的行', () =>
    as('supplying-division', '/office', async (page) => {
      await page.locator('.office-navigation').getByRole('link', { name: '台账' }).click();
      const form = page.getByRole('form', { name: '登记' });
      const id = await form.getByLabel('编号').inputValue();
      await form.getByLabel('日期').fill('2019-12-20');
      await form.getByLabel('发生地').selectOption(UNIT);
      await form.getByLabel('死亡').fill('1');
      await page.keyboard.press('Tab');
      await page.keyboard.type('0');
      await page.keyboard.press('Tab');
      await page.keyboard.type('900000');
      await page.keyboard.press('Enter');
      const row = page.locator('.entry-table tr[data-key]').filter({ hasText: id });
      await row.focus();
      await page.keyboard.press('Enter');
      const effects = page.getByRole('table', { name: '影响的条款和得分' });
      await effects.getByRole('row').nth(1).waitFor();
      expect(await violations(page)).toEqual([]);
      await effects.getByRole('link').first().click();
      await page.waitForURL(/sheets\/.*show=/);
      await page.locator('tr.in-hand').waitFor();
      // What others supply is not entered here.
      await page.locator('[id="county/1"] td.row-number').click();
      await page.keyboard.press('1');
      expect(await page.locator('.clause-editor').count()).toBe(0);
    }));

  it('督导组：登记发现，看到评分人将看到的督导摘要里有它', () =>
    as('patrol-group', '/office', async (page) => {
      await page.locator('.office-navigation').getByRole('link', { name: '台账' }).click();
      await page.waitForURL(/registers\/patrol-findings/);
      const form = page.getByRole('form', { name: '登记' });
      await form.getByLabel('单位').selectOption(UNIT);
      await form.getByLabel('日期').fill('2019-11-06');
      await form.getByLabel('督导组').fill('第三督导组');
      await form.getByLabel('发现的问题').fill('应急物资台账不全');
      await form.getByRole('button', { name: '登记' }).press('Enter');
      const row = page.locator('.entry-table tr[data-key]').filter({ hasText: '应急物资台账不全' });
      await row.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('complementary', { name: '督导摘要' }).getByText('应急物资台账不全').waitFor();
    }));

  it('安委办的首页：环节、要办的事、43 个单位；图表旁边有数据表，格子通到细则表', async () => {
    await as('office', '/office', async (page) => {
      await page.getByRole('region', { name: '各单位' }).getByText('上街区').waitFor();
      expect(await page.getByRole('region', { name: '各单位' }).locator('tbody tr').count()).toBe(43);
      await page.getByRole('link', { name: '经开区：接收考核报告' }).waitFor();
      await page.getByText('催办文字', { exact: true }).click();
      expect(await page.locator('.todo textarea').inputValue()).toContain('【催办】');
      await page.getByText('失分在哪里').click();
      await page.locator('.folded canvas').first().waitFor();
      const drawn = () =>
        page
          .locator('.folded canvas')
          .first()
          .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
      const inChinese = await drawn();
      await page.getByText('English', { exact: true }).click();
      await expect.poll(drawn).not.toBe(inChinese);
      await page.getByText('中文', { exact: true }).click();
      await expect.poll(drawn).toBe(inChinese);
      await page.getByText('各组分差', { exact: true }).click();
      await page.getByText('不足 3 个，不给出').first().waitFor();
      await page.getByText('失分：考核项目 × 单位').click();
      await page.getByRole('link', { name: /^新密市 十二、.*：失 [\d.]+ 分，打开细则表$/ }).click();
      await page.waitForURL(/sheets\/.*show=county\/i12/);
    });
  });

  it('考核组组长：写报告；还有行没核不能签', () =>
    as('team-leader', unitPath('reports'), async (page) => {
      await page.getByText('考核组还有 1 行没有核').waitFor();
      await page.getByLabel('基本情况').fill('考核组听取了汇报，查阅了资料，看了一个街道和一家企业。');
      await page.getByRole('group', { name: '存在问题' }).getByRole('button', { name: '写明没有（无）' }).click();
      await page.getByRole('group', { name: '意见和建议' }).getByRole('button', { name: '加一条' }).click();
      await page.getByLabel('意见和建议：第 1 条').fill('补齐第三季度会议纪要');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存').waitFor();
      await page.getByRole('button', { name: '签署', exact: true }).click();
      await page.getByRole('alert').getByText('还有 1 行没有核').waitFor();
    }));

  it('考核组成员：从要办的事打开停在没核的行，空格核完；登记一天现场考核', () =>
    as('team-member', '/office', async (page) => {
      await page.getByRole('link', { name: `${UNIT}：细则表还有 1 行没有核` }).click();
      await page.locator('tr.in-hand').waitFor();
      await page.keyboard.press('Space');
      await page.getByText('全部已保存').waitFor();
      await page.locator('.office-navigation').getByRole('link', { name: '现场考核' }).click();
      await page.getByRole('row', { name: new RegExp(`^${UNIT}`) }).focus();
      await page.keyboard.press('Enter');
      const form = page.getByRole('form', { name: '登记一天的现场考核' });
      await form.getByLabel('日期').fill('2020-01-17');
      for (const method of ['听汇报', '查资料', '实地查看']) {
        await form.getByLabel(method).focus();
        await page.keyboard.press('Space');
      }
      await form.getByRole('button', { name: '加一处' }).press('Enter');
      await form.getByLabel('第 1 处的类别').selectOption('乡镇（镇、办）');
      await form.getByLabel('第 1 处的名称').fill('龙湖镇');
      await form.getByRole('button', { name: '加一处' }).press('Enter');
      await form.getByLabel('第 2 处的名称').fill('某食品厂');
      await form.getByRole('button', { name: '登记' }).press('Enter');
      await page.getByRole('row', { name: /2020-01-17.*龙湖镇/ }).waitFor();
    }));

  it('考核组组长：都核完了，签署，锁定', () =>
    as('team-leader', unitPath('reports'), async (page) => {
      await page.getByText('考核组的行都核完了').waitFor();
      await page.getByRole('button', { name: '签署', exact: true }).click();
      await page.getByText('已签署').first().waitFor();
      expect(await page.getByLabel('基本情况').count()).toBe(0);
    }));

  it('安委办：从要办的事里接收；退回看得见理由，组长重签', async () => {
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

  it('被考核单位：看到扣了什么、为什么，答复建议，下载情况反馈', async () => {
    await as('assessed-unit', '/office/unit', async (page) => {
      await page.getByRole('region', { name: '扣了什么、为什么' }).getByRole('row').nth(1).waitFor();
      await page.getByLabel('对第 1 条的答复').fill('已安排，三月二十日前补齐。');
      await page.getByRole('button', { name: '提交答复' }).click();
      await page.getByText('✓ 已保存').waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: `下载 ${UNIT} 情况反馈 docx` }).click();
      expect((await download).suggestedFilename()).toBe(`${UNIT}考核情况反馈.docx`);
    });
  });

  it('安委办结束环节：列出缺什么，写理由才能结束，理由留在页面上', async () => {
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

  it('安委办计算：有未决不默认为没有问题；先出暂定结果，冻结，评先', async () => {
    await as('office', '/office/closing', async (page) => {
      await page.getByRole('button', { name: '计算', exact: true }).click();
      await page.getByText(/没有完成的 \d+ 项：/).waitFor();
      await page.getByLabel('理由', { exact: true }).fill('先看一遍');
      await page.getByRole('button', { name: '写明理由，先算出暂定结果' }).click();
      await page.getByText(/暂定：有 \d+ 项未决；理由：先看一遍/).waitFor();
      await page.getByRole('button', { name: '冻结' }).click();
      await page.getByText('已冻结').waitFor();
      await page.getByRole('button', { name: '汇总：结束' }).click();
      await page.getByRole('button', { name: '评先：打开' }).click();
      const [first] = await page.getByRole('group', { name: '可评单位' }).getByRole('checkbox').all();
      await first?.check();
      await page.getByRole('button', { name: '保存评先' }).click();
      await page.getByRole('region', { name: '评先' }).getByText('已保存').waitFor();
      await page.getByText('不能评的').first().click();
      await page.getByRole('button', { name: '评先：结束' }).click();
      await stage(page, '评先').getByText('已结束').waitFor();
      await page.getByRole('button', { name: '审定：打开' }).click();
      await stage(page, '审定').getByText('进行中').waitFor();
    });
  });

  it('审定人：审定；等次没有定的不能通报，列明是哪些单位', async () => {
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

  it('安委办下载文书：一页列全，没有的写明在等什么；汇总表能下载', async () => {
    await as('office', '/office/papers', async (page) => {
      await page.getByText('还没有写').first().waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载 汇总表（内部）' }).click();
      expect((await download).suggestedFilename()).toMatch(/汇总表\.xlsx$/);
    });
  });
});
