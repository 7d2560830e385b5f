import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, testOffice } from '../../test/office.js';
import { inSystem, inTransaction } from '../database/transaction.js';

const office = testOffice();
const INVESTIGATION = '市应急局调查评估和统计处';
const put = async (client: Client, row: string, { payload, version }: { payload: object; version?: number }) =>
  await client('PUT', `/api/years/2019/sheets/巩义市/rows/${row.replace('county/', '')}`, {
    payload,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  });
const IN_ORDER = { closed: true, observations: {} };

let teams: { team: Client; other: Client; clerk: Client; officer: Client; division: Client };
beforeAll(async () => {
  await office.stages({ 'year-end': 'open' });
  const [own, foreign] = await inSystem(office.database, '1', async (trx) => {
    const units = await trx.selectFrom('kaohe.units').select(['unit_id', 'team_id']).execute();
    const mine = units.find(({ unit_id }) => unit_id === '巩义市')?.team_id ?? '';
    return [mine, units.find(({ team_id }) => team_id !== mine)?.team_id ?? ''];
  });
  teams = {
    team: await office.as('team-member', own),
    other: await office.as('team-leader', foreign),
    clerk: await office.as('counting-clerk'),
    officer: await office.as('office'),
    division: await office.as('supplying-division', INVESTIGATION),
  };
});

