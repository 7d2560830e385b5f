/** What the pages are told about a session, and about a server nobody is signed in to. */
import { ROLES, type Role, type SessionJson, type SignedInJson, type SignedOutJson } from '@kaohe/api-contract';
import { needsSecondFactor } from '../accounts/families.js';
import { heldRoles } from '../accounts/held-roles.js';
import { SECURITY } from '../accounts/settings.js';
import { inSystem } from '../database/transaction.js';
import { DEMONSTRATION_PASSWORD } from '../demonstration/accounts.js';
import type { Office, Trx } from '../office/office.js';
import { todayOf } from '../office/today.js';
import { listOffices, type OfficeRow } from './offices.js';
import { type LiveSession, mustChangePassword } from './service.js';

export async function describeSession(office: Office, session: LiveSession | undefined): Promise<SessionJson> {
  return session ? await describeSignedIn(office, session) : await describeSignedOut(office);
}

async function describeSignedIn(office: Office, { tenant, row }: LiveSession): Promise<SignedInJson> {
  const now = office.now();
  return await inSystem(office.database, tenant, async (trx) => {
    const roles = await heldRoles(trx, tenant, row.account_id);
    const mustSetUp = row.own_date === null && roles.some(({ role }) => needsSecondFactor(role));
    return {
      signedIn: true as const,
      login: row.login,
      displayName: row.display_name,
      office: row.office_name,
      demonstration: row.own_date !== null,
      today: await todayOf(trx, tenant, now),
      idleMinutes: SECURITY.idleMinutes,
      mustChangePassword: mustChangePassword(row, now),
      totp: row.totp_confirmed ? ('on' as const) : mustSetUp ? ('required' as const) : ('offered' as const),
      roles,
      acting: roles.find(({ grant }) => grant === row.grant_id) ?? null,
    };
  });
}

async function describeSignedOut(office: Office): Promise<SignedOutJson> {
  const offices = await listOffices(office);
  const [only] = offices;
  return {
    signedIn: false,
    offices: offices.map(({ name }) => name),
    demonstration: only && offices.length === 1 ? await openAccounts(office, only) : null,
  };
}

/** In a demonstration, and only there, the accounts are everybody's. */
async function openAccounts(
  office: Office,
  { tenant_id, own_date }: OfficeRow,
): Promise<SignedOutJson['demonstration']> {
  if (own_date === null) return null;
  const accounts = await inSystem(office.database, tenant_id, async (trx) => await firstRoles(trx, tenant_id));
  return { password: DEMONSTRATION_PASSWORD, accounts };
}

async function firstRoles(trx: Trx, tenant: string) {
  const rows = await trx
    .selectFrom('kaohe.accounts as a')
    .innerJoin('kaohe.grants as g', (join) =>
      join.onRef('g.tenant_id', '=', 'a.tenant_id').onRef('g.account_id', '=', 'a.account_id'),
    )
    .select(['a.login', 'a.display_name', 'g.role'])
    .where('a.tenant_id', '=', tenant)
    .where('a.state', '=', 'active')
    .where('g.revoked_at', 'is', null)
    .orderBy('g.granted_at')
    .execute();
  const byRole = rows.sort((a, b) => ROLES.indexOf(a.role as Role) - ROLES.indexOf(b.role as Role));
  const first = byRole.filter(({ login }, index) => byRole.findIndex((one) => one.login === login) === index);
  return first.map(({ login, display_name, role }) => ({ login, displayName: display_name, role: role as Role }));
}
