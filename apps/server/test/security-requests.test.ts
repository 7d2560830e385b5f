// What a request may not do, however it is written: to get in, to get round, to get out what is secret.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inSystem } from '../src/database/transaction.js';
import { createApp } from '../src/http/app.js';
import { COOKIE } from '../src/sessions/token.js';
import { type Client, TENANT, testOffice, YEAR } from './office.js';
import { overSeen } from './over-seen.js';

const office = testOffice();
const UNIT = '巩义市';
const SHEET = `/api/years/2019/sheets/${UNIT}`;
const EVIDENCE = '/api/years/2019/evidence';
const RATINGS = '/api/years/2019/ratings';
const HOST = { host: '127.0.0.1' };
const BYTES = { 'content-type': 'application/octet-stream' };

let clerk: Client;
let leader: Client;
let unit: Client;
let rated: string[] = [];

beforeAll(async () => {
  await office.stages({ 'year-end': 'open', leaders: 'open', routine: 'open' });
  const team = await inSystem(office.database, TENANT, async (trx) => {
    const units = await trx.selectFrom('kaohe.units').select(['unit_id', 'team_id']).execute();
    return units.find(({ unit_id }) => unit_id === UNIT)?.team_id ?? '';
  });
  clerk = await office.as('counting-clerk');
  leader = await office.as('team-leader', team);
  unit = await office.as('assessed-unit', UNIT);
  const rater = await office.as('rating-leader', 'leader-01');
  rated = (await rater('GET', `${RATINGS}/leader/leader-01`)).json().units;
});
afterEach(() => office.stages({ leaders: 'open' }));

const marks = (mark: string) => ({ marks: Object.fromEntries(rated.map((one) => [one, mark])) });
const addEvidence = async (client: Client, query: string, content = `材料 ${randomUUID()}`) =>
  await client('POST', `${EVIDENCE}?${query}`, { payload: Buffer.from(content), headers: BYTES });

async function rate(rater: string, mark: string): Promise<Client> {
  const client = await office.as('rating-leader', rater);
  const url = `${RATINGS}/leader/${rater}`;
  expect((await client('PUT', url, { payload: marks(mark) })).statusCode).toBe(200);
  expect((await overSeen(client, `${url}/submit`)).statusCode).toBe(200);
  return client;
}

describe('选票', () => {
  it('计入的不到三张不出合计：合计就是那一张；导出的事实和结果里也没有', async () => {
    const officer = await office.as('office');
    const totals = async () => {
      await office.stages({ leaders: 'closed', composite: 'open' });
      const { forms } = (await officer('GET', '/api/years/2019/rating-totals')).json();
      const facts = (await officer('GET', '/api/years/2019/facts?format=json')).json();
      await office.stages({ leaders: 'open', composite: 'waiting' });
      return [forms, facts.ratings];
    };
    await rate('leader-01', '9.5');
    await rate('leader-02', '8.5');
    expect(await totals()).toEqual([[], undefined]);
    await rate('leader-03', '7.5');
    const [forms] = await totals();
    expect(forms[0].totals).toContainEqual({ unit: UNIT, sum: '25.5', ballots: 3 });
  });

  const scan = async () => (await addEvidence(clerk, 'unit=&name=a.txt&purpose=ballot')).json().id as string;
  const enter = (rater: string, id: string) =>
    clerk('PUT', `${RATINGS}/leader/${rater}/paper`, { payload: { ...marks('7'), scan: id } });

  it('纸质表的扫描件必须是本年度的扫描件：没有的、单位的佐证都不收', async () => {
    const ofRow = (await addEvidence(leader, `unit=${UNIT}&name=a.txt`)).json().id;
    for (const id of [randomUUID(), ofRow]) {
      const answer = await enter('leader-16', id);
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'invalid']);
    }
    expect((await enter('leader-16', await scan())).statusCode).toBe(200);
  });

  it('撤回的纸质表不再计入', async () => {
    await enter('leader-15', await scan());
    const url = `${RATINGS}/leader/leader-15`;
    const second = await office.as('counting-clerk');
    expect((await overSeen(second, `${url}/check`)).json()).toMatchObject({ counts: true });
    const rater = await office.as('rating-leader', 'leader-15');
    expect((await overSeen(rater, `${url}/withdraw`)).json()).toMatchObject({ state: 'draft', counts: false });
  });

  it('安委办、审定人、审计员从哪里都读不到一张票', async () => {
    const secret = '3.7';
    const rater = await office.as('rating-leader', 'leader-09');
    const url = `${RATINGS}/leader/leader-09`;
    const headers = { 'idempotency-key': randomUUID() };
    await rater('PUT', url, { payload: marks(secret), headers });
    await rater('PUT', url, { payload: marks(secret) });
    await rater('PUT', url, { payload: { marks: { [UNIT]: '99' } } });
    const reads = [
      url,
      RATINGS,
      '/api/audit?limit=200',
      '/api/audit/export',
      '/api/years/2019/board',
      '/api/years/2019/facts',
      SHEET,
      '/api/years/2019/result',
      '/api/years/2019/rating-totals',
      '/metrics',
    ];
    for (const role of ['office', 'approver', 'auditor', 'system-administrator', 'security-administrator'] as const) {
      const client = await office.as(role);
      for (const read of reads)
        expect([role, read, (await client('GET', read)).body.includes(`"${secret}"`)]).toEqual([role, read, false]);
      const replayed = await client('PUT', url, { payload: marks(secret), headers });
      expect([role, replayed.statusCode, replayed.body.includes(`"${secret}"`)]).toEqual([role, 403, false]);
    }
  });
});

