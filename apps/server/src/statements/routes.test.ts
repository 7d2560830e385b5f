import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { attempt } from '../../test/attempt.js';
import { asWork, closeSheets, rateAll } from '../../test/filled-year.js';
import { type Client, TENANT, testOffice, YEAR } from '../../test/office.js';

import { programOf } from '../facts/compiled.js';
import { selfScores } from './self-scores.js';

const office = testOffice();
const UNIT = '巩义市';
const CLAUSE = 'county/1.1';
const AT = encodeURIComponent(UNIT);
const SELF = `/api/years/2019/self-assessments/${AT}`;
const APPEAL = `/api/years/2019/appeals/${AT}/${encodeURIComponent(CLAUSE)}`;
const ONE = `/api/years/2019/statements/appeal/${AT}/${encodeURIComponent(CLAUSE)}`;
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

let unit: Client;
let other: Client;
let clerk: Client;
let team: Client;
let ownTeam = '';
beforeAll(async () => {
  const { rows } = await sql<{ team: string }>`SELECT team_id AS team FROM kaohe.units
    WHERE tenant_id = ${TENANT} AND year_id = ${YEAR} AND unit_id = ${UNIT}`.execute(office.database.owner);
  ownTeam = rows[0]?.team ?? '';
  unit = await office.as('assessed-unit', UNIT);
  other = await office.as('assessed-unit', '荥阳市');
  clerk = await office.as('office');
  team = await office.as('team-member', ownTeam);
  await closeSheets(office);
  await closeSheets(office, {
    units: [UNIT],
    observations: { 'county/1': { [CLAUSE]: { breached: 'true', note: '没有台账' } } },
  });
  await rateAll(office);
});

const code = (answer: { json(): unknown }) => (answer.json() as { code: string }).code;
const seen = (version: number) => ({ 'if-match': `"${version}"` });
const assess = (line: string, payload: object, { version = 0, client = unit } = {}) =>
  client('PUT', `${SELF}/county%2F${line}`, { payload: { evidence: [], ...payload }, headers: seen(version) });
const review = (line: string, payload: object, version: number) =>
  clerk('POST', `${SELF}/county%2F${line}/review`, { payload, headers: seen(version) });
const upload = async (client: Client, of = UNIT, purpose = 'statement') =>
  await client('POST', `/api/years/2019/evidence?unit=${of}&name=台账.pdf&purpose=${purpose}`, {
    payload: PDF,
    headers: { 'content-type': 'application/octet-stream' },
  });

