/** What people change of their own account: the password and the authenticator. */
import type { Family } from '@kaohe/api-contract';
import { recordSession } from '../audit-log/service.js';
import { inSystem } from '../database/transaction.js';
import { invalid, wrongState } from '../http/refusal.js';
import type { Office } from '../office/office.js';
import { countGuess, settle } from './attempts.js';
import { hashPassword, isPassword } from './password.js';
import { passwordRefusal, reused } from './password-rules.js';
import { takeCode } from './prove.js';
import {
  forgetPasswordsBefore,
  formerPasswords,
  keepFormerPassword,
  lockAccount,
  type ProvableAccount,
  updateAccount,
} from './repo.js';
import { SECURITY } from './settings.js';
import { newSecret, totpUri } from './totp.js';

/** Whose account, and from where. */
export interface Owner {
  readonly accountId: string;
  readonly login: string;
  readonly address: string;
}

/** Changes the password of somebody who knows it. */
export async function changePassword(
  office: Office,
  tenant: string,
  { owner, before, after }: { owner: Owner; before: string; after: string },
): Promise<void> {
  const guess = await countGuess(office, tenant, owner);
  const account = 'account' in guess ? guess.account : undefined;
  if (!account || !(await isPassword(before, account.password_hash))) throw notBefore();
  await settle(office, tenant, { ...owner, was: 'right' });
  const refusal = passwordRefusal(after, { login: owner.login, family: account.family as Family });
  if (refusal) throw refusal;
  const hash = await hashPassword(after);
  await inSystem(office.database, tenant, async (trx) => {
    await checkNotReused(await formerPasswords(trx, tenant, owner.accountId), { account, after });
    await keepFormerPassword(trx, owner.accountId);
    const kept = (await formerPasswords(trx, tenant, owner.accountId))[SECURITY.password.notReused - 2];
    if (kept) await forgetPasswordsBefore(trx, tenant, { accountId: owner.accountId, before: kept.set_at });
    const change = { password_hash: hash, password_set_at: office.now(), must_change_password: false };
    await updateAccount(trx, tenant, { accountId: owner.accountId, change });
    await recordSession(office, trx, { tenant, ...owner, event: 'session.password', succeeded: true });
  });
}

async function checkNotReused(
  former: readonly Pick<ProvableAccount, 'password_hash'>[],
  { account, after }: { account: ProvableAccount; after: string },
): Promise<void> {
  const last = [account, ...former].slice(0, SECURITY.password.notReused);
  for (const { password_hash } of last) if (await isPassword(after, password_hash)) throw reused();
}

/** A new secret for the authenticator; it counts from the first code on. */
export async function startTotp(
  office: Office,
  tenant: string,
  { owner, officeName }: { owner: Owner; officeName: string },
): Promise<{ secret: string; uri: string }> {
  const secret = newSecret();
  await inSystem(office.database, tenant, async (trx) => {
    const account = await lockAccount(trx, tenant, { id: owner.accountId });
    if (account?.totp_confirmed) throw alreadyOn();
    const change = { totp_secret: office.secrets.seal(secret), totp_last_step: null };
    await updateAccount(trx, tenant, { accountId: owner.accountId, change });
  });
  return { secret, uri: totpUri(secret, { login: owner.login, office: officeName }) };
}

/** The first code: from now on every sign-in asks for one. */
export async function confirmTotp(
  office: Office,
  tenant: string,
  { owner, code }: { owner: Owner; code: string },
): Promise<void> {
  const guess = await countGuess(office, tenant, owner);
  if (!('account' in guess) || !guess.account || !(await takeCode(office, tenant, { account: guess.account, code })))
    throw wrongCode();
  await settle(office, tenant, { ...owner, was: 'right' });
  await inSystem(office.database, tenant, async (trx) => {
    await recordSession(office, trx, { tenant, ...owner, event: 'session.totp', succeeded: true });
  });
}

const { failures, minutes } = SECURITY.lock;

const notBefore = () =>
  invalid(
    `现在的口令不对。连续 ${failures} 次不对，锁定 ${minutes} 分钟。`,
    `The present password is wrong. ${failures} failures in a row lock the account for ${minutes} minutes.`,
    { field: 'before' },
  );
const wrongCode = () =>
  invalid(
    '验证码不对，或刚刚用过。请等动态口令程序换下一组数字；再不对，请检查手机和电脑的时间。',
    'The code is wrong or was just used. Wait for the next one; if it is wrong again, check the clocks of phone and computer.',
    { field: 'code' },
  );
const alreadyOn = () =>
  wrongState(
    '动态口令已经设好。要换手机，请系统管理员先重置。',
    'The authenticator is set up already. To change it, ask the system administrator to reset it first.',
  );
