/**
 * The workbook of people after the first day, in two acts of two people (三员分立): the system administrator makes the accounts
 * of it, the security administrator gives the roles of it. Each takes all of it or nothing, and may take it again when it grew.
 */
import { Buffer } from 'node:buffer';
import type { AccountsImported, Family, GrantsImported, Role } from '@kaohe/api-contract';
import { type PeopleWords, type PersonRow, readPeople } from '@kaohe/office-files';
import { invalid } from '../http/refusal.js';
import type { Work } from '../office/office.js';
import { roleWords } from '../setup/people.js';
import { workbookRefused } from '../years/population.js';
import { NO_SCOPES, scopesOf } from '../years/scopes.js';
import { insertGrant, listGrants } from './grants-rows.js';
import { hashPassword } from './password.js';
import { passwordRefusal } from './password-rules.js';
import { type AccountRow, listAccounts } from './repo.js';
import { accountJson, addAccount, getAccount } from './service.js';

const FAMILY: Family = 'business';

/** An account for everybody in the workbook who has none; they can do nothing until they are given a role. */
export async function importAccounts(
  work: Work,
  { workbook, initialPasswords }: { workbook: string; initialPasswords: readonly string[] },
): Promise<AccountsImported> {
  const { trx, acting, now, newId } = work;
  const rows = await listAccounts(trx, acting.tenant);
  const people = await peopleIn(workbook, rows, {});
  const wanted = new Map(people.map(({ login, displayName }) => [login, displayName]));
  const existing = rows.filter(({ login }) => wanted.delete(login)).length;
  const added = [...wanted].map(([login, displayName], index) => {
    const password = initialPasswords[index];
    if (password === undefined) throw fewPasswords(wanted.size, initialPasswords.length);
    const refusal = passwordRefusal(password, { login, family: FAMILY });
    if (refusal) throw refusal;
    return { accountId: newId(), family: FAMILY, login, displayName, password };
  });
  const accounts = await Promise.all(
    added.map(async ({ password, ...one }) => ({ ...one, passwordHash: await hashPassword(password) })),
  );
  for (const one of accounts) await addAccount(trx, acting.tenant, { ...one, mustChange: true, at: now });
  work.note({ subject: '人员', after: { logins: [...wanted.keys()] } });
  const made = [];
  for (const { accountId } of accounts) made.push(accountJson(await getAccount(work, accountId), now));
  return { accounts: made, existing };
}

/** The roles of the workbook for those who have accounts; what they hold already stays. */
export async function importGrants(
  work: Work,
  { workbook, year }: { workbook: string; year?: string | undefined },
): Promise<GrantsImported> {
  const { trx, acting, now, newId } = work;
  const rows = await listAccounts(trx, acting.tenant);
  const scopes = year === undefined ? NO_SCOPES : await scopesOf(trx, acting.tenant, year);
  const people = await peopleIn(workbook, rows, { roles: roleWords(scopes), mustExist: true });
  const held = new Set((await listGrants(trx, acting.tenant)).map((one) => key(one, one.year_id)));
  const given = people.flatMap(({ login, role, scope }) => {
    const accountId = rows.find((one) => one.login === login)?.account_id ?? '';
    const ofYear = scope === '' ? null : (year ?? null);
    if (held.has(key({ account_id: accountId, role, scope }, ofYear))) return [];
    return [{ grantId: newId(), accountId, family: FAMILY, role: role as Role, scope, year: ofYear }];
  });
  for (const one of given) await insertGrant(trx, acting.tenant, { ...one, at: now, by: acting.login });
  work.note({
    subject: '人员',
    after: { given: people.map(({ login, role, scope }) => ({ login, role, scope })), year },
  });
  return { given: given.length, held: people.length - given.length };
}

const key = (one: { account_id: string; role: string; scope: string }, year: string | null): string =>
  JSON.stringify([one.account_id, one.role, one.scope, year]);

/** The rows of the workbook against the accounts that are there; refused with the workbook marked. */
async function peopleIn(
  workbook: string,
  rows: readonly AccountRow[],
  words: Pick<PeopleWords, 'roles' | 'mustExist'>,
): Promise<readonly PersonRow[]> {
  const bytes = new Uint8Array(Buffer.from(workbook, 'base64'));
  const existing = rows
    .filter(({ family }) => family === FAMILY)
    .map(({ login, display_name }) => ({ login, displayName: display_name }));
  const taken = rows.filter(({ family }) => family !== FAMILY).map(({ login }) => login);
  const { people, problems } = await readPeople(bytes, { ...words, existing, taken });
  if (problems.length > 0) throw await workbookRefused(bytes, problems);
  return people;
}

const fewPasswords = (people: number, passwords: number) =>
  invalid(
    `表里有 ${people} 个新账号，只给了 ${passwords} 个初始口令；一次最多导入 300 个。`,
    `The workbook has ${people} new accounts and ${passwords} initial passwords came with it; at most 300 are made at once.`,
    { field: 'initialPasswords', wanted: people },
  );
