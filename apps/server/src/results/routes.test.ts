// A result computed, frozen, approved and published; nothing closes with a silent blank.
import { parseText, scoreFile } from '@kaohe/scheme-files';
import { resultJson } from '@kaohe/scoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { asWork, closeSheets, rateAll } from '../../test/filled-year.js';
import { type Client, testOffice } from '../../test/office.js';
import { overSeen } from '../../test/over-seen.js';
import { contentHash } from './content-hash.js';
import { getResult } from './service.js';

const office = testOffice();
const RESULT = '/api/years/2019/result';
const REGISTERS = '/api/years/2019/registers';
const NEW_YEAR_EVE = {
  id: 'A-31',
  on: '2019-12-31',
  place: '登封市',
  industry: '工矿商贸',
  deaths: 1,
  seriousInjuries: 0,
  directEconomicLossYuan: '200000',
  responsible: true,
};

const CIRCULAR = { number: '郑安委〔2020〕5号', on: '2020-03-02' };

let clerk: Client;
let approver: Client;

async function stored() {
  let row: Awaited<ReturnType<typeof getResult>> | undefined;
  await asWork(office, async (work) => {
    row = await getResult(work, '2019');
  });
  if (!row) throw new Error('no result');
  return row;
}

async function enter(register: string, unit: string, body: object): Promise<void> {
  const response = await clerk('POST', `${REGISTERS}/${register}`, { payload: { unit, body } });
  expect(response.statusCode).toBe(200);
}

beforeAll(async () => {
  clerk = await office.as('office');
  approver = await office.as('approver');
  await office.stages({ 'year-end': 'closed', routine: 'closed', leaders: 'closed', composite: 'open' });
});

describe('计算', () => {
  it('还没有算过时，读到的是空；汇总没有打开不能算', async () => {
    expect((await clerk('GET', RESULT)).json()).toEqual({ version: 0, result: null });
    await office.stages({ composite: 'waiting' });
    expect((await clerk('POST', RESULT, { payload: {} })).statusCode).toBe(409);
    await office.stages({ composite: 'open' });
  });

  it('有没核的行、没计入的评价表，逐项列出并拒绝；接受未决要写理由', async () => {
    await closeSheets(office, { except: ['county/3'] });
    const refused = await clerk('POST', RESULT, { payload: {} });
    expect(refused.statusCode).toBe(409);
    const blanks: { unit: string; row: string | null }[] = refused.json().blanks;
    expect(blanks).toContainEqual(expect.objectContaining({ unit: '登封市', row: 'county/3' }));
    expect(blanks.filter(({ unit }) => unit === '')).toHaveLength(34);
    expect((await clerk('POST', RESULT, { payload: { acceptOpen: true } })).statusCode).toBe(409);
  });

  it('写了理由先算：未决的单位是区间，结果标为暂定', async () => {
    const computed = await clerk('POST', RESULT, { payload: { acceptOpen: true, reason: '先看一遍' } });
    const { result } = computed.json();
    expect(result).toMatchObject({ number: 1, state: 'computed', provisional: true, reason: '先看一遍', moved: [] });
    const { total } = result.units.find(({ unit }: { unit: string }) => unit === '登封市');
    expect(total.least).not.toBe(total.most);
  });

  it('补齐后再算，不再有未决；与上一次的不同列出来', async () => {
    await closeSheets(office);
    await rateAll(office, '10');
    const { result } = (await clerk('POST', RESULT, { payload: {} })).json();
    expect(result).toMatchObject({ number: 2, previous: 1, provisional: false, blanks: [] });
    expect(result.moved.find(({ unit }: { unit: string }) => unit === '登封市').grades[1]).toBe('优秀');
  });
});

