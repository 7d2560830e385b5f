// Years and their stages: created from an issued scheme, opened in order, closed with nothing silently blank.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { TENANT, testOffice } from '../../test/office.js';
import { inSystem } from '../database/transaction.js';
import type { Work } from '../office/office.js';
import { schemeOf } from './service.js';

const office = testOffice();
const STAGES = '/api/years/2019/stages';

async function stage(name: string) {
  const response = await (await office.as('office'))('GET', '/api/years/2019');
  const found = response.json().stages.find((one: { stage: string }) => one.stage === name);
  return found as { state: string; version: number; reason: string | null; late: boolean; dueOn: string | null };
}

async function change(name: string, payload: object) {
  const { version } = await stage(name);
  return await (await office.as('office'))('PATCH', `${STAGES}/${name}`, {
    payload,
    headers: { 'if-match': `"${version}"` },
  });
}

describe('建立年度', () => {
  it('按下发的方案建立，环节、组、单位、评分人都有；同一年度不能建两次', async () => {
    const clerk = await office.as('office');
    const payload = { year: '2020', title: '2020年度', scheme: 'zhengzhou-2019' };
    const made = await clerk('POST', '/api/years', { payload });
    expect(made.statusCode).toBe(200);
    expect(made.json()).toMatchObject({ year: '2020', today: '2020-01-16' });
    const again = await clerk('POST', '/api/years', { payload });
    expect([again.statusCode, again.json().code]).toEqual([422, 'invalid']);
    const scopes = (await clerk('GET', '/api/years/2020/scopes')).json();
    expect([scopes.teams.length, scopes.units.length, scopes.raters.length]).toEqual([12, 43, 34]);
  });

  it('磁盘上的方案换了版本，年度仍用建立时的那一版，一字不差', async () => {
    const { office: made, database } = office;
    const [onDisk] = made.schemes.filter(({ id }) => id === 'zhengzhou-2019');
    const kept = await inSystem(database, TENANT, async (trx) => {
      const work = { trx, acting: { tenant: TENANT }, schemes: [] } as unknown as Work;
      return await schemeOf(work, '2019');
    });
    expect(JSON.stringify(kept)).toBe(JSON.stringify(onDisk));
  });
});

describe('环节由方案定', () => {
  it('方案有哪些环节，年度就从哪些开始：别的方案不带郑州的环节和期限', async () => {
    const clerk = await office.as('office');
    const payload = { year: '2016', title: '2016年度', scheme: 'shandong-2016' };
    expect((await clerk('POST', '/api/years', { payload })).statusCode).toBe(200);
    const { stages } = (await clerk('GET', '/api/years/2016')).json();
    const own = stages.filter(({ inNotice }: { inNotice: boolean }) => inNotice);
    expect(own).toMatchObject([
      { stage: 'year-end', state: 'waiting', dueOn: null },
      { stage: 'composite', state: 'waiting', dueOn: null },
    ]);
    expect(stages.filter(({ state }: { state: string }) => state === 'off')).toHaveLength(stages.length - 2);
    const approval = stages.find(({ stage: id }: { stage: string }) => id === 'approval');
    const chosen = await clerk('PATCH', '/api/years/2016/stages/approval', {
      payload: { state: 'waiting' },
      headers: { 'if-match': `"${approval.version}"` },
    });
    expect(chosen.json()).toMatchObject({ state: 'waiting', inNotice: false });
  });

  it('郑州方案的环节、先后、期限和评分人的称呼都写在方案里', async () => {
    const clerk = await office.as('office');
    const { stages } = (await clerk('GET', '/api/years/2019')).json();
    const of = (id: string) => stages.find(({ stage: one }: { stage: string }) => one === id);
    expect([of('year-end').dueOn, of('composite').dueOn, of('routine').dueOn]).toEqual([
      '2020-01-17',
      '2020-01-20',
      null,
    ]);
    expect(of('approval').after).toEqual(['composite', 'awards']);
    expect(of('composite').after).toEqual([
      ...['routine', 'leaders', 'year-end'],
      ...['self-assessment', 'review', 'appeal'],
    ]);
    const { raters } = (await clerk('GET', '/api/years/2019/scopes')).json();
    const names = raters.map(({ name }: { name: string }) => name);
    expect([names[0], names[names.length - 1]]).toEqual(['领导01', '处室18']);
  });
});

