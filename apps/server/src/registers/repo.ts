/** Rows of the registers: the present entry, and every version it has had. */
import type { Register } from '@kaohe/api-contract';
import { type Insertable, sql } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { PageOfRows } from '../http/page.js';
import type { Trx } from '../office/office.js';

export interface EntryRow {
  readonly register: string;
  readonly entry_id: string;
  readonly unit_id: string;
  readonly team_id: string;
  readonly also_unit_id: string;
  readonly also_team_id: string;
  readonly version: number;
  readonly withdrawn: boolean;
  readonly body: Record<string, unknown>;
  readonly changed_at: Date;
  readonly changed_by: string;
  /** The division whose entry it is; null where it is the office's, a patrol group's, a team's. */
  readonly division: string | null;
}

const COLUMNS = [
  'register',
  'entry_id',
  'unit_id',
  'team_id',
  'also_unit_id',
  'also_team_id',
  'version',
  'withdrawn',
  'body',
  'changed_at',
  'changed_by',
  'division',
] as const;

/** Entries of the registers named. */
export async function listEntries(
  trx: Trx,
  tenant: string,
  { year, registers }: { year: string; registers: readonly Register[] },
): Promise<EntryRow[]> {
  return await trx
    .selectFrom('kaohe.register_entries')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('register', 'in', registers)
    .orderBy('changed_at')
    .orderBy('entry_id')
    .execute();
}

/** A page of entries by day, unit and id; `inForce` leaves the withdrawn ones out. */
export async function pageOfEntries(
  trx: Trx,
  tenant: string,
  {
    year,
    registers,
    inForce,
    after,
    limit,
  }: { year: string; registers: readonly Register[]; inForce: boolean } & PageOfRows<
    readonly [on: string, unit: string, id: string]
  >,
): Promise<EntryRow[]> {
  return await trx
    .selectFrom('kaohe.register_entries')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', year)
    .where('register', 'in', registers)
    .$if(inForce, (query) => query.where('withdrawn', '=', false))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${DAY}, unit_id, entry_id) > (${after?.[0]}, ${after?.[1]}, ${after?.[2]}::uuid)`),
    )
    .orderBy(DAY)
    .orderBy('unit_id')
    .orderBy('entry_id')
    .limit(limit + 1)
    .execute();
}

/** The day an entry is of; empty where its register has none. Bytes decide its order, not a language. */
const DAY = sql<string>`coalesce(body ->> 'on', '') COLLATE "C"`;

export interface EntryKey {
  readonly year: string;
  readonly register: Register;
  readonly entry: string;
}

export async function findEntry(trx: Trx, tenant: string, key: EntryKey): Promise<EntryRow | undefined> {
  return await trx
    .selectFrom('kaohe.register_entries')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', key.year)
    .where('register', '=', key.register)
    .where('entry_id', '=', key.entry)
    .executeTakeFirst();
}

/** A page of the versions an entry has had, the first ones first. */
export async function listVersions(
  trx: Trx,
  tenant: string,
  { after, limit, ...key }: EntryKey & PageOfRows<readonly [version: string]>,
): Promise<EntryRow[]> {
  return await trx
    .selectFrom('kaohe.register_versions')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', key.year)
    .where('register', '=', key.register)
    .where('entry_id', '=', key.entry)
    .$if(after !== undefined, (query) => query.where('version', '>', Number(after?.[0])))
    .orderBy('version')
    .limit(limit + 1)
    .execute();
}

export interface EntryWritten {
  readonly unit: string;
  readonly team: string;
  readonly alsoUnit: string;
  readonly alsoTeam: string;
  readonly withdrawn: boolean;
  readonly division: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly by: string;
  readonly role: string;
}

/** Writes an entry over the version seen (0: it is new), and keeps the version; false where somebody was quicker. */
export async function writeEntry(
  trx: Trx,
  tenant: string,
  { key, seen, entry }: { key: EntryKey; seen: number; entry: EntryWritten },
): Promise<boolean> {
  const values = {
    unit_id: entry.unit,
    team_id: entry.team,
    also_unit_id: entry.alsoUnit,
    also_team_id: entry.alsoTeam,
    version: seen + 1,
    withdrawn: entry.withdrawn,
    body: JSON.stringify(entry.body),
    changed_at: entry.at,
    changed_by: entry.by,
    changed_role: entry.role,
    division: entry.division,
  };
  const row = { tenant_id: tenant, year_id: key.year, register: key.register, entry_id: key.entry, ...values };
  const written = seen === 0 ? await insertEntry(trx, row) : await updateEntry(trx, tenant, { key, seen, values });
  if (written) await trx.insertInto('kaohe.register_versions').values(row).execute();
  return written;
}

async function insertEntry(trx: Trx, row: Insertable<Tables['kaohe.register_entries']>): Promise<boolean> {
  const inserted = await trx
    .insertInto('kaohe.register_entries')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'year_id', 'register', 'entry_id']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

async function updateEntry(
  trx: Trx,
  tenant: string,
  { key, seen, values }: { key: EntryKey; seen: number; values: Readonly<Record<string, unknown>> },
): Promise<boolean> {
  const updated = await trx
    .updateTable('kaohe.register_entries')
    .set(values)
    .where('tenant_id', '=', tenant)
    .where('year_id', '=', key.year)
    .where('register', '=', key.register)
    .where('entry_id', '=', key.entry)
    .where('version', '=', seen)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}