describe('冻结', () => {
  it('冻结的事实用命令行同一个引擎重算，一字不差', async () => {
    const { facts, result, content_hash } = await stored();
    const folder = office.office.schemes.find(({ id }) => id === 'zhengzhou-2019');
    if (!folder) throw new Error('no scheme');
    const scored = scoreFile(folder, new TextEncoder().encode(facts));
    if ('problems' in scored) throw new Error(JSON.stringify(scored.problems));
    const again = resultJson(scored.assessment, scored.edition);
    expect(again).toEqual(result.result);
    expect(contentHash(facts, again)).toBe(content_hash);
  });

  it('任何一个事实变了，哈希就变', async () => {
    const { facts, result, content_hash } = await stored();
    const parsed = parseText(facts);
    expect('tree' in parsed).toBe(true);
    const lines = facts.split('\n');
    const places = lines.flatMap((line, index) => (/\S/.test(line) ? [index] : []));
    for (const index of places.filter((_, order) => order % 97 === 0)) {
      const changed = lines.map((line, at) => (at === index ? `${line}0` : line)).join('\n');
      expect(contentHash(changed, result.result)).not.toBe(content_hash);
    }
    expect(contentHash(facts, { ...result.result, edition: 'sha256:0' })).not.toBe(content_hash);
    expect(contentHash(facts, { ...result.result, readings: { 'bonus-base': 'composite' } })).not.toBe(content_hash);
  });

  it('计算之后事实有改动，不能冻结，要重算', async () => {
    await enter('talks', '金水区', { by: '市安委会', on: '2019-08-02' });
    const refused = await overSeen(clerk, `${RESULT}/freeze`);
    expect(refused.json()).toMatchObject({ status: 409, code: 'wrong-state' });
    const { result } = (await clerk('POST', RESULT, { payload: {} })).json();
    expect(result.moved.map(({ unit }: { unit: string }) => unit)).toContain('金水区');
  });

  it('12月31日的事故在窗口期内，结果标为暂定', async () => {
    await enter('accidents', '登封市', NEW_YEAR_EVE);
    const { result } = (await clerk('POST', RESULT, { payload: {} })).json();
    expect(result).toMatchObject({ provisional: true, blanks: [] });
    const unit = result.units.find((one: { unit: string }) => one.unit === '登封市');
    expect(unit.provisional).toEqual(['A-31']);
    const frozen = await overSeen(clerk, `${RESULT}/freeze`);
    expect(frozen.json().result).toMatchObject({ state: 'frozen' });
    expect((await overSeen(clerk, `${RESULT}/freeze`)).json()).toMatchObject({ status: 409, state: 'frozen' });
  });
});

