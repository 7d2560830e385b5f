/** What the security administrator does: gives and revokes roles, without making accounts. */
import type { Family, GrantJson, GrantListJson, NewGrantJson, Role } from '@kaohe/api-contract';
import { scopeKindOf } from '@kaohe/api-contract';
import { invalid, noSuch } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { type Scopes, scopeName, scopesOf } from '../years/scopes.js';
import { familyOf } from './families.js';
import { insertGrant, listGrants as listRows, revokeGrant as revokeRow } from './grants-rows.js';
import { findAccount } from './repo.js';

export async function listGrants({ trx, acting }: Work): Promise<GrantListJson> {
  const scopes = await scopesOf(trx, acting.tenant);
  const rows = await listRows(trx, acting.tenant);
  const grants = rows.map((row): GrantJson => {
    const given = { role: row.role as Role, scope: row.scope };
    return {
      grant: row.grant_id,
      account: row.account_id,
      login: row.login,
      displayName: row.display_name,
      ...given,
      scopeName: scopeName(scopes, given),
      grantedAt: row.granted_at.toISOString(),
      grantedBy: row.granted_by,
    };
  });
  const { team, unit, rater, division } = scopes;
  return { grants, scopes: { team: [...team], unit: [...unit], rater: [...rater], division: [...division] } };
}

/** Gives a role; refused where the account is of another family, the scope is none, or the role is held already. */
export async function giveGrant(work: Work, wanted: NewGrantJson): Promise<GrantListJson> {
  const { trx, acting, now, newId } = work;
  const { account: accountId, role, scope } = wanted;
  const account = await findAccount(trx, acting.tenant, accountId);
  if (!account) throw noSuch('这个账号', 'such account');
  if (accountId === acting.accountId) throw notOneself();
  if (account.family !== familyOf(role)) throw otherFamily();
  checkScope(await scopesOf(trx, acting.tenant), wanted);
  const held = (await listRows(trx, acting.tenant)).filter((one) => one.account_id === accountId);
  if (held.some((one) => one.role === role && one.scope === scope)) throw heldAlready();
  const family = account.family as Family;
  await insertGrant(trx, acting.tenant, {
    grantId: newId(),
    accountId,
    family,
    role,
    scope,
    at: now,
    by: acting.login,
  });
  work.note({ subject: account.login, after: { role, scope } });
  return await listGrants(work);
}

/** Revokes a role at once: a session that acts in it is refused with its next request. */
export async function revokeGrant(work: Work, grantId: string): Promise<GrantListJson> {
  const { trx, acting, now } = work;
  const row = (await listRows(trx, acting.tenant)).find((one) => one.grant_id === grantId);
  if (!row || !(await revokeRow(trx, acting.tenant, { grantId, at: now }))) throw noSuch('这项授权', 'such grant');
  if (row.account_id === acting.accountId) throw notOneself();
  work.note({ subject: row.login, before: { role: row.role, scope: row.scope } });
  return await listGrants(work);
}

function checkScope(scopes: Scopes, { role, scope }: Pick<NewGrantJson, 'role' | 'scope'>): void {
  const kind = scopeKindOf(role);
  if (kind === 'none' ? scope === '' : scopes[kind].some((one) => one.scope === scope)) return;
  throw invalid(
    `“${scope}”不是这个角色的范围：考核组的角色写组，被考核单位写单位，评分的角色写评分人，提供情况的处室写处室，其余不写。`,
    `“${scope}” is no scope of this role: a team for team roles, a unit for assessed units, a rater for rating roles, a division for supplying ones, and nothing for the others.`,
    { field: 'scope' },
  );
}

const otherFamily = () =>
  invalid(
    '系统管理员、安全管理员、审计员三者互不兼任，也不兼任业务角色（三员分立）。请另建一个账号。',
    'The system administrator, the security administrator and the auditor exclude each other and every business role. Use another account.',
    { field: 'role' },
  );
const heldAlready = () => invalid('这个账号已有这个角色。', 'The account holds this role already.', { field: 'role' });
const notOneself = () =>
  invalid(
    '不能改自己的授权，请由另一位安全管理员办理。',
    'You cannot change your own grants: another security administrator does.',
  );
