/** Rows of sessions: a token is known by its hash alone. */
import type { Trx } from '../office/office.js';

export interface SessionRow {
  readonly account_id: string;
  readonly login: string;
  readonly display_name: string;
  readonly account_state: 'active' | 'disabled';
  readonly must_change_password: boolean;
  readonly password_set_at: Date;
  readonly totp_confirmed: boolean;
  readonly totp_passed: boolean;
  readonly last_seen_at: Date;
  readonly revoked_at: Date | null;
  readonly grant_id: string | null;
  readonly role: string | null;
  readonly scope: string | null;
  readonly year_id: string | null;
  readonly grant_revoked_at: Date | null;
  readonly office_name: string;
  readonly own_date: string | null;
}

/** The session of a token with its account, its office and the grant it acts under. */
export async function findSession(trx: Trx, tenant: string, tokenHash: string): Promise<SessionRow | undefined> {
  return await trx
    .selectFrom('kaohe.sessions as s')
    .innerJoin('kaohe.accounts as a', (join) =>
      join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.account_id', '=', 's.account_id'),
    )
    .innerJoin('plat.tenants as t', 't.tenant_id', 's.tenant_id')
    .leftJoin('kaohe.grants as g', (join) =>
      join.onRef('g.tenant_id', '=', 's.tenant_id').onRef('g.grant_id', '=', 's.grant_id'),
    )
    .select([
      's.account_id',
      'a.login',
      'a.display_name',
      'a.state as account_state',
      'a.must_change_password',
      'a.password_set_at',
      'a.totp_confirmed',
      's.totp_passed',
      's.last_seen_at',
      's.revoked_at',
      'g.grant_id',
      'g.role',
      'g.scope',
      'g.year_id',
      'g.revoked_at as grant_revoked_at',
      't.name as office_name',
      't.own_date',
    ])
    .where('s.tenant_id', '=', tenant)
    .where('s.token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export type SessionChange = Partial<{
  last_seen_at: Date;
  grant_id: string;
  totp_passed: boolean;
  revoked_at: Date;
}>;

export async function updateSession(
  trx: Trx,
  tenant: string,
  { tokenHash, change }: { tokenHash: string; change: SessionChange },
): Promise<void> {
  await trx
    .updateTable('kaohe.sessions')
    .set(change)
    .where('tenant_id', '=', tenant)
    .where('token_hash', '=', tokenHash)
    .execute();
}

/** Ends the sessions of an account, all but one where one is to stay. */
export async function revokeSessions(
  trx: Trx,
  tenant: string,
  { accountId, at, but }: { accountId: string; at: Date; but?: string | undefined },
): Promise<void> {
  await trx
    .updateTable('kaohe.sessions')
    .set({ revoked_at: at })
    .where('tenant_id', '=', tenant)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('token_hash', '!=', but ?? '')
    .execute();
}

export async function insertSession(
  trx: Trx,
  tenant: string,
  session: {
    tokenHash: string;
    accountId: string;
    grantId: string | null;
    totpPassed: boolean;
    address: string;
    at: Date;
  },
): Promise<void> {
  await trx
    .insertInto('kaohe.sessions')
    .values({
      tenant_id: tenant,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      grant_id: session.grantId,
      totp_passed: session.totpPassed,
      address: session.address,
      created_at: session.at,
      last_seen_at: session.at,
      revoked_at: null,
    })
    .execute();
}

/** Sessions that have not ended and were used since. */
export async function countLive(trx: Trx, tenant: string, since: Date): Promise<number> {
  const { count } = await trx
    .selectFrom('kaohe.sessions')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', tenant)
    .where('revoked_at', 'is', null)
    .where('last_seen_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}