describe('评先、审定、通报', () => {
  it('被约谈的单位不能评先，列明为什么；合格的可以', async () => {
    await office.stages({ composite: 'closed', awards: 'open' });
    const read = await clerk('GET', RESULT);
    const { result } = read.json();
    const [award] = result.awards;
    expect(award.eligible).toContain('巩义市');
    expect(award.disqualified.map(({ unit }: { unit: string }) => unit)).toContain('金水区');
    const choose = async (units: string[]) =>
      await clerk('PUT', '/api/years/2019/awards', {
        payload: { awards: [{ award: award.award, units }] },
        headers: { 'if-match': read.headers.etag ?? '' },
      });
    const refused = await choose(['巩义市', '金水区']);
    expect(refused.statusCode).toBe(422);
    expect(refused.json().refused).toMatchObject([{ unit: '金水区' }]);
    expect(refused.json().detail).toContain('约谈');
    expect((await choose(['巩义市'])).json().result.awards[0].chosen).toEqual(['巩义市']);
  });

  it('评先环节没有打开不能评；没有评选就不能默默结束；审定以后再改评先，退回已冻结，要重新审定', async () => {
    const read = async () => await clerk('GET', RESULT);
    const [award] = (await read()).json().result.awards;
    const choose = async (units: string[]) =>
      await clerk('PUT', '/api/years/2019/awards', {
        payload: { awards: [{ award: award.award, units }] },
        headers: { 'if-match': (await read()).headers.etag ?? '' },
      });
    const stage = async () =>
      (await clerk('GET', '/api/years/2019/board'))
        .json()
        .stages.find((one: { stage: string }) => one.stage === 'awards');
    const close = async (reason?: string) =>
      await clerk('PATCH', '/api/years/2019/stages/awards', {
        payload: { state: 'closed', ...(reason && { reason }) },
        headers: { 'if-match': `"${(await stage()).version}"` },
      });
    await office.stages({ awards: 'waiting' });
    expect((await choose(['巩义市'])).json()).toMatchObject({ status: 409, stage: 'awards' });
    await office.stages({ awards: 'open' });
    expect((await choose([])).statusCode).toBe(200);
    expect(await stage()).toMatchObject({ done: 0, total: 1 });
    expect((await close()).json().missing).toMatchObject([{ zh: expect.stringContaining('还没有评选') }]);
    await choose(['巩义市']);
    expect(await stage()).toMatchObject({ done: 1, total: 1 });
    expect((await close()).statusCode).toBe(200);
    await office.stages({ approval: 'open' });
    expect((await overSeen(approver, `${RESULT}/approve`)).json().result).toMatchObject({ state: 'approved' });
    expect((await choose(['登封市'])).json()).toMatchObject({ status: 409, stage: 'awards' });
    await office.stages({ approval: 'waiting', awards: 'open' });
    expect((await choose(['登封市'])).json().result).toMatchObject({
      state: 'frozen',
      approvedAt: null,
      approvedBy: null,
    });
    await office.stages({ awards: 'closed', approval: 'waiting' });
  });

  it('冻结、审定以后事实有改动，审定、通报都不办，写明改了什么、该怎么办；重新计算冻结以后照办', async () => {
    const freezeAgain = async () => {
      await office.stages({ composite: 'open', approval: 'waiting', circular: 'waiting' });
      await clerk('POST', RESULT, { payload: {} });
      expect((await overSeen(clerk, `${RESULT}/freeze`)).statusCode).toBe(200);
      await office.stages({ composite: 'closed', approval: 'open' });
    };
    const refusal = async (client: Client, step: string, payload?: object) => {
      const { status, code, detail, detailEn, moved } = (await overSeen(client, `${RESULT}/${step}`, payload)).json();
      expect([status, code]).toEqual([409, 'wrong-state']);
      expect([detail, detailEn]).toEqual([
        expect.stringContaining('重新计算、冻结，再审定'),
        expect.stringContaining('computes and freezes anew'),
      ]);
      return moved.map(({ zh }: { zh: string }) => zh);
    };
    await office.stages({ composite: 'open' });
    await enter('talks', '中原区', { by: '市安委会', on: '2019-09-02' });
    await closeSheets(office, {
      units: ['巩义市'],
      observations: { 'county/3': { 'county/3.2': { breached: 'true' } } },
    });
    await office.stages({ composite: 'closed', approval: 'open' });
    expect(await refusal(approver, 'approve')).toEqual(['巩义市：细则表 county/3.2', '中原区：约谈台账']);
    await freezeAgain();
    expect((await overSeen(approver, `${RESULT}/approve`)).statusCode).toBe(200);
    await office.stages({ composite: 'open', approval: 'waiting' });
    await enter('accidents', '登封市', { ...NEW_YEAR_EVE, id: 'A-30', on: '2019-12-30' });
    await closeSheets(office, { units: ['巩义市'] });
    await office.stages({ composite: 'closed', approval: 'closed', circular: 'open' });
    expect(await refusal(clerk, 'publish', CIRCULAR)).toEqual(['巩义市：细则表 county/3.2', '事故 A-30']);
    await freezeAgain();
  });

  it('只有审定人在审定环节能审定；审定前不能通报', async () => {
    await office.stages({ composite: 'open', approval: 'waiting' });
    expect((await overSeen(approver, `${RESULT}/approve`)).statusCode).toBe(409);
    await office.stages({ composite: 'closed', approval: 'open' });
    expect((await overSeen(clerk, `${RESULT}/approve`)).statusCode).toBe(403);
    const approved = await overSeen(approver, `${RESULT}/approve`);
    expect(approved.json().result).toMatchObject({ state: 'approved', approvedBy: 'approver' });
    await office.stages({ approval: 'closed', circular: 'open' });
    const published = await overSeen(clerk, `${RESULT}/publish`, CIRCULAR);
    expect(published.json().result).toMatchObject({
      state: 'published',
      circular: CIRCULAR,
    });
  });

  it('冻结、审定、通报、评先都要写明照哪一版办：没写是 428，版本或内容不是所见的是 409，两个版本都给', async () => {
    const steps: [Client, 'POST' | 'PUT', string, object | undefined, string][] = [
      [clerk, 'POST', `${RESULT}/freeze`, undefined, 'composite'],
      [approver, 'POST', `${RESULT}/approve`, undefined, 'approval'],
      [clerk, 'POST', `${RESULT}/publish`, CIRCULAR, 'circular'],
      [clerk, 'PUT', '/api/years/2019/awards', { awards: [] }, 'awards'],
    ];
    const { version, content } = (await clerk('GET', RESULT)).json();
    const stale = [`"${version}"`, `"${version - 1}-${content}"`, `"${version}-${'0'.repeat(64)}"`];
    for (const [client, method, url, payload, stage] of steps) {
      await office.stages({
        composite: 'waiting',
        awards: 'waiting',
        approval: 'waiting',
        circular: 'waiting',
        [stage]: 'open',
      });
      const send = (headers: Record<string, string>) => client(method, url, { ...(payload && { payload }), headers });
      const bare = (await send({})).json();
      expect([url, bare.status, bare.code]).toEqual([url, 428, 'not-seen']);
      for (const tag of stale)
        expect((await send({ 'if-match': tag })).json()).toMatchObject({
          status: 409,
          code: 'stale-edit',
          current: { version, content },
          sent: { version: expect.any(Number) },
        });
    }
  });

  it('考核组、被考核单位、评分人看不到结果', async () => {
    for (const [role, scope] of [
      ['team-leader', '10'],
      ['assessed-unit', '登封市'],
      ['rating-leader', 'leader-01'],
      ['counting-clerk', ''],
    ] as const)
      expect((await (await office.as(role, scope))('GET', RESULT)).statusCode).toBe(403);
  });
});
