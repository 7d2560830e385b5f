import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent } from './browsers.js';
import { startDemonstration } from './demonstration.js';
import { anotherPerson, ask } from './office.js';
import { officeJourney } from './office-journey.js';
import { violations } from './page-tools.js';
import type { RunningServer } from './server.js';

describe.skipIf(!hasCurrent)('网页：台账和现场考核', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startDemonstration();
  });
  afterAll(() => server.stop());

  const as = (login: string, path: string, journey: (page: Page) => Promise<void>) =>
    officeJourney({ address: server.address, login, path }, journey);

  const entriesOf = async (page: Page) => {
    const wanted = { method: 'GET', path: '/api/years/2019/registers/talks' } as const;
    const { entries } = await ask<{ entries: { body: { by: string } }[] }>(page.context(), server.address, wanted);
    return entries.filter(({ body }) => body.by === '市安委办联合约谈').length;
  };

  it('提供处室登记事故：级别随填随算；展开看到影响哪些条款、多少分；伤亡变化另立一版', () =>
    as('supplying-division', '/office/registers', async (page) => {
      await page.waitForURL(/registers\/accidents/);
      // What it never supplies would always be empty for it.
      expect(await page.locator('.register-tabs a').allTextContents()).toEqual(['事故']);
      const form = page.getByRole('form', { name: '登记' });
      await form.getByLabel('日期').fill('2019-12-31');
      await form.getByLabel('发生地').selectOption('登封市');
      await form.getByLabel('行业').fill('工矿商贸');
      await form.getByLabel('主管部门').selectOption('市交通局');
      await form.getByLabel('死亡').fill('2');
      await form.getByLabel('重伤').fill('0');
      await form.getByLabel('直接经济损失（元）').fill('4200000');
      await form.getByText(/级别：一般事故。\s*伤亡数可变至 2020-01-30/).waitFor();
      const id = await form.getByLabel('编号').inputValue();
      await form.getByRole('button', { name: '登记' }).click();
      const row = page.locator('.entry-table tr[data-key]').filter({ hasText: id });
      await row.waitFor();
      expect(await row.textContent()).toMatch(/一般事故.*暂定，可变至 2020-01-30/);
      await row.focus();
      await page.keyboard.press('Enter');
      const effects = page.getByRole('table', { name: '影响的条款和得分' });
      await effects.getByRole('link', { name: /^48\.1 / }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: '伤亡数变化' }).click();
      const change = page.getByRole('form', { name: '伤亡数变化' });
      await change.getByLabel('死亡').fill('3');
      await change.getByText('级别：较大事故').waitFor();
      await change.getByRole('button', { name: '登记变化' }).click();
      await page.getByText('各个版本（2）').waitFor();
      expect(await row.textContent()).toMatch(/3 \/ 0 \/ 4,200,000.*较大事故/);
      await effects.getByRole('link', { name: /^60\.1 / }).waitFor();
      await page.getByRole('button', { name: '撤销' }).click();
      await page.getByLabel('撤销理由（必填，写入日志）').fill('演练误登');
      await page.getByRole('button', { name: '撤销这一条' }).click();
      await page.locator('.entry-table tr.withdrawn').filter({ hasText: id }).waitFor();
    }));

  it('别人先改了：两个版本并排，选自己的另存一版', () =>
    officeJourney(
      { address: server.address, login: 'office', path: '/office/registers/indicators?q=登封市', provoked: /409/ },
      async (page) => {
        const form = page.getByRole('form', { name: '登记' });
        await form.getByRole('combobox', { name: '单位', exact: true }).selectOption('登封市');
        const asked = await form.getByRole('combobox', { name: '指标' }).locator('option').allTextContents();
        expect(asked).toContain('特种设备万台死亡率');
        const list = '/api/years/2019/registers/indicators';
        const { entries } = await ask<{ entries: { entry: string; unit: string; version: number; body: object }[] }>(
          page.context(),
          server.address,
          { method: 'GET', path: list },
        );
        const known = entries.find(({ unit }) => unit === '登封市');
        if (!known) throw new Error('the demonstration has no indicator of 登封市');
        await page.locator('.entry-table tr[data-key]').first().getByRole('button').click();
        await page.getByRole('button', { name: '修改' }).click();
        await form.getByText('保存后成为第').waitFor();
        const other = await anotherPerson(page, server.address, 'office');
        const body = { unit: '登封市', body: { ...known.body, edition: '最终核实' } };
        const path = `${list}/${known.entry}`;
        await ask(other.context(), server.address, { method: 'PUT', path, body, ifMatch: known.version });
        await other.context().close();
        await form.getByRole('textbox', { name: '分母' }).fill('799.25');
        await form.getByText('指标值：').waitFor();
        await form.getByRole('button', { name: '另存一版' }).click();
        const choice = page.locator('.stale');
        await choice.waitFor();
        expect(await choice.textContent()).toContain('799.25');
        expect(await violations(page)).toEqual([]);
        await choice.getByRole('button', { name: '用我填的另存一版' }).click();
        await page.locator('.entry-table').getByRole('cell', { name: '799.25', exact: true }).waitFor();
      },
    ));

  it('表彰按方案的种类、级别加分；约谈使单位不能评先', () =>
    as('office', '/office/registers/commendations', async (page) => {
      const form = page.getByRole('form', { name: '登记' });
      await form.getByRole('combobox', { name: '单位', exact: true }).selectOption('新密市');
      await form.getByLabel('事项').fill('双重预防体系建设经验');
      await form.getByLabel('种类').selectOption('promoted');
      await form.getByLabel('级别').selectOption('province');
      await form.getByLabel('证明（文号或佐证编号）').fill('豫安委〔2019〕9号');
      await form.getByRole('button', { name: '登记' }).click();
      const row = page.locator('.entry-table tr[data-key]').filter({ hasText: '双重预防体系建设经验' });
      await row.getByRole('button').click();
      await page
        .locator('.totals')
        .getByText(/加分 .* → /)
        .waitFor();
      await page.getByRole('link', { name: '约谈' }).click();
      await form.getByRole('combobox', { name: '单位', exact: true }).selectOption('新密市');
      await form.getByLabel('约谈单位').fill('市政府');
      await form.getByLabel('日期').fill('2019-08-02');
      await form.getByRole('button', { name: '登记' }).click();
      await page.locator('.entry-table tr[data-key]').filter({ hasText: '新密市' }).first().getByRole('button').click();
      await page.getByText(/由此：.*约谈/).waitFor();
      expect(await violations(page)).toEqual([]);
    }));

  it('登记到一半断了网：说明没有连上，重开页面草稿还在；其实已经登上的，再点也只登一次', () =>
    officeJourney(
      {
        address: server.address,
        login: 'office',
        path: '/office/registers/talks',
        provoked: /Failed to load resource/,
      },
      async (page) => {
        const form = page.getByRole('form', { name: '登记' });
        const entered = page.locator('.entry-table tr[data-key]').filter({ hasText: '市安委办联合约谈' });
        await form.getByRole('combobox', { name: '单位', exact: true }).selectOption('上街区');
        await form.getByLabel('约谈单位').fill('市安委办联合约谈');
        await form.getByLabel('日期').fill('2019-09-03');
        const writes = (url: URL) => url.pathname.endsWith('/registers/talks');
        await page.route(writes, async (route) => {
          // The first one arrives, and its answer is lost.
          if (route.request().method() === 'GET') return route.continue();
          if ((await entriesOf(page)) === 0) await route.fetch();
          await route.abort();
        });
        await form.getByRole('button', { name: '登记' }).click();
        await form.getByRole('alert').getByText('连不上服务器').waitFor();
        expect(await violations(page)).toEqual([]);
        await page.unroute(writes);
        await page.reload();
        expect(await form.getByLabel('约谈单位').inputValue()).toBe('市安委办联合约谈');
        await form.getByRole('button', { name: '登记' }).click();
        await expect.poll(() => form.getByLabel('约谈单位').inputValue()).toBe('');
        await entered.waitFor();
        expect([await entered.count(), await entriesOf(page)]).toEqual([1, 1]);
      },
    ));

  it('督导组只有督导发现和检查两本，登记的没有分', () =>
    as('patrol-group', '/office/registers?lang=en', async (page) => {
      await page.waitForURL(/registers\/patrol-findings/);
      expect(await page.locator('.register-tabs a').allTextContents()).toEqual(['Patrol findings', 'Inspections']);
      const form = page.getByRole('form', { name: 'Enter' });
      await form.getByLabel('Unit').selectOption('登封市');
      await form.getByLabel('Day').fill('2019-11-06');
      await form.getByLabel('Patrol group').fill('第三督导组');
      await form.getByLabel('Finding').fill('应急物资台账不全');
      await form.getByRole('button', { name: 'Enter' }).click();
      await page.locator('.entry-table').getByText('应急物资台账不全').waitFor();
      expect(await violations(page)).toEqual([]);
    }));

  it('考核组抽考核点：公布种子，本机重算一致；登记一天，提醒逐条消掉', () =>
    as('team-leader', '/office/visits', async (page) => {
      await page.getByRole('table', { name: '现场考核' }).waitFor();
      await page.getByRole('link', { name: '高新区' }).click();
      const draw = page.getByRole('form', { name: '抽取考核点' });
      await draw.getByLabel(/^名单/).fill('枫杨街道\n梧桐街道\n沟赵街道\n石佛街道');
      await draw.getByLabel('公布的种子').fill('2020-01-16 第一组');
      await draw.getByLabel('抽几个').fill('1');
      await draw.getByRole('button', { name: '抽取' }).click();
      await page.getByText('✓ 本机重算一致').first().waitFor();
      await page.getByText('怎样重算').first().click();
      await page.getByText('sha256sum').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: '作为乡镇、部门填入' }).first().click();
      const form = page.getByRole('form', { name: '登记一天的现场考核' });
      for (const method of ['听汇报', '查资料', '实地查看']) await form.getByLabel(method).check();
      await form.getByLabel('日期').fill('2020-01-18');
      await form.getByRole('button', { name: '加一处' }).click();
      await form.getByLabel('第 2 处的名称').fill('某机械厂');
      await form.getByRole('button', { name: '登记' }).click();
      const state = page.getByRole('region', { name: '提醒' });
      await state.getByText('2020-01-18 不在规定的 2020-01-14 至 2020-01-17 内').waitFor();
      expect(await state.textContent()).not.toContain('还没有看');
      expect(await violations(page)).toEqual([]);
    }));
});
