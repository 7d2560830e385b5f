import type { SessionJson } from '@kaohe/api-contract';
import type { InjectOptions } from 'fastify';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TENANT, testOffice } from '../../test/office.js';
import { hashPassword } from '../accounts/password.js';
import { addAccount, addGrant } from '../accounts/service.js';
import { inSystem } from '../database/transaction.js';
import { addDemonstrationAccounts, DEMONSTRATION_PASSWORD } from '../demonstration/accounts.js';
import { createApp } from '../http/app.js';
import { scopesOf } from '../years/scopes.js';

const office = testOffice();
/** The real office: no date of its own, so every rule of identification is in force. */
const REAL = '2';
const PASSWORD = 'Aq7-fg2k-Zt9w';
let clock = Date.parse('2026-03-02T01:00:00Z');
let app: Awaited<ReturnType<typeof createApp>>;

beforeAll(async () => {
  const real = { ...office.office, now: () => new Date(clock) };
  app = await createApp({ schemes: office.office.schemes, office: real });
  await inSystem(office.database, TENANT, async (trx) => {
    const scopes = await scopesOf(trx, TENANT);
    await addDemonstrationAccounts(office.office, trx, { tenant: TENANT, scopes });
  });
  await inSystem(office.database, REAL, async (trx) => {
    await trx.updateTable('plat.tenants').set({ own_date: null }).where('tenant_id', '=', REAL).execute();
  });
});

afterAll(() => app.close());

interface Person {
  readonly login: string;
  readonly accountId: string;
}

let made = 0;
async function person(
  role: 'office' | 'approver' | 'auditor',
  { mustChange = false }: { mustChange?: boolean } = {},
): Promise<Person> {
  made += 1;
  const { newId } = office.office;
  const [accountId, login, at] = [newId(), `person-${made}`, new Date(clock)];
  const family = role === 'auditor' ? 'auditor' : 'business';
  const passwordHash = await hashPassword(PASSWORD);
  await inSystem(office.database, REAL, async (trx) => {
    await addAccount(trx, REAL, { accountId, family, login, displayName: login, passwordHash, mustChange, at });
    await addGrant(trx, REAL, { grantId: newId(), accountId, family, role, scope: '', at, by: '' });
  });
  return { login, accountId };
}

let places = 0;
/** An address nobody has used: failures of one test must not lock another. */
const place = () => {
  places += 1;
  return `10.1.${Math.floor(places / 250)}.${places % 250}`;
};

async function send(options: InjectOptions, address = '10.0.0.1') {
  return await app.inject({ remoteAddress: address, ...options, headers: { host: '127.0.0.1' } });
}

async function signIn(
  login: string,
  more: { password?: string; code?: string; address?: string; office?: string } = {},
) {
  const { password = PASSWORD, code, address = '10.0.0.1', office: name = '安委办 2' } = more;
  const payload = { login, password, office: name, ...(code !== undefined && { code }) };
  const response = await send({ method: 'POST', url: '/api/session', payload }, address);
  const token = response.cookies.find(({ name: cookie }) => cookie === 'kaohe_session');
  return { response, status: response.statusCode, code: response.json().code as string, cookie: token };
}

type Cookie = Awaited<ReturnType<typeof signIn>>['cookie'];
const as = (cookie: Cookie, call: `${'GET' | 'POST' | 'PUT' | 'DELETE'} ${string}`, payload?: object) => {
  const [method, url] = call.split(' ') as ['GET', string];
  return send({ method, url, ...(payload && { payload }), cookies: { kaohe_session: cookie?.value ?? '' } });
};

const minutes = (count: number) => {
  clock += count * 60_000;
};

