/** Who is signed in: from the cookie's token to the role acting. */
import type { Role } from '@kaohe/api-contract';
import type { FastifyRequest } from 'fastify';
import { inSystem } from '../database/transaction.js';
import { notSignedIn } from '../http/refusal.js';
import type { Office, SignedIn } from '../office/office.js';
import { findSession, insertSession, touchSession } from './repo.js';
import { COOKIE, hashToken, newToken, tenantOf } from './token.js';

/** Minutes without a request after which a session ends. */
export const IDLE_MINUTES = 30;
const TOUCH_SECONDS = 30;

/** The person signed in and the role they act in; refuses everyone else. */
export async function signedIn(office: Office, request: FastifyRequest): Promise<SignedIn> {
  const token = request.cookies[COOKIE];
  const tenant = tenantOf(token);
  if (token === undefined || tenant === undefined) throw notSignedIn();
  return await inSystem(office.database, tenant, async (trx) => {
    const now = office.now();
    const tokenHash = hashToken(token);
    const session = await findSession(trx, tenant, tokenHash);
    const idleMs = session ? now.getTime() - session.last_seen_at.getTime() : 0;
    if (!session || session.revoked_at || session.account_state !== 'active' || idleMs > IDLE_MINUTES * 60_000)
      throw notSignedIn();
    if (session.role === null || session.grant_revoked_at) throw notSignedIn();
    if (idleMs > TOUCH_SECONDS * 1000) await touchSession(trx, tenant, { tokenHash, at: now });
    return {
      tenant,
      accountId: session.account_id,
      login: session.login,
      displayName: session.display_name,
      role: session.role as Role,
      scope: session.scope ?? '',
    };
  });
}

/** Opens a session for an account that has proved who it is; the token is told once. */
export async function openSession(
  office: Office,
  tenant: string,
  session: { accountId: string; grantId: string | null; totpPassed: boolean; address: string },
): Promise<string> {
  const token = newToken(tenant);
  await inSystem(office.database, tenant, async (trx) => {
    await insertSession(trx, tenant, { ...session, tokenHash: hashToken(token), at: office.now() });
  });
  return token;
}
