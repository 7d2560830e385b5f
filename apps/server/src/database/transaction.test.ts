import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { asSystem, inSystem, inTransaction } from './transaction.js';

const database = testDatabase();

const acting = (tenant: bigint | string, role = 'office') => ({ tenant, accountId: 'zhang', role, scope: '' });

/** Notes that only the role they are for may read. */
const notes = sql.table('scratch.notes');
const textsSeen = sql<{ text: string }>`SELECT text FROM ${notes} ORDER BY text`;

beforeAll(async () => {
  await sql
    .raw(`CREATE SCHEMA scratch;
      GRANT USAGE ON SCHEMA scratch TO kaohe_app;
      CREATE TABLE scratch.notes (
        tenant_id bigint NOT NULL,
        text text NOT NULL,
        CONSTRAINT notes_pkey PRIMARY KEY (tenant_id, text)
      );
      CALL plat.make_tenant_table('scratch.notes');
      CREATE POLICY notes_own ON scratch.notes USING (tenant_id = plat.tenant()) WITH CHECK (tenant_id = plat.tenant());
      GRANT SELECT, INSERT, UPDATE ON scratch.notes TO kaohe_app;`)
    .execute(database.owner);
});
beforeEach(async () => {
  await sql`TRUNCATE ${notes}`.execute(database.owner);
  for (const tenant of [1, 2]) {
    await inSystem(database, `${tenant}`, (trx) =>
      sql`INSERT INTO ${notes} VALUES (${tenant}, ${`of ${tenant}`})`.execute(trx),
    );
  }
});

describe('a transaction', () => {
  it('sees and writes what is its tenant’s, and nothing else', async () => {
    const { rows } = await inTransaction(database, acting(1n), (trx) => textsSeen.execute(trx));
    expect(rows).toEqual([{ text: 'of 1' }]);
    const stray = inTransaction(database, acting('1'), (trx) =>
      sql`INSERT INTO ${notes} VALUES (2, 'stray')`.execute(trx),
    );
    await expect(stray).rejects.toThrow('row-level security');
  });

  it('shows nothing where nobody acts, although the connection is that of the tables’ owner', async () => {
    expect((await textsSeen.execute(database.app)).rows).toEqual([]);
    const { rows } = await sql`SELECT current_user, session_user <> current_user AS other`.execute(database.app);
    expect(rows).toEqual([{ current_user: 'kaohe_app', other: true }]);
  });

  it('tells policies who acts, also where names hold quotes', async () => {
    const told = { tenant: '7', accountId: `o'neil"; --`, role: 'team-leader', scope: '第三组' };
    const { rows } = await inTransaction(database, told, (trx) =>
      sql`SELECT plat.tenant() AS tenant, plat.account() AS "accountId", plat.role() AS role, plat.scope() AS scope`.execute(
        trx,
      ),
    );
    expect(rows).toEqual([told]);
    const system = await inSystem(database, 7n, (trx) =>
      sql`SELECT plat.role() AS role, plat.scope() AS scope`.execute(trx),
    );
    expect(system.rows).toEqual([{ role: 'system', scope: null }]);
  });

  it.each(['commits', 'rolls back'])('leaves nobody acting in any connection when it %s', async (end) => {
    const done = inTransaction(database, acting(1n), async (trx) => {
      await textsSeen.execute(trx);
      if (end === 'rolls back') throw new Error('given up');
    });
    await (end === 'commits' ? done : expect(done).rejects.toThrow('given up'));
    const actors = sql`SELECT plat.tenant(), plat.account(), plat.role(), plat.scope()`;
    const seen = await Promise.all(Array.from({ length: 12 }, () => actors.execute(database.app)));
    for (const { rows } of seen) expect(rows).toEqual([{ tenant: null, account: null, role: null, scope: null }]);
    expect((await textsSeen.execute(database.app)).rows).toEqual([]);
  });

  it('keeps nothing of work that failed', async () => {
    const failing = inTransaction(database, acting(1n), async (trx) => {
      await sql`INSERT INTO ${notes} VALUES (1, 'half')`.execute(trx);
      throw new Error('given up');
    });
    await expect(failing).rejects.toThrow('given up');
    expect((await inTransaction(database, acting(1n), (trx) => textsSeen.execute(trx))).rows).toEqual([
      { text: 'of 1' },
    ]);
  });
});

