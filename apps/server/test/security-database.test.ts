// What the database itself refuses, whatever the services above it forget: every attempt is SQL of the application's role.
import { randomUUID } from 'node:crypto';
import type { Role } from '@kaohe/api-contract';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { inSystem, inTransaction } from '../src/database/transaction.js';
import { TENANT, testOffice, YEAR } from './office.js';

const office = testOffice();
/** A row of what everybody tries to write: own in one column, somebody else's in the other. */
const AT = new Date('2020-01-16T00:00:00Z');

interface Unit {
  readonly unit: string;
  readonly team: string;
}
let own: Unit;
let foreign: Unit;
/** Another unit of the foreign team, of which there is nothing yet. */
let untouched: Unit;
let account = '';
const visit = randomUUID();
const session = 'a'.repeat(64);

/** How many rows a statement reached; `refused` where a policy, a grant or a key stops it. */
async function attempt(role: Role, scope: string, statement: RawBuilder<unknown>): Promise<number | 'refused'> {
  try {
    return await inTransaction(office.database, { tenant: TENANT, account: 'x', role, scope }, async (trx) => {
      const { numAffectedRows, rows } = await statement.execute(trx);
      return Number(numAffectedRows ?? rows.length);
    });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === '42501' || code === '23503') return 'refused';
    throw new Error(`${code}: ${message}`);
  }
}

const reaches = (role: Role, scope: string, statement: RawBuilder<unknown>) =>
  expect(attempt(role, scope, statement)).resolves;

const insertRow = ({ unit, team }: Unit) => sql`INSERT INTO kaohe.sheet_rows
  VALUES (${TENANT}, ${YEAR}, ${unit}, ${`county/${randomUUID()}`}, ${team}, 1, true, '{}', ${AT}, 'x', 'x')`;
const insertReport = ({ unit, team }: Unit) => sql`INSERT INTO kaohe.reports
  VALUES (${TENANT}, ${YEAR}, ${unit}, ${team}, 'draft', 1, '{"suggestions":["a"]}', NULL, NULL, NULL, NULL, false, ${AT}, 'x')`;
const insertAnswer = ({ unit, team }: Unit, n = 1) => sql`INSERT INTO kaohe.suggestion_answers
  VALUES (${TENANT}, ${YEAR}, ${unit}, ${team}, ${n}, 1, 'a', ${AT}, 'x')`;
const insertEvidence = ({ unit, team }: Unit) => sql`INSERT INTO kaohe.evidence
  VALUES (${TENANT}, ${randomUUID()}, ${YEAR}, ${unit}, ${team}, 'row', 'a', 'text/plain', '0', 1, '\\x00', ${AT}, 'x', 'x')`;
const insertEntry = ({ unit, team }: Unit, also = '') => sql`INSERT INTO kaohe.register_entries
  VALUES (${TENANT}, ${YEAR}, 'visits', ${randomUUID()}, ${unit}, ${team}, '', ${also}, 1, false, '{}', ${AT}, 'x', 'x')`;

beforeAll(async () => {
  await inSystem(office.database, TENANT, async (trx) => {
    const units = await trx.selectFrom('kaohe.units').select(['unit_id as unit', 'team_id as team']).execute();
    const [first] = units;
    const other = units.find(({ team }) => team !== first?.team);
    const third = units.find(({ unit, team }) => team === other?.team && unit !== other.unit);
    if (!first || !other || !third) throw new Error('the year has one team');
    [own, foreign, untouched] = [first, other, third];
    for (const one of [own, foreign]) {
      await insertRow(one).execute(trx);
      await insertReport(one).execute(trx);
      await insertEvidence(one).execute(trx);
      await insertAnswer(one, 7).execute(trx);
      await insertEntry(one).execute(trx);
    }
    await sql`INSERT INTO kaohe.register_entries VALUES
      (${TENANT}, ${YEAR}, 'visits', ${visit}, ${own.unit}, ${own.team}, '', '', 1, false, '{}', ${AT}, 'x', 'x')`.execute(
      trx,
    );
    for (const rater of ['leader-01', 'leader-02']) {
      await sql`INSERT INTO kaohe.rating_forms VALUES
        (${TENANT}, ${YEAR}, 'leader', ${rater}, 'submitted', 1, false, NULL, NULL, NULL, ${AT})`.execute(trx);
      await sql`INSERT INTO kaohe.ballots VALUES (${TENANT}, ${YEAR}, 'leader', ${rater}, '{}')`.execute(trx);
    }
    account = randomUUID();
    await sql`INSERT INTO kaohe.accounts VALUES (${TENANT}, ${account}, 'business', 'zhang', 'x', 'active', '-', ${AT}, false,
      NULL, false, NULL, 0, NULL, 1)`.execute(trx);
    await sql`INSERT INTO kaohe.grants VALUES
      (${TENANT}, ${randomUUID()}, ${account}, 'business', 'team-leader', '1', ${AT}, 'x', ${AT})`.execute(trx);
    await sql`INSERT INTO kaohe.sessions VALUES
      (${TENANT}, ${session}, ${account}, NULL, true, 'x', ${AT}, ${AT}, NULL)`.execute(trx);
  });
});

