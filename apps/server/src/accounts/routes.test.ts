import { FAMILIES, ROLES } from '@kaohe/api-contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, TENANT, testOffice } from '../../test/office.js';
import { inSystem, inTransaction } from '../database/transaction.js';
import { familyOf } from './families.js';

const office = testOffice();
const PASSWORD = 'Aq7-fg2k-Zt9w';
let system: Client;
let security: Client;

beforeAll(async () => {
  system = await office.as('system-administrator');
  security = await office.as('security-administrator');
});

let made = 0;
async function create(family: string): Promise<{ account: string; login: string; version: number }> {
  made += 1;
  const payload = { login: `new-${made}`, displayName: '第三组成员', family, initialPassword: PASSWORD };
  const response = await system('POST', '/api/accounts', { payload });
  expect(response.statusCode).toBe(200);
  return response.json();
}

const give = (account: string, role: string, scope = '') =>
  security('POST', '/api/grants', { payload: { account, role, scope, ...(scope !== '' && { year: '2019' }) } });

describe('账号', () => {
  it('系统管理员建账号，初始口令必须先改；回答里没有口令', async () => {
    const response = await system('POST', '/api/accounts', {
      payload: { login: 'zhongyuan', displayName: '中原区安委办', family: 'business', initialPassword: PASSWORD },
    });
    expect(response.json()).toMatchObject({ login: 'zhongyuan', state: 'active', mustChangePassword: true });
    expect(response.body).not.toContain(PASSWORD);
  });

  it('登录名不能重，初始口令也要合规则', async () => {
    const payload = { login: 'twice', displayName: '甲', family: 'business', initialPassword: PASSWORD };
    expect((await system('POST', '/api/accounts', { payload })).statusCode).toBe(200);
    expect((await system('POST', '/api/accounts', { payload })).json()).toMatchObject({ field: 'login' });
    const weak = { ...payload, login: 'weak', initialPassword: '12345678' };
    expect((await system('POST', '/api/accounts', { payload: weak })).json()).toMatchObject({ field: 'password' });
  });

  it('停用、启用、重置；别人改过的不覆盖', async () => {
    const { account, version } = await create('business');
    const url = `/api/accounts/${account}`;
    const headers = { 'if-match': `"${version}"` };
    const disabled = await system('PATCH', url, { payload: { state: 'disabled' }, headers });
    expect(disabled.json()).toMatchObject({ state: 'disabled', version: version + 1 });
    const stale = await system('PATCH', url, { payload: { state: 'active' }, headers });
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'stale-edit']);
    const reset = await system('PATCH', url, { payload: { state: 'active', initialPassword: 'Bq7-fg2k-Zt9w' } });
    expect(reset.json()).toMatchObject({ state: 'active', mustChangePassword: true });
  });

  it('没有人停用、重置自己', async () => {
    const { accounts } = (await system('GET', '/api/accounts')).json();
    const own = accounts.find(({ family }: { family: string }) => family === 'system-administrator');
    const response = await system('PATCH', `/api/accounts/${own.account}`, { payload: { state: 'disabled' } });
    expect(response.statusCode).toBe(422);
  });
});

describe('授权', () => {
  it('给了角色就能用，撤销后下一个请求就不行', async () => {
    const { account } = await create('business');
    const given = await give(account, 'team-member', 'team-3');
    const grant = given.json();
    expect(grant).toMatchObject({ account, role: 'team-member', scope: 'team-3', scopeName: '第三组', year: '2019' });
    expect((await security('GET', '/api/grants')).json().grants).toContainEqual(grant);
    expect((await security('DELETE', `/api/grants/${grant.grant}`)).statusCode).toBe(200);
    expect((await security('DELETE', `/api/grants/${grant.grant}`)).statusCode).toBe(404);
  });

  it('一个人可以有几个业务角色，同一个不给两次', async () => {
    const { account } = await create('business');
    expect((await give(account, 'team-leader', 'team-3')).statusCode).toBe(200);
    expect((await give(account, 'rating-leader', 'leader-03')).statusCode).toBe(200);
    expect((await give(account, 'team-leader', 'team-3')).json()).toMatchObject({ code: 'invalid', field: 'role' });
  });

  it.each([
    ['team-leader', ''],
    ['team-leader', '中原区'],
    ['assessed-unit', 'team-1'],
    ['rating-leader', 'leader-99'],
    ['office', 'team-1'],
    ['patrol-group', '第十七督导组'],
  ])('%s 的范围不能是“%s”', async (role, scope) => {
    const { account } = await create('business');
    expect((await give(account, role, scope)).json()).toMatchObject({ code: 'invalid', field: 'scope' });
  });
});