describe('登录', () => {
  it('没有登录时说明有哪些单位，不算错误', async () => {
    const response = await send({ url: '/api/session' });
    expect([response.statusCode, response.json()]).toEqual([
      200,
      { signedIn: false, offices: ['安委办 1', '安委办 2'], demonstration: null },
    ]);
  });

  it('口令对就登录，只有一个角色的直接用这个角色，令牌网页读不到、别的网站带不走', async () => {
    const { login } = await person('approver');
    const { response, cookie } = await signIn(login);
    expect(response.json<SessionJson>()).toMatchObject({ signedIn: true, login, acting: { role: 'approver' } });
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    expect((await as(cookie, 'GET /api/years')).statusCode).toBe(200);
  });

  it('没有的登录名、不对的口令、停用的账号，回答一字不差', async () => {
    const [known, disabled] = [await person('approver'), await person('approver')];
    await inSystem(office.database, REAL, async (trx) => {
      await trx
        .updateTable('kaohe.accounts')
        .set({ state: 'disabled' })
        .where('tenant_id', '=', REAL)
        .where('account_id', '=', disabled.accountId)
        .execute();
    });
    const answers = [
      await signIn('nobody', { address: place() }),
      await signIn(known.login, { password: 'wrong', address: place() }),
      await signIn(disabled.login, { address: place() }),
    ];
    expect(new Set(answers.map(({ response }) => response.body)).size).toBe(1);
    expect(answers.map(({ status, code }) => [status, code])).toEqual(Array(3).fill([401, 'sign-in-refused']));
  });

  it('演示单位的账号都用公开的口令，不要求动态口令', async () => {
    const { response, cookie } = await signIn('office', { password: DEMONSTRATION_PASSWORD, office: '安委办 1' });
    expect(response.json()).toMatchObject({ demonstration: true, today: '2020-01-16', totp: 'offered' });
    expect((await as(cookie, 'GET /api/years')).statusCode).toBe(200);
  });

  it('退出以后令牌作废', async () => {
    const { login } = await person('approver');
    const { cookie } = await signIn(login);
    await as(cookie, 'DELETE /api/session');
    expect((await as(cookie, 'GET /api/years')).json().code).toBe('not-signed-in');
  });
});

describe('锁定', () => {
  const fail = async (login: string, times: number, address?: string) => {
    for (let count = 0; count < times; count += 1)
      await signIn(login, { password: 'wrong', address: address ?? place() });
  };

  it('错 4 次之后口令对就能登录，错 5 次之后口令对也不能', async () => {
    const [four, five] = [await person('approver'), await person('approver')];
    await fail(four.login, 4);
    await fail(five.login, 5);
    expect((await signIn(four.login, { address: place() })).status).toBe(200);
    expect((await signIn(five.login, { address: place() })).code).toBe('sign-in-refused');
  });

  it('锁定满 30 分钟才解开，差一分钟也不行', async () => {
    const { login } = await person('approver');
    await fail(login, 5);
    minutes(29);
    expect((await signIn(login, { address: place() })).status).toBe(401);
    minutes(1);
    expect((await signIn(login, { address: place() })).status).toBe(200);
  });

  it('一个地址错 5 次，谁的口令对也不能从那里登录，别处可以', async () => {
    const { login } = await person('approver');
    const address = place();
    await fail('nobody', 4, address);
    expect((await signIn(login, { address })).status).toBe(200);
    await fail('nobody', 5, address);
    const refused = await signIn(login, { address });
    expect([refused.status, refused.code]).toEqual([429, 'address-locked']);
    expect((await signIn(login, { address: place() })).status).toBe(200);
  });

  it('同时发来 40 次猜测，真正核对的不超过 5 次', async () => {
    const { login } = await person('approver');
    await Promise.all(Array.from({ length: 40 }, () => signIn(login, { password: 'wrong', address: place() })));
    const row = await inSystem(office.database, REAL, (trx) =>
      trx
        .selectFrom('kaohe.accounts')
        .select('failures')
        .where('tenant_id', '=', REAL)
        .where('login', '=', login)
        .executeTakeFirstOrThrow(),
    );
    expect(row.failures).toBe(5);
  });
});

