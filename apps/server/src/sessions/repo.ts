/** Rows of sessions: a token is known by its hash alone. */
import type { Trx } from '../office/office.js';

export interface SessionRow {
  readonly account_id: string;
  readonly login: string;
  readonly display_name: string;
  readonly account_state: 'active' | 'disabled';
  readonly must_change_password: boolean;
  readonly totp_confirmed: boolean;
  readonly totp_passed: boolean;
  readonly last_seen_at: Date;
  readonly revoked_at: Date | null;
  readonly role: string | null;
  readonly scope: string | null;
  readonly grant_revoked_at: Date | null;
}

/** The session of a token with its account and the grant it acts under. */
export async function findSession(trx: Trx, tenant: string, tokenHash: string): Promise<SessionRow | undefined> {
  return await trx
    .selectFrom('kaohe.sessions as s')
    .innerJoin('kaohe.accounts as a', (join) =>
      join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.account_id', '=', 's.account_id'),
    )
    .leftJoin('kaohe.grants as g', (join) =>
      join.onRef('g.tenant_id', '=', 's.tenant_id').onRef('g.grant_id', '=', 's.grant_id'),
    )
    .select([
      's.account_id',
      'a.login',
      'a.display_name',
      'a.state as account_state',
      'a.must_change_password',
      'a.totp_confirmed',
      's.totp_passed',
      's.last_seen_at',
      's.revoked_at',
      'g.role',
      'g.scope',
      'g.revoked_at as grant_revoked_at',
    ])
    .where('s.tenant_id', '=', tenant)
    .where('s.token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export async function touchSession(trx: Trx, tenant: string, seen: { tokenHash: string; at: Date }): Promise<void> {
  await trx
    .updateTable('kaohe.sessions')
    .set({ last_seen_at: seen.at })
    .where('tenant_id', '=', tenant)
    .where('token_hash', '=', seen.tokenHash)
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
