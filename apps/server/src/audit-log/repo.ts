/** Rows of the audit log: written, never changed. */
import type { Trx } from '../office/office.js';

export interface AuditEntry {
  readonly tenant: string;
  readonly entryId: string;
  readonly at: Date;
  readonly account: string;
  readonly role: string;
  readonly scope: string;
  readonly act: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | undefined;
  readonly succeeded: boolean;
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/** Adds one entry. Nothing is returned: whoever writes may not read. */
export async function insertEntry(trx: Trx, entry: AuditEntry): Promise<void> {
  await trx
    .insertInto('kaohe.audit_entries')
    .values({
      tenant_id: entry.tenant,
      entry_id: entry.entryId,
      at: entry.at,
      account: entry.account,
      role: entry.role,
      scope: entry.scope,
      act: entry.act,
      subject: entry.subject,
      before: json(entry.before),
      after: json(entry.after),
      reason: entry.reason ?? null,
      succeeded: entry.succeeded,
    })
    .execute();
}

export interface EntryRow {
  readonly entry_id: string;
  readonly at: Date;
  readonly account: string;
  readonly role: string;
  readonly scope: string;
  readonly act: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly succeeded: boolean;
}

export interface SealRow {
  readonly seal_number: string;
  readonly previous_hash: string;
  readonly hash: string;
}

const ENTRY = [
  'e.entry_id',
  'e.at',
  'e.account',
  'e.role',
  'e.scope',
  'e.act',
  'e.subject',
  'e.before',
  'e.after',
  'e.reason',
  'e.succeeded',
] as const;

export interface EntryFilter {
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly act?: string | undefined;
  readonly account?: string | undefined;
  readonly before?: { readonly at: Date; readonly entryId: string } | undefined;
  readonly limit: number;
}

/** Entries with their seals, the latest first. */
export async function listEntries(
  trx: Trx,
  tenant: string,
  filter: EntryFilter,
): Promise<(EntryRow & { seal_number: string | null })[]> {
  const { from, until, act, account, before, limit } = filter;
  return await trx
    .selectFrom('kaohe.audit_entries as e')
    .leftJoin('kaohe.audit_seals as s', (join) =>
      join.onRef('s.tenant_id', '=', 'e.tenant_id').onRef('s.entry_id', '=', 'e.entry_id'),
    )
    .select([...ENTRY, 's.seal_number'])
    .where('e.tenant_id', '=', tenant)
    .$if(from !== undefined, (query) => query.where('e.at', '>=', from as Date))
    .$if(until !== undefined, (query) => query.where('e.at', '<', until as Date))
    .$if(act !== undefined, (query) => query.where('e.act', '=', act as string))
    .$if(account !== undefined, (query) => query.where('e.account', '=', account as string))
    .$if(before !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('e.at', '<', before?.at as Date),
          where.and([where('e.at', '=', before?.at as Date), where('e.entry_id', '<', before?.entryId as string)]),
        ]),
      ),
    )
    .orderBy('e.at', 'desc')
    .orderBy('e.entry_id', 'desc')
    .limit(limit)
    .execute();
}

/** The head of the chain, locked for whoever seals next; made when it is missing. */
export async function lockHead(trx: Trx, tenant: string, first: string): Promise<{ number: bigint; hash: string }> {
  await trx
    .insertInto('kaohe.audit_heads')
    .values({ tenant_id: tenant, seal_number: '0', hash: first })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute();
  const head = await trx
    .selectFrom('kaohe.audit_heads')
    .select(['seal_number', 'hash'])
    .where('tenant_id', '=', tenant)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { number: BigInt(head.seal_number), hash: head.hash };
}

/** Entries nobody has sealed yet, the oldest first. */
export async function listUnsealed(trx: Trx, tenant: string, limit: number): Promise<EntryRow[]> {
  return await trx
    .selectFrom('kaohe.audit_entries as e')
    .leftJoin('kaohe.audit_seals as s', (join) =>
      join.onRef('s.tenant_id', '=', 'e.tenant_id').onRef('s.entry_id', '=', 'e.entry_id'),
    )
    .select(ENTRY)
    .where('e.tenant_id', '=', tenant)
    .where('s.entry_id', 'is', null)
    .orderBy('e.at')
    .orderBy('e.entry_id')
    .limit(limit)
    .execute();
}

export interface NewSeal {
  readonly number: bigint;
  readonly entryId: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Adds seals and moves the head to the last of them. */
export async function insertSeals(trx: Trx, tenant: string, seals: readonly NewSeal[]): Promise<void> {
  const last = seals[seals.length - 1];
  if (!last) return;
  await trx
    .insertInto('kaohe.audit_seals')
    .values(
      seals.map(({ number, entryId, previousHash, hash }) => ({
        tenant_id: tenant,
        seal_number: `${number}`,
        entry_id: entryId,
        previous_hash: previousHash,
        hash,
      })),
    )
    .execute();
  await trx
    .updateTable('kaohe.audit_heads')
    .set({ seal_number: `${last.number}`, hash: last.hash })
    .where('tenant_id', '=', tenant)
    .execute();
}

/** Seals after a number with their entries, in the order of the chain. */
export async function listSealed(
  trx: Trx,
  tenant: string,
  { after, limit }: { after: bigint; limit: number },
): Promise<(EntryRow & SealRow)[]> {
  return await trx
    .selectFrom('kaohe.audit_seals as s')
    .innerJoin('kaohe.audit_entries as e', (join) =>
      join.onRef('e.tenant_id', '=', 's.tenant_id').onRef('e.entry_id', '=', 's.entry_id'),
    )
    .select([...ENTRY, 's.seal_number', 's.previous_hash', 's.hash'])
    .where('s.tenant_id', '=', tenant)
    .where('s.seal_number', '>', `${after}`)
    .orderBy('s.seal_number')
    .limit(limit)
    .execute();
}

export async function findHead(trx: Trx, tenant: string): Promise<{ number: bigint; hash: string } | undefined> {
  const head = await trx
    .selectFrom('kaohe.audit_heads')
    .select(['seal_number', 'hash'])
    .where('tenant_id', '=', tenant)
    .executeTakeFirst();
  return head && { number: BigInt(head.seal_number), hash: head.hash };
}

export async function countUnsealed(trx: Trx, tenant: string): Promise<number> {
  const row = await trx
    .selectFrom('kaohe.audit_entries as e')
    .leftJoin('kaohe.audit_seals as s', (join) =>
      join.onRef('s.tenant_id', '=', 'e.tenant_id').onRef('s.entry_id', '=', 'e.entry_id'),
    )
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('e.tenant_id', '=', tenant)
    .where('s.entry_id', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