describe('考核组', () => {
  it.each(['sheet_rows', 'reports', 'evidence', 'suggestion_answers', 'register_entries'])(
    '在 %s 里看不到、改不到别的组的行',
    async (table) => {
      const rows = sql.table(`kaohe.${table}`);
      for (const role of ['team-leader', 'team-member'] as const) {
        await reaches(role, own.team, sql`SELECT 1 FROM ${rows} WHERE unit_id = ${foreign.unit}`).toBe(0);
        await reaches(role, 'no-such-team', sql`SELECT 1 FROM ${rows}`).toBe(0);
      }
    },
  );

  it('不能给别的组的单位写行、写报告，即使写上自己的组号', async () => {
    const disguised = { unit: untouched.unit, team: own.team };
    for (const insert of [insertRow, insertReport, insertEntry, insertEvidence]) {
      await reaches('team-leader', own.team, insert(untouched)).toBe('refused');
      await reaches('team-leader', own.team, insert(disguised)).toBe('refused');
    }
    await reaches('team-leader', own.team, insertRow(own)).toBe(1);
  });

  it('不能把自己的行挪给别的组或别的单位', async () => {
    for (const table of ['sheet_rows', 'reports'])
      for (const change of [sql`team_id = ${untouched.team}`, sql`unit_id = ${untouched.unit}`])
        await reaches(
          'team-leader',
          own.team,
          sql`UPDATE ${sql.table(`kaohe.${table}`)} SET ${change} WHERE unit_id = ${own.unit}`,
        ).toBe('refused');
    for (const change of [sql`team_id = ${untouched.team}`, sql`unit_id = ${untouched.unit}`, sql`also_team_id = '3'`])
      await reaches(
        'team-leader',
        own.team,
        sql`UPDATE kaohe.register_entries SET ${change} WHERE entry_id = ${visit}`,
      ).toBe('refused');
  });

  it('只登记现场考核和抽取，也不把一条记录同时记到别的组', async () => {
    await reaches('team-leader', own.team, insertEntry(own)).toBe(1);
    await reaches('team-leader', own.team, insertEntry(own, foreign.team)).toBe('refused');
    await reaches(
      'team-leader',
      own.team,
      sql`UPDATE kaohe.register_entries SET register = 'accidents' WHERE entry_id = ${visit}`,
    ).toBe('refused');
  });

  it('成员签不了名，谁也写不了退回的记录', async () => {
    const signature = sql`INSERT INTO kaohe.report_signatures
      VALUES (${TENANT}, ${YEAR}, ${own.unit}, ${own.team}, 2, '{}', '[]', '{}', ${AT}, 'x')`;
    const reopening = sql`INSERT INTO kaohe.report_reopenings
      VALUES (${TENANT}, ${YEAR}, ${own.unit}, ${own.team}, 2, 'x', ${AT}, 'x')`;
    await reaches('team-member', own.team, signature).toBe('refused');
    await reaches('team-leader', own.team, reopening).toBe('refused');
  });
});

describe('被考核单位', () => {
  it('接收以前看不到报告，始终看不到别的单位', async () => {
    await reaches('assessed-unit', own.unit, sql`SELECT 1 FROM kaohe.reports`).toBe(0);
    for (const table of ['sheet_rows', 'evidence', 'suggestion_answers'])
      await reaches(
        'assessed-unit',
        own.unit,
        sql`SELECT 1 FROM ${sql.table(`kaohe.${table}`)} WHERE unit_id <> ${own.unit}`,
      ).toBe(0);
  });

  it('只写自己的答复，写不到别的单位、别的组名下', async () => {
    await reaches('assessed-unit', own.unit, insertAnswer(foreign)).toBe('refused');
    await reaches('assessed-unit', own.unit, insertAnswer({ unit: own.unit, team: foreign.team })).toBe('refused');
    await reaches('assessed-unit', own.unit, insertRow(own)).toBe('refused');
    await reaches('assessed-unit', own.unit, sql`UPDATE kaohe.sheet_rows SET closed = false`).toBe('refused');
    await reaches('assessed-unit', own.unit, insertAnswer(own)).toBe(1);
  });
});

describe('选票', () => {
  const OTHERS = [
    'office',
    'approver',
    'auditor',
    'system-administrator',
    'security-administrator',
    'team-leader',
    'supplying-division',
    'patrol-group',
    'assessed-unit',
  ] as const;
  it.each(OTHERS)('%s 一张也看不到、写不了', async (role) => {
    await reaches(role, '', sql`SELECT 1 FROM kaohe.ballots`).toBe(0);
    await reaches(role, '', sql`UPDATE kaohe.ballots SET marks = '{}'`).toBe(0);
    await reaches(
      role,
      '',
      sql`INSERT INTO kaohe.ballots VALUES (${TENANT}, ${YEAR}, 'leader', 'leader-02', '{}')`,
    ).toBe('refused');
  });

  it('评分人只有自己的一张，也换不成别人的；分管领导只看', async () => {
    await reaches('rating-leader', 'leader-01', sql`SELECT 1 FROM kaohe.ballots`).toBe(1);
    const steal = sql`UPDATE kaohe.ballots SET rater_id = 'leader-03'`;
    await reaches('rating-leader', 'leader-01', steal).toBe('refused');
    await reaches('rating-leader', 'leader-01', sql`UPDATE kaohe.rating_forms SET rater_id = 'leader-03'`).toBe(
      'refused',
    );
    await reaches('division-head', 'leader-01', sql`UPDATE kaohe.ballots SET marks = '{}'`).toBe('refused');
  });
});

describe('三员和账号', () => {
  const ADMINISTRATORS = ['system-administrator', 'security-administrator', 'auditor'] as const;
  const BUSINESS = [
    'sheet_rows',
    'reports',
    'evidence',
    'rating_forms',
    'register_entries',
    'register_versions',
    'report_signatures',
    'report_reopenings',
    'suggestion_answers',
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
        const acting = { tenant: '2', account: 'x', role, scope: '' };
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
