// One whole year of a real office, from an empty database to the circular; its result is the one the command line gives.
//
// Through the pages, each step below: every role at least once, the unit 巩义市 all the way. That what was done there counts is shown
// by the result, which would be another without it (e2e/year/consequences.ts), and by the log (e2e/year/log.ts).
// By requests, for the time it takes, what is done on a page above as well: the first sign-in of those who are no administrators nor the
// office, the other register entries, 41 of 43 sheets, 14 of 16 leaders, 17 of 18 divisions with their heads, 42 of 43 reports.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AuditCheck, ResultAnswer, Scopes } from '@kaohe/api-contract';
import { parseText } from '@kaohe/scheme-files';
import type { UnitJson } from '@kaohe/scoring';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCurrent, withCurrent } from './browsers.js';
import { dropFile } from './page-tools.js';
import { type RunningServer, startServer } from './server.js';
import { approve, chooseAward, computeAndFreeze, publish, WORK_STAGES } from './year/closing.js';
import { expectDecided, expectEntered } from './year/consequences.js';
import { marksOf, readEndedYear } from './year/facts.js';
import { readLog } from './year/log.js';
import { createYear, giveRoles, openAccounts, setUp } from './year/opening.js';
import { FIRST_PEOPLE, PEOPLE, SECOND_CLERK } from './year/people.js';
import { rateAsDivision, rateAsLeader, rateOnPaper, signAsHead } from './year/rating.js';
import { inTurn, RealOffice, YEAR } from './year/real-office.js';
import {
  BY_PAGE,
  enterAccident,
  enterFinding,
  enterTalkAndCommendation,
  FINDING,
  otherEntries,
} from './year/registers.js';
import { answer, receive, sendBack, signAgain, visit, writeAndSign } from './year/reporting.js';
import { rateByRequests, reportByRequests } from './year/requests.js';
import { closeByKeyboard, countFound, findWithEvidence } from './year/sheets.js';
import { download, moveStage } from './year/steps.js';

