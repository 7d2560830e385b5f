/**
 * Everything in the database as lines, in one snapshot, tenant by tenant. The owner reads: what proves an identity is hidden
 * from the application, and a backup without it lets nobody in. The application counts first, as the system, so that an
 * owner whom the policies bind would leave out nothing that one whom they do not bind reads.
 */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../database/connect.js';
import { readRecord } from '../database/migrate.js';
import type { Tables } from '../database/tables.js';
import { FORMAT, headerLine, VERSION } from './format.js';
import { writeLines } from './lines.js';
import { hasTenant, readTables, type TableShape } from './tables.js';

export interface Counts {
  readonly tables: number;
  readonly rows: number;
}

/** Rows fetched at once; one where a row may hold a file. */
const AT_ONCE = 500;

/** Writes a backup to a file that must not exist yet. */
export async function writeBackup(database: Database, file: string): Promise<Counts> {
  return await database.owner
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const migrations = await readRecord(trx);
      const tables = await readTables(trx);
      const unbound = await countUnbound(trx, tables);
      await fixFormats(trx);
      await become(trx, 'kaohe_app');
      const tenants = await trx.selectFrom('plat.tenants').select('tenant_id').orderBy('tenant_id').execute();
      const parts = tables.flatMap((table) => partsOf(table, hasTenant(table) ? tenants : [{ tenant_id: '0' }]));
      const counts = await countParts(trx, parts);
      refuseHidden(unbound, counts);
      await become(trx, 'NONE');
      const header = headerLine({
        format: FORMAT,
        version: VERSION,
        migrations,
        tables: tables.map(({ name, columns }) => ({
          name,
          columns: columns.map((column) => column.name),
          rows: counts.get(name) ?? 0,
        })),
      });
      await writeLines(file, linesOf(trx, header, parts));
      return { tables: tables.length, rows: [...counts.values()].reduce((sum, count) => sum + count, 0) };
    });
}

interface Part {
  readonly table: TableShape;
  readonly tenant: string;
}

const partsOf = (table: TableShape, tenants: readonly { tenant_id: string }[]): Part[] =>
  tenants.map(({ tenant_id }) => ({ table, tenant: tenant_id }));

/** How many rows there are by an owner whom no policy binds; undefined for one whom they bind. */
async function countUnbound(
  trx: Transaction<Tables>,
  tables: readonly TableShape[],
): Promise<ReadonlyMap<string, number> | undefined> {
  const { rows } = await sql<{ unbound: boolean }>`SELECT rolsuper OR rolbypassrls AS unbound
    FROM pg_catalog.pg_roles WHERE rolname = current_user`.execute(trx);
  if (!rows[0]?.unbound) return undefined;
  const counts = new Map<string, number>();
  for (const { name } of tables) counts.set(name, await count(trx, sql`SELECT count(*) FROM ${sql.table(name)}`));
  return counts;
}

async function count(trx: Transaction<Tables>, query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await (query as RawBuilder<{ count: string }>).execute(trx);
  return Number(rows[0]?.count);
}

/** The formats of values are part of the file, so no setting of the server decides them. */
async function fixFormats(trx: Transaction<Tables>): Promise<void> {
  const settings = ['TimeZone = UTC', 'DateStyle = ISO', 'bytea_output = hex', 'IntervalStyle = iso_8601'];
  for (const setting of [...settings, 'citus.propagate_set_commands = local'])
    await sql.raw(`SET LOCAL ${setting}`).execute(trx);
}

/** `NONE` is the owner again, who connected. */
async function become(trx: Transaction<Tables>, role: 'kaohe_app' | 'NONE'): Promise<void> {
  await sql.raw(`SET LOCAL ROLE ${role}`).execute(trx);
}

async function countParts(trx: Transaction<Tables>, parts: readonly Part[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const part of parts) {
    await actFor(trx, part);
    const rows = await count(trx, sql`SELECT count(*) FROM ${sql.table(part.table.name)} ${ofTenant(part)}`);
    counts.set(part.table.name, (counts.get(part.table.name) ?? 0) + rows);
  }
  return counts;
}

async function actFor(trx: Transaction<Tables>, { tenant }: Part): Promise<void> {
  await sql`SELECT plat.act_as(${tenant}, '', 'system', '', '')`.execute(trx);
}

const ofTenant = ({ table, tenant }: Part) => (hasTenant(table) ? sql`WHERE tenant_id = ${tenant}` : sql``);

/** Rows of a tenant that is not on the list would be left out unseen. */
function refuseHidden(unbound: ReadonlyMap<string, number> | undefined, counts: ReadonlyMap<string, number>): void {
  for (const [name, rows] of unbound ?? []) {
    const seen = counts.get(name) ?? 0;
    if (seen !== rows) throw new Error(`${name} holds ${rows} rows, and its tenants see ${seen} of them`);
  }
}

async function* linesOf(trx: Transaction<Tables>, header: string, parts: readonly Part[]): AsyncGenerator<string> {
  yield header;
  for (const part of parts) {
    await actFor(trx, part);
    yield* rowsOf(trx, part);
  }
}

async function* rowsOf(trx: Transaction<Tables>, part: Part): AsyncGenerator<string> {
  const { name, columns, key } = part.table;
  const texts = columns.map((column) => sql`${sql.ref(column.name)}::text`);
  const order = key.map((column) => orderBy(columns.find((one) => one.name === column)?.type ?? '', column));
  await sql`DECLARE backup_rows NO SCROLL CURSOR FOR
    SELECT json_build_array(${sql.join(texts)})::text AS line
    FROM ${sql.table(name)} ${ofTenant(part)} ORDER BY ${sql.join(order)}`.execute(trx);
  const atOnce = columns.some(({ type }) => type === 'bytea') ? 1 : AT_ONCE;
  for (;;) {
    const { rows } = await sql<{ line: string }>`FETCH ${sql.lit(atOnce)} FROM backup_rows`.execute(trx);
    for (const { line } of rows) yield line;
    if (rows.length < atOnce) break;
  }
  await sql`CLOSE backup_rows`.execute(trx);
}

/** Text by its bytes: another server may have another collation. */
const orderBy = (type: string, column: string) =>
  type === 'text' ? sql`${sql.ref(column)} COLLATE "C"` : sql.ref(column);