describe('自评和材料审核', () => {
  it('环节没有打开时，不能自评，也不能上传', async () => {
    const refused = await assess('2', { deducted: '0', text: '' });
    expect([refused.statusCode, refused.json().stage]).toEqual([409, 'self-assessment']);
    expect((await upload(unit)).statusCode).toBe(409);
    expect((await unit('GET', '/api/years/2019/statements/self-assessment')).json().statements).toEqual([]);
  });

  it('单位自评自己的一行，引用自己传的佐证；别的单位的不行，由办公室提供的行不行', async () => {
    await office.stages({ 'self-assessment': 'open' });
    expect((await upload(unit, '荥阳市')).statusCode).toBe(404);
    expect((await upload(unit, UNIT, 'row')).statusCode).toBe(403);
    expect((await upload(team, UNIT, 'statement')).statusCode).toBe(403);
    const file = (await upload(unit)).json();
    const stated = await assess('2', { deducted: '1.5', text: '少开一次会', evidence: [file.id] });
    expect(stated.json()).toMatchObject({ version: 1, state: 'submitted', deducted: '1.5', stake: null });
    expect(stated.json().evidence).toEqual([{ id: file.id, name: '台账.pdf' }]);
    expect((await assess('3', { deducted: '0', text: '', evidence: [randomUUID()] })).statusCode).toBe(422);
    expect((await assess('2', { deducted: '0', text: '' }, { client: other })).statusCode).toBe(404);
    expect((await assess('47', { deducted: '0', text: '' })).statusCode).toBe(422);
    expect((await assess('3', { deducted: '1', text: '' })).statusCode).toBe(422);
    expect((await assess('3', { deducted: '999', text: '很多' })).statusCode).toBe(422);
    expect((await unit('GET', `/api/years/2019/evidence/${file.id}`)).rawPayload.equals(PDF)).toBe(true);
    expect((await other('GET', `/api/years/2019/evidence/${file.id}`)).statusCode).toBe(404);
    expect((await clerk('GET', `/api/years/2019/evidence/${file.id}`)).statusCode).toBe(200);
  });

  it('审核退回一行，写明理由，别的行不动；单位改后重交，审核通过就定了', async () => {
    await assess('3', { deducted: '0', text: '' });
    expect((await review('2', { outcome: 'accepted', reason: '' }, 1)).json().stage).toBe('review');
    await office.stages({ review: 'open' });
    expect((await review('2', { outcome: 'returned', reason: '' }, 1)).statusCode).toBe(400);
    const returned = await review('2', { outcome: 'returned', reason: '请附会议纪要' }, 1);
    expect(returned.json()).toMatchObject({ version: 2, state: 'returned', reason: '请附会议纪要' });
    const list = (await unit('GET', '/api/years/2019/statements/self-assessment')).json().statements;
    expect(list.map((one: { line: string; state: string }) => [one.line, one.state])).toEqual([
      ['county/2', 'returned'],
      ['county/3', 'submitted'],
    ]);
    const again = await assess('2', { deducted: '2', text: '已附纪要' }, { version: 2 });
    expect(again.json()).toMatchObject({ state: 'submitted', reason: '请附会议纪要' });
    expect((await review('2', { outcome: 'accepted', reason: '' }, 3)).json().state).toBe('accepted');
    expect(code(await assess('2', { deducted: '0', text: '' }, { version: 4 }))).toBe('wrong-state');
  });

  it('没有看到最新一版的，不能改，不能审', async () => {
    expect(code(await assess('3', { deducted: '1', text: '改' }, { version: 7 }))).toBe('stale-edit');
    expect(code(await review('3', { outcome: 'accepted', reason: '' }, 7))).toBe('stale-edit');
    expect(
      (await clerk('POST', `${SELF}/county%2F3/review`, { payload: { outcome: 'accepted', reason: '' } })).statusCode,
    ).toBe(428);
  });

  it('同一请求重送只算一次', async () => {
    const headers = { ...seen(0), 'idempotency-key': 'statement-0001' };
    const send = () =>
      unit('PUT', `${SELF}/county%2F4`, { payload: { deducted: '0', text: '', evidence: [] }, headers });
    const [first, second] = [await send(), await send()];
    expect([first.statusCode, second.json().version]).toEqual([200, first.json().version]);
  });

  it('考核组看得到本组单位的自评，别组看不到；评分表的自评分是大项满分减去自己扣的', async () => {
    const list = async (client: Client) =>
      (await client('GET', '/api/years/2019/statements/self-assessment')).json().statements.length;
    expect(await list(team)).toBe(3);
    expect(await list(await office.as('team-member', ownTeam === '1' ? '2' : '1'))).toBe(0);
    expect(await list(other)).toBe(0);
    await asWork(office, async (work) => {
      const { scheme } = await programOf(work, YEAR);
      const item = scheme.sheets[0]?.items[0];
      const scores = await selfScores(work, { year: YEAR, unit: UNIT }, { scheme, sheet: 'county' });
      expect(scores).toEqual({ [item?.id ?? '']: String(Number(item?.fullMarks) - 2) });
    });
  });
});

