import { randomUUID } from 'node:crypto';
import { chinaTime } from '@kaohe/api-contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, testOffice } from '../../test/office.js';
import { overSeen } from '../../test/over-seen.js';
import { inTransaction } from '../database/transaction.js';

const office = testOffice();
const RATINGS = '/api/years/2019/ratings';
const LEADER = `${RATINGS}/leader/leader-01`;
const DIVISION = `${RATINGS}/division/division-07`;

let units: string[] = [];
const full = (mark: string) => ({ marks: Object.fromEntries(units.map((unit) => [unit, mark])) });

beforeAll(async () => {
  await office.stages({ leaders: 'open', routine: 'open', 'year-end': 'open' });
  const leader = await office.as('rating-leader', 'leader-01');
  units = (await leader('GET', LEADER)).json().units;
});

async function problemOf(sent: ReturnType<Client>) {
  const response = await sent;
  return [response.statusCode, response.json().code];
}

describe('领导的评价表', () => {
  it('十六个区县、开发区，按印发的次序', () => {
    expect([units.length, units[0], units[15]]).toEqual([16, '航空港区', '上街区']);
  });

  it.each([
    ['10', 200],
    ['10.1', 422],
    ['9.5', 200],
    ['9.55', 422],
  ])('%s 分：%i', async (mark, status) => {
    const leader = await office.as('rating-leader', 'leader-02');
    const url = `${RATINGS}/leader/leader-02`;
    const { version } = (await leader('GET', url)).json();
    const sent = await leader('PUT', url, {
      payload: { marks: { 巩义市: mark } },
      headers: { 'if-match': `"${version}"` },
    });
    expect(sent.statusCode).toBe(status);
  });

  it('没有打完不能提交，提交以后可以撤回，两个版本不会互相盖掉', async () => {
    const leader = await office.as('rating-leader', 'leader-01');
    await leader('PUT', LEADER, { payload: { marks: { 巩义市: '9' } } });
    expect(await problemOf(overSeen(leader, `${LEADER}/submit`))).toEqual([422, 'invalid']);
    const stale = await leader('PUT', LEADER, { payload: full('8') });
    expect([stale.statusCode, stale.json().current.marks, stale.json().sent.marks.上街区]).toEqual([
      409,
      { 巩义市: '9' },
      '8',
    ]);
    await leader('PUT', LEADER, { payload: full('8'), headers: { 'if-match': '"1"' } });
    expect((await overSeen(leader, `${LEADER}/submit`)).json()).toMatchObject({ state: 'submitted', counts: true });
    expect(await problemOf(leader('PUT', LEADER, { payload: full('1'), headers: { 'if-match': '"3"' } }))).toEqual([
      409,
      'wrong-state',
    ]);
    expect((await overSeen(leader, `${LEADER}/withdraw`)).json()).toMatchObject({ state: 'draft', counts: false });
  });

  it('别人的表看不到，数据库也不给', async () => {
    const other = await office.as('rating-leader', 'leader-03');
    expect(await problemOf(other('GET', LEADER))).toEqual([404, 'not-found']);
    const acting = { tenant: '1', accountId: 'x', role: 'office', scope: '' };
    const seen = await inTransaction(office.database, acting, async (trx) =>
      trx.selectFrom('kaohe.ballots').selectAll().where('tenant_id', '=', '1').execute(),
    );
    expect(seen).toEqual([]);
  });
});

describe('处室的评价表', () => {
  it('处室填写提交，分管领导签字以后才算数', async () => {
    const division = await office.as('rating-division', 'division-07');
    const head = await office.as('division-head', 'division-07');
    await division('PUT', DIVISION, { payload: full('9') });
    expect(await problemOf(overSeen(head, `${DIVISION}/sign`))).toEqual([409, 'wrong-state']);
    expect((await overSeen(division, `${DIVISION}/submit`)).json()).toMatchObject({
      state: 'submitted',
      counts: false,
    });
    expect((await overSeen(head, `${DIVISION}/sign`)).json()).toMatchObject({ state: 'signed', counts: true });
    expect(await problemOf(overSeen(division, `${DIVISION}/withdraw`))).toEqual([409, 'wrong-state']);
  });
});

describe('签字、提交的就是看到的', () => {
  it.each([
    ['rating-division', 'submit'],
    ['rating-division', 'withdraw'],
    ['division-head', 'sign'],
    ['counting-clerk', 'check'],
  ] as const)('%s：%s 没有写明照哪一版办是 428，不是现在这一版是 409', async (role, step) => {
    const url = `${RATINGS}/division/division-10`;
    const division = await office.as('rating-division', 'division-10');
    const read = (await division('GET', url)).json();
    if (read.version === 0) await division('PUT', url, { payload: full('9') });
    const { state } = (await division('GET', url)).json();
    if (step !== 'submit' && state === 'draft') await overSeen(division, `${url}/submit`);
    const { version } = (await division('GET', url)).json();
    const acting = await office.as(role, role === 'counting-clerk' ? '' : 'division-10');
    expect(await problemOf(acting('POST', `${url}/${step}`))).toEqual([428, 'not-seen']);
    if (step === 'check') return;
    const headers = { 'if-match': `"${version - 1}"` };
    expect(await problemOf(acting('POST', `${url}/${step}`, { headers }))).toEqual([409, 'stale-edit']);
    expect((await division('GET', url)).json()).toMatchObject({ version });
  });
});

