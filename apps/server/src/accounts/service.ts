/** What the system administrator does: accounts, without the roles they hold and without what they see. */
import type { AccountChangeJson, AccountJson, Family, NewAccountJson, PageQuery } from '@kaohe/api-contract';
import { keyAfter, pageOf } from '../http/page.js';
import { invalid, noSuch, staleEdit } from '../http/refusal.js';
import type { Trx, Work } from '../office/office.js';
import { revokeSessions } from '../sessions/service.js';
import { isLocked } from './attempts.js';
import { insertGrant } from './grants-rows.js';
import { hashPassword } from './password.js';
import { passwordRefusal } from './password-rules.js';
import {
  type AccountChange,
  type AccountRow,
  insertAccount,
  keepFormerPassword,
  lockAccount,
  type NewAccount,
  pageOfAccounts,
  unlockAddresses,
  updateAccount,
} from './repo.js';

export async function listAccounts({ trx, acting, now }: Work, query: PageQuery) {
  const after = keyAfter(query.after, 'text');
  const read = await pageOfAccounts(trx, acting.tenant, { after, limit: query.limit });
  const { rows, next } = pageOf(read, query, ({ login }) => [login]);
  return { accounts: rows.map((row) => accountJson(row, now)), next };
}

/** A new account; it can do nothing until the security administrator gives it a role. */
export async function createAccount(work: Work, wanted: NewAccountJson): Promise<AccountJson> {
  const { trx, acting, now, newId } = work;
  const { login, displayName, family } = wanted;
  const refusal = passwordRefusal(wanted.initialPassword, wanted);
  if (refusal) throw refusal;
  const passwordHash = await hashPassword(wanted.initialPassword);
  const account = { accountId: newId(), family, login, displayName, passwordHash, mustChange: true, at: now };
  await addAccount(trx, acting.tenant, account);
  work.note({ subject: login, after: { login, displayName, family } });
  return accountJson(await getAccount(work, account.accountId), now);
}

/** Inserts an account; refused where its login is taken. */
export async function addAccount(trx: Trx, tenant: string, account: NewAccount): Promise<void> {
  if (!(await insertAccount(trx, tenant, account)))
    throw invalid(`登录名“${account.login}”已经有了。`, `The login “${account.login}” is taken.`, { field: 'login' });
}

export { insertGrant as addGrant };

/** Disables, enables, unlocks, renames an account, gives it a new initial password, takes its authenticator away. */
export async function changeAccount(
  work: Work,
  { accountId, wanted }: { accountId: string; wanted: AccountChangeJson },
): Promise<AccountJson> {
  const { trx, acting, now, ifMatch } = work;
  const row = await getAccount(work, accountId);
  if (ifMatch !== undefined && ifMatch !== row.version) throw staleEdit(accountJson(row, now), wanted);
  if (accountId === acting.accountId) throw notOneself();
  const change = { ...(await changeOf(work, row, wanted)), version: row.version + 1 };
  await updateAccount(trx, acting.tenant, { accountId, change });
  if (wanted.unlock) await unlockAddresses(trx, acting.tenant);
  const endsSessions = wanted.state === 'disabled' || wanted.initialPassword !== undefined || wanted.resetTotp;
  if (endsSessions) await revokeSessions(trx, acting.tenant, { accountId, at: now });
  const { initialPassword, ...others } = wanted;
  const after = { ...others, ...(initialPassword !== undefined && { passwordReset: true }) };
  work.note({ subject: row.login, before: { displayName: row.display_name, state: row.state }, after });
  return accountJson(await getAccount(work, accountId), now);
}

/** Ends every session of an account. */
export async function endSessions(work: Work, accountId: string): Promise<AccountJson> {
  const { trx, acting, now } = work;
  const row = await getAccount(work, accountId);
  await revokeSessions(trx, acting.tenant, { accountId, at: now });
  work.note({ subject: row.login });
  return accountJson(row, now);
}

async function changeOf({ trx, now }: Work, row: AccountRow, wanted: AccountChangeJson): Promise<AccountChange> {
  const { displayName, state, unlock, initialPassword, resetTotp } = wanted;
  if (initialPassword !== undefined) {
    const refusal = passwordRefusal(initialPassword, { login: row.login, family: row.family as Family });
    if (refusal) throw refusal;
    await keepFormerPassword(trx, row.account_id);
  }
  return {
    ...(displayName !== undefined && { display_name: displayName }),
    ...(state !== undefined && { state }),
    ...(unlock && { failures: 0, locked_until: null }),
    ...(initialPassword !== undefined && {
      password_hash: await hashPassword(initialPassword),
      password_set_at: now,
      must_change_password: true,
      failures: 0,
      locked_until: null,
    }),
    ...(resetTotp && { totp_secret: null, totp_confirmed: false, totp_last_step: null }),
  };
}

export async function getAccount({ trx, acting }: Work, id: string): Promise<AccountRow> {
  const row = await lockAccount(trx, acting.tenant, { id });
  if (!row) throw noSuch('这个账号', 'such account');
  return row;
}

export function accountJson(row: AccountRow, now: Date): AccountJson {
  return {
    account: row.account_id,
    family: row.family as Family,
    login: row.login,
    displayName: row.display_name,
    state: row.state,
    locked: isLocked(row, now),
    mustChangePassword: row.must_change_password,
    totp: row.totp_confirmed,
    version: row.version,
  };
}

const notOneself = () =>
  invalid(
    '不能停用、重置自己的账号，请由另一位系统管理员办理；自己的口令在“我的口令”里改。',
    'You cannot disable or reset your own account: another system administrator does. Change your password under “My password”.',
  );
