// Lines between roles and between offices that the database itself draws: every attempt is SQL of the application's role.
import { randomUUID } from 'node:crypto';
import type { Role } from '@kaohe/api-contract';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { inSystem, inTransaction } from '../src/database/transaction.js';
import { attempt } from './attempt.js';
import { TENANT, testOffice, YEAR } from './office.js';

const office = testOffice();
const AT = new Date('2020-01-16T00:00:00Z');
const account = randomUUID();
const session = 'a'.repeat(64);

const reaches = (role: Role, scope: string, statement: RawBuilder<unknown>) =>
  expect(attempt(office.database, { role, scope }, statement)).resolves;

beforeAll(async () => {
  await inSystem(office.database, TENANT, async (trx) => {
    await sql`INSERT INTO kaohe.accounts VALUES (${TENANT}, ${account}, 'business', 'zhang', 'x', 'active', '-', ${AT}, false,
      NULL, false, NULL, 0, NULL, 1)`.execute(trx);
    await sql`INSERT INTO kaohe.grants VALUES
      (${TENANT}, ${randomUUID()}, ${account}, 'business', 'team-leader', '1', ${YEAR}, ${AT}, 'x', ${AT})`.execute(
      trx,
    );
    await sql`INSERT INTO kaohe.sessions VALUES
      (${TENANT}, ${session}, ${account}, NULL, true, 'x', ${AT}, ${AT}, NULL)`.execute(trx);
  });
});

describe('三员和账号', () => {
  const ADMINISTRATORS = ['system-administrator', 'security-administrator', 'auditor'] as const;
  const BUSINESS = [
    'sheet_rows',
    'reports',
    'evidence',
    'uploads',
    'upload_chunks',
    'rating_forms',
    'register_entries',
    'register_versions',
    'report_signatures',
    'report_reopenings',
    'suggestion_answers',
    'statements',
    'results',
    'stages',
  ];
  it.each(ADMINISTRATORS)('%s 看不到任何业务数据', async (role) => {
    for (const table of BUSINESS) await reaches(role, '', sql`SELECT 1 FROM ${sql.table(`kaohe.${table}`)}`).toBe(0);
  });

  it.each(['office', 'counting-clerk', 'team-leader', 'assessed-unit', 'auditor'] as const)(
    '%s 看不到账号、授权、会话和口令',
    async (role) => {
      for (const table of ['accounts', 'grants', 'sessions', 'password_history', 'address_failures'])
        await reaches(role, '', sql`SELECT 1 FROM ${sql.table(`kaohe.${table}`)}`).toBe(0);
    },
  );

  it('谁也读不到口令的散列和动态口令的密钥；登录用的那道门只对系统开', async () => {
    for (const role of [
      'security-administrator',
      'system-administrator',
      'auditor',
      'office',
      'team-leader',
    ] as const) {
      for (const column of ['password_hash', 'totp_secret', 'totp_last_step', '*'])
        await reaches(role, '', sql`SELECT ${sql.raw(column)} FROM kaohe.accounts`).toBe('refused');
      await reaches(role, '', sql`SELECT password_hash FROM kaohe.password_history`).toBe(0);
      await reaches(role, '', sql`SELECT * FROM kaohe.account_secrets(${TENANT}, ${account})`).toBe(0);
    }
    const kept = sql`SELECT kaohe.keep_former_password(${account})`;
    const history = async () => {
      const { rows } = await sql`SELECT 1 FROM kaohe.password_history WHERE account_id = ${account}`.execute(
        office.database.owner,
      );
      return rows.length;
    };
    await reaches('security-administrator', '', kept).toBe(1);
    expect(await history()).toBe(0);
    await reaches('system-administrator', '', kept).toBe(1);
    expect(await history()).toBe(1);
    const secrets = await inSystem(office.database, TENANT, async (trx) =>
      sql`SELECT * FROM kaohe.account_secrets(${TENANT}, ${account})`.execute(trx),
    );
    expect(secrets.rows).toEqual([{ password_hash: '-', totp_secret: null, totp_last_step: null }]);
    const foreign = await inSystem(office.database, '2', async (trx) =>
      sql`SELECT * FROM kaohe.account_secrets(${TENANT}, ${account})`.execute(trx),
    );
    expect(foreign.rows).toEqual([]);
  });

  it('账号不换族，授权只能撤销，不能改成别的、改给别人', async () => {
    const admin = 'system-administrator';
    await reaches(admin, '', sql`UPDATE kaohe.accounts SET family = 'auditor'`).toBe('refused');
    await reaches(admin, '', sql`UPDATE kaohe.accounts SET login = 'wang'`).toBe('refused');
    for (const change of [
      sql`role = 'office'`,
      sql`scope = '2'`,
      sql`account_id = ${randomUUID()}`,
      sql`grant_id = ${randomUUID()}`,
    ])
      await reaches('security-administrator', '', sql`UPDATE kaohe.grants SET ${change}`).toBe('refused');
    await reaches('security-administrator', '', sql`UPDATE kaohe.grants SET revoked_at = NULL`).toBe('refused');
  });

  it('系统管理员只能结束会话，不能造一个、接着用一个、换成别人的', async () => {
    const admin = 'system-administrator';
    const forged = sql`INSERT INTO kaohe.sessions VALUES
      (${TENANT}, 'forged', ${account}, NULL, true, 'x', ${AT}, ${AT}, NULL)`;
    await reaches(admin, '', forged).toBe('refused');
    await reaches(admin, '', sql`UPDATE kaohe.sessions SET last_seen_at = ${AT}`).toBe('refused');
    await reaches(admin, '', sql`UPDATE kaohe.sessions SET revoked_at = ${AT}`).toBe(1);
    await reaches(admin, '', sql`UPDATE kaohe.sessions SET revoked_at = NULL`).toBe('refused');
  });
});