describe('会话', () => {
  it('闲置 30 分钟还在，再多一分钟就过期', async () => {
    const { login } = await person('approver');
    const { cookie } = await signIn(login);
    minutes(30);
    expect((await as(cookie, 'GET /api/years')).statusCode).toBe(200);
    minutes(31);
    expect((await as(cookie, 'GET /api/years')).json().code).toBe('not-signed-in');
  });

  it('只看登录状态不算在用', async () => {
    const { login } = await person('approver');
    const { cookie } = await signIn(login);
    minutes(20);
    await as(cookie, 'GET /api/session');
    minutes(11);
    expect((await as(cookie, 'GET /api/session')).json().signedIn).toBe(false);
  });

  it('系统管理员注销以后，原来的令牌不能再用', async () => {
    const administrator = await office.as('system-administrator', '', REAL);
    const { login, accountId } = await person('approver');
    const { cookie } = await signIn(login);
    await administrator('DELETE', `/api/accounts/${accountId}/sessions`);
    expect((await as(cookie, 'GET /api/years')).json().code).toBe('not-signed-in');
  });

  it('数据库里只有令牌的散列', async () => {
    const { login, accountId } = await person('approver');
    const { cookie } = await signIn(login);
    const rows = await inSystem(office.database, REAL, (trx) =>
      trx
        .selectFrom('kaohe.sessions')
        .select('token_hash')
        .where('tenant_id', '=', REAL)
        .where('account_id', '=', accountId)
        .execute(),
    );
    expect(rows).toHaveLength(1);
    expect(cookie?.value).not.toContain(rows[0]?.token_hash);
  });

  it('有几个角色的要先选一个，只有选中的起作用', async () => {
    const { response, cookie } = await signIn('leader-02', { password: DEMONSTRATION_PASSWORD, office: '安委办 1' });
    const session = response.json();
    expect([session.acting, session.roles.map(({ role }: { role: string }) => role)]).toEqual([
      null,
      ['team-leader', 'rating-leader'],
    ]);
    expect((await as(cookie, 'GET /api/years')).json().code).toBe('role-required');
    const chosen = await as(cookie, 'PUT /api/session/role', { grant: session.roles[0].grant });
    expect(chosen.json().acting).toMatchObject({ role: 'team-leader', scope: 'team-2', scopeName: '第二组' });
    expect((await as(cookie, 'GET /api/years')).statusCode).toBe(200);
    const foreign = (await signIn('office', { password: DEMONSTRATION_PASSWORD, office: '安委办 1' })).response.json();
    expect((await as(cookie, 'PUT /api/session/role', { grant: foreign.acting.grant })).statusCode).toBe(404);
  });
});

describe('口令', () => {
  const change = (cookie: Cookie, before: string, after: string) =>
    as(cookie, 'PUT /api/session/password', { before, after });

  it('初始口令必须先改，改好之前什么也做不了', async () => {
    const { login } = await person('approver', { mustChange: true });
    const { cookie } = await signIn(login);
    expect((await as(cookie, 'GET /api/years')).json().code).toBe('password-change-required');
    expect((await change(cookie, PASSWORD, 'Bq7-fg2k-Zt9w')).json()).toMatchObject({ mustChangePassword: false });
    expect((await as(cookie, 'GET /api/years')).statusCode).toBe(200);
  });

  it('满 90 天还能用，过了就要改', async () => {
    const { login } = await person('approver');
    minutes(90 * 24 * 60);
    expect((await signIn(login)).response.json().mustChangePassword).toBe(false);
    minutes(1);
    expect((await signIn(login)).response.json().mustChangePassword).toBe(true);
  });

  it.each([
    ['太短', 'Aa3-567'],
    ['只有两类字符', 'abcdefgh12'],
    ['含登录名', 'x-PERSON-%-A1'],
  ])('不采用的口令：%s', async (_, wanted) => {
    const { login } = await person('approver');
    const { cookie } = await signIn(login);
    const after = wanted.replace('PERSON-%', login.toUpperCase());
    expect((await change(cookie, PASSWORD, after)).json()).toMatchObject({ code: 'invalid', field: 'password' });
  });

  it('8 位够了；管理员要 12 位', async () => {
    const [business, auditor] = [await person('approver'), await person('auditor')];
    const eight = 'Aa3-5678';
    expect((await change((await signIn(business.login)).cookie, PASSWORD, eight)).statusCode).toBe(200);
    const { cookie } = await signIn(auditor.login);
    expect((await change(cookie, PASSWORD, 'Aa3-5678901')).statusCode).toBe(422);
    expect((await change(cookie, PASSWORD, 'Aa3-56789012')).statusCode).toBe(200);
  });

  it('最近 5 个口令不能再用，第 6 个可以', async () => {
    const { login } = await person('approver');
    const { cookie } = await signIn(login);
    const all = [PASSWORD, ...[1, 2, 3, 4].map((number) => `Zz-${number}-password`)];
    for (const [index, next] of all.slice(1).entries()) {
      minutes(1);
      expect((await change(cookie, all[index] ?? '', next)).statusCode).toBe(200);
    }
    const last = all[4] ?? '';
    for (const used of all) expect((await change(cookie, last, used)).json().field).toBe('password');
    expect((await change(cookie, last, 'Zz-5-password')).statusCode).toBe(200);
    minutes(1);
    expect((await change(cookie, 'Zz-5-password', PASSWORD)).statusCode).toBe(200);
  });

  it('改了口令，别处的会话都结束，这里的继续', async () => {
    const { login } = await person('approver');
    const [here, there] = [(await signIn(login)).cookie, (await signIn(login)).cookie];
    await change(here, PASSWORD, 'Bq7-fg2k-Zt9w');
    expect((await as(here, 'GET /api/years')).statusCode).toBe(200);
    expect((await as(there, 'GET /api/years')).statusCode).toBe(401);
  });
});

