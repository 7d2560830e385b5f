// Visits and drawn places: within the year, repeatable by anybody, and only what was drawn counts as drawn.
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, testOffice } from '../../test/office.js';

const office = testOffice();
const REGISTERS = '/api/years/2019/registers';

beforeAll(async () => {
  await office.stages({ 'year-end': 'open', routine: 'open' });
});

async function problemOf(sent: ReturnType<Client>) {
  const response = await sent;
  return [response.statusCode, response.json().code];
}

const enter = async (who: Client, register: string, sent: object) =>
  await who('POST', `${REGISTERS}/${register}`, { payload: sent });

describe('现场考核与抽取', () => {
  const PLACES = ['大冶镇', '徐庄镇', '唐庄镇', '君召乡', '颍阳镇'];
  const draw = { on: '2020-01-14', seed: '登封-20200114-3A', places: PLACES, count: 2, drawn: [] };

  it('按公布的种子抽取：任何人用 SHA-256 重算都一样，与名单次序无关；抽完不能改', async () => {
    const leader = await office.as('team-leader', 'team-10');
    const made = (await enter(leader, 'draws', { unit: '登封市', body: draw })).json();
    const ranked = [...PLACES].sort((one, other) => (hash(one) < hash(other) ? -1 : 1));
    expect(made.body.drawn).toEqual(ranked.slice(0, 2));
    const reversed = { ...draw, places: [...PLACES].reverse(), reason: '核对名单次序' };
    expect((await enter(leader, 'draws', { unit: '登封市', body: reversed })).json().body.drawn).toEqual(
      made.body.drawn,
    );
    const change = leader('PUT', `${REGISTERS}/draws/${made.entry}`, {
      payload: { body: { ...draw, seed: '换一个' } },
      headers: { 'if-match': '"1"' },
    });
    expect(await problemOf(change)).toEqual([409, 'wrong-state']);
  });

  it('抽中的地点由系统算，自己填的不算数', async () => {
    const leader = await office.as('team-leader', 'team-10');
    const rigged = { ...draw, seed: 'x', reason: '核对', drawn: ['君召乡', '颍阳镇'] };
    const { body } = (await enter(leader, 'draws', { unit: '登封市', body: rigged })).json();
    const ranked = [...PLACES].sort((one, other) => (hash(one, 'x') < hash(other, 'x') ? -1 : 1));
    expect(body.drawn).toEqual(ranked.slice(0, 2));
  });

  it('只登记本组单位的现场考核', async () => {
    const visit = { on: '2020-01-15', methods: ['听汇报', '查资料'], places: [{ kind: 'township', name: '大冶镇' }] };
    const leader = await office.as('team-leader', 'team-10');
    expect((await enter(leader, 'visits', { unit: '登封市', body: visit })).statusCode).toBe(200);
    expect(await problemOf(enter(leader, 'visits', { unit: '巩义市', body: visit }))).toEqual([404, 'not-found']);
    const other = await office.as('team-leader', 'team-12');
    expect((await other('GET', `${REGISTERS}/visits`)).json()).toMatchObject({ entries: [], mayChange: true });
  });

  it('日期要在本年度的日程前后 60 天以内，方法至少一种；登记后告诉还差什么', async () => {
    const leader = await office.as('team-leader', 'team-12');
    const send = async (body: object) =>
      (await enter(leader, 'visits', { unit: '巩义市', body: { methods: ['查资料'], places: [], ...body } })).json();
    for (const on of ['2035-01-15', '2019-11-14', '2020-03-21'])
      expect(await send({ on })).toMatchObject({ status: 422, field: 'on', from: '2019-11-15', to: '2020-03-20' });
    expect(await send({ on: '2020-01-15', methods: [] })).toMatchObject({ status: 422 });
    expect(await send({ on: '2020-01-15', halves: [] })).toMatchObject({ status: 422 });
    const half = await send({ on: '2020-01-15', halves: ['morning'] });
    expect(half.body).toMatchObject({ halves: ['morning'] });
    expect(half.warnings).toMatchObject([
      { code: 'below-day', zh: '不足 1 天：只登记了半天' },
      { code: 'method-missing' },
      { code: 'no-township' },
      { code: 'no-enterprise' },
    ]);
    const { units } = (await leader('GET', '/api/years/2019/visits')).json();
    expect(units.find(({ unit }: { unit: string }) => unit === '巩义市')).toEqual({
      unit: '巩义市',
      halfDays: 1,
      warnings: half.warnings,
    });
    const other = (await (await office.as('team-leader', 'team-10'))('GET', '/api/years/2019/visits')).json();
    expect(other.units.map(({ unit }: { unit: string }) => unit)).not.toContain('巩义市');
    expect((await (await office.as('assessed-unit', '巩义市'))('GET', '/api/years/2019/visits')).statusCode).toBe(403);
  });

  it('抽的个数不能多于名单；同一名单再抽要写理由，第几次、为什么都留着；抽过的不能撤销', async () => {
    const leader = await office.as('team-leader', 'team-12');
    const send = (body: object) => enter(leader, 'draws', { unit: '巩义市', body });
    const few = (await send({ ...draw, count: 6 })).json();
    expect(few).toMatchObject({ status: 422, field: 'count' });
    const first = (await send(draw)).json();
    expect(first.body).toMatchObject({ number: 1 });
    const quiet = { ...draw, seed: '换一个', places: [...PLACES, '凑数镇'] };
    expect((await send(quiet)).json()).toMatchObject({ status: 422, field: 'reason' });
    const again = (await send({ ...quiet, reason: '原名单漏了一个镇', number: 1 })).json();
    expect(again.body).toMatchObject({ number: 2, reason: '原名单漏了一个镇' });
    const withdrawn = leader('POST', `${REGISTERS}/draws/${first.entry}/withdraw`, { payload: { reason: '不要了' } });
    expect(await problemOf(withdrawn)).toEqual([409, 'wrong-state']);
    expect((await send({ ...draw, places: ['甲厂', '乙厂'], count: 1 })).json().body).toMatchObject({ number: 3 });
  });

  it('写明抽中的地点，要真是那一次抽中的', async () => {
    const leader = await office.as('team-leader', 'team-12');
    const visit = async (name: string, cited: string) =>
      (
        await enter(leader, 'visits', {
          unit: '巩义市',
          body: { on: '2020-01-15', methods: ['实地查看'], places: [{ kind: 'township', name, draw: cited }] },
        })
      ).statusCode;
    const made = (await enter(leader, 'draws', { unit: '巩义市', body: { ...draw, reason: '核对' } })).json();
    const [drawn = ''] = made.body.drawn;
    const left = PLACES.find((place) => !made.body.drawn.includes(place)) ?? '';
    expect([await visit(left, made.entry), await visit(drawn, crypto.randomUUID())]).toEqual([422, 422]);
    const other = await office.as('team-leader', 'team-10');
    const foreign = await enter(other, 'draws', { unit: '登封市', body: { ...draw, reason: '核对' } });
    expect(await visit(drawn, foreign.json().entry)).toBe(422);
    expect(await visit(drawn, made.entry)).toBe(200);
  });

  const hash = (place: string, seed = draw.seed) => createHash('sha256').update(`${seed}\n${place}`).digest('hex');
});
