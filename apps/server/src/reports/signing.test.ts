// What a report needs to be signed, and what stays open after it is: its text, its visits, the lines others supply.
import { beforeAll, describe, expect, it } from 'vitest';
import { closeSheets } from '../../test/filled-year.js';
import { type Client, testOffice } from '../../test/office.js';
import { overSeen } from '../../test/over-seen.js';

const office = testOffice();
const REPORTS = '/api/years/2019/reports';
const BODY = { narrative: '看了现场。', problems: ['台账不全'], suggestions: ['完善台账'] };

let clerk: Client;

async function leaderOfUnit(unit: string): Promise<Client> {
  const { units } = (await clerk('GET', '/api/years/2019/scopes')).json();
  return await office.as('team-leader', units.find(({ name }: { name: string }) => name === unit).team);
}

async function write(client: Client, unit: string, payload: object = BODY) {
  const { version } = (await client('GET', `${REPORTS}/${unit}`)).json();
  return await client('PUT', `${REPORTS}/${unit}`, { payload, headers: { 'if-match': `"${version}"` } });
}

beforeAll(async () => {
  await office.stages({ 'year-end': 'open' });
  clerk = await office.as('office');
});

describe('签署前要写全', () => {
  const url = `${REPORTS}/新密市`;
  const sign = async (body: object) => {
    expect((await write(leader, '新密市', body)).statusCode).toBe(200);
    return await overSeen(leader, `${url}/sign`, { noVisitReason: '雪天封路' });
  };
  let leader: Client;

  beforeAll(async () => {
    leader = await leaderOfUnit('新密市');
    await closeSheets(office, { units: ['新密市'] });
  });

  it.each([
    ['什么也没写', { narrative: '', problems: [], suggestions: [] }, ['narrative', 'problems', 'suggestions']],
    ['只写了空白', { ...BODY, narrative: '  ' }, ['narrative']],
    ['没有写问题', { ...BODY, problems: [] }, ['problems']],
    ['没有意见和建议', { ...BODY, suggestions: [] }, ['suggestions']],
    ['又写“无”又写了问题', { ...BODY, problems: ['无', '台账不全'] }, ['problems']],
  ])('%s，签不成，说明缺什么', async (...[, body, missing]) => {
    const refused = (await sign(body)).json();
    expect(refused).toMatchObject({ status: 422, missing });
    expect(refused.detail).toContain('还缺');
  });

  it('写明“无”可以签；“无”不用单位答复', async () => {
    const signed = (await sign({ ...BODY, problems: ['无'], suggestions: ['无'] })).json();
    expect(signed).toMatchObject({ state: 'signed' });
    await overSeen(clerk, `${url}/receive`);
    const unit = await office.as('assessed-unit', '新密市');
    expect((await unit('GET', REPORTS)).json().reports).toMatchObject([{ suggestions: 0 }]);
    expect((await unit('PUT', `${url}/answers/1`, { payload: { answer: '好' } })).statusCode).toBe(404);
  });
});

it('现场考核与通知要求的不一样，签署要写理由；报告写明差什么、为什么', async () => {
  const url = `${REPORTS}/中牟县`;
  const own = await leaderOfUnit('中牟县');
  await closeSheets(office, { units: ['中牟县'] });
  await write(own, '中牟县');
  const body = { on: '2020-01-18', halves: ['morning'], methods: ['听汇报'], places: [] };
  const payload = { unit: '中牟县', body };
  expect((await own('POST', '/api/years/2019/registers/visits', { payload })).statusCode).toBe(200);
  const codes = ['below-day', 'method-missing', 'outside', 'no-township', 'no-enterprise'];
  const refused = (await overSeen(own, `${url}/sign`, {})).json();
  expect(refused).toMatchObject({ status: 422, needs: 'visitReason', warnings: codes.map((code) => ({ code })) });
  const signed = (await overSeen(own, `${url}/sign`, { visitReason: '大雪，只去了半天' })).json();
  expect(signed).toMatchObject({
    state: 'signed',
    body: { visitReason: '大雪，只去了半天' },
    visits: { halfDays: 1, warnings: codes.map((code) => ({ code })) },
  });
});

describe('签署之后，别的单位提供的行还开着', () => {
  const url = `${REPORTS}/荥阳市`;
  const close = async (client: Client, row: string) =>
    await client('PUT', `/api/years/2019/sheets/荥阳市/rows/${row}`, {
      payload: { closed: true, observations: {} },
      headers: { 'if-match': '"0"' },
    });

  it('报告写明哪些还没有核、得分是区间；安委办照样核，核完签署时看到的版本就变了；考核组的行锁住', async () => {
    const own = await leaderOfUnit('荥阳市');
    await closeSheets(office, { units: ['荥阳市'], except: ['county/48', 'county/47'] });
    await write(own, '荥阳市');
    const signed = (await overSeen(own, `${url}/sign`, { noVisitReason: '雪天封路' })).json();
    expect(signed).toMatchObject({ state: 'signed', openRows: [], scoreNow: null });
    expect(signed.foreignOpen.map(({ line }: { line: string }) => line)).toEqual(['county/47', 'county/48']);
    expect(Number(signed.score.sheetScore.least)).toBeLessThan(Number(signed.score.sheetScore.most));
    const todo = async () =>
      (await clerk('GET', '/api/years/2019/todo')).json().items as { page: string; zh: string }[];
    const supplied = async () => (await todo()).find(({ page }) => page === 'sheets')?.zh;
    const waiting = await supplied();
    expect(waiting).toBeDefined();

    const seen = (await clerk('GET', url)).headers.etag;
    expect((await close(clerk, '47')).statusCode).toBe(200);
    expect(await supplied()).not.toBe(waiting);
    const stale = await clerk('POST', `${url}/receive`, { headers: { 'if-match': seen ?? '' } });
    expect(stale.json()).toMatchObject({ status: 409, code: 'stale-edit' });
    await office.stages({ 'year-end': 'closed', composite: 'open' });
    expect((await close(clerk, '48')).statusCode).toBe(200);
    const now = (await clerk('GET', url)).json();
    expect(now).toMatchObject({ foreignOpen: [], scoreNow: { least: '100', most: '100' } });
    expect(now.score.sheetScore).toEqual(signed.score.sheetScore);
    await office.stages({ 'year-end': 'open', composite: 'closed' });
    expect((await close(clerk, '56')).json()).toMatchObject({ status: 409, stage: 'composite' });
    await office.stages({ composite: 'waiting' });
    expect((await close(own, '3')).statusCode).toBe(409);
  });
});
