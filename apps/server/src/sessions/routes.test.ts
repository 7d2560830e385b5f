import type { SessionJson } from '@kaohe/api-contract';
import { describe, expect, it } from 'vitest';
import { as, minutes, person, place, REAL, send, signIn, signInGround } from '../../test/sign-in.js';
import { inSystem } from '../database/transaction.js';
import { DEMONSTRATION_PASSWORD } from '../demonstration/accounts.js';

const office = signInGround();

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
