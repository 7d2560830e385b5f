import { sql } from 'kysely';
import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import {
  as,
  type Cookie,
  minutes,
  now,
  PASSWORD,
  person,
  place,
  REAL,
  signIn,
  signInGround,
} from '../../test/sign-in.js';

const office = signInGround();

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
    minutes(1);
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
    const wrong = await as(cookie, 'PUT /api/session/totp', { code: codeAt(secret, now() - 600_000) });
    expect(wrong.json()).toMatchObject({ code: 'invalid', field: 'code' });
    const right = await as(cookie, 'PUT /api/session/totp', { code: codeAt(secret, now()) });
    expect(right.json()).toMatchObject({ totp: 'on' });
    expect((await as(cookie, 'GET /api/years')).statusCode).toBe(200);
  });

  it('设好以后登录要验证码；一个验证码只用一次', async () => {
    const { login, cookie, secret } = await setUp();
    await as(cookie, 'PUT /api/session/totp', { code: codeAt(secret, now()) });
    expect((await signIn(login)).code).toBe('code-required');
    expect((await signIn(login, { code: codeAt(secret, now()) })).code).toBe('sign-in-refused');
    minutes(2);
    const code = codeAt(secret, now());
    expect((await signIn(login, { code })).status).toBe(200);
    expect((await signIn(login, { code })).code).toBe('sign-in-refused');
  });

  it('钟差一步还认，差两步不认', async () => {
    const { login, cookie, secret } = await setUp();
    await as(cookie, 'PUT /api/session/totp', { code: codeAt(secret, now()) });
    minutes(10);
    expect((await signIn(login, { code: codeAt(secret, now() - 60_000) })).status).toBe(401);
    expect((await signIn(login, { code: codeAt(secret, now() - 30_000) })).status).toBe(200);
  });

  it('知道口令的人反复试验证码，也在第 5 次锁定', async () => {
    const { login, cookie, secret } = await setUp();
    await as(cookie, 'PUT /api/session/totp', { code: codeAt(secret, now()) });
    minutes(10);
    for (let count = 0; count < 5; count += 1) {
      await signIn(login, { address: place() });
      await signIn(login, { code: codeAt(secret, now() - 900_000), address: place() });
    }
    expect((await signIn(login, { code: codeAt(secret, now()), address: place() })).status).toBe(401);
  });

  it('数据库里的密钥没有文件里的钥匙读不出来', async () => {
    const { login, secret } = await setUp();
    const { rows } = await sql<{ totp_secret: string }>`
      SELECT totp_secret FROM kaohe.accounts WHERE tenant_id = ${REAL} AND login = ${login}`.execute(
      office.database.owner,
    );
    const kept = rows[0]?.totp_secret ?? '';
    expect(kept).not.toContain(secret);
    expect(office.office.secrets.open(kept)).toBe(secret);
  });
});
