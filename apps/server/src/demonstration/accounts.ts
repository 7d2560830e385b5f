/** The open accounts of a demonstration: one for every role, all with one password that everybody is told. */
import { type HeldRole, ROLES, type Role, scopeKindOf } from '@kaohe/api-contract';
import { familyOf } from '../accounts/families.js';
import { hashPassword } from '../accounts/password.js';
import { addAccount, addGrant } from '../accounts/service.js';
import type { Office, Trx } from '../office/office.js';
import type { Scopes } from '../years/scopes.js';

export const DEMONSTRATION_PASSWORD = 'Kaohe-2019-demo';

/** The unit whose own page the demonstration shows: its sheet is half done. */
const SHOWN_UNIT = '新郑市';

/** How the holder of a role appears: a post, never a name. */
const POSTS: Readonly<Record<Role, string>> = {
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  auditor: '审计员',
  office: '安委办综合科',
  'counting-clerk': '安委办计票员',
  approver: '安委会审定人',
  'team-leader': '第一组组长',
  'team-member': '第一组成员',
  'rating-leader': '领导01',
  'rating-division': '处室01',
  'division-head': '处室01分管领导',
  'supplying-division': '事故统计处室',
  'patrol-group': '第三督导组',
  'assessed-unit': `${SHOWN_UNIT}安委办`,
};

/** Somebody with two roles, as the notice has them: leads a team, and rates as a leader. */
const TWO_ROLES = { login: 'leader-02', displayName: '领导02（兼第二组组长）' };

/** Adds the accounts to the tenant of the transaction; logins are the roles' own names. */
export async function addDemonstrationAccounts(
  office: Office,
  trx: Trx,
  { tenant, year, scopes }: { tenant: string; year: string; scopes: Scopes },
): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const add = async (person: { login: string; displayName: string }, roles: readonly Given[]) => {
    const accountId = office.newId();
    const family = familyOf(roles[0]?.role ?? 'office');
    const at = office.now();
    await addAccount(trx, tenant, { accountId, family, ...person, passwordHash, mustChange: false, at });
    for (const { role, scope } of roles) {
      const given = { role, scope, year: scope === '' ? null : year };
      await addGrant(trx, tenant, { grantId: office.newId(), accountId, family, ...given, at, by: '' });
    }
  };
  for (const role of ROLES)
    await add({ login: role, displayName: POSTS[role] }, [{ role, scope: scopeOf(role, scopes) }]);
  await add(TWO_ROLES, [
    { role: 'team-leader', scope: scopes.team[1]?.scope ?? '' },
    { role: 'rating-leader', scope: scopes.rater.filter(({ scope }) => scope.startsWith('leader'))[1]?.scope ?? '' },
  ]);
}

type Given = Pick<HeldRole, 'role' | 'scope'>;

function scopeOf(role: Role, scopes: Scopes): string {
  const kind = scopeKindOf(role);
  if (kind === 'none') return '';
  if (kind === 'unit') return SHOWN_UNIT;
  if (kind === 'division') return scopes.division[0]?.scope ?? '';
  if (kind === 'group') return scopes.group[2]?.scope ?? '';
  const form = role === 'rating-leader' ? 'leader' : 'division';
  const possible = kind === 'rater' ? scopes.rater.filter(({ scope }) => scope.startsWith(form)) : scopes.team;
  return possible[0]?.scope ?? '';
}