describe('日志和公用的表', () => {
  const entry = (role: string, scope = '') => sql`INSERT INTO kaohe.audit_entries
    VALUES (${TENANT}, ${randomUUID()}, ${AT}, 'x', ${role}, ${scope}, 'x', 'x', NULL, NULL, NULL, true)`;
  it('谁也不能用别的角色的名义记一笔，不能改、不能删', async () => {
    await reaches('team-leader', '1', entry('office')).toBe('refused');
    await reaches('team-leader', '1', entry('team-leader', '2')).toBe('refused');
    await reaches('team-leader', '1', entry('team-leader', '1')).toBe(1);
    for (const change of [sql`UPDATE kaohe.audit_entries SET act = 'y'`, sql`DELETE FROM kaohe.audit_entries`])
      await reaches('auditor', '', change).toBe('refused');
    await reaches('auditor', '', sql`UPDATE kaohe.audit_heads SET hash = 'x'`).toBe(0);
  });

  it('方案只由安委办和系统存入，存入后谁也改不了', async () => {
    const scheme = sql`INSERT INTO plat.schemes VALUES (${randomUUID()}, 'x', 'x', '{}', ${AT})`;
    for (const role of ['assessed-unit', 'team-leader', 'auditor'] as const)
      await reaches(role, '', scheme).toBe('refused');
    await reaches('office', '', sql`UPDATE plat.schemes SET title = 'x'`).toBe('refused');
    await reaches('assessed-unit', '', sql`SELECT 1 FROM plat.schemes`).toBe(1);
  });

  it('环节只有安委办能动', async () => {
    for (const role of ['approver', 'team-leader', 'counting-clerk'] as const)
      await reaches(role, '', sql`UPDATE kaohe.stages SET state = 'open'`).toBe('refused');
  });

  it('迁移的记录和表的归属碰不到', async () => {
    for (const statement of [
      sql`SELECT 1 FROM plat.migrations`,
      sql`ALTER TABLE kaohe.ballots NO FORCE ROW LEVEL SECURITY`,
      sql`CALL plat.make_tenant_table('kaohe.ballots')`,
      sql`CREATE TABLE kaohe.copies (a int)`,
      sql`CREATE TABLE public.copies (a int)`,
    ])
      await reaches('office', '', statement).toBe('refused');
  });
});

describe('别的安委办', () => {
  it('的每一张表都看不到、写不到、删不掉', async () => {
    const { rows: tables } = await sql<{ name: string; deletes: boolean }>`
      SELECT c.oid::regclass::text AS name, has_table_privilege('kaohe_app', c.oid, 'DELETE') AS deletes
      FROM pg_catalog.pg_class c WHERE c.relnamespace = 'kaohe'::regnamespace AND c.relkind = 'r'`.execute(
      office.database.owner,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name, deletes } of tables)
      for (const role of [
        'office',
        'system',
        'system-administrator',
        'security-administrator',
        'auditor',
        'counting-clerk',
      ]) {
        const acting = { tenant: '2', accountId: 'x', role, scope: '' };
        const count = await inTransaction(office.database, acting, async (trx) => {
          const seen = await sql`SELECT 1 FROM ${sql.raw(name)} WHERE tenant_id = ${TENANT}`.execute(trx);
          if (!deletes) return seen.rows.length;
          const gone = await sql`DELETE FROM ${sql.raw(name)} WHERE tenant_id = ${TENANT}`.execute(trx);
          return seen.rows.length + Number(gone.numAffectedRows);
        });
        expect([name, role, count]).toEqual([name, role, 0]);
      }
  });

  it('每张表都受策略约束，表的主人也不例外', async () => {
    const { rows } = await sql`SELECT oid::regclass FROM pg_catalog.pg_class
      WHERE relnamespace IN ('kaohe'::regnamespace, 'plat'::regnamespace) AND relkind = 'r'
        AND relname <> 'migrations' AND NOT (relrowsecurity AND relforcerowsecurity)`.execute(office.database.owner);
    expect(rows).toEqual([]);
  });
});
