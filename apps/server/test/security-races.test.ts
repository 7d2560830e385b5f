// Two at once: what is promised by versions and stages holds whoever is quicker.
import { beforeAll, describe, expect, it } from 'vitest';
import { inSystem } from '../src/database/transaction.js';
import { type Client, TENANT, YEAR } from './office.js';
import { oneTeamOffice, RATINGS, ROW, TALK, TALKS } from './one-team.js';
import { overSeen } from './over-seen.js';

const { office, people } = oneTeamOffice();
const RESULT = '/api/years/2019/result';

let clerk: Client;
let team: Client;
beforeAll(() => {
  ({ clerk, team } = people());
});

const statuses = (answers: { statusCode: number }[]) => answers.map(({ statusCode }) => statusCode);

describe('环节在查看之后、写入之前结束', () => {
  /** Ends a stage in a transaction that commits while the request is on its way. */
  async function closing(stage: string, send: () => ReturnType<Client>) {
    const { promise: held, resolve: hold } = withResolvers();
    const { promise: released, resolve: release } = withResolvers();
    const ended = inSystem(office.database, TENANT, async (trx) => {
      await trx
        .updateTable('kaohe.stages')
        .set({ state: 'closed' })
        .where('tenant_id', '=', TENANT)
        .where('year_id', '=', YEAR)
        .where('stage', '=', stage)
        .execute();
      hold();
      await released;
    });
    await held;
    const answer = send();
    await new Promise((resolve) => setTimeout(resolve, 500));
    release();
    await ended;
    return (await answer).statusCode;
  }

  it('细则表的行不再写入', async () => {
    const send = () => team('PUT', `${ROW}/3`, { payload: { closed: true, observations: {} } });
    expect(await closing('year-end', send)).toBe(409);
  });

  it('评价表不再提交', async () => {
    const leader = await office.as('rating-leader', 'leader-03');
    const send = () => leader('PUT', `${RATINGS}/leader/leader-03`, { payload: { marks: { 巩义市: '9' } } });
    expect(await closing('leaders', send)).toBe(409);
  });

  it('台账不再登记', async () => {
    await office.stages({ composite: 'open' });
    expect(await closing('composite', () => clerk('POST', TALKS, { payload: TALK }))).toBe(409);
  });
});

