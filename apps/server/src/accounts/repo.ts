/** Rows of accounts, of their former passwords, and of failed sign-ins by address. */
import type { Family } from '@kaohe/api-contract';
import { sql } from 'kysely';
import type { PageOfRows } from '../http/page.js';
import type { Trx } from '../office/office.js';

export interface AccountRow {
  readonly account_id: string;
  readonly family: string;
  readonly login: string;
  readonly display_name: string;
  readonly state: 'active' | 'disabled';
  readonly password_set_at: Date;
  readonly must_change_password: boolean;
  readonly totp_confirmed: boolean;
  readonly failures: number;
  readonly locked_until: Date | null;
  readonly version: number;
}

/** What proves who somebody is; read by signing in alone. */
interface AccountSecrets {
  readonly password_hash: string;
  readonly totp_secret: string | null;
  readonly totp_last_step: string | null;
}
export type ProvableAccount = AccountRow & AccountSecrets;

const COLUMNS = [
  'account_id',
  'family',
  'login',
  'display_name',
  'state',
  'password_set_at',
  'must_change_password',
  'totp_confirmed',
  'failures',
  'locked_until',
  'version',
] as const;

/** The account of a login or an id, held until the transaction ends. */
export async function lockAccount(
  trx: Trx,
  tenant: string,
  by: { readonly login: string } | { readonly id: string },
): Promise<AccountRow | undefined> {
  return await trx
    .selectFrom('kaohe.accounts')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .where(({ eb }) => ('login' in by ? eb('login', '=', by.login) : eb('account_id', '=', by.id)))
    .forUpdate()
    .executeTakeFirst();
}

/** The same with what proves it, for the system: everybody else is told nothing. */
export async function lockProvable(
  trx: Trx,
  tenant: string,
  by: { readonly login: string } | { readonly id: string },
): Promise<ProvableAccount | undefined> {
  const account = await lockAccount(trx, tenant, by);
  if (!account) return undefined;
  const { rows } = await sql<AccountSecrets>`SELECT * FROM kaohe.account_secrets(
    tenant_id => ${tenant}, wanted => ${account.account_id})`.execute(trx);
  return rows[0] && { ...account, ...rows[0] };
}

/** A page of the accounts by login. */
export async function pageOfAccounts(
  trx: Trx,
  tenant: string,
  { after, limit }: PageOfRows<readonly [login: string]>,
): Promise<AccountRow[]> {
  return await trx
    .selectFrom('kaohe.accounts')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .$if(after !== undefined, (query) => query.where('login', '>', after?.[0] ?? ''))
    .orderBy('login')
    .limit(limit + 1)
    .execute();
}

export async function listAccounts(trx: Trx, tenant: string): Promise<AccountRow[]> {
  return await trx
    .selectFrom('kaohe.accounts')
    .select(COLUMNS)
    .where('tenant_id', '=', tenant)
    .orderBy('login')
    .execute();
}

export interface NewAccount {
  readonly accountId: string;
  readonly family: Family;
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly mustChange: boolean;
  readonly at: Date;
}

/** False where the login is taken. */
export async function insertAccount(trx: Trx, tenant: string, account: NewAccount): Promise<boolean> {
  const inserted = await trx
    .insertInto('kaohe.accounts')
    .values({
      tenant_id: tenant,
      account_id: account.accountId,
      family: account.family,
      login: account.login,
      display_name: account.displayName,
      state: 'active',
      password_hash: account.passwordHash,
      password_set_at: account.at,
      must_change_password: account.mustChange,
      totp_secret: null,
      totp_confirmed: false,
      totp_last_step: null,
      failures: 0,
      locked_until: null,
      version: 1,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'login']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export type AccountChange = Partial<Omit<ProvableAccount, 'account_id' | 'family' | 'login'>>;

export async function updateAccount(
  trx: Trx,
  tenant: string,
  { accountId, change }: { accountId: string; change: AccountChange },
): Promise<void> {
  await trx
    .updateTable('kaohe.accounts')
    .set(change)
    .where('tenant_id', '=', tenant)
    .where('account_id', '=', accountId)
    .execute();
}

/** Hashes of the passwords before the one in use, the newest first. */
export async function formerPasswords(trx: Trx, tenant: string, accountId: string) {
  return await trx
    .selectFrom('kaohe.password_history')
    .select(['set_at', 'password_hash'])
    .where('tenant_id', '=', tenant)
    .where('account_id', '=', accountId)
    .orderBy('set_at', 'desc')
    .execute();
}

/** Puts the password in use on the list of former ones, without reading it. */
export async function keepFormerPassword(trx: Trx, accountId: string): Promise<void> {
  await sql`SELECT kaohe.keep_former_password(${accountId})`.execute(trx);
}

export async function forgetPasswordsBefore(
  trx: Trx,
  tenant: string,
  { accountId, before }: { accountId: string; before: Date },
): Promise<void> {
  await trx
    .deleteFrom('kaohe.password_history')
    .where('tenant_id', '=', tenant)
    .where('account_id', '=', accountId)
    .where('set_at', '<', before)
    .execute();
}

export interface Attempts {
  readonly failures: number;
  readonly locked_until: Date | null;
}

/** The failures of an address, held until the transaction ends. */
export async function lockAddress(trx: Trx, tenant: string, address: string): Promise<Attempts> {
  await trx
    .insertInto('kaohe.address_failures')
    .values({ tenant_id: tenant, address, failures: 0, locked_until: null })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'address']).doNothing())
    .execute();
  return await trx
    .selectFrom('kaohe.address_failures')
    .select(['failures', 'locked_until'])
    .where('tenant_id', '=', tenant)
    .where('address', '=', address)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function updateAddress(
  trx: Trx,
  tenant: string,
  { address, attempts }: { address: string; attempts: Attempts },
): Promise<void> {
  await trx
    .updateTable('kaohe.address_failures')
    .set({ failures: attempts.failures, locked_until: attempts.locked_until })
    .where('tenant_id', '=', tenant)
    .where('address', '=', address)
    .execute();
}

/** Lets every locked address try again. */
export async function unlockAddresses(trx: Trx, tenant: string): Promise<void> {
  await trx
    .updateTable('kaohe.address_failures')
    .set({ failures: 0, locked_until: null })
    .where('tenant_id', '=', tenant)
    .where('locked_until', 'is not', null)
    .execute();
}

/** The family of an account, for whoever may read it and not change it. */
export async function findAccount(
  trx: Trx,
  tenant: string,
  accountId: string,
): Promise<Pick<AccountRow, 'family' | 'login'> | undefined> {
  return await trx
    .selectFrom('kaohe.accounts')
    .select(['family', 'login'])
    .where('tenant_id', '=', tenant)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}
