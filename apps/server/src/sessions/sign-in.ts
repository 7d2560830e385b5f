/** Signing in and out, and choosing the role that acts. */
import type { SignIn } from '@kaohe/api-contract';
import { heldRoles } from '../accounts/held-roles.js';
import { proveIdentity } from '../accounts/prove.js';
import { recordSession, type SessionEvent } from '../audit-log/service.js';
import { inSystem } from '../database/transaction.js';
import { noSuch } from '../http/refusal.js';
import type { Office } from '../office/office.js';
import { tenantNamed } from './offices.js';
import { revokeSessions, updateSession } from './repo.js';
import { type LiveSession, openSession } from './service.js';

/** The token of a new session. Who holds one role acts in it; who holds several says which. */
export async function signIn(office: Office, wanted: SignIn & { readonly address: string }): Promise<string> {
  const tenant = await tenantNamed(office, wanted.office);
  const { accountId, login, totpPassed } = await proveIdentity(office, tenant, wanted);
  const { address } = wanted;
  const roles = await inSystem(office.database, tenant, async (trx) => {
    await recordSession(office, trx, { tenant, login, address, event: 'session.open', succeeded: true });
    return await heldRoles(trx, tenant, accountId);
  });
  const grantId = roles.length === 1 ? (roles[0]?.grant ?? null) : null;
  return await openSession(office, tenant, { accountId, grantId, totpPassed, address });
}

export async function signOut(office: Office, session: LiveSession, address: string): Promise<void> {
  await change(office, session, { change: { revoked_at: office.now() }, event: 'session.close', subject: address });
}

/** Acts from now on in another role the person holds. */
export async function actAs(office: Office, session: LiveSession, grant: string): Promise<void> {
  const { tenant, row } = session;
  const held = await inSystem(office.database, tenant, (trx) => heldRoles(trx, tenant, row.account_id));
  const role = held.find((one) => one.grant === grant);
  if (!role) throw noSuch('这个角色', 'such role of yours');
  const subject = [role.role, role.scope].filter(Boolean).join(' ');
  await change(office, session, { change: { grant_id: grant }, event: 'session.role', subject });
}

/** A code was given in this session. */
export async function passTotp(office: Office, { tenant, tokenHash }: LiveSession): Promise<void> {
  await inSystem(office.database, tenant, async (trx) => {
    await updateSession(trx, tenant, { tokenHash, change: { totp_passed: true } });
  });
}

/** Whoever had the old password is out; this session goes on. */
export async function endOtherSessions(office: Office, { tenant, tokenHash, row }: LiveSession): Promise<void> {
  await inSystem(office.database, tenant, async (trx) => {
    await revokeSessions(trx, tenant, { accountId: row.account_id, at: office.now(), but: tokenHash });
  });
}

async function change(
  office: Office,
  { tenant, tokenHash, row }: LiveSession,
  done: Pick<SessionEvent, 'event'> & { subject: string; change: Parameters<typeof updateSession>[2]['change'] },
): Promise<void> {
  await inSystem(office.database, tenant, async (trx) => {
    await updateSession(trx, tenant, { tokenHash, change: done.change });
    const { event, subject } = done;
    await recordSession(office, trx, { tenant, login: row.login, address: subject, event, succeeded: true });
  });
}