describe('被考核单位', () => {
  it('报告接收以前看不到佐证，接收以后才看得到', async () => {
    const { id } = (await addEvidence(leader, `unit=${UNIT}&name=扣分依据.txt`)).json();
    const seen = async () => [
      (await unit('GET', `${EVIDENCE}?unit=${UNIT}`)).json().evidence.length > 0,
      (await unit('GET', `${EVIDENCE}/${id}`)).statusCode,
    ];
    expect(await seen()).toEqual([false, 404]);
    await inSystem(office.database, TENANT, async (trx) => {
      await sql`INSERT INTO kaohe.reports SELECT tenant_id, year_id, unit_id, team_id, 'received', 1,
        '{"narrative":"","problems":[],"suggestions":[]}', NULL, NULL, NULL, NULL, false, created_at, 'x'
        FROM kaohe.units JOIN kaohe.years USING (tenant_id, year_id) WHERE unit_id = ${UNIT} AND year_id = ${YEAR}`.execute(
        trx,
      );
    });
    expect(await seen()).toEqual([true, 200]);
  });
});

describe('登录', () => {
  it('会话的标识每次登录都是新的，脚本读不到，别的站点带不走', async () => {
    const planted = `1.${'a'.repeat(43)}`;
    const answer = await office.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: HOST,
      cookies: { [COOKIE]: planted },
      payload: { login: 'nobody', password: 'x', office: '安委办 1' },
    });
    expect([answer.statusCode, answer.cookies]).toEqual([401, []]);
    const looked = await office.app.inject({ url: '/api/session', headers: HOST, cookies: { [COOKIE]: planted } });
    expect(looked.json().signedIn).toBe(false);
  });

  it('授权撤销、账号停用，活着的会话下一个请求就被拒绝', async () => {
    const client = await office.as('office');
    const { login, acting } = (await client('GET', '/api/session')).json();
    const guard = await office.as('security-administrator');
    expect((await client('GET', '/api/years')).statusCode).toBe(200);
    expect((await guard('DELETE', `/api/grants/${acting.grant}`)).statusCode).toBe(200);
    expect((await client('GET', '/api/years')).json().code).toBe('role-required');
    const admin = await office.as('system-administrator');
    const { accounts } = (await admin('GET', '/api/accounts')).json();
    const { account } = accounts.find((one: { login: string }) => one.login === login);
    await admin('PATCH', `/api/accounts/${account}`, { payload: { state: 'disabled' } });
    expect((await client('GET', '/api/years')).statusCode).toBe(401);
  });

  it('地址换一种写法也绕不过登录次数的限制', async () => {
    const limits = { requests: 1000, signIns: 2 };
    const app = await createApp({ schemes: [], office: office.office, limits });
    const codes = [];
    for (const url of ['/api/session', '/%61pi/session', '/api/sessio%6e', '/%61pi/session'])
      codes.push((await app.inject({ method: 'POST', url, headers: HOST, payload: {} })).statusCode);
    await app.close();
    expect(codes).toEqual([400, 400, 429, 429]);
  });

  it.each(['http://127.0.0.1.evil.cn', 'https://127.0.0.1', 'null', 'http://127.0.0.1:81'])(
    '来自 %s 的写操作被拒绝',
    async (origin) => {
      const answer = await leader('PUT', `${SHEET}/rows/1`, { payload: {}, headers: { origin } });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'not-this-machine']);
    },
  );
});

