// One whole year of a real office, from an empty database to the circular, by all its people; its result is the one the command line gives.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AuditCheck, ResultAnswer, Scopes } from '@kaohe/api-contract';
import type { UnitJson } from '@kaohe/scoring';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, withCurrent } from './browsers.js';
import { dropFile, violations } from './page-tools.js';
import { type RunningServer, startServer } from './server.js';
import { choose, typeMarks } from './typing.js';
import { marksOf, readEndedYear, registerEntries } from './year/facts.js';
import { filledIn, PEOPLE } from './year/people.js';
import { inTurn, RealOffice, YEAR } from './year/real-office.js';
import { rateByRequests, reportByRequests } from './year/requests.js';
import { closeByKeyboard, download, moveStage, rateOnPaper, submitForm } from './year/steps.js';

const CODE = /[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/;
const PATIENCE_MS = 600_000;
/** Sheets closed by keyboard through the pages; the others are entered as the made-up year has them. */
const BY_KEYBOARD = [
  { login: 'team-12', unit: '市重点项目建设中心' },
  { login: 'team-11', unit: '市人防办' },
];
const UNIT = '巩义市';
const facts = readEndedYear();
const signedIn = PEOPLE.map(({ login }) => login).filter((login) => login !== 'office');

let server: RunningServer;
let office: RealOffice;
let scopes: Scopes;
beforeAll(async () => {
  server = await startServer({ args: ['--init'] });
});
afterAll(() => server.stop());

/** A journey in the browser; what the page did wrong is asked at its end. */
const inBrowser = (journey: (page: Page) => Promise<void>) =>
  withCurrent(async (surface, page) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await journey(page);
    expect(surface.errors().filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
  });

const unitPath = (noun: string, unit: string) => `/office/${noun}/${encodeURIComponent(unit)}`;

describe.skipIf(!hasCurrent)('一整年：从空的数据库到通报', () => {
  it(
    '设置码、三个管理员和一份人员表建起安委办；每个人首次登录改口令、设动态口令',
    () =>
      inBrowser(async (page) => {
        await expect.poll(() => CODE.exec(server.printed())?.[0]).toBeDefined();
        const template = await page.request.get(`${server.address}/api/setup/people-template?scheme=zhengzhou-2019`);
        await page.goto(`${server.address}/setup`);
        await page.getByLabel('设置码').fill(CODE.exec(server.printed())?.[0] ?? '');
        await page.getByLabel('安委办名称').fill('演练市安委办');
        await choose(page, '考核文件', '2019');
        await page.getByLabel('年度', { exact: false }).first().fill('2019');
        await page.getByLabel('年度名称').fill('2019年度安全生产目标考核');
        const buffer = await filledIn(await template.body());
        await page.getByLabel('人员表（.xlsx）').setInputFiles({ name: '人员表.xlsx', mimeType: '', buffer });
        await page.getByRole('button', { name: '建立' }).click();
        await page.getByRole('button', { name: '去登录' }).waitFor({ timeout: PATIENCE_MS });
        const rows = await page
          .locator('main tbody tr')
          .evaluateAll((all) =>
            all.map((row) => [row.querySelector('th')?.textContent, row.querySelector('code')?.textContent]),
          );
        const passwords = new Map(rows.map(([login, password]) => [login ?? '', password ?? '']));
        expect(passwords.size).toBe(PEOPLE.length + 3);
        office = new RealOffice(server.address, passwords);
        await office.signInOnPage(page, 'office');
        await inTurn(signedIn, (login) => office.signIn(login));
        scopes = await office.as('office').ask<Scopes>('GET', `${YEAR}/scopes`);
      }),
    PATIENCE_MS,
  );

  it(
    '安委办打开环节，台账各登记一次；督导组登记发现',
    () =>
      inBrowser(async (page) => {
        const desk = await office.pageOf(page, 'office', '/office/closing');
        for (const stage of ['平时考核', '领导考核', '年终考核']) await moveStage(desk, stage, '打开');
        const [first, ...others] = registerEntries(facts);
        await desk.goto(`${server.address}/office/registers/accidents`);
        const form = desk.getByRole('form', { name: '登记' });
        await form.getByLabel('日期').fill(String(first?.body.on));
        await form.getByLabel('发生地').selectOption(String(first?.body.place));
        await form.getByLabel('主管部门').selectOption(String(first?.body.department));
        await form.getByLabel('死亡').fill(String(first?.body.deaths));
        await form.getByLabel('重伤').fill(String(first?.body.seriousInjuries));
        await form.getByLabel('直接经济损失（元）').fill(String(first?.body.directEconomicLossYuan));
        await form.getByRole('button', { name: '登记' }).click();
        await desk.locator('.entry-table tr[data-key]').filter({ hasText: '一般事故' }).waitFor();
        await inTurn(others, async ({ register, ...entry }) => {
          await office.as('office').ask('POST', `${YEAR}/registers/${register}`, { body: entry });
        });
        const body = { on: '2019-06-11', group: '第一督导组', finding: '台账齐全。' };
        await office.as('patrol').ask('POST', `${YEAR}/registers/patrol-findings`, { body: { unit: UNIT, body } });
      }),
    PATIENCE_MS,
  );

  it(
    '两个组用键盘在网页上核完一个单位，其余各组、安委办录完全部细则表',
    () =>
      inBrowser(async (page) => {
        for (const place of BY_KEYBOARD) {
          const desk = await office.pageOf(page, place.login, unitPath('sheets', place.unit));
          await closeByKeyboard(office, desk, place);
          await desk.context().close();
        }
        await inTurn(scopes.teams, async ({ id }) => {
          for (const { name } of scopes.units.filter(({ team }) => team === id))
            await office.enterSheet(id, name, facts.units[name] ?? {});
        });
        await inTurn(scopes.units, ({ name }) => office.enterSheet('office', name, facts.units[name] ?? {}));
      }),
    PATIENCE_MS,
  );

  it(
    '十六位领导、十八个处室评分：网页上填、签字，一份纸质表由两个计票员录入和复核',
    () =>
      inBrowser(async (page) => {
        const leader = await office.pageOf(page, 'leader-01', '/office/ratings/leader/leader-01');
        await leader.getByRole('button', { name: '评分领导（领导01）' }).click();
        await typeMarks(leader, Object.values(marksOf(facts, 'leader', 1)));
        await submitForm(leader);
        await leader.getByText('已提交并计入').waitFor();
        const division = await office.pageOf(page, 'division-01', '/office/ratings/division/division-01');
        await typeMarks(division, Object.values(marksOf(facts, 'division', 1)));
        await submitForm(division);
        await division.getByText('已提交，等分管领导签字后计入。').waitFor();
        await office.as('leader-01').actAs('division-head', '处室01');
        await leader.goto(`${server.address}/office/ratings/division/division-01`);
        await leader.getByRole('button', { name: '分管领导签字' }).click();
        await leader.getByRole('button', { name: '确认签字' }).click();
        await leader.getByText('已签字并计入。').waitFor();
        await rateByRequests(office, facts);
        await rateOnPaper(office, page, marksOf(facts, 'leader', 16));
      }),
    PATIENCE_MS,
  );

  it(
    '现场考核、报告：组长写好签署，安委办接收，单位答复',
    () =>
      inBrowser(async (page) => {
        const desk = await office.pageOf(page, 'team-12', unitPath('visits', UNIT));
        await desk.getByLabel('日期').first().fill('2020-01-15');
        for (const method of ['听汇报', '查资料', '实地查看']) await desk.getByLabel(method).check();
        for (const [place, kind, name] of [
          ['第 1 处', '乡镇（镇、办）', '回郭镇'],
          ['第 2 处', '企业', '某铝厂'],
        ] as const) {
          await desk.getByRole('button', { name: '加一处' }).click();
          await desk.getByLabel(`${place}的类别`).selectOption(kind);
          await desk.getByLabel(`${place}的名称`).fill(name);
        }
        await desk.getByRole('button', { name: '登记', exact: true }).click();
        await desk.getByRole('row', { name: /2020-01-15/ }).waitFor();
        await desk.goto(`${server.address}${unitPath('reports', UNIT)}`);
        await desk.getByLabel('基本情况').fill('考核组听取了汇报，查阅了资料，看了一个街道和一家企业。');
        await desk.getByRole('group', { name: '存在问题' }).getByRole('button', { name: '写明没有（无）' }).click();
        await desk.getByRole('group', { name: '意见和建议' }).getByRole('button', { name: '加一条' }).click();
        await desk.getByLabel('意见和建议：第 1 条').fill('补齐第三季度会议纪要');
        await desk.getByRole('button', { name: '保存' }).click();
        await desk.getByText('已保存').waitFor();
        await desk.getByRole('button', { name: '签署', exact: true }).click();
        await desk.getByText('已签署').first().waitFor();
        const clerk = await office.pageOf(page, 'office', '/office');
        await clerk.getByRole('link', { name: `${UNIT}：接收考核报告` }).click();
        await clerk.getByRole('button', { name: '接收' }).click();
        await clerk.getByText('安委办于').waitFor();
        const unit = await office.pageOf(page, 'gongyi', '/office/unit');
        await unit.getByLabel('对第 1 条的答复').fill('已安排，三月二十日前补齐。');
        await unit.getByRole('button', { name: '提交答复' }).click();
        await unit.getByText('✓ 已保存').waitFor();
        await inTurn(
          scopes.units.filter(({ name }) => name !== UNIT),
          (unit) => reportByRequests(office, unit),
        );
      }),
    PATIENCE_MS,
  );

  it(
    '环节依次结束，计算、冻结、评先、审定、通报，文书能下载',
    () =>
      inBrowser(async (page) => {
        const desk = await office.pageOf(page, 'office', '/office/closing');
        for (const stage of ['平时考核', '领导考核', '年终考核']) await moveStage(desk, stage, '结束');
        await moveStage(desk, '汇总', '打开');
        await desk.getByRole('button', { name: '计算', exact: true }).click();
        await desk.getByText('已计算').waitFor();
        expect(await desk.getByText('暂定').count()).toBe(0);
        await desk.getByRole('button', { name: '冻结' }).click();
        await desk.getByText('已冻结').waitFor();
        await moveStage(desk, '汇总', '结束');
        await moveStage(desk, '评先', '打开');
        const [first] = await desk.getByRole('group', { name: '可评单位' }).getByRole('checkbox').all();
        await first?.check();
        await desk.getByRole('button', { name: '保存评先' }).click();
        await desk.getByRole('region', { name: '评先' }).getByText('✓ 已保存').waitFor();
        await moveStage(desk, '评先', '结束');
        await moveStage(desk, '审定', '打开');
        const approver = await office.pageOf(page, 'approver', '/office');
        await approver.getByRole('link', { name: '审定考核结果' }).click();
        await approver.getByRole('button', { name: '审定', exact: true }).click();
        await approver.getByText('已审定').waitFor();
        await desk.reload();
        await moveStage(desk, '审定', '结束');
        await moveStage(desk, '通报', '打开');
        await desk.getByLabel('文号').fill('演安委〔2020〕5号');
        await desk.getByRole('button', { name: '印发通报' }).click();
        await desk.getByText('已通报').waitFor();
        await moveStage(desk, '通报', '结束');
        await desk.goto(`${server.address}/office/papers`);
        await download(desk, '下载 汇总表（内部）', /汇总表\.xlsx$/);
        await download(desk, '下载 考核通报（只列等次） docx', /通报.*\.docx$/);
      }),
    PATIENCE_MS,
  );

  it('导出的事实用命令行计分，和通报的结果一字不差', async () => {
    const file = join(server.dataDir, 'facts.yaml');
    writeFileSync(file, await office.as('office').bytes(`${YEAR}/facts`));
    const kaohe = fileURLToPath(new URL('../apps/cli/bin/kaohe.mjs', import.meta.url));
    const scored = spawnSync(process.execPath, [kaohe, 'score', 'zhengzhou-2019', file, '--json'], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect([scored.status, scored.stderr]).toEqual([0, '']);
    const { units, edition } = JSON.parse(scored.stdout) as { units: UnitJson[]; edition: string };
    const { result } = await office.as('office').ask<ResultAnswer>('GET', `${YEAR}/result`);
    expect(result?.state).toBe('published');
    expect(result?.edition).toBe(edition);
    expect(result?.units.length).toBe(43);
    const told = result?.units.map(({ unitEn: _en, class: _class, ...one }) => one) ?? [];
    const wanted = told.map((one) => {
      const same = units.find(({ unit }) => unit === one.unit) as unknown as Record<string, unknown>;
      return Object.fromEntries(Object.keys(one).map((key) => [key, same[key]]));
    });
    expect(JSON.stringify(told)).toBe(JSON.stringify(wanted));
  });

  it('结果页显示本办的年度；试一个事实文件，再回来', () =>
    inBrowser(async (page) => {
      const desk = await office.pageOf(page, 'office', '/results');
      await desk.getByText(/^本办 2019 年度，截至 \d{4}-\d\d-\d\d$/).waitFor();
      const ranked = desk.getByRole('table', { name: /考核结果/ }).locator('tbody tr');
      expect(await ranked.count()).toBe(16);
      await dropFile(desk, '试算.yaml', 'scheme: zhengzhou-2019\nunits: { 巩义市: { closed: all } }\n');
      await desk.getByText('试算.yaml').waitFor();
      await desk.getByRole('button', { name: '回到本办年度' }).click();
      await desk.getByText(/^本办 2019 年度/).waitFor();
      expect(await ranked.count()).toBe(16);
      const approver = await office.pageOf(page, 'approver', '/results');
      await approver.getByText('演示日期').waitFor();
      await approver.getByRole('link', { name: '我的工作' }).click();
      await approver.getByText('当前角色：审定人').first().waitFor();
    }));

  it(
    '审计员看到全年的记录，日志链完整',
    () =>
      inBrowser(async (page) => {
        await office.signInOnPage(page, 'auditor');
        await page.getByRole('link', { name: '审计日志' }).first().click();
        await page.getByText('日志链完整').waitFor();
        await choose(page, '事项', '印发通报');
        const row = page.locator('.audit-table tbody tr').filter({ hasText: '印发通报' });
        await row.getByText('✓ 已办').waitFor();
        await row.focus();
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').getByText('演安委〔2020〕5号').waitFor();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
        await download(page, '导出 CSV', /^audit.*\.csv$/);
        await page.getByText('English').click();
        await page.getByText('The chain is sound').waitFor();
        expect(await violations(page)).toEqual([]);
        const check = await office.as('auditor').ask<AuditCheck>('GET', '/api/audit/check');
        expect(check).toMatchObject({ sound: true, broken: null });
        expect(check.sealed + check.unsealed).toBeGreaterThan(2000);
      }),
    PATIENCE_MS,
  );
});