describe('填一行', () => {
  it('新的一行从第 1 版开始，得分和这一改的结果一起回来', async () => {
    const response = await put(teams.team, 'county/1', {
      payload: { closed: true, observations: { 'county/1.1': { breached: 'true', note: '会议没有纪要' } } },
    });
    expect(response.json()).toMatchObject({ version: 1, row: { closed: true, changedRole: 'team-member' } });
    expect(response.headers.etag).toBe('"1"');
    const { before, after } = response.json();
    expect([before.sheetScore.most, after.sheetScore.most]).toEqual(['100', '98']);
  });

  it('看到的是旧版的不覆盖：两个版本都回来', async () => {
    const first = await put(teams.team, 'county/2', { payload: IN_ORDER });
    expect(first.json().version).toBe(1);
    const second = await put(teams.team, 'county/2', {
      payload: {
        closed: true,
        observations: { 'county/2.1': { breached: 'true' } },
      },
    });
    expect([second.statusCode, second.json().code]).toEqual([409, 'stale-edit']);
    expect(second.json()).toMatchObject({ current: { version: 1, closed: true }, sent: { closed: true } });
    const seen = await put(teams.team, 'county/2', { payload: IN_ORDER, version: 1 });
    expect(seen.json().version).toBe(2);
  });

  it('两个人同时填同一行，一个成功，一个看到对方的', async () => {
    const both = await Promise.all([
      put(teams.team, 'county/3', { payload: IN_ORDER }),
      put(teams.team, 'county/3', { payload: IN_ORDER }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it('方案不接受的内容，用计分程序自己的话说明在哪里', async () => {
    const response = await put(teams.team, 'county/4', {
      payload: {
        closed: true,
        observations: { 'county/4.1': { count: '三次' } },
      },
    });
    expect([response.statusCode, response.json().code]).toEqual([422, 'invalid']);
    expect(response.json().problems[0].at).toContain('county/4.1');
    expect(response.json().detailEn).not.toMatch(/[\u4e00-\u9fff]{9}/);
    const kept = await teams.team('GET', '/api/years/2019/sheets/巩义市');
    expect(kept.json().rows.find(({ line }: { line: string }) => line === 'county/4').version).toBe(0);
  });

  it.each([
    ['没有的行', 'county/999', IN_ORDER, 404],
    ['别的行的条款', 'county/5', { closed: true, observations: { 'county/6.1': { breached: 'true' } } }, 422],
    ['不是文字的内容', 'county/5', { closed: true, observations: { 'county/5.1': { count: 3 } } }, 422],
    [
      '没有的佐证',
      'county/1',
      { closed: true, observations: { 'county/1.1': { breached: 'true', evidence: ['E-1'] } } },
      422,
    ],
  ])('%s不收', async (...[, row, payload, status]) => {
    const seen = row === 'county/1' ? { version: 1 } : {};
    expect((await put(teams.team, row, { payload, ...seen })).statusCode).toBe(status);
  });
});

describe('计票员照纸质表代录', () => {
  const check = async (client: Client, row: string, version: number) =>
    await client('POST', `/api/years/2019/sheets/巩义市/rows/${row}/check`, {
      headers: { 'if-match': `"${version}"` },
    });
  const scanOf = async (client: Client) => {
    const payload = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');
    const url = '/api/years/2019/evidence?unit=巩义市&purpose=row&name=考核组签字的评分表.pdf';
    const response = await client('POST', url, { payload, headers: { 'content-type': 'application/octet-stream' } });
    expect(response.statusCode).toBe(200);
    return response.json().id as string;
  };
  const shown = async () =>
    (await teams.team('GET', '/api/years/2019/sheets/巩义市'))
      .json()
      .rows.find(({ line }: { line: string }) => line === 'county/15');

  it('没有扫描件不收；录入以后还不算核完，另一位计票员复核以后才算；录的人不能自己复核', async () => {
    const scan = await scanOf(teams.clerk);
    const closed = { payload: { ...IN_ORDER, scan } };
    expect((await put(teams.clerk, 'county/15', { payload: IN_ORDER })).json()).toMatchObject({
      status: 422,
      needs: 'scan',
    });
    const other = { payload: { ...IN_ORDER, scan: crypto.randomUUID() } };
    expect((await put(teams.clerk, 'county/15', other)).statusCode).toBe(422);
    const entered = (await put(teams.clerk, 'county/15', closed)).json();
    expect(entered.row).toMatchObject({ closed: false, paper: { scan, closes: true, checkedBy: null } });
    const todo = (await teams.clerk('GET', '/api/years/2019/todo')).json().items;
    expect(todo).toContainEqual(expect.objectContaining({ page: 'sheets', unit: '巩义市' }));
    expect((await check(teams.clerk, '15', entered.version)).statusCode).toBe(409);
    const second = await office.as('counting-clerk');
    expect((await check(second, '15', entered.version - 1)).json()).toMatchObject({ status: 409, code: 'stale-edit' });
    expect((await check(teams.team, '15', entered.version)).statusCode).toBe(403);
    expect((await check(second, '15', entered.version)).json().row).toMatchObject({ closed: true });
    expect(await shown()).toMatchObject({ closed: true, paper: { checkedBy: 'counting-clerk' } });
    expect((await check(second, '15', entered.version + 1)).statusCode).toBe(409);
  });

  it('考核组自己改过，就不再是照纸质表录的', async () => {
    const { version } = await shown();
    expect((await put(teams.team, 'county/15', { payload: IN_ORDER, version })).json().row).toMatchObject({
      closed: true,
      paper: null,
    });
  });
});

it('写“不适用”要写理由', async () => {
  const entry = (reason?: string) => ({
    payload: { closed: true, observations: { 'county/27.1': { notApplicable: 'true', ...(reason && { reason }) } } },
  });
  for (const reason of [undefined, '  '])
    expect((await put(teams.team, 'county/27', entry(reason))).json()).toMatchObject({ status: 422, needs: 'reason' });
  expect((await put(teams.team, 'county/27', entry('辖区没有重大危险源'))).statusCode).toBe(200);
});

describe('谁提供哪一行', () => {
  it.each([
    ['考核组填本组提供的行', 'team', 'county/7', 200],
    ['计票人员代考核组录入，要附扫描件', 'clerk', 'county/8', 422],
    ['安委办不填考核组的行', 'officer', 'county/9', 403],
    ['考核组填自己的那一半', 'team', 'county/10', 200],
    ['同一行里由安委办提供的一句，考核组不填', 'team', 'county/10.1', 403],
    ['同一行里由安委办提供的一句，安委办填', 'officer', 'county/10.1', 200],
    ['安委办填本办提供的行', 'officer', 'county/47', 200],
    ['处室填本处室提供的行', 'division', 'county/55', 200],
    ['处室不填别的处室的行', 'division', 'county/56', 403],
    ['安委办代处室录入', 'officer', 'county/56', 200],
    ['别的组的单位当作没有', 'other', 'county/7', 404],
    ['加分由安委办关上', 'officer', 'bonus', 200],
    ['加分不由考核组关上', 'team', 'bonus', 403],
  ] as const)('%s', async (...[, who, row, status]) => {
    const response = await put(teams[who], row, { payload: IN_ORDER });
    expect(response.statusCode).toBe(status);
  });

  it('处室的行里由安委办提供的一句，处室不填', async () => {
    const finding = { closed: true, observations: { 'county/54.4': { breached: 'true' } } };
    expect((await put(teams.division, 'county/54', { payload: finding })).statusCode).toBe(422);
    expect((await put(teams.division, 'county/54.4', { payload: finding })).statusCode).toBe(403);
    expect((await put(teams.officer, 'county/54.4', { payload: finding })).statusCode).toBe(200);
  });

  it('处室填自己的行，不告诉它得分、区间和等次：它看不到别人提供的', async () => {
    const changed = await put(teams.division, 'county/54', { payload: IN_ORDER });
    expect([changed.statusCode, changed.json().before, changed.json().after]).toEqual([200, null, null]);
    const { sheets } = (await teams.division('GET', '/api/years/2019/sheets')).json();
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.filter(({ standing }: { standing: unknown }) => standing !== null)).toEqual([]);
  });

  it('登记决定的条款谁也不填', async () => {
    const response = await put(teams.officer, 'county/59', {
      payload: {
        closed: true,
        observations: { 'county/59.1': { value: '1' } },
      },
    });
    expect([response.statusCode, response.json().code]).toEqual([422, 'invalid']);
    expect(response.json().clause).toBe('county/59.1');
  });

  it('别的组的单位，数据库也不给看、不让写', async () => {
    const asOther = { tenant: '1', accountId: 'test', role: 'team-member', scope: 'no-such-team', year: '2019' };
    const seen = await inTransaction(office.database, asOther, async (trx) =>
      trx.selectFrom('kaohe.sheet_rows').selectAll().where('tenant_id', '=', '1').execute(),
    );
    expect(seen).toEqual([]);
    const write = inTransaction(office.database, asOther, async (trx) =>
      sql`INSERT INTO kaohe.sheet_rows (tenant_id, year_id, unit_id, row_id, team_id, version, closed, observations, changed_at, changed_by, changed_role)
        SELECT 1, '2019', unit_id, 'county/20', team_id, 1, true, '{}', changed_at, '', '' FROM
        (SELECT unit_id, team_id, timestamptz '2020-01-16' AS changed_at FROM kaohe.units WHERE unit_id = '巩义市') AS u`.execute(
        trx,
      ),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });
});

describe('看一张表', () => {
  it('页面得到的事实和服务器计分用的一样', async () => {
    const sheet = (await teams.team('GET', '/api/years/2019/sheets/巩义市')).json();
    expect(sheet).toMatchObject({ unit: '巩义市', sheet: 'county', report: 'none', told: true });
    expect(sheet.facts.units.巩义市.closed).toContain('county/1');
    expect(sheet.rows.filter(({ mayChange }: { mayChange: boolean }) => mayChange).length).toBeGreaterThan(40);
  });

  it('一组的人只列出本组的单位', async () => {
    const { sheets } = (await teams.team('GET', '/api/years/2019/sheets')).json();
    expect(sheets.map(({ unit }: { unit: string }) => unit)).toContain('巩义市');
    expect(new Set(sheets.map(({ team }: { team: { id: string } }) => team.id)).size).toBe(1);
    const all = (await teams.officer('GET', '/api/years/2019/sheets')).json().sheets;
    expect(all).toHaveLength(43);
  });

  it('报告没有收到以前，单位只知道每一行由谁提供', async () => {
    const unit = await office.as('assessed-unit', '巩义市');
    const sheet = (await unit('GET', '/api/years/2019/sheets/巩义市')).json();
    expect([sheet.told, sheet.facts]).toEqual([false, null]);
    expect(
      sheet.rows.every(({ observations }: { observations: object }) => Object.keys(observations).length === 0),
    ).toBe(true);
    expect((await unit('GET', '/api/years/2019/sheets/登封市')).statusCode).toBe(404);
  });

  it('环节没有打开不能填', async () => {
    await office.stages({ 'year-end': 'waiting' });
    expect((await put(teams.team, 'county/11', { payload: IN_ORDER })).json().code).toBe('wrong-state');
    const sheet = (await teams.team('GET', '/api/years/2019/sheets/巩义市')).json();
    expect(sheet.rows.some(({ mayChange }: { mayChange: boolean }) => mayChange)).toBe(false);
    await office.stages({ 'year-end': 'open' });
  });

  it('报告签署以后不能再改；收到以后单位看到自己的表', async () => {
    const report = async (state: string) =>
      await inSystem(office.database, '1', async (trx) => {
        await sql`INSERT INTO kaohe.reports (tenant_id, year_id, unit_id, team_id, state, version, body, late, changed_at, changed_by)
          SELECT 1, '2019', '巩义市', team_id, ${state}, 1, '{}', false, '2020-01-16', '' FROM kaohe.units WHERE unit_id = '巩义市'
          ON CONFLICT (tenant_id, year_id, unit_id) DO UPDATE SET state = excluded.state`.execute(trx);
      });
    await report('signed');
    expect((await put(teams.team, 'county/12', { payload: IN_ORDER })).json().code).toBe('wrong-state');
    await report('received');
    const sheet = (await (await office.as('assessed-unit', '巩义市'))('GET', '/api/years/2019/sheets/巩义市')).json();
    expect(sheet.rows.find(({ line }: { line: string }) => line === 'county/1').observations).toHaveProperty([
      'county/1.1',
    ]);
  });
});