describe('一个年度的授权', () => {
  it('要写年度，只能写有的年度；没有范围的角色不写', async () => {
    const { account } = await create('business');
    const ask = (more: object) =>
      security('POST', '/api/grants', { payload: { account, role: 'team-leader', scope: 'team-1', ...more } });
    expect((await ask({})).json()).toMatchObject({ code: 'invalid', field: 'year' });
    expect((await ask({ year: '2018' })).json()).toMatchObject({ code: 'invalid', field: 'scope' });
    expect((await ask({ role: 'office', scope: '', year: '2019' })).json()).toMatchObject({ field: 'scope' });
    expect((await ask({ role: 'patrol-group', scope: '' })).json()).toMatchObject({ scope: '', year: null });
  });

  it('2019 年的第一组打不开 2020 年的第一组，接口和数据库都一样', async () => {
    const clerk = await office.as('office');
    const created = { year: '2020', title: '2020年度', scheme: 'zhengzhou-2019' };
    expect((await clerk('POST', '/api/years', { payload: created })).statusCode).toBe(200);
    const leader = await office.as('team-leader', 'team-1');
    const units = (await leader('GET', '/api/years/2019')).json().mine.units;
    expect(units.length).toBeGreaterThan(0);
    expect((await leader('GET', '/api/years')).json().years.map(({ year }: { year: string }) => year)).toEqual([
      '2019',
    ]);
    expect((await clerk('GET', '/api/years')).json().years).toHaveLength(2);
    for (const url of ['', '/sheets', '/reports', '/registers/visits', `/sheets/${units[0]}`])
      expect([url, (await leader('GET', `/api/years/2020${url}`)).statusCode]).toEqual([url, 404]);
    const row = { payload: { closed: true, observations: {} } };
    expect((await leader('PUT', `/api/years/2020/sheets/${units[0]}/rows/1`, row)).statusCode).toBe(404);

    const seen = (year: string | null, table: string) =>
      inTransaction(
        office.database,
        { tenant: TENANT, accountId: 'x', role: 'team-leader', scope: 'team-1', year },
        async (trx) => (await sql`SELECT DISTINCT year_id FROM ${sql.table(`kaohe.${table}`)}`.execute(trx)).rows,
      );
    for (const table of ['years', 'units', 'stages', 'raters']) {
      expect(await seen('2019', table)).toEqual([{ year_id: '2019' }]);
      expect(await seen(null, table)).toEqual([]);
    }
    const insert = inTransaction(
      office.database,
      { tenant: TENANT, accountId: 'x', role: 'team-leader', scope: 'team-1', year: '2019' },
      async (trx) =>
        sql`INSERT INTO kaohe.sheet_rows VALUES
          (${TENANT}, '2020', ${units[0]}, 'county/1', 'team-1', 1, true, '{}', now(), 'x', 'x')`.execute(trx),
    );
    await expect(insert).rejects.toThrow('own_year');
  });

  it('凡是属于年度的表，都有这条线', async () => {
    const { rows } = await sql`SELECT c.relname FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'year_id'
      WHERE c.relnamespace = 'kaohe'::regnamespace AND c.relkind = 'r' AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_policies p WHERE p.schemaname = 'kaohe' AND p.tablename = c.relname
          AND p.policyname = 'own_year' AND p.permissive = 'RESTRICTIVE')`.execute(office.database.owner);
    expect(rows).toEqual([]);
  });
});

