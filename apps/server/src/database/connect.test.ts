import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { connect, refuseOlder } from './connect.js';

const database = testDatabase();

describe('a connected database', () => {
  it('lets no statement, lock or idle transaction of the application hold others up for long', async () => {
    const names = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'jit'];
    const { rows } = await sql`SELECT current_setting(name) AS value FROM unnest(${names}::text[]) AS name`.execute(
      database.app,
    );
    expect(rows).toEqual(['30s', '10s', '1min', 'off'].map((value) => ({ value })));
  });

  it('outlives connections the server has closed', async () => {
    await sql`SELECT 1`.execute(database.app);
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'kaohe-app' AND datname = current_database()`.execute(database.owner);
    await expect
      .poll(() => sql`SELECT 1 AS one`.execute(database.app).then(({ rows }) => rows, String))
      .toEqual([{ one: 1 }]);
  });
});

describe('a database that cannot be used', () => {
  it('is refused with what to check, its password untold', async () => {
    const refused = {
      name: 'DatabaseRefused',
      zh: expect.stringContaining('DATABASE_URL'),
      en: expect.not.stringContaining('hidden'),
    };
    await expect(connect('postgresql://li:hidden@127.0.0.1:1/none')).rejects.toMatchObject(refused);
    const wrong = new URL(database.ownerUrl);
    wrong.pathname = '/no-such-database';
    await expect(connect(wrong.href)).rejects.toMatchObject({
      en: expect.stringContaining('"no-such-database" does not exist'),
    });
  });

  it.each(['14.11', '9.6.24'])('is refused where it is PostgreSQL %s', (version) =>
    expect(() => refuseOlder(version)).toThrow(`需要 15 或更高版本`),
  );
  it.each(['15.0', '18.4 (Debian 18.4-1)', '19beta1'])('is used where it is PostgreSQL %s', (version) =>
    expect(() => refuseOlder(version)).not.toThrow(),
  );
});
