import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testOffice } from '../../test/office.js';
import { createApp } from './app.js';
import { describeFailure } from './logging.js';

const office = testOffice();
const get = (app: FastifyInstance, url: string, options: object = {}) =>
  app.inject({ url, headers: { host: '127.0.0.1' }, ...options });

let strict: FastifyInstance;
beforeAll(async () => {
  const limits = { requests: 5, signIns: 2 };
  strict = await createApp({ schemes: [], office: office.office, limits, metricsToken: 'long-token' });
});
afterAll(async () => {
  await strict.close();
});

describe('/readyz', () => {
  it('数据库是这一版程序的才就绪', async () => {
    expect((await get(office.app, '/readyz')).json()).toEqual({ status: 'ready' });
    const { owner } = office.database;
    await owner
      .updateTable('plat.migrations' as never)
      .set({ sha256: 'x' } as never)
      .execute();
    const { statusCode, body } = await get(office.app, '/readyz');
    expect([statusCode, JSON.parse(body).code]).toEqual([503, 'not-ready']);
  });
});

describe('/metrics', () => {
  it('给出各地址的用时、连接、未封的日志和会话', async () => {
    const auditor = await office.as('auditor');
    await auditor('POST', '/api/years', { payload: { year: '2021', title: '年度', scheme: 'zhengzhou-2019' } });
    const { body } = await get(office.app, '/metrics');
    expect(body).toContain('kaohe_http_request_seconds_count{method="POST",route="/api/years",status="403"} 1');
    expect(body).toMatch(/kaohe_database_connections\{state="idle"\} [1-9]/);
    expect(body).toContain('kaohe_audit_unsealed_entries 1');
    expect(body).toContain('kaohe_sessions 1');
  });

  it('只给本机；设了令牌的只给有令牌的', async () => {
    const codes = async (app: FastifyInstance, options: object) => (await get(app, '/metrics', options)).statusCode;
    expect(await codes(office.app, { remoteAddress: '10.0.0.9' })).toBe(403);
    expect(await codes(strict, {})).toBe(403);
    const headers = { host: '127.0.0.1', authorization: 'Bearer long-token' };
    expect(await codes(strict, { headers, remoteAddress: '10.0.0.9' })).toBe(200);
    expect(await codes(strict, { headers: { ...headers, authorization: 'Bearer wrong-token' } })).toBe(403);
  });
});

describe('请求太多', () => {
  it('用中英文说过多久再试，登录限得更严，网页和健康检查不限', async () => {
    const signIn = () =>
      strict.inject({ method: 'POST', url: '/api/session', headers: { host: '127.0.0.1' }, payload: {} });
    for (const status of [400, 400, 429]) expect((await signIn()).statusCode).toBe(status);
    for (let sent = 0; sent < 5; sent += 1) expect((await get(strict, '/api/years')).statusCode).toBe(401);
    const refused = await get(strict, '/api/years');
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([
      429,
      'application/problem+json; charset=utf-8',
    ]);
    expect(refused.json()).toMatchObject({ code: 'too-many-requests', titleEn: 'Too many requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await get(strict, '/api/years', { remoteAddress: '10.0.0.9' })).statusCode).toBe(401);
    expect((await get(strict, '/healthz')).statusCode).toBe(200);
  });
});

describe('日志', () => {
  it('一行一个请求：有路由的样式、结果和用时，没有地址里的单位、内容和登录', async () => {
    const lines: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    const app = await createApp({ schemes: [], office: office.office, logsRequests: true });
    const secret = randomUUID();
    await app.inject({
      method: 'PUT',
      url: `/api/years/2019/ratings/leader/${secret}?name=${secret}`,
      headers: { host: '127.0.0.1', cookie: `kaohe_session=1.${secret}`, 'user-agent': secret },
      payload: { marks: { [secret]: '9' } },
    });
    await app.close();
    write.mockRestore();
    const entries = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
    expect(entries).toContainEqual({
      level: 'info',
      time: expect.any(String),
      reqId: expect.any(String),
      method: 'PUT',
      route: '/api/years/:year/ratings/:form/:rater',
      act: 'rating.fill',
      status: 401,
      ms: expect.any(Number),
    });
    expect(lines.join('')).not.toContain(secret);
  });

  it('说数据库的错误时不带里面的值', () => {
    const failure = Object.assign(new Error('Key (login)=(li) already exists'), {
      severity: 'ERROR',
      code: '23505',
      constraint: 'accounts_login_key',
    });
    expect(JSON.stringify(describeFailure(failure))).not.toContain('li)');
    expect(describeFailure(failure)).toMatchObject({ code: '23505', constraint: 'accounts_login_key' });
    expect(describeFailure(new TypeError('x is undefined')).message).toBe('x is undefined');
  });
});

describe('进门处', () => {
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
  it.each([
    ['空字符', '{"title":"a\\u0000b"}'],
    ['半个字符', '{"title":"\\ud800"}'],
    ['名字里的空字符', '{"a\\u0000":1}'],
    ['太大的数', '{"title":1e999}'],
    ['太深的嵌套', JSON.stringify({ title: deep(60) })],
  ])('%s不进任何一处', async (_name, payload) => {
    const clerk = await office.as('office');
    const answer = await clerk('POST', '/api/years', { payload, headers: { 'content-type': 'application/json' } });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'invalid']);
  });

  it('完整的辅助平面汉字不受影响', async () => {
    const clerk = await office.as('office');
    const payload = { year: '2022', title: '𬭳口区', scheme: 'nowhere' };
    expect((await clerk('POST', '/api/years', { payload })).json().detail).toContain('nowhere');
  });
});
