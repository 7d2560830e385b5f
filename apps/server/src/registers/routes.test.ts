import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, testOffice } from '../../test/office.js';
import { inTransaction } from '../database/transaction.js';

const office = testOffice();
const REGISTERS = '/api/years/2019/registers';
const ACCIDENTS = `${REGISTERS}/accidents`;
const ACCIDENT = {
  id: 'A-01',
  on: '2019-12-31',
  place: '登封市',
  industry: '工矿商贸',
  department: '市交通局',
  deaths: 2,
  seriousInjuries: 0,
  directEconomicLossYuan: '4200000',
  responsible: true,
};

let clerk: Client;
beforeAll(async () => {
  await office.stages({ 'year-end': 'open', routine: 'open' });
  clerk = await office.as('office');
});

const enter = async (who: Client, register: string, sent: object) =>
  await who('POST', `${REGISTERS}/${register}`, { payload: sent });

async function firstAccident() {
  const { entries } = (await clerk('GET', ACCIDENTS)).json();
  return entries.find(({ body }: { body: { id: string } }) => body.id === ACCIDENT.id);
}

async function problemOf(sent: ReturnType<Client>) {
  const response = await sent;
  return [response.statusCode, response.json().code];
}

/** Rows a role sees by SQL alone. */
async function rowsBySql(role: string, scope: string, tenant = '1') {
  const acting = { tenant, accountId: 'x', role, scope, year: '2019' };
  return await inTransaction(office.database, acting, async (trx) => {
    const { rows } = await sql<{ register: string; unit_id: string }>`
      SELECT register, unit_id FROM kaohe.register_entries WHERE tenant_id = ${tenant}`.execute(trx);
    return rows;
  });
}

