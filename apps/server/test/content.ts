/** What a database holds, in short: to see that something changed nothing. */
import { sql } from 'kysely';
import { readTables } from '../src/backup/tables.js';
import type { Database } from '../src/database/connect.js';

/** What reading and being refused leave behind. */
export const TRACES = [
  'kaohe.audit_entries',
  'kaohe.audit_seals',
  'kaohe.audit_heads',
  'kaohe.idempotency_keys',
  'kaohe.sessions',
  'kaohe.address_failures',
  'kaohe.paper_codes',
];

/** A hash of every table but the traces, of one tenant or of all. */
export async function contentOf({ owner }: Database, tenant?: string): Promise<Record<string, string>> {
  const tables = (await readTables(owner)).filter(({ name }) => !TRACES.includes(name));
  const parts = tables.map(({ name, columns }) => {
    const own = tenant !== undefined && columns.some((column) => column.name === 'tenant_id');
    return sql`SELECT ${name}::text AS name, count(*) || ':' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS hash
      FROM ${sql.table(name)} t ${own ? sql`WHERE tenant_id = ${tenant}` : sql``}`;
  });
  const { rows } = await sql<{ name: string; hash: string }>`${sql.join(parts, sql` UNION ALL `)}`.execute(owner);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