describe('申诉', () => {
  const appeal = (payload: object, version = 0, client = unit) =>
    client('PUT', APPEAL, { payload: { evidence: [], ...payload }, headers: seen(version) });
  const decide = (client: Client, payload: object, version: number) =>
    client('POST', `${APPEAL}/decision`, { payload, headers: seen(version) });
  const REJECTED = { outcome: 'rejected', reason: '材料不足' };

  it('报告接收以前不知道扣了什么，不能申诉', async () => {
    await office.stages({ 'year-end': 'closed', appeal: 'open' });
    expect((await unit('GET', ONE)).statusCode).toBe(409);
    expect(code(await appeal({ text: '有台账' }))).toBe('wrong-state');
  });

  it('关系到什么由计分核心算；汇总打开以前单位只见细则表得分，以后见总分、等次、名次', async () => {
    await sql`INSERT INTO kaohe.reports (tenant_id, year_id, unit_id, team_id, state, version, body, late, changed_at, changed_by, signed_by)
      VALUES (${TENANT}, ${YEAR}, ${UNIT}, ${ownTeam}, 'received', 1, '{"problems":[],"suggestions":[]}', false, now(), 'x', '组长')`.execute(
      office.database.owner,
    );
    const early = (await unit('GET', ONE)).json();
    expect(early).toMatchObject({ version: 0, state: 'none', may: { write: true, answer: false } });
    expect([early.stake.now.whole, early.stake.ifUpheld.whole]).toEqual([null, null]);
    const sheet = ({ sheetScore }: { sheetScore: { least: string } }) => Number(sheetScore.least);
    expect(sheet(early.stake.ifUpheld)).toBeGreaterThan(sheet(early.stake.now));
    await office.stages({ routine: 'closed', leaders: 'closed', composite: 'open' });
    const told = (await unit('GET', ONE)).json().stake;
    const official = (await clerk('GET', ONE)).json().stake;
    expect(told).toEqual(official);
    expect(Number(told.ifUpheld.whole.total.least)).toBeGreaterThan(Number(told.now.whole.total.least));
    expect(told.now.whole.rank.least).toBeGreaterThan(told.ifUpheld.whole.rank.least);
    expect((await team('GET', ONE)).json().stake.now.whole).toBeNull();
  });

  it('只能申诉自己的、确有扣分的一处', async () => {
    expect((await appeal({ text: '有台账' }, 0, other)).statusCode).toBe(404);
    const nothing = `/api/years/2019/appeals/${AT}/${encodeURIComponent('county/2.1')}`;
    const payload = { text: '没有扣也申诉', evidence: [] };
    expect((await unit('PUT', nothing, { payload, headers: seen(0) })).statusCode).toBe(422);
    expect((await appeal({ text: '' })).statusCode).toBe(400);
    expect((await appeal({ text: '台账在区档案室' })).json()).toMatchObject({ version: 1, state: 'submitted' });
    expect((await appeal({ text: '台账在市档案室' }, 1)).json().version).toBe(2);
  });

  const withdraw = (client: Client, version?: number) =>
    client('POST', `${APPEAL}/withdrawal`, version === undefined ? {} : { headers: seen(version) });

  it('答复以前单位可以撤回，写明照哪一版；撤回的不再等答复、不能复核，环节打开期间可以再申诉', async () => {
    expect((await unit('GET', ONE)).json().may).toEqual({ write: true, withdraw: true, answer: false });
    expect((await withdraw(unit)).statusCode).toBe(428);
    expect(code(await withdraw(unit, 1))).toBe('stale-edit');
    expect((await withdraw(other, 2)).statusCode).toBe(404);
    expect((await withdraw(clerk, 2)).statusCode).toBe(403);
    const taken = await withdraw(unit, 2);
    expect(taken.json()).toMatchObject({ version: 3, state: 'withdrawn', text: '台账在市档案室' });
    expect(taken.json().may).toEqual({ write: true, withdraw: false, answer: false });
    const [listed] = (await clerk('GET', '/api/years/2019/statements/appeal')).json().statements;
    expect(listed).toMatchObject({ state: 'withdrawn', may: { answer: false } });
    expect(code(await decide(clerk, REJECTED, 3))).toBe('wrong-state');
    expect(code(await withdraw(unit, 3))).toBe('wrong-state');
    expect((await clerk('GET', '/api/years/2019/todo')).body).not.toContain('申诉等待答复');
    const board = (await clerk('GET', '/api/years/2019/board')).json();
    expect(board.stages.find((one: { stage: string }) => one.stage === 'appeal')).toMatchObject({ done: 0, total: 0 });
    expect((await appeal({ text: '台账在市档案室，请再看' }, 3)).json()).toMatchObject({
      version: 4,
      state: 'submitted',
    });
    await office.stages({ appeal: 'closed' });
    expect((await withdraw(unit, 4)).json()).toMatchObject({ status: 409, stage: 'appeal' });
    await office.stages({ appeal: 'open' });
  });

  it('评过这一行的、签报告的、在本组有过席位的，都不能复核', async () => {
    await sql`UPDATE kaohe.sheet_rows SET changed_by = 'office' WHERE unit_id = ${UNIT} AND row_id = 'county/1'`.execute(
      office.database.owner,
    );
    expect((await clerk('GET', ONE)).json()).toMatchObject({ scoredIt: true, may: { answer: false } });
    expect((await decide(clerk, REJECTED, 4)).statusCode).toBe(403);
    await sql`UPDATE kaohe.sheet_rows SET changed_by = '组员' WHERE unit_id = ${UNIT} AND row_id = 'county/1'`.execute(
      office.database.owner,
    );
    await sql`UPDATE kaohe.reports SET signed_by = 'office' WHERE unit_id = ${UNIT}`.execute(office.database.owner);
    expect((await decide(clerk, REJECTED, 4)).statusCode).toBe(403);
    await sql`UPDATE kaohe.reports SET signed_by = '组长' WHERE unit_id = ${UNIT}`.execute(office.database.owner);
    const { rows } = await sql<{ account: string }>`SELECT account_id AS account FROM kaohe.grants
      WHERE role = 'office' LIMIT 1`.execute(office.database.owner);
    const seat = randomUUID();
    await sql`INSERT INTO kaohe.grants (tenant_id, grant_id, account_id, family, role, scope, year_id, granted_at, granted_by, revoked_at)
      VALUES (${TENANT}, ${seat}, ${rows[0]?.account}, 'business', 'team-member', ${ownTeam}, ${YEAR}, now(), 'x', now())`.execute(
      office.database.owner,
    );
    expect((await decide(clerk, REJECTED, 4)).statusCode).toBe(403);
    await sql`DELETE FROM kaohe.grants WHERE grant_id = ${seat}`.execute(office.database.owner);
    expect((await decide(team, REJECTED, 4)).statusCode).toBe(403);
  });

  it('成立要写明改哪一处；分数不因此变动，改分走退回重开', async () => {
    const before = (await clerk('GET', ONE)).json().stake;
    expect((await decide(clerk, { outcome: 'upheld', reason: '有台账' }, 2)).statusCode).toBe(400);
    const upheld = { outcome: 'upheld', reason: '核对了台账', finding: '第 1 行“没有台账”一处撤销' };
    expect((await decide(clerk, upheld, 4)).json()).toMatchObject({ version: 5, state: 'upheld', stake: before });
    expect((await unit('GET', ONE)).json()).toMatchObject({ state: 'upheld', finding: upheld.finding });
    expect(code(await decide(clerk, REJECTED, 5))).toBe('wrong-state');
    expect(code(await appeal({ text: '再申诉' }, 5))).toBe('wrong-state');
  });

  it('每一步都记在审计日志里', async () => {
    const { rows } = await sql<{ act: string }>`SELECT act FROM kaohe.audit_entries
      WHERE succeeded AND subject LIKE ${`%${UNIT}/appeal/%`} ORDER BY at`.execute(office.database.owner);
    expect(rows.map(({ act }) => act)).toEqual([
      ...['appeal.write', 'appeal.write'],
      ...['appeal.withdraw', 'appeal.write', 'appeal.decide'],
    ]);
  });
});

describe('数据库自己画的线', () => {
  const reaches = (role: 'office' | 'assessed-unit' | 'team-leader', scope: string, change: string) =>
    expect(attempt(office.database, { role, scope }, sql.raw(change))).resolves;
  const update = (state: string) => `UPDATE kaohe.statements SET state = '${state}' WHERE line_id = 'county/4'`;

  it('单位不能替办公室答复，办公室不能替单位重交，考核组只能看', async () => {
    await reaches('assessed-unit', UNIT, update('accepted')).toBe('refused');
    await reaches('assessed-unit', '荥阳市', update('submitted')).toBe(0);
    await reaches('office', '', update('submitted')).toBe('refused');
    await reaches('office', '', update('withdrawn')).toBe('refused');
    await reaches('team-leader', ownTeam, update('submitted')).toBe(0);
    await reaches('assessed-unit', UNIT, 'DELETE FROM kaohe.statements').toBe('refused');
  });
});
