// Reports from draft to received and back: signed over closed rows, locked, late by the day, compared when reopened.
import { beforeAll, describe, expect, it } from 'vitest';
import { closeSheets } from '../../test/filled-year.js';
import { type Client, testOffice } from '../../test/office.js';
import { overSeen } from '../../test/over-seen.js';
import { REPORT, REPORTS, visit, write, writeText } from '../../test/report-desk.js';

const office = testOffice();
let team: { id: string; units: string[] };
let leader: Client;
let clerk: Client;

async function teamOf(unit: string): Promise<{ id: string; units: string[] }> {
  const { units } = (await (await office.as('office'))('GET', '/api/years/2019/scopes')).json();
  const { team: id } = units.find(({ name }: { name: string }) => name === unit);
  return {
    id,
    units: units.filter((one: { team: string }) => one.team === id).map(({ name }: { name: string }) => name),
  };
}

beforeAll(async () => {
  await office.stages({ 'year-end': 'open' });
  team = await teamOf('登封市');
  leader = await office.as('team-leader', team.id);
  clerk = await office.as('office');
});

describe('写和签署', () => {
  it('组员写，别的组看不到，安委办不能替写', async () => {
    const member = await office.as('team-member', team.id);
    expect((await write(member, '登封市', 0)).json()).toMatchObject({ state: 'draft', version: 1, body: REPORT });
    const foreign = await office.as('team-leader', team.id === '1' ? '2' : '1');
    expect((await foreign('GET', `${REPORTS}/登封市`)).statusCode).toBe(404);
    expect((await write(clerk, '登封市', 1)).statusCode).toBe(403);
    expect((await foreign('GET', REPORTS)).json().reports.map(({ unit }: { unit: string }) => unit)).not.toContain(
      '登封市',
    );
  });

  it('两个人同时改，后到的拿到两个版本', async () => {
    const stale = await writeText(leader, {
      unit: '登封市',
      version: 0,
      payload: { ...REPORT, narrative: '另一稿' },
    });
    expect(stale.json()).toMatchObject({
      status: 409,
      code: 'stale-edit',
      current: { body: { narrative: REPORT.narrative } },
      sent: { narrative: '另一稿' },
    });
  });

  it('考核组的行没有核完不能签，列出还有哪些', async () => {
    await closeSheets(office, { units: ['登封市'], except: ['county/3', 'county/48'] });
    const refused = await overSeen(leader, `${REPORTS}/登封市/sign`, {});
    // Row 48 is the office's: the team does not wait for it.
    expect(refused.json()).toMatchObject({ status: 409, openRows: ['county/3'] });
  });

  it('没有现场考核要写理由；组员不能签；签后锁定', async () => {
    await closeSheets(office, { units: ['登封市'] });
    const bare = await overSeen(leader, `${REPORTS}/登封市/sign`, {});
    expect(bare.json()).toMatchObject({ status: 422, needs: 'noVisitReason' });
    await visit(leader, '登封市');
    const member = await office.as('team-member', team.id);
    expect((await overSeen(member, `${REPORTS}/登封市/sign`, {})).statusCode).toBe(403);
    const signed = await overSeen(leader, `${REPORTS}/登封市/sign`, {});
    expect(signed.json()).toMatchObject({
      state: 'signed',
      visits: { days: ['2020-01-14'], halfDays: 2, warnings: [], methods: ['听汇报', '查资料', '实地查看'] },
      score: { sheetScore: { least: '100', most: '100' } },
    });
    // The office believes it is 16 January 2020: what it signs bears that day.
    expect(Math.abs(Date.parse(signed.json().signedAt) - Date.parse('2020-01-16T12:00:00+08:00'))).toBeLessThanOrEqual(
      12 * 3_600_000,
    );
    expect((await write(leader, '登封市', signed.json().version)).json()).toMatchObject({
      status: 409,
      state: 'signed',
    });
    const row = await leader('PUT', '/api/years/2019/sheets/登封市/rows/3', {
      payload: { closed: false, observations: {} },
      headers: { 'if-match': '"1"' },
    });
    expect(row.statusCode).toBe(409);
  });
});

