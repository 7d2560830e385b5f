/** What the security administrator does: gives and revokes roles, without making accounts. */
import type { Family, GrantJson, NewGrantJson, PageQuery, Role } from '@kaohe/api-contract';
import { mayLackScope, scopeKindOf } from '@kaohe/api-contract';
import { keyAfter, pageOf } from '../http/page.js';
import { invalid, noSuch } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { scopeName, scopesByYear, scopesOf } from '../years/scopes.js';
import { familyOf } from './families.js';
import { type GrantRow, insertGrant, listGrants as listRows, revokeGrant as revokeRow } from './grants-rows.js';
import { findAccount } from './repo.js';

export async function listGrants(work: Work, query: PageQuery) {
  const after = keyAfter(query.after, 'text', 'uuid');
  const read = await listRows(work.trx, work.acting.tenant, { after, limit: query.limit });
  const { rows, next } = pageOf(read, query, ({ login, grant_id }) => [login, grant_id]);
  return { grants: await grantsJson(work, rows), next };
}

/** Gives a role; refused where the account is of another family, the scope is none, or the role is held already. */
export async function giveGrant(work: Work, wanted: NewGrantJson): Promise<GrantJson> {
  const { trx, acting, now, newId } = work;
  const { account: accountId, role, scope, year = null } = wanted;
  const account = await findAccount(trx, acting.tenant, accountId);
  if (!account) throw noSuch('这个账号', 'such account');
  if (accountId === acting.accountId) throw notOneself();
  if (account.family !== familyOf(role)) throw otherFamily();
  await checkScope(work, { role, scope, year });
  const held = (await listRows(trx, acting.tenant)).filter((one) => one.account_id === accountId);
  if (held.some((one) => one.role === role && one.scope === scope && one.year_id === year)) throw heldAlready();
  const grantId = newId();
  await insertGrant(trx, acting.tenant, {
    grantId,
    accountId,
    family: account.family as Family,
    role,
    scope,
    year,
    at: now,
    by: acting.login,
  });
  work.note({ subject: account.login, after: { role, scope, year } });
  return await getGrant(work, grantId);
}

/** Revokes a role at once: a session that acts in it is refused with its next request. */
export async function revokeGrant(work: Work, grantId: string): Promise<GrantJson> {
  const { trx, acting, now } = work;
  const grant = await getGrant(work, grantId);
  if (grant.account === acting.accountId) throw notOneself();
  if (!(await revokeRow(trx, acting.tenant, { grantId, at: now }))) throw noGrant();
  const { role, scope, year } = grant;
  work.note({ subject: grant.login, before: { role, scope, year } });
  return grant;
}

async function getGrant(work: Work, grantId: string): Promise<GrantJson> {
  const rows = (await listRows(work.trx, work.acting.tenant)).filter((one) => one.grant_id === grantId);
  const [grant] = await grantsJson(work, rows);
  if (!grant) throw noGrant();
  return grant;
}

async function grantsJson({ trx, acting }: Work, rows: readonly GrantRow[]): Promise<GrantJson[]> {
  const scopes = await scopesByYear(
    trx,
    acting.tenant,
    rows.map(({ year_id }) => year_id),
  );
  return rows.map((row): GrantJson => {
    const given = { role: row.role as Role, scope: row.scope, year: row.year_id };
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
}

async function checkScope({ trx, acting }: Work, { role, scope, year }: Pick<GrantJson, 'role' | 'scope' | 'year'>) {
  if (scope === '' && year === null && mayLackScope(role)) return;
  const kind = scopeKindOf(role);
  if (kind !== 'none' && scope !== '') {
    if (year === null) throw noYear();
    const scopes = await scopesOf(trx, acting.tenant, year);
    if (scopes[kind].some((one) => one.scope === scope)) return;
  }
  throw invalid(
    `“${scope}”不是这个角色${year === null ? '' : `在${year}年度`}的范围：考核组的角色写组，被考核单位写单位，评分的角色写评分人，提供情况的处室写处室，督导组写组或不写，其余不写范围和年度。`,
    `“${scope}” is no scope of this role${year === null ? '' : ` in the year ${year}`}: a team for team roles, a unit for assessed units, a rater for rating roles, a division for supplying ones, a group or nothing for patrol groups, and neither scope nor year for the others.`,
    { field: 'scope' },
  );
}

const noGrant = () => noSuch('这项授权', 'such grant');
const noYear = () =>
  invalid(
    '请写明是哪个年度的组、单位、评分人、处室：同样的名称每年都有，授权只管一个年度。',
    'State the year of the team, unit, rater or division: the same names return every year, and a grant is for one year.',
    { field: 'year' },
  );
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