describe('三员分立', () => {
  const others = FAMILIES.flatMap((family) =>
    ROLES.filter((role) => familyOf(role) !== family).map((role) => [family, role] as const),
  );

  it('接口：任何类别的账号都得不到别的类别的角色', async () => {
    for (const family of FAMILIES) {
      const { account } = await create(family);
      for (const [, role] of others.filter(([one]) => one === family)) {
        const response = await give(account, role);
        expect([family, role, response.statusCode, response.json().field]).toEqual([family, role, 422, 'role']);
      }
    }
  });

  it('数据库：应用的身份直接写表，也给不了别的类别的角色', async () => {
    const insert = async (accountId: string, family: string, role: string) =>
      await inSystem(office.database, TENANT, async (trx) => {
        await sql`INSERT INTO kaohe.grants (tenant_id, grant_id, account_id, family, role, scope, granted_at, granted_by, revoked_at)
          VALUES (${TENANT}, ${office.office.newId()}, ${accountId}, ${family}, ${role}, '', now(), '', NULL)`.execute(
          trx,
        );
      });
    for (const family of FAMILIES) {
      const { account } = await create(family);
      for (const [, role] of others.filter(([one]) => one === family)) {
        await expect(insert(account, family, role)).rejects.toThrow('grants_role_check');
        await expect(insert(account, familyOf(role), role)).rejects.toThrow('grants_account_fkey');
      }
    }
  });

  it('数据库：账号换不了类别', async () => {
    const { account } = await create('business');
    await give(account, 'office');
    const change = inSystem(office.database, TENANT, async (trx) => {
      await sql`UPDATE kaohe.accounts SET family = 'auditor' WHERE tenant_id = ${TENANT} AND account_id = ${account}`.execute(
        trx,
      );
    });
    await expect(change).rejects.toThrow('permission denied');
  });

  it('数据库：系统管理员写不了授权，安全管理员写不了账号，审计员和业务角色两样都看不到', async () => {
    const as = (role: string, statement: string) =>
      inTransaction(office.database, { tenant: TENANT, accountId: 'x', role, scope: '' }, async (trx) => {
        const { rows, numAffectedRows } = await sql.raw(statement).execute(trx);
        return Number(numAffectedRows ?? rows.length);
      });
    const grant = `INSERT INTO kaohe.grants SELECT tenant_id, gen_random_uuid(), account_id, family, role, scope, year_id, granted_at, '', NULL FROM kaohe.grants LIMIT 1`;
    expect(await as('system-administrator', 'SELECT 1 FROM kaohe.grants')).toBe(0);
    expect(await as('system-administrator', grant)).toBe(0);
    expect(await as('security-administrator', `UPDATE kaohe.accounts SET state = 'disabled'`)).toBe(0);
    expect(await as('security-administrator', 'SELECT 1 FROM kaohe.sessions')).toBe(0);
    for (const role of ROLES.filter((one) => familyOf(one) === 'business' || one === 'auditor')) {
      expect(await as(role, 'SELECT 1 FROM kaohe.accounts')).toBe(0);
      expect(await as(role, 'SELECT 1 FROM kaohe.grants')).toBe(0);
      expect(await as(role, 'SELECT 1 FROM kaohe.password_history')).toBe(0);
    }
  });

  it('别的安委办的账号和授权一个也看不到，也改不了', async () => {
    const [foreignSystem, foreignSecurity] = [
      await office.as('system-administrator', '', '2'),
      await office.as('security-administrator', '', '2'),
    ];
    const { account } = await create('business');
    expect(
      (await foreignSystem('PATCH', `/api/accounts/${account}`, { payload: { state: 'disabled' } })).statusCode,
    ).toBe(404);
    const payload = { account, role: 'office', scope: '' };
    expect((await foreignSecurity('POST', '/api/grants', { payload })).statusCode).toBe(404);
    expect((await foreignSystem('GET', '/api/accounts')).body).not.toContain(account);
  });
});