describe('没有登录的', () => {
  it('发来的内容一个字节也不读', async () => {
    for (const [payload, type] of [
      ['{', 'application/json'],
      ['x', 'application/octet-stream'],
      ['x', 'image/png'],
    ] as const) {
      const answer = await office.app.inject({
        method: 'POST',
        url: EVIDENCE,
        headers: { ...HOST, 'content-type': type },
        payload,
      });
      expect([type, answer.statusCode]).toEqual([type, 401]);
    }
  });

  it('大的文件只有上传佐证的地址收', async () => {
    const answer = await office.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { ...HOST, ...BYTES },
      payload: Buffer.alloc(2 * 1024 * 1024),
    });
    expect(answer.statusCode).toBe(415);
  });
});

describe('写得古怪的请求', () => {
  const json = { 'content-type': 'application/json' };
  it.each([
    '{"closed":true,"observations":{"__proto__":{"a":"b"}}}',
    '{"closed":true,"observations":{"county/1.1":{"__proto__":{"a":"b"}}}}',
    '{"closed":true,"observations":{"county/1.1":{"\\u005f_proto__":"x"}}}',
    '{"closed":true,"observations":{"constructor":{"prototype":{"a":"b"}}}}',
    '{"closed":true,"observations":{"toString":{}}}',
    '{"closed":true,"observations":{"county/1.1":{"constructor":"x","hasOwnProperty":"x"}}}',
    '{"closed":true,"observations":[]}',
    '{"closed":true,"observations":{"county/1.1":{"evidence":"x"}}}',
    '{"closed":true,"observations":{"county/1.1":{"evidence":{"a":{"b":"c"}}}}}',
  ])('%s 不收，什么也没有留下', async (payload) => {
    const answer = await leader('PUT', `${SHEET}/rows/1`, { payload, headers: json });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it.each([
    '/api/years/2019/sheets/%E5%B7%A9',
    '/api/years/2019/sheets/%25',
    '/api/years/2019/sheets/a%2F..%2Fb',
    '/api/years/2019/sheets/%00',
    "/api/years/2019'%20OR%20'1'='1/sheets",
    '/api/years/..%2f..%2fetc',
    '/api/years/2019/evidence/%27%3B--',
    `/api/years/2019/sheets/${'%E5%B7%A9'.repeat(500)}`,
    '/api/years/2019/evidence?unit=a&unit=b',
    '/api/audit?after=%00',
    '/api/years/2019/ratings/__proto__/constructor',
  ])('%s 被拒绝，不出错', async (url) => {
    for (const role of ['office', 'auditor', 'rating-leader', 'team-leader'] as const) {
      const client = await office.as(role, role === 'rating-leader' ? 'leader-01' : '');
      const answer = await client('GET', url);
      expect([role, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([role, true]);
    }
  });

  it.each(['0000-01-01', '9999-12-31'])('期限 %s 不会让服务器出错', async (dueOn) => {
    const officer = await office.as('office');
    const { stages } = (await officer('GET', '/api/years/2019')).json();
    const { version } = stages.find(({ stage }: { stage: string }) => stage === 'awards');
    const headers = { 'if-match': `"${version}"` };
    const answer = await officer('PATCH', '/api/years/2019/stages/awards', { payload: { dueOn }, headers });
    expect(answer.statusCode).toBeLessThan(500);
  });

  it('HEAD 与 GET 一样，不算写入，不留编号', async () => {
    const officer = await office.as('office');
    const headers = { 'idempotency-key': randomUUID() };
    for (let count = 0; count < 2; count += 1)
      expect((await officer('HEAD', '/api/years/2019/facts', { headers })).statusCode).toBe(200);
  });
});

describe('下载', () => {
  it('只作附件保存，不猜类型，不进缓存；名字里的引号和换行进不了标头', async () => {
    const name = encodeURIComponent(`a"b';c\r\nx: y.txt`);
    const { id } = (
      await addEvidence(leader, `unit=${encodeURIComponent(UNIT)}&name=${name}`.replace(/%25/g, '%'))
    ).json();
    const { headers } = await leader('GET', `${EVIDENCE}/${id}`);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w.%'~!*()-]+$/);
    expect(headers).not.toHaveProperty('x');
  });
});