describe('计票', () => {
  it('纸质表由一位计票员录入、另一位复核，录入的人自己不能复核', async () => {
    const clerk = await office.as('counting-clerk');
    const url = `${RATINGS}/leader/leader-16`;
    const scan = await addScan();
    expect((await clerk('PUT', `${url}/paper`, { payload: { ...full('7'), scan } })).json()).toMatchObject({
      counts: false,
    });
    expect(await problemOf(overSeen(clerk, `${url}/check`))).toEqual([409, 'wrong-state']);
    expect((await overSeen(await office.as('counting-clerk'), `${url}/check`)).json()).toMatchObject({ counts: true });
  });

  it('网上只有草稿的可以改交纸质表；录自纸质表的，分管领导不用再签，复核以后算数', async () => {
    const url = `${RATINGS}/division/division-09`;
    const division = await office.as('rating-division', 'division-09');
    const { version } = (await division('PUT', url, { payload: { marks: { 巩义市: '9' } } })).json();
    const clerk = await office.as('counting-clerk');
    const paper = { ...full('8'), scan: await addScan() };
    const entered = await clerk('PUT', `${url}/paper`, { payload: paper, headers: { 'if-match': `"${version}"` } });
    expect(entered.json()).toMatchObject({ state: 'submitted', fromPaper: true, counts: false });
    const head = await office.as('division-head', 'division-09');
    expect(await problemOf(overSeen(head, `${url}/sign`))).toEqual([409, 'wrong-state']);
    expect((await overSeen(await office.as('counting-clerk'), `${url}/check`)).json()).toMatchObject({ counts: true });
  });

  it('汇总没有打开、计入的不到三张，都不给合计；给的只有合计；催办只点没有交的', async () => {
    const clerk = await office.as('office');
    expect((await clerk('GET', '/api/years/2019/rating-totals')).json()).toEqual({ forms: [] });
    const { forms } = (await clerk('GET', RATINGS)).json();
    expect(forms[0].counted).toBe(1);
    expect(forms[0].reminder).not.toContain('领导16');
    await office.stages({ leaders: 'closed', composite: 'open' });
    expect((await clerk('GET', '/api/years/2019/rating-totals')).json()).toEqual({ forms: [] });
    await office.stages({ leaders: 'open', composite: 'waiting' });
    for (const rater of ['leader-11', 'leader-12']) {
      const leader = await office.as('rating-leader', rater);
      await leader('PUT', `${RATINGS}/leader/${rater}`, { payload: full('8.5') });
      await overSeen(leader, `${RATINGS}/leader/${rater}/submit`);
    }
    await office.stages({ leaders: 'closed' });
    expect((await clerk('GET', '/api/years/2019/rating-totals')).json()).toEqual({ forms: [] });
    await office.stages({ composite: 'open' });
    const totals = (await clerk('GET', '/api/years/2019/rating-totals')).json();
    expect(totals.forms).toHaveLength(1);
    expect(totals.forms[0].totals).toContainEqual({ unit: '巩义市', sum: '24', ballots: 3 });
    const leader = await office.as('rating-leader', 'leader-05');
    expect(await problemOf(leader('PUT', `${RATINGS}/leader/leader-05`, { payload: full('1') }))).toEqual([
      409,
      'wrong-state',
    ]);
  });
});

describe('表上的时间', () => {
  const day = async (rater: string) => {
    const { rows } = await sql<{ changed_at: Date }>`SELECT changed_at FROM kaohe.rating_forms
      WHERE rater_id = ${rater}`.execute(office.database.owner);
    return rows.map(({ changed_at }) => chinaTime(changed_at.toISOString()).slice(0, 10));
  };

  it('填写、提交、撤回、签字、复核，都是本办自己的日子', async () => {
    await office.stages({ leaders: 'open', composite: 'waiting' });
    const rater = 'division-12';
    const url = `${RATINGS}/division/${rater}`;
    const division = await office.as('rating-division', rater);
    const clerk = await office.as('counting-clerk');
    const paper = { ...full('7'), scan: await addScan() };
    const steps = [
      () => division('PUT', url, { payload: full('9') }),
      () => overSeen(division, `${url}/submit`),
      () => overSeen(division, `${url}/withdraw`),
      () => overSeen(division, `${url}/submit`),
      async () => overSeen(await office.as('division-head', rater), `${url}/sign`),
      () => clerk('PUT', `${RATINGS}/leader/leader-14/paper`, { payload: paper }),
      async () => overSeen(await office.as('counting-clerk'), `${RATINGS}/leader/leader-14/check`),
    ];
    for (const [index, step] of steps.entries()) {
      expect([index, (await step()).statusCode]).toEqual([index, 200]);
      expect([index, await day(index < 5 ? rater : 'leader-14')]).toEqual([index, ['2020-01-16']]);
    }
  });
});

async function addScan(): Promise<string> {
  const id = randomUUID();
  const acting = { tenant: '1', accountId: 'x', role: 'counting-clerk', scope: '' };
  await inTransaction(office.database, acting, async (trx) => {
    await trx
      .insertInto('kaohe.evidence')
      .values({
        tenant_id: '1',
        evidence_id: id,
        year_id: '2019',
        unit_id: null,
        team_id: null,
        purpose: 'ballot',
        name: '领导16.pdf',
        media_type: 'application/pdf',
        sha256: '0',
        bytes: 1,
        content: Buffer.from('x'),
        added_at: new Date(),
        added_by: 'x',
        added_role: 'counting-clerk',
      })
      .execute();
  });
  return id;
}