describe('work that meets others', () => {
  const failWith = (code: string) =>
    sql.raw(`DO $$ BEGIN RAISE EXCEPTION 'met another' USING ERRCODE = '${code}'; END $$`);

  it.each(['40001', '40P01'])('is done again after %s, at most three times', async (code) => {
    let runs = 0;
    const work = inTransaction(database, acting(1n), async (trx) => {
      runs += 1;
      if (runs < 4) await failWith(code).execute(trx);
      return runs;
    });
    expect(await work).toBe(4);
    runs = -9;
    const hopeless = inTransaction(database, acting(1n), (trx) => {
      runs += 1;
      return failWith(code).execute(trx);
    });
    await expect(hopeless).rejects.toMatchObject({ code });
    expect(runs).toBe(-9 + 4);
  });

  it('is not done again after any other failure', async () => {
    let runs = 0;
    const work = inTransaction(database, acting(1n), (trx) => {
      runs += 1;
      return failWith('23505').execute(trx);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(runs).toBe(1);
  });

  it('both commit where two lock the same rows in opposite order', async () => {
    await inTransaction(database, acting(1n), (trx) => sql`INSERT INTO ${notes} VALUES (1, 'second')`.execute(trx));
    const lock = (text: string) => sql`SELECT FROM ${notes} WHERE tenant_id = 1 AND text = ${text} FOR UPDATE`;
    let waiting: (() => void)[] | undefined = [];
    const bothHoldOne = () =>
      new Promise<void>((go) => {
        waiting?.push(go);
        if (waiting?.length === 2 || !waiting) for (const one of waiting ?? [go]) one();
        if (waiting?.length === 2) waiting = undefined;
      });
    const take = (texts: string[]) =>
      inTransaction(database, acting(1n), async (trx) => {
        await lock(texts[0] ?? '').execute(trx);
        await bothHoldOne();
        await lock(texts[1] ?? '').execute(trx);
        return 'committed';
      });
    expect(await Promise.all([take(['of 1', 'second']), take(['second', 'of 1'])])).toEqual(['committed', 'committed']);
  });
});

describe('part of a transaction as the system', () => {
  const role = sql<{ role: string; scope: string }>`SELECT plat.role() AS role, plat.scope() AS scope`;
  const leader = { tenant: '1', accountId: 'zhang', role: 'team-leader', scope: 'first' };

  it('ends with the role that acted before, also where it throws', async () => {
    const seen = await inTransaction(database, leader, async (trx) => {
      const inside = await asSystem(trx, leader, async () => (await role.execute(trx)).rows[0]?.role);
      const after = (await role.execute(trx)).rows;
      await expect(asSystem(trx, leader, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
      return [inside, after, (await role.execute(trx)).rows];
    });
    const before = [{ role: 'team-leader', scope: 'first' }];
    expect(seen).toEqual(['system', before, before]);
  });

  it('tells the failure of the statement, not that the transaction is over', async () => {
    const failing = inTransaction(database, leader, (trx) =>
      asSystem(trx, leader, () => sql`SELECT 1 / 0`.execute(trx)),
    );
    await expect(failing).rejects.toThrow('division by zero');
  });
});

describe('tenants', () => {
  const create = (tenant: number) => ({
    tenant_id: `${tenant}`,
    name: `第${tenant}安委办`,
    own_date: '2019-12-20',
    created_at: new Date(0),
  });

  it('are added by the system for itself, and everybody reads their names and dates as text', async () => {
    await inSystem(database, 31n, (trx) => trx.insertInto('plat.tenants').values(create(31)).execute());
    const others = inSystem(database, 31n, (trx) => trx.insertInto('plat.tenants').values(create(32)).execute());
    await expect(others).rejects.toThrow('row-level security');
    const byOffice = inTransaction(database, acting(33n), (trx) =>
      trx.insertInto('plat.tenants').values(create(33)).execute(),
    );
    await expect(byOffice).rejects.toThrow('row-level security');
    expect(await database.app.selectFrom('plat.tenants').selectAll().execute()).toEqual([create(31)]);
  });
});