describe('动态口令', () => {
  const codeAt = (secret: string, at: number) => new TOTP({ secret }).generate({ timestamp: at });
  const setUp = async () => {
    const { login } = await person('office');
    const { cookie } = await signIn(login);
    const { secret, uri } = (await as(cookie, 'POST /api/session/totp')).json();
    return { login, cookie, secret: secret as string, uri: uri as string };
  };

  it('评分和管理的角色没有设好之前什么也做不了，设好就可以', async () => {
    const { cookie, secret, uri } = await setUp();
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect((await as(cookie, 'GET /api/years')).json().code).toBe('totp-required');
    const wrong = await as(cookie, 'PUT /api/session/totp', { code: codeAt(secret, clock - 600_000) });
    expect(wrong.json()).toMatchObject({ code: 'invalid', field: 'code' });
    const right = await as(cookie, 'PUT /api/session/totp', { code: codeAt(secret, clock) });
    expect(right.json()).toMatchObject({ totp: 'on' });
    expect((await as(cookie, 'GET /api/years')).statusCode).toBe(200);
  });

  it('设好以后登录要验证码；一个验证码只用一次', async () => {
    const { login, cookie, secret } = await setUp();
    await as(cookie, 'PUT /api/session/totp', { code: codeAt(secret, clock) });
    expect((await signIn(login)).code).toBe('code-required');
    expect((await signIn(login, { code: codeAt(secret, clock) })).code).toBe('sign-in-refused');
    minutes(2);
    const code = codeAt(secret, clock);
    expect((await signIn(login, { code })).status).toBe(200);
    expect((await signIn(login, { code })).code).toBe('sign-in-refused');
  });

  it('钟差一步还认，差两步不认', async () => {
    const { login, cookie, secret } = await setUp();
    await as(cookie, 'PUT /api/session/totp', { code: codeAt(secret, clock) });
    minutes(10);
    expect((await signIn(login, { code: codeAt(secret, clock - 60_000) })).status).toBe(401);
    expect((await signIn(login, { code: codeAt(secret, clock - 30_000) })).status).toBe(200);
  });

  it('知道口令的人反复试验证码，也在第 5 次锁定', async () => {
    const { login, cookie, secret } = await setUp();
    await as(cookie, 'PUT /api/session/totp', { code: codeAt(secret, clock) });
    minutes(10);
    for (let count = 0; count < 5; count += 1) {
      await signIn(login, { address: place() });
      await signIn(login, { code: codeAt(secret, clock - 900_000), address: place() });
    }
    expect((await signIn(login, { code: codeAt(secret, clock), address: place() })).status).toBe(401);
  });

  it('数据库里的密钥没有文件里的钥匙读不出来', async () => {
    const { login, secret } = await setUp();
    const row = await inSystem(office.database, REAL, (trx) =>
      trx
        .selectFrom('kaohe.accounts')
        .select('totp_secret')
        .where('tenant_id', '=', REAL)
        .where('login', '=', login)
        .executeTakeFirstOrThrow(),
    );
    expect(row.totp_secret).not.toContain(secret);
    expect(office.office.secrets.open(row.totp_secret ?? '')).toBe(secret);
  });
});