describe('版本', () => {
  it('同时登记同一起事故、同一项指标，只成一条，全年的事实仍能计算', async () => {
    const accident = {
      id: 'A-77',
      on: '2019-11-05',
      place: '登封市',
      deaths: 1,
      seriousInjuries: 0,
      directEconomicLossYuan: '1',
      responsible: true,
    };
    const indicator = {
      indicator: '亿元GDP死亡率',
      numerator: '1',
      denominator: '100',
      edition: '初步核算',
      source: '统计局',
    };
    const enter = (register: string, payload: object) =>
      clerk('POST', `/api/years/2019/registers/${register}`, { payload });
    for (const send of [
      () => enter('accidents', { body: accident }),
      () => enter('indicators', { unit: '登封市', body: indicator }),
    ]) {
      expect(statuses(await Promise.all([send(), send(), send()])).sort()).toEqual([200, 422, 422]);
      expect((await send()).statusCode).toBe(422);
    }
    expect((await clerk('GET', '/api/years/2019/sheets')).statusCode).toBe(200);
  });

  it('同时打开后一个环节、重开前一个环节，次序不会乱', async () => {
    const change = async (stage: string, payload: object) => {
      const { stages } = (await clerk('GET', '/api/years/2019')).json();
      const { version } = stages.find((one: { stage: string }) => one.stage === stage);
      return () =>
        clerk('PATCH', `/api/years/2019/stages/${stage}`, { payload, headers: { 'if-match': `"${version}"` } });
    };
    await office.stages({ 'year-end': 'closed', leaders: 'closed', routine: 'closed', composite: 'waiting' });
    const both = [
      await change('composite', { state: 'open' }),
      await change('year-end', { state: 'open', reason: '补' }),
    ];
    await Promise.all(both.map((send) => send()));
    const { stages } = (await clerk('GET', '/api/years/2019')).json();
    const open = stages
      .filter(({ state }: { state: string }) => state === 'open')
      .map(({ stage }: { stage: string }) => stage);
    expect(open).not.toEqual(expect.arrayContaining(['year-end', 'composite']));
  });

  it('没有说看过哪一版的，盖不掉已有的答复和评先', async () => {
    await inSystem(office.database, TENANT, async (trx) => {
      const unit = await trx
        .selectFrom('kaohe.units')
        .selectAll()
        .where('unit_id', '=', '登封市')
        .executeTakeFirstOrThrow();
      await trx
        .insertInto('kaohe.reports')
        .values({
          tenant_id: TENANT,
          year_id: YEAR,
          unit_id: unit.unit_id,
          team_id: unit.team_id,
          state: 'received',
          version: 3,
          body: JSON.stringify({ narrative: '', problems: [], suggestions: ['补开会议'] }),
          score: null,
          signed_at: null,
          signed_by: null,
          received_at: null,
          late: false,
          changed_at: new Date(),
          changed_by: 'x',
        })
        .execute();
    });
    const unit = await office.as('assessed-unit', '登封市');
    const answer = (text: string) =>
      unit('PUT', '/api/years/2019/reports/登封市/answers/1', { payload: { answer: text } });
    expect(statuses([await answer('第一次'), await answer('第二次')])).toEqual([200, 409]);
    await office.stages({ leaders: 'closed', routine: 'closed', 'year-end': 'closed', composite: 'open' });
    await clerk('POST', RESULT, { payload: { acceptOpen: true, reason: '先算' } });
    await office.stages({ composite: 'closed', awards: 'open' });
    const awards = await clerk('PUT', '/api/years/2019/awards', { payload: { awards: [] } });
    expect(awards.json().code).toBe('not-seen');
  });

  it('写得不对的版本号不当作没有写', async () => {
    for (const version of ['3', 'W/"1"', '"x"', '*'])
      expect(
        (
          await team('PUT', `${ROW}/9`, {
            payload: { closed: true, observations: {} },
            headers: { 'if-match': version },
          })
        ).statusCode,
      ).toBe(422);
  });

  it('等得太久的写入请再试，不是出错', async () => {
    const { promise: held, resolve: hold } = withResolvers();
    const { promise: released, resolve: release } = withResolvers();
    const locking = inSystem(office.database, TENANT, async (trx) => {
      await trx.selectFrom('kaohe.stages').select('stage').where('tenant_id', '=', TENANT).forUpdate().execute();
      hold();
      await released;
    });
    await held;
    const answer = await clerk('POST', TALKS, { payload: TALK });
    release();
    await locking;
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'busy', '1']);
  });

  it('按旧的结果审定不了新的结果', async () => {
    const approver = await office.as('approver');
    const compute = async () => {
      await office.stages({ leaders: 'closed', routine: 'closed', 'year-end': 'closed', composite: 'open' });
      expect((await clerk('POST', RESULT, { payload: { acceptOpen: true, reason: '先算' } })).statusCode).toBe(200);
      return (await overSeen(clerk, `${RESULT}/freeze`)).json().version;
    };
    const seen = await compute();
    await compute();
    await office.stages({ approval: 'open' });
    const headers = { 'if-match': `"${seen}"` };
    expect((await approver('POST', `${RESULT}/approve`, { headers })).json().code).toBe('stale-edit');
  });

  it('同时改一行、一条台账、一个环节，只成一个，另一个得到两个版本', async () => {
    const entry = (await clerk('POST', TALKS, { payload: TALK })).json();
    const races = [
      (n: number) => team('PUT', `${ROW}/4`, { payload: { closed: n > 0, observations: {} } }),
      (n: number) =>
        clerk('PUT', `${TALKS}/${entry.entry}`, {
          payload: { ...TALK, body: { ...TALK.body, note: `${n}` } },
          headers: { 'if-match': '"1"' },
        }),
      (n: number) =>
        clerk('PATCH', '/api/years/2019/stages/awards', {
          payload: { dueOn: `2020-02-0${n + 1}` },
          headers: { 'if-match': '"1"' },
        }),
    ];
    for (const race of races) {
      const answers = await Promise.all([race(0), race(1)]);
      expect(statuses(answers).sort()).toEqual([200, 409]);
      expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'stale-edit' });
    }
  });
});

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