const CODE = /[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/;
const PATIENCE_MS = 600_000;
/** The unit whose whole way goes through the pages, and another of its team. */
const UNIT = '巩义市';
const SECOND_UNIT = '市重点项目建设中心';
const facts = readEndedYear();
const people = { people: PEOPLE, single: SECOND_CLERK };
const byRequest = [...PEOPLE, SECOND_CLERK].map(({ login }) => login).filter((login) => login !== 'office');

let server: RunningServer;
let office: RealOffice;
let scopes: Scopes;
let chosen = '';
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
const step = (title: string, journey: (page: Page) => Promise<void>) =>
  it(title, () => inBrowser(journey), PATIENCE_MS);

const unitPath = (noun: string, unit: string) => `/office/${noun}/${encodeURIComponent(unit)}`;

describe.skipIf(!hasCurrent)('一整年：从空的数据库到通报', () => {
  step('设置码和一份人员表建起安委办；安委办首次登录改口令、设动态口令，建立年度', async (page) => {
    await expect.poll(() => CODE.exec(server.printed())?.[0]).toBeDefined();
    const code = CODE.exec(server.printed())?.[0] ?? '';
    await page.goto(`${server.address}/setup`);
    const passwords = await setUp(page, { code, people: FIRST_PEOPLE });
    expect(passwords.size).toBe(FIRST_PEOPLE.length + 3);
    office = new RealOffice(server.address, new Map(passwords));
    await office.signInOnPage(page, 'office');
    await createYear(page);
  });

  step('系统管理员按表建账号，安全管理员按同一份表授权；后来的计票员逐个办', async (page) => {
    await office.signInOnPage(page, 'sysadmin');
    const passwords = await openAccounts(page, people);
    expect(passwords.size).toBe(PEOPLE.length - FIRST_PEOPLE.length + 1);
    for (const [login, password] of passwords) office.passwords.set(login, password);
    const security = await office.desk(page);
    await office.signInOnPage(security, 'secadmin');
    await giveRoles(security, people);
    await inTurn(byRequest, (login) => office.signIn(login));
    scopes = await office.as('office').ask<Scopes>('GET', `${YEAR}/scopes`);
  });

  step('安委办打开环节，登记约谈、表彰；处室登记自己提供的事故；督导组登记发现', async (page) => {
    const desk = await office.pageOf(page, 'office', '/office/closing');
    for (const stage of WORK_STAGES) await moveStage(desk, stage, '打开');
    await enterAccident(await office.pageOf(page, 'statistics', '/office'), facts);
    await enterFinding(await office.pageOf(page, 'patrol', '/office'), UNIT);
    await desk.goto(`${server.address}/office/registers`);
    await enterTalkAndCommendation(desk);
    await inTurn(otherEntries(facts), async ({ register, ...entry }) => {
      await office.as('office').ask('POST', `${YEAR}/registers/${register}`, { body: entry });
    });
  });

  step('成员用键盘核完一个单位，一行有次数、有佐证；组长核完另一个；处室核自己的行；其余录完', async (page) => {
    const member = await office.pageOf(page, 'member-12', '/office');
    await member.getByRole('link', { name: new RegExp(`^${UNIT}：细则表还有`) }).click();
    await findWithEvidence(member, 'county/5', '1');
    await closeByKeyboard(office, member, { login: 'member-12', unit: UNIT });
    for (const place of [
      { login: 'team-12', unit: SECOND_UNIT },
      { login: 'statistics', unit: BY_PAGE.accident.place },
    ])
      await closeByKeyboard(office, await office.pageOf(page, place.login, unitPath('sheets', place.unit)), place);
    await inTurn(scopes.teams, async ({ id }) => {
      for (const { name } of scopes.units.filter(({ team }) => team === id))
        await office.enterSheet(id, name, facts.units[name] ?? {});
    });
    await inTurn(scopes.units, ({ name }) => office.enterSheet('office', name, facts.units[name] ?? {}));
  });

  step('领导、处室评分，分管领导签字，一份纸质表由两个计票员录入和复核；其余的都评完', async (page) => {
    const leader = await office.pageOf(page, 'leader-01', '/office');
    await rateAsLeader(leader, { marks: marksOf(facts, 'leader', 1), finding: { unit: UNIT, text: FINDING } });
    const division = await office.pageOf(page, 'division-01', '/office');
    await rateAsDivision(division, marksOf(facts, 'division', 1));
    await signAsHead(leader);
    await rateByRequests(office, facts);
    await rateOnPaper(office, page, marksOf(facts, 'leader', 16));
  });

  step('组长抽点、登记现场考核，写报告签署；安委办退回，成员改，组长看着不同重签；接收，单位答复', async (page) => {
    const leader = await office.pageOf(page, 'team-12', unitPath('visits', UNIT));
    await visit(leader);
    await leader.goto(`${server.address}${unitPath('reports', UNIT)}`);
    await leader.getByText('考核点抽取 1 次').first().waitFor();
    await writeAndSign(leader);
    const clerk = await office.pageOf(page, 'office', '/office');
    await sendBack(clerk, UNIT);
    await countFound(await office.pageOf(page, 'member-12', unitPath('sheets', UNIT)), 'county/5', '2');
    await signAgain(leader);
    await receive(clerk, UNIT);
    await answer(await office.pageOf(page, 'gongyi', '/office/unit'), clerk);
    const others = scopes.units.filter(({ name }) => name !== UNIT);
    await inTurn(others, (unit) => reportByRequests(office, unit));
  });

  step('环节依次结束，计算、冻结、评先、审定、通报，文书能下载', async (page) => {
    const desk = await office.pageOf(page, 'office', '/office/closing');
    await computeAndFreeze(desk);
    chosen = await chooseAward(desk);
    await approve(await office.pageOf(page, 'approver', '/office'), chosen);
    await publish(desk);
    await desk.goto(`${server.address}/office/papers`);
    await download(desk, '下载 汇总表（内部）', /汇总表\.xlsx$/);
    await download(desk, '下载 考核通报（只列等次） docx', /通报.*\.docx$/);
  });

  it('导出的事实用命令行计分，和通报的结果一字不差；每个人在网页上办的，少一样结果就不一样', async () => {
    const exported = await office.as('office').bytes(`${YEAR}/facts`);
    const file = join(server.dataDir, 'facts.yaml');
    writeFileSync(file, exported);
    const kaohe = fileURLToPath(new URL('../apps/cli/bin/kaohe.mjs', import.meta.url));
    const scored = spawnSync(process.execPath, [kaohe, 'score', 'zhengzhou-2019', file, '--json'], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect([scored.status, scored.stderr]).toEqual([0, '']);
    const { units, edition } = JSON.parse(scored.stdout) as { units: UnitJson[]; edition: string };
    const { result } = await office.as('office').ask<ResultAnswer>('GET', `${YEAR}/result`);
    if (!result) throw new Error('there is no result');
    expect(result.edition).toBe(edition);
    expect(result.units.length).toBe(43);
    const told = result.units.map(({ unitEn: _en, class: _class, ...one }) => one);
    const wanted = told.map((one) => {
      const same = units.find(({ unit }) => unit === one.unit) as unknown as Record<string, unknown>;
      return Object.fromEntries(Object.keys(one).map((key) => [key, same[key]]));
    });
    expect(JSON.stringify(told)).toBe(JSON.stringify(wanted));
    expectDecided(result, chosen);
    const parsed = parseText(new TextDecoder().decode(exported));
    if ('problems' in parsed) throw new Error('the exported facts cannot be read');
    expectEntered(parsed.tree, facts, { unit: UNIT, row: 'county/5.1' });
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

  step('审计员看到全年的记录：每个角色办的都在，日志链完整', async (page) => {
    await office.signInOnPage(page, 'auditor');
    await readLog(page);
    const check = await office.as('auditor').ask<AuditCheck>('GET', '/api/audit/check');
    expect(check).toMatchObject({ sound: true, broken: null });
    expect(check.sealed + check.unsealed).toBeGreaterThan(2000);
  });
});
