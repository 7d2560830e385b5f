/** The first office of a server: its three administrators, its first year, its people. All of it or nothing. */
import { Buffer } from 'node:buffer';
import type { Family, Role, SetUp, Setup } from '@kaohe/api-contract';
import { type PersonRow, passwordWorkbook } from '@kaohe/office-files';
import { hashPassword, newPassword } from '../accounts/password.js';
import { addAccount, addGrant } from '../accounts/service.js';
import { recordSession } from '../audit-log/service.js';
import { inSystem } from '../database/transaction.js';
import { invalid } from '../http/refusal.js';
import type { Office, SignedIn, Trx, Work } from '../office/office.js';
import { createYear, issuedScheme } from '../years/create.js';
import { workbookOf } from './people.js';

/** The first office has the first number. */
const TENANT = '1';

interface Person {
  readonly login: string;
  readonly displayName: string;
  readonly family: Family;
  readonly roles: readonly { readonly role: Role; readonly scope: string }[];
}

interface Ready extends Person {
  readonly password: string;
  readonly passwordHash: string;
}

export async function setUpOffice(office: Office, setup: Setup): Promise<SetUp> {
  const named = await workbookOf(setup, setup.year && issuedScheme(office.schemes, setup.year.scheme));
  const people = [...administratorsOf(setup), ...businessOf(named.people)];
  const ready = await Promise.all(people.map(withPassword));
  const now = office.now();
  await inSystem(office.database, TENANT, async (trx) => {
    await trx
      .insertInto('plat.tenants')
      .values({ tenant_id: TENANT, name: setup.office, own_date: null, created_at: now })
      .execute();
    if (setup.year) await createYear(workOf(office, trx, now), setup.year, named.own);
    for (const person of ready) await addPerson(office, trx, { person, year: setup.year?.year ?? null });
    const entry = { tenant: TENANT, login: '', address: '', event: 'office.set-up', subject: setup.office } as const;
    await recordSession(office, trx, { ...entry, succeeded: true });
  });
  const passwords = ready.map(({ login, displayName, password }) => ({ login, displayName, password }));
  const workbook = await passwordWorkbook(passwords, now.toISOString().slice(0, 10));
  return { passwords, workbook: Buffer.from(workbook).toString('base64') };
}

function administratorsOf(setup: Setup): Person[] {
  const three = [
    ['system-administrator', setup.systemAdministrator],
    ['security-administrator', setup.securityAdministrator],
    ['auditor', setup.auditor],
  ] as const;
  if (new Set(three.map(([, { login }]) => login)).size < three.length)
    throw invalid(
      '三个管理员必须是三个登录名（三员分立）。',
      'The three administrators must be three different logins.',
      { field: 'login' },
    );
  return three.map(([family, one]) => ({ ...one, family, roles: [{ role: family, scope: '' }] }));
}

function businessOf(rows: readonly PersonRow[]): Person[] {
  const people = new Map<string, Person>();
  for (const { login, displayName, role, scope } of rows) {
    const before = people.get(login)?.roles ?? [];
    people.set(login, { login, displayName, family: 'business', roles: [...before, { role: role as Role, scope }] });
  }
  return [...people.values()];
}

async function withPassword(person: Person): Promise<Ready> {
  const password = newPassword();
  return { ...person, password, passwordHash: await hashPassword(password) };
}

async function addPerson(
  office: Office,
  trx: Trx,
  { person: { roles, ...person }, year }: { person: Ready; year: string | null },
): Promise<void> {
  const { newId, now } = office;
  const accountId = newId();
  await addAccount(trx, TENANT, { ...person, accountId, mustChange: true, at: now() });
  for (const { role, scope } of roles) {
    const given = { role, scope, year: scope === '' ? null : year };
    await addGrant(trx, TENANT, { grantId: newId(), accountId, family: person.family, ...given, at: now(), by: '' });
  }
}

/** The system acting in the office's place. */
function workOf({ newId, schemes }: Office, trx: Trx, now: Date): Work {
  const acting: SignedIn = {
    tenant: TENANT,
    accountId: '',
    login: '',
    displayName: '',
    role: 'office',
    scope: '',
    year: null,
  };
  const today = now.toISOString().slice(0, 10);
  return { trx, acting, now, today, newId, schemes, ifMatch: undefined, note: () => undefined };
}
