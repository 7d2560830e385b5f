/** Every important act leaves an entry, in the act's own transaction; a refused one in a transaction of its own. */
import type { ActName, SessionAct } from '@kaohe/api-contract';
import { inTransaction } from '../database/transaction.js';
import type { AuditNote, Office, SignedIn, Trx } from '../office/office.js';
import { insertEntry } from './repo.js';

interface Done extends AuditNote {
  readonly act: ActName;
  readonly subject: string;
  readonly succeeded: boolean;
}

/** Writes the entry of an act into the transaction in which it was done. */
export async function recordAct(
  office: Office,
  trx: Trx,
  { acting, done }: { acting: SignedIn; done: Done },
): Promise<void> {
  await insertEntry(trx, {
    tenant: acting.tenant,
    entryId: office.newId(),
    at: office.now(),
    account: acting.login,
    role: acting.role,
    scope: acting.scope,
    ...done,
  });
}

/** Writes that an act was refused, and why. */
export async function recordRefusal(office: Office, acting: SignedIn, done: Omit<Done, 'succeeded'>): Promise<void> {
  await inTransaction(office.database, acting, async (trx) => {
    await recordAct(office, trx, { acting, done: { ...done, succeeded: false } });
  });
}

/** What people do about their own sign-in; acts of nobody's role. */
export interface SessionEvent {
  readonly tenant: string;
  readonly login: string;
  readonly address: string;
  readonly event: SessionAct;
  readonly succeeded: boolean;
  readonly subject?: string;
}

export async function recordSession(office: Office, trx: Trx, done: SessionEvent): Promise<void> {
  await insertEntry(trx, {
    tenant: done.tenant,
    entryId: office.newId(),
    at: office.now(),
    account: done.login,
    role: '',
    scope: '',
    act: done.event,
    subject: done.subject ?? done.address,
    succeeded: done.succeeded,
  });
}
