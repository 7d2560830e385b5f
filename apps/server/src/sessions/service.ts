/** Who is signed in: from the cookie's token to the role acting. */
import type { Role } from '@kaohe/api-contract';
import type { FastifyRequest } from 'fastify';
import { needsSecondFactor } from '../accounts/families.js';
import { IDLE_MS, PASSWORD_VALID_MS } from '../accounts/settings.js';
import { inSystem } from '../database/transaction.js';
import { notSignedIn, Refusal } from '../http/refusal.js';
import type { Office, SignedIn } from '../office/office.js';
import { findSession, insertSession, type SessionRow, updateSession } from './repo.js';
import { COOKIE, hashToken, newToken, tenantOf } from './token.js';

export { revokeSessions } from './repo.js';

const TOUCH_MS = 30_000;

/** A session that lives, whatever its person still has to do. */
export interface LiveSession {
  readonly tenant: string;
  readonly tokenHash: string;
  readonly row: SessionRow;
}

/** The person signed in and the role they act in; refuses everyone else, and whoever has something to do before. */
export async function signedIn(office: Office, request: FastifyRequest): Promise<SignedIn> {
  const session = await liveSession(office, request, { touch: true });
  if (!session) throw notSignedIn();
  const { tenant, row } = session;
  if (mustChangePassword(row, office.now())) throw passwordChangeRequired();
  if (row.role === null || row.grant_revoked_at) throw roleRequired();
  if (mustPassTotp(row)) throw totpRequired();
  return {
    tenant,
    accountId: row.account_id,
    login: row.login,
    displayName: row.display_name,
    role: row.role as Role,
    scope: row.scope ?? '',
    year: row.year_id,
  };
}

/** The session of the request's cookie; undefined where it has ended or never was. `touch` keeps it from falling idle. */
export async function liveSession(
  office: Office,
  request: FastifyRequest,
  { touch }: { touch: boolean },
): Promise<LiveSession | undefined> {
  const token = request.cookies[COOKIE];
  const tenant = tenantOf(token);
  if (token === undefined || tenant === undefined) return undefined;
  return await inSystem(office.database, tenant, async (trx) => {
    const now = office.now();
    const tokenHash = hashToken(token);
    const row = await findSession(trx, tenant, tokenHash);
    if (!row || row.revoked_at || row.account_state !== 'active') return undefined;
    const idleMs = now.getTime() - row.last_seen_at.getTime();
    if (idleMs > IDLE_MS) return undefined;
    if (touch && idleMs > TOUCH_MS) await updateSession(trx, tenant, { tokenHash, change: { last_seen_at: now } });
    return { tenant, tokenHash, row };
  });
}

/** A new account's password is not its own yet, and an old one has expired; in a demonstration none expires. */
export function mustChangePassword(
  { must_change_password, password_set_at, own_date }: SessionRow,
  now: Date,
): boolean {
  return must_change_password || (own_date === null && now.getTime() - password_set_at.getTime() > PASSWORD_VALID_MS);
}

/** Whether the role acting needs a code and none was given. */
export function mustPassTotp({ role, own_date, totp_passed }: SessionRow): boolean {
  return role !== null && own_date === null && !totp_passed && needsSecondFactor(role as Role);
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

function passwordChangeRequired(): Refusal {
  return new Refusal(403, {
    code: 'password-change-required',
    title: '请先改口令',
    titleEn: 'Change the password first',
    detail: '口令是初始的，或者已经到期。请先改成自己的口令。',
    detailEn: 'The password is an initial one or has expired. Change it to one of your own first.',
  });
}

function totpRequired(): Refusal {
  return new Refusal(403, {
    code: 'totp-required',
    title: '请先设动态口令',
    titleEn: 'Set up the authenticator first',
    detail: '管理员和评分的人登录要有动态口令。请先设好；已经设好的，请重新登录。',
    detailEn:
      'Administrators and scorers sign in with an authenticator. Set it up first; if it is set up, sign in again.',
  });
}

function roleRequired(): Refusal {
  return new Refusal(403, {
    code: 'role-required',
    title: '请先选角色',
    titleEn: 'Choose a role first',
    detail: '您还没有选这次用哪个角色，或者这个角色已被撤销。请选一个角色；一个也没有的，请联系安全管理员。',
    detailEn:
      'You have not said in which role you act, or that role was revoked. Choose one; with none, ask the security administrator.',
  });
}
