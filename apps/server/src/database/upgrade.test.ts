// A database as an earlier program left it, with rows in it, goes up; and what the new migration gives holds there.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { MIGRATIONS_FOLDER, migrate } from './migrate.js';
import { inTransaction } from './transaction.js';

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'kaohe-earlier-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [OF_OFFICE, PAPERS, DRAFT] = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${number}`);

const as = async (role: string, statement: string, scope = '') => {
  const acting = { tenant: '1', accountId: 'x', role, scope, year: '2019' };
  const { rows, numAffectedRows } = await inTransaction(database, acting, (trx) => sql.raw(statement).execute(trx));
  return { rows, changed: Number(numAffectedRows ?? 0) };
};
const job = (id: string | undefined, kind: string, state = 'queued') =>
  `INSERT INTO kaohe.jobs (tenant_id, job_id, year_id, kind, state, account, asked_by, asked_at, attempt, done, total, ended_at)
    VALUES (1, '${id}', '2019', '${kind}', '${state}', 'x', 'x', now(), 0, 0, 0, ${state === 'queued' ? 'NULL' : 'now()'})`;

beforeAll(async () => {
  for (const name of readdirSync(MIGRATIONS_FOLDER))
    if (name < '0011') cpSync(join(MIGRATIONS_FOLDER, name), join(folder, name));
  await sql`DROP SCHEMA kaohe CASCADE`.execute(database.owner);
  await sql`DROP SCHEMA plat CASCADE`.execute(database.owner);
  expect(await migrate(database, folder)).toHaveLength(10);
  await sql
    .raw(`INSERT INTO plat.tenants VALUES (1, '办', NULL, now());
      INSERT INTO plat.schemes VALUES ('s', 's', 's', '{}', now());
      INSERT INTO kaohe.years VALUES (1, '2019', '2019', 's', 's', now());
      INSERT INTO kaohe.teams VALUES (1, '2019', 'team-1', '一组', 'Team 1', '', 1);
      INSERT INTO kaohe.units VALUES (1, '2019', '登封市', 'Dengfeng', 'county', 'district', 'team-1', 1);
      INSERT INTO kaohe.statements (tenant_id, year_id, unit_id, stage, line_id, team_id, state, version, body, stated_at, stated_by)
        VALUES (1, '2019', '登封市', 'appeal', 'l', 'team-1', 'submitted', 1, '{}', now(), 'x');
      INSERT INTO kaohe.scheme_drafts (tenant_id, draft_id, title, file_name, source, body, state, version, changed_at, changed_by)
        VALUES (1, '${DRAFT}', 't', 'f', 's', '{}', 'draft', 1, now(), 'x');
      ${job(PAPERS, 'papers')};`)
    .execute(database.owner);
}, 120_000);

describe('a database migrated up to 0010', () => {
  it('goes up to the newest with its rows', async () => {
    await expect(as('office', job(OF_OFFICE, 'result-workbook'))).rejects.toThrow('jobs_kind_check');
    expect(await migrate(database)).toEqual(readdirSync(MIGRATIONS_FOLDER).sort().slice(10));
    expect((await as('office', 'SELECT job_id, kind FROM kaohe.jobs')).rows).toEqual([
      { job_id: PAPERS, kind: 'papers' },
    ]);
  });

  it('lets a unit withdraw its appeal and an office delete a draft', async () => {
    const withdraw = `UPDATE kaohe.statements SET state = 'withdrawn'`;
    expect((await as('assessed-unit', withdraw, '登封市')).changed).toBe(1);
    expect((await as('approver', 'DELETE FROM kaohe.scheme_drafts')).changed).toBe(0);
    expect((await as('office', 'DELETE FROM kaohe.scheme_drafts')).changed).toBe(1);
  });

  it('lets the approver ask for workbooks and see them, and change or delete no export', async () => {
    expect((await as('office', job(OF_OFFICE, 'result-workbook'))).changed).toBe(1);
    const own = '00000000-0000-4000-8000-000000000009';
    expect((await as('approver', job(own, 'result-workbook'))).changed).toBe(1);
    const seen = (await as('approver', 'SELECT job_id FROM kaohe.jobs ORDER BY job_id')).rows;
    expect(seen).toEqual([{ job_id: OF_OFFICE }, { job_id: own }]);
    for (const [kind, state] of [
      ['papers', 'queued'],
      ['archive', 'queued'],
      ['result-workbook', 'cancelled'],
    ] as const)
      await expect(as('approver', job('00000000-0000-4000-8000-00000000000a', kind, state))).rejects.toThrow(
        'row-level security',
      );
    const cancel = `UPDATE kaohe.jobs SET state = 'cancelled', ended_at = now()`;
    for (const statement of [cancel, 'DELETE FROM kaohe.jobs'])
      expect([statement, (await as('approver', statement)).changed]).toEqual([statement, 0]);
    expect([(await as('office', cancel)).changed, (await as('office', 'DELETE FROM kaohe.jobs')).changed]).toEqual([
      3, 3,
    ]);
  });
});
