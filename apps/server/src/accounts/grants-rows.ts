/** Rows of grants: given and revoked, never deleted. */
import type { Family, Role } from '@kaohe/api-contract';
import { sql } from 'kysely';
import type { PageOfRows } from '../http/page.js';
import type { Trx } from '../office/office.js';

export interface NewGrant {
  readonly grantId: string;
  readonly accountId: string;
  readonly family: Family;
  readonly role: Role;
  readonly scope: string;
  /** The year the scope is of; null where there is no scope. */
  readonly year: string | null;
  readonly at: Date;
  readonly by: string;
}

export interface GrantRow {
  readonly grant_id: string;
  readonly account_id: string;
  readonly login: string;
  readonly display_name: string;
  readonly family: string;
  readonly role: string;
  readonly scope: string;
  readonly year_id: string | null;
  readonly granted_at: Date;
  readonly granted_by: string;
}

export async function insertGrant(trx: Trx, tenant: string, grant: NewGrant): Promise<void> {
  await trx
    .insertInto('kaohe.grants')
    .values({
      tenant_id: tenant,
      grant_id: grant.grantId,
      account_id: grant.accountId,
      family: grant.family,
      role: grant.role,
      scope: grant.scope,
      year_id: grant.year,
      granted_at: grant.at,
      granted_by: grant.by,
      revoked_at: null,
    })
    .execute();
}

/** The grants in force with who holds them, by login: all, or a page. */
export async function listGrants(
  trx: Trx,
  tenant: string,
  page?: PageOfRows<readonly [login: string, grantId: string]>,
): Promise<GrantRow[]> {
  return await trx
    .selectFrom('kaohe.grants as g')
    .innerJoin('kaohe.accounts as a', (join) =>
      join.onRef('a.tenant_id', '=', 'g.tenant_id').onRef('a.account_id', '=', 'g.account_id'),
    )
    .select([
      'g.grant_id',
      'g.account_id',
      'a.login',
      'a.display_name',
      'g.family',
      'g.role',
      'g.scope',
      'g.year_id',
      'g.granted_at',
      'g.granted_by',
    ])
    .where('g.tenant_id', '=', tenant)
    .where('g.revoked_at', 'is', null)
    .$if(page?.after !== undefined, (query) =>
      query.where(sql<boolean>`(a.login, g.grant_id) > (${page?.after?.[0]}, ${page?.after?.[1]}::uuid)`),
    )
    .orderBy('a.login')
    .orderBy('g.grant_id')
    .$if(page !== undefined, (query) => query.limit((page?.limit ?? 0) + 1))
    .execute();
}

/** False where there is none in force. */
export async function revokeGrant(
  trx: Trx,
  tenant: string,
  { grantId, at }: { grantId: string; at: Date },
): Promise<boolean> {
  const changed = await trx
    .updateTable('kaohe.grants')
    .set({ revoked_at: at })
    .where('tenant_id', '=', tenant)
    .where('grant_id', '=', grantId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