describe('事故台账', () => {
  it('归到事发地和行业主管部门；级别、窗口期由系统算，窗口未过是暂定', async () => {
    const entry = (await enter(clerk, 'accidents', { body: ACCIDENT })).json();
    expect(entry).toMatchObject({
      unit: '登封市',
      alsoUnit: '市交通局',
      version: 1,
      level: { severity: 'ordinary', until: '2020-01-30', provisional: true },
    });
    const traffic = { ...ACCIDENT, id: 'A-02', industry: '道路交通' };
    const closed = (await enter(clerk, 'accidents', { body: traffic })).json();
    expect(closed.level).toMatchObject({ until: '2020-01-07', provisional: false });
    expect(
      (await clerk('POST', `${ACCIDENTS}/${closed.entry}/withdraw`, { payload: { reason: '误登' } })).statusCode,
    ).toBe(200);
  });

  it('伤亡变化另立一天的版本，不覆盖原数；两个人不会互相盖掉', async () => {
    const entry = await firstAccident();
    const url = `${ACCIDENTS}/${entry.entry}`;
    const third = { from: '2020-01-10', deaths: 3, seriousInjuries: 0, directEconomicLossYuan: '4200000' };
    const changed = await clerk('PUT', url, {
      payload: { body: { ...ACCIDENT, versions: [third] } },
      headers: { 'if-match': '"1"' },
    });
    expect(changed.json()).toMatchObject({ version: 2, level: { severity: 'relatively-serious' } });
    const stale = await clerk('PUT', url, { payload: { body: ACCIDENT }, headers: { 'if-match': '"1"' } });
    expect([stale.statusCode, stale.json().current.version, stale.json().sent.body.id]).toEqual([409, 2, 'A-01']);
    const { versions } = (await clerk('GET', `${url}/versions`)).json();
    expect(
      versions.map(({ version, body }: { version: number; body: object }) => [version, 'versions' in body]),
    ).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('每条记录说明它影响哪些条款、多少分，区县和部门都算', async () => {
    const entry = await firstAccident();
    const { effects, totals } = (await clerk('GET', `${ACCIDENTS}/${entry.entry}/effects`)).json();
    const clauses = effects.map(({ unit, clause }: Record<string, string>) => `${unit} ${clause}`);
    expect(clauses).toEqual(expect.arrayContaining(['登封市 county/60.1', '市交通局 member/37.1']));
    expect(effects.every((one: Record<string, string>) => one.applied !== one.without)).toBe(true);
    expect(totals.map(({ unit }: { unit: string }) => unit)).toEqual(['登封市', '市交通局']);
    expect(totals[0].total).not.toBe(totals[0].without);
    const team = await office.as('team-leader', 'team-10');
    expect(await problemOf(team('GET', `${ACCIDENTS}/${entry.entry}/effects`))).toEqual([403, 'not-allowed']);
  });

  it.each([
    [{ place: '市交通局' }, '部门不是事发地'],
    [{ place: '不在册的县' }, '没有这个地方'],
    [{ on: '2018-05-01' }, '不在考核年度里'],
    [{ id: 'A-01' }, '编号重复'],
    [{ deaths: -1 }, '负数'],
  ])('%j 不登记：%s，也不影响全年事实', async (change: object, _why: string) => {
    const sent = await enter(clerk, 'accidents', { body: { ...ACCIDENT, id: 'A-09', ...change } });
    expect([sent.statusCode, sent.json().code]).toEqual([422, 'invalid']);
    expect((await clerk('GET', '/api/years/2019/facts?format=json')).statusCode).toBe(200);
  });

  it('撤销留痕：记录还在，理由在审计日志里，撤销后不再改', async () => {
    const entry = (await enter(clerk, 'accidents', { body: { ...ACCIDENT, id: 'A-03' } })).json();
    const url = `${ACCIDENTS}/${entry.entry}`;
    expect(await problemOf(clerk('POST', `${url}/withdraw`, { payload: {} }))).toEqual([400, 'bad-request']);
    await clerk('POST', `${url}/withdraw`, { payload: { reason: '与 A-01 重复' } });
    const { versions } = (await clerk('GET', `${url}/versions`)).json();
    expect(versions.map(({ withdrawn }: { withdrawn: boolean }) => withdrawn)).toEqual([false, true]);
    expect(await problemOf(clerk('PUT', url, { payload: { body: ACCIDENT }, headers: { 'if-match': '"2"' } }))).toEqual(
      [409, 'wrong-state'],
    );
    const reasons = await inTransaction(
      office.database,
      { tenant: '1', accountId: 'x', role: 'system', scope: '' },
      async (trx) => {
        const { rows } = await sql<{ reason: string }>`
          SELECT reason FROM kaohe.audit_entries WHERE tenant_id = 1 AND reason IS NOT NULL`.execute(trx);
        return rows.map(({ reason }) => reason);
      },
    );
    expect(reasons).toContain('与 A-01 重复');
  });
});

describe('指标、约谈、表彰', () => {
  it('指标每单位一条，换口径是它的新版本；细则没有的指标不收', async () => {
    const body = {
      indicator: '亿元GDP死亡率',
      numerator: '12',
      denominator: '801.5',
      edition: '初步核算',
      source: '市统计局',
    };
    const sent = await enter(clerk, 'indicators', { unit: '登封市', body });
    expect(sent.json()).toMatchObject({ version: 1, unit: '登封市' });
    expect((await enter(clerk, 'indicators', { unit: '登封市', body })).statusCode).toBe(422);
    expect(
      (await enter(clerk, 'indicators', { unit: '登封市', body: { ...body, indicator: '没有的' } })).statusCode,
    ).toBe(422);
    const { entry } = sent.json();
    const changed = await clerk('PUT', `${REGISTERS}/indicators/${entry}`, {
      payload: { body: { ...body, denominator: '799', edition: '最终核实' } },
      headers: { 'if-match': '"1"' },
    });
    expect(changed.json()).toMatchObject({ version: 2, unit: '登封市' });
    const { effects } = (await clerk('GET', `${REGISTERS}/indicators/${entry}/effects`)).json();
    expect(effects.map(({ clause }: { clause: string }) => clause)).toEqual(['county/59.1']);
  });

  it('约谈扣分并使单位不能评先', async () => {
    const body = { by: '市政府', on: '2019-08-02' };
    const { entry } = (await enter(clerk, 'talks', { unit: '巩义市', body })).json();
    const { effects, totals } = (await clerk('GET', `${REGISTERS}/talks/${entry}/effects`)).json();
    expect(effects).toMatchObject([{ unit: '巩义市', clause: 'county/10.1' }]);
    expect(totals[0].brings.map(({ zh }: { zh: string }) => zh)).toContain('约谈');
  });

  it('表彰按方案的种类和级别加分；方案没有的级别不收', async () => {
    const body = { deed: '双重预防', kind: 'promoted', level: 'province', proof: '豫安委〔2019〕9号' };
    const { entry } = (await enter(clerk, 'commendations', { unit: '巩义市', body })).json();
    const { totals } = (await clerk('GET', `${REGISTERS}/commendations/${entry}/effects`)).json();
    expect([totals[0].bonus, totals[0].bonusWithout]).toEqual(['3', '0']);
    const county = { unit: '巩义市', body: { ...body, level: 'county' } };
    expect((await enter(clerk, 'commendations', county)).statusCode).toBe(422);
  });
});

describe('谁的台账', () => {
  const FINDING = { on: '2019-06-01', group: '第三督导组', place: '某镇', finding: '应急物资台账不全' };

  it('督导组只登记督导发现，没有分；评分人看到的是摘要', async () => {
    const patrol = await office.as('patrol-group', '第三督导组');
    expect((await enter(patrol, 'patrol-findings', { unit: '登封市', body: FINDING })).statusCode).toBe(200);
    expect(await problemOf(enter(patrol, 'accidents', { body: ACCIDENT }))).toEqual([403, 'not-allowed']);
    const division = await office.as('rating-division', 'division-07');
    const { findings } = (await division('GET', '/api/years/2019/digest')).json();
    expect(findings).toEqual([
      { unit: '登封市', on: '2019-06-01', by: '第三督导组', place: '某镇', finding: FINDING.finding },
    ]);
    expect(await problemOf(division('GET', ACCIDENTS))).toEqual([403, 'not-allowed']);
    expect((await rowsBySql('patrol-group', '第三督导组')).map(({ register }) => register)).toEqual([
      'patrol-findings',
    ]);
    expect((await clerk('GET', '/api/years/2019/facts')).body).not.toContain(FINDING.finding);
  });

  it('考核组只看到本组单位的，被考核单位只看到自己的，接口和数据库都一样', async () => {
    const places = async (who: Client) =>
      (await who('GET', ACCIDENTS)).json().entries.map(({ unit }: { unit: string }) => unit);
    const own = await places(await office.as('team-leader', 'team-10'));
    expect(new Set(own)).toEqual(new Set(['登封市']));
    expect(await places(await office.as('team-leader', 'team-1'))).toEqual([]);
    expect(await places(await office.as('assessed-unit', '巩义市'))).toEqual([]);
    expect(await places(await office.as('assessed-unit', '市交通局'))).toEqual(own);
    expect(await rowsBySql('team-member', 'team-1')).toEqual([]);
    const units = (await rowsBySql('assessed-unit', '巩义市')).map(({ unit_id }) => unit_id);
    expect(new Set(units)).toEqual(new Set(['巩义市']));
    expect(await rowsBySql('rating-leader', 'leader-01')).toMatchObject([{ register: 'patrol-findings' }]);
  });

  it('别的安委办什么也看不到、改不了，写进去也被数据库拒绝', async () => {
    const other = await office.as('office', '', '2');
    expect(await problemOf(other('GET', ACCIDENTS))).toEqual([404, 'not-found']);
    const entry = await firstAccident();
    const wiped = other('PUT', `${ACCIDENTS}/${entry.entry}`, { payload: { body: ACCIDENT } });
    expect((await wiped).statusCode).toBe(404);
    expect(await rowsBySql('office', '', '2')).toEqual([]);
    const acting = { tenant: '2', accountId: 'x', role: 'office', scope: '' };
    const crossing = inTransaction(office.database, acting, async (trx) =>
      sql`UPDATE kaohe.register_entries SET withdrawn = true WHERE tenant_id = 1`.execute(trx),
    );
    expect((await crossing).numAffectedRows).toBe(0n);
  });

  it('行业主管部门不是本年度的部门，不收，给出相近的', async () => {
    const clerk = await office.as('office');
    const body = { ...ACCIDENT, id: 'A-99', department: '市交通运输局' };
    expect((await enter(clerk, 'accidents', { body })).json()).toMatchObject({
      status: 422,
      field: 'department',
      near: expect.arrayContaining(['市交通局']),
    });
    const spelled = await enter(clerk, 'accidents', { body: { ...body, department: '市发展和改革委员会' } });
    expect(spelled.json()).toMatchObject({ field: 'department', near: ['市发改委'] });
    const district = await enter(clerk, 'accidents', { body: { ...body, department: '登封市' } });
    expect(district.statusCode).toBe(422);
  });

  it('考核组不能登记事故，被考核单位什么也不能登记', async () => {
    const team = await office.as('team-leader', 'team-10');
    expect(await problemOf(enter(team, 'accidents', { body: ACCIDENT }))).toEqual([403, 'not-allowed']);
    const unit = await office.as('assessed-unit', '登封市');
    expect(await problemOf(enter(unit, 'talks', { unit: '登封市', body: {} }))).toEqual([403, 'not-allowed']);
    const acting = { tenant: '1', accountId: 'x', role: 'team-leader', scope: 'team-10', year: '2019' };
    const byHand = inTransaction(office.database, acting, async (trx) =>
      sql`INSERT INTO kaohe.register_entries
        SELECT tenant_id, year_id, 'talks', ${crypto.randomUUID()}::uuid, unit_id, team_id, also_unit_id, also_team_id,
          version, withdrawn, body, changed_at, changed_by, changed_role
        FROM kaohe.register_entries WHERE tenant_id = 1 LIMIT 1`.execute(trx),
    );
    await expect(byHand).rejects.toThrow(/row-level security/);
  });
});
