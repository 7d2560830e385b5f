/** The roles an account holds now. */
import { type HeldRole, ROLES, type Role } from '@kaohe/api-contract';
import type { Trx } from '../office/office.js';
import { scopeName, scopesByYear } from '../years/scopes.js';

/** In the order of the table of roles; a revoked grant is none. */
export async function heldRoles(trx: Trx, tenant: string, accountId: string): Promise<HeldRole[]> {
  const grants = await trx
    .selectFrom('kaohe.grants')
    .select(['grant_id', 'role', 'scope', 'year_id'])
    .where('tenant_id', '=', tenant)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .orderBy('granted_at')
    .execute();
  if (grants.length === 0) return [];
  const scopes = await scopesByYear(
    trx,
    tenant,
    grants.map(({ year_id }) => year_id),
  );
  const held = grants.map(({ grant_id, role, scope, year_id }) => {
    const one = { role: role as Role, scope, year: year_id };
    return { grant: grant_id, ...one, scopeName: scopeName(scopes, one) };
  });
  return held.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}