describe('签的就是看到的', () => {
  const steps = [
    ['sign', {}],
    ['receive', undefined],
    ['reopen', { reason: '要改' }],
  ] as const;

  it.each(steps)('%s 没有写明照哪一版办，不办', async (step, payload) => {
    const acting = step === 'sign' ? leader : clerk;
    const answer = await acting('POST', `${REPORTS}/登封市/${step}`, { ...(payload && { payload }) });
    expect(answer.json()).toMatchObject({ status: 428, code: 'not-seen', detail: expect.stringContaining('ETag') });
  });
});

describe('接收、退回、答复', () => {
  it('被考核单位在接收之前看不到报告', async () => {
    const unit = await office.as('assessed-unit', '登封市');
    expect((await unit('GET', `${REPORTS}/登封市`)).json()).toMatchObject({ state: 'none', body: null, score: null });
    expect((await unit('GET', `${REPORTS}/巩义市`)).statusCode).toBe(404);
  });

  it('安委办接收后，单位看到报告，逐条答复意见和建议', async () => {
    expect((await overSeen(clerk, `${REPORTS}/登封市/receive`)).json()).toMatchObject({
      state: 'received',
      late: false,
    });
    const unit = await office.as('assessed-unit', '登封市');
    expect((await unit('GET', `${REPORTS}/登封市`)).json()).toMatchObject({ state: 'received', body: REPORT });
    const answered = await unit('PUT', `${REPORTS}/登封市/answers/1`, { payload: { answer: '二月底前补开' } });
    expect(answered.json().answers).toMatchObject([{ n: 1, answer: '二月底前补开', version: 1 }]);
    expect((await unit('PUT', `${REPORTS}/登封市/answers/3`, { payload: { answer: '没有这条' } })).statusCode).toBe(
      404,
    );
  });

  it('退回要写理由；改了哪行、分数前后都看得见；再签再收', async () => {
    expect((await overSeen(clerk, `${REPORTS}/登封市/reopen`, {})).statusCode).toBe(400);
    const reopened = await overSeen(clerk, `${REPORTS}/登封市/reopen`, { reason: '第2条漏记' });
    expect(reopened.json()).toMatchObject({
      state: 'draft',
      reopenings: [{ reason: '第2条漏记' }],
      difference: { rows: [] },
    });
    const changed = await leader('PUT', '/api/years/2019/sheets/登封市/rows/3', {
      payload: { closed: true, observations: { 'county/3.2': { breached: 'true' } } },
      headers: { 'if-match': '"1"' },
    });
    expect(changed.json()).toMatchObject({ row: { closed: true } });
    const { difference } = (await leader('GET', `${REPORTS}/登封市`)).json();
    expect(difference.rows).toMatchObject([{ row: 'county/3', before: { zh: '已核，没有扣分' } }]);
    expect(difference.rows[0].after.zh).toMatch(/^扣\d/);
    expect(difference.score[0].least).toBe('100');
    expect(Number(difference.score[1].least)).toBeLessThan(100);
    const again = await overSeen(leader, `${REPORTS}/登封市/sign`, {});
    expect(again.json()).toMatchObject({ state: 'signed', difference: null });
  });

  it('看过之后分数变了、现场考核变了，都签不成，给出现在的分数；重新看过就能签', async () => {
    const url = `${REPORTS}/登封市`;
    await overSeen(clerk, `${url}/reopen`, { reason: '再核一遍' });
    const seen = await leader('GET', url);
    const sign = async (tag = '') => await leader('POST', `${url}/sign`, { payload: {}, headers: { 'if-match': tag } });
    await leader('PUT', '/api/years/2019/sheets/登封市/rows/3', {
      payload: { closed: true, observations: {} },
      headers: { 'if-match': '"2"' },
    });
    const { version, content, score } = seen.json();
    const refused = (await sign(seen.headers.etag)).json();
    expect(refused).toMatchObject({
      status: 409,
      code: 'stale-edit',
      sent: { version, content },
      current: { version },
    });
    expect(Number(refused.current.score.sheetScore.least)).toBeGreaterThan(Number(score.sheetScore.least));
    const before = (await leader('GET', url)).headers.etag;
    await visit(leader, '登封市', '2020-01-15');
    expect((await sign(before)).json()).toMatchObject({ status: 409, code: 'stale-edit' });
    expect((await overSeen(leader, `${url}/sign`, {})).json()).toMatchObject({ state: 'signed' });
  });
});