describe('环节', () => {
  it('通知没有的环节默认未启用，可以启用，标明是办公室自行设置', async () => {
    expect(await stage('appeal')).toMatchObject({ state: 'off', inNotice: false });
    expect((await change('appeal', { state: 'waiting' })).json()).toMatchObject({ state: 'waiting' });
    expect((await change('appeal', { state: 'off' })).json()).toMatchObject({ state: 'off' });
    const notice = await change('leaders', { state: 'off' });
    expect([notice.statusCode, notice.json().code]).toEqual([409, 'wrong-state']);
  });

  it('自行设置的环节可以一步启用、打开、定期限；前面的没有结束，也一样打不开', async () => {
    expect((await change('appeal', { state: 'open', dueOn: '2020-01-25' })).json()).toMatchObject({
      status: 409,
      before: ['year-end'],
    });
    expect(await stage('appeal')).toMatchObject({ state: 'off', dueOn: null });
    const opened = await change('review', { state: 'open', dueOn: '2020-01-20' });
    expect(opened.json()).toMatchObject({ state: 'open', dueOn: '2020-01-20', inNotice: false });
    expect((await change('review', { state: 'waiting', reason: '还不审' })).json()).toMatchObject({ state: 'waiting' });
    expect((await change('review', { state: 'off', dueOn: null })).json()).toMatchObject({ state: 'off' });
  });

  it('前面的环节没有结束，后面的打不开', async () => {
    const response = await change('composite', { state: 'open' });
    expect(response.json()).toMatchObject({ status: 409, before: ['routine', 'leaders', 'year-end'] });
  });

  it('还有人没评分时，不写理由不能结束；写了理由，理由留下并显示', async () => {
    await change('leaders', { state: 'open' });
    const refused = await change('leaders', { state: 'closed' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json().missing).toHaveLength(16);
    const closed = await change('leaders', { state: 'closed', reason: '领导出差，纸质表后补' });
    expect(closed.json()).toMatchObject({ state: 'closed', reason: '领导出差，纸质表后补' });
  });

  it('年终考核没有签署、接收的报告一一列出', async () => {
    await change('year-end', { state: 'open' });
    const refused = await change('year-end', { state: 'closed' });
    expect(refused.json().missing).toHaveLength(43);
    expect(refused.json().missing[0]).toEqual({ zh: '航空港区：没有考核报告', en: 'Airport Zone: no report' });
  });

  it('重新打开要写理由；后面已打开的环节退回未开始', async () => {
    await office.stages({ routine: 'closed', leaders: 'closed', 'year-end': 'closed', composite: 'open' });
    expect((await change('year-end', { state: 'open' })).statusCode).toBe(422);
    await change('year-end', { state: 'open', reason: '一份报告要改' });
    expect((await stage('composite')).state).toBe('waiting');
    expect(await stage('year-end')).toMatchObject({ state: 'open', reason: '一份报告要改' });
  });

  it('后面的环节结束了，前面的不能直接重开', async () => {
    await office.stages({ 'year-end': 'closed', composite: 'closed' });
    const response = await change('year-end', { state: 'open', reason: '要改' });
    expect(response.json()).toMatchObject({ status: 409, after: ['composite'] });
  });

  it('汇总打开过，评分的环节不再打开，收回汇总也不行：两次合计相减就是一张票；年终考核照样可以', async () => {
    await office.stages({ routine: 'closed', leaders: 'closed', 'year-end': 'closed', composite: 'waiting' });
    await change('composite', { state: 'open' });
    for (const composite of ['open', 'waiting'] as const) {
      if (composite === 'waiting') await change('composite', { state: 'waiting', reason: '还有报告要改' });
      expect((await stage('composite')).state).toBe(composite);
      for (const name of ['leaders', 'routine']) {
        const refused = (await change(name, { state: 'open', reason: '有一位领导补交' })).json();
        expect(refused).toMatchObject({ status: 409, code: 'wrong-state', stage: name });
        expect(refused.detail).toContain('相减');
        expect((await stage(name)).state).toBe('closed');
      }
    }
    expect((await change('year-end', { state: 'open', reason: '一份报告要改' })).json()).toMatchObject({
      state: 'open',
    });
  });

  it('过了期限是逾期，当天不是', async () => {
    await office.stages({ routine: 'open' });
    await change('routine', { dueOn: '2020-01-16' });
    expect((await stage('routine')).late).toBe(false);
    await change('routine', { dueOn: '2020-01-15' });
    expect((await stage('routine')).late).toBe(true);
  });

  it('别人改过之后，旧版本的修改被拒绝并给出现在的样子', async () => {
    const clerk = await office.as('office');
    const stale = await clerk('PATCH', `${STAGES}/awards`, {
      payload: { dueOn: '2020-03-01' },
      headers: { 'if-match': '"99"', 'idempotency-key': randomUUID() },
    });
    expect(stale.json()).toMatchObject({ status: 409, code: 'stale-edit', current: { stage: 'awards' } });
  });

  it('组长、审定人不能改环节', async () => {
    for (const role of ['team-leader', 'approver'] as const) {
      const response = await (await office.as(role, role === 'approver' ? '' : '1'))('PATCH', `${STAGES}/awards`, {
        payload: { state: 'open' },
      });
      expect(response.statusCode).toBe(403);
    }
  });

  it('单位只看到自己，评分人看到自己的表', async () => {
    const unit = await (await office.as('assessed-unit', '登封市'))('GET', '/api/years/2019');
    expect(unit.json().mine).toMatchObject({ units: ['登封市'], forms: [] });
    const leader = await (await office.as('rating-leader', 'leader-03'))('GET', '/api/years/2019');
    expect(leader.json().mine.forms).toMatchObject([{ form: 'leader', rater: 'leader-03' }]);
  });
});
