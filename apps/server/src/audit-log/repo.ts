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
