/** From login, password and code to an account, or one refusal that is the same whatever was wrong. */
import { recordSession } from '../audit-log/service.js';
import { inSystem } from '../database/transaction.js';
import { Refusal } from '../http/refusal.js';
import type { Office } from '../office/office.js';
import { countGuess, settle } from './attempts.js';
import { isPassword } from './password.js';
import { type AccountRow, lockProvable, updateAccount } from './repo.js';
import { SECURITY } from './settings.js';
import { stepOf } from './totp.js';

export interface Claim {
  readonly login: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly address: string;
}

export interface Proved {
  readonly accountId: string;
  readonly login: string;
  readonly totpPassed: boolean;
}

/** The account of which everything is proved. */
export async function proveIdentity(office: Office, tenant: string, claim: Claim): Promise<Proved> {
  const guess = await countGuess(office, tenant, claim);
  if ('locked' in guess && guess.locked === 'address') throw addressLocked(guess.until);
  const account = 'account' in guess ? guess.account : undefined;
  const isRight = await isPassword(claim.password, account?.password_hash);
  if (!account || !isRight || account.state !== 'active') return await refuse(office, tenant, { claim, account });
  if (account.totp_confirmed && claim.code === undefined) {
    await settle(office, tenant, { ...claim, was: 'half' });
    throw codeRequired();
  }
  if (account.totp_confirmed && !(await takeCode(office, tenant, { account, code: claim.code ?? '' })))
    return await refuse(office, tenant, { claim, account });
  await settle(office, tenant, { ...claim, was: 'right' });
  return { accountId: account.account_id, login: account.login, totpPassed: account.totp_confirmed };
}

/** Takes a code of the account once; false where it is wrong or was taken before. */
export async function takeCode(
  office: Office,
  tenant: string,
  { account, code }: { account: Pick<AccountRow, 'account_id'>; code: string },
): Promise<boolean> {
  const now = office.now();
  return await inSystem(office.database, tenant, async (trx) => {
    const row = await lockProvable(trx, tenant, { id: account.account_id });
    if (!row?.totp_secret) return false;
    const step = stepOf(code, { secret: office.secrets.open(row.totp_secret), lastStep: row.totp_last_step, now });
    if (step === undefined) return false;
    const change = { totp_last_step: `${step}`, totp_confirmed: true };
    await updateAccount(trx, tenant, { accountId: row.account_id, change });
    return true;
  });
}

async function refuse(
  office: Office,
  tenant: string,
  { claim, account }: { claim: Claim; account: AccountRow | undefined },
): Promise<never> {
  await inSystem(office.database, tenant, async (trx) => {
    // A login nobody has is not written down: people type passwords into the wrong field.
    const login = account?.login ?? '';
    await recordSession(office, trx, {
      tenant,
      login,
      event: 'session.open',
      address: claim.address,
      succeeded: false,
    });
  });
  throw signInRefused();
}

const { failures, minutes } = SECURITY.lock;

function signInRefused(): Refusal {
  return new Refusal(401, {
    code: 'sign-in-refused',
    title: '没有登录成功',
    titleEn: 'Not signed in',
    detail: `登录名、口令或验证码不对，或者账号已停用、已锁定。连续 ${failures} 次不对，锁定 ${minutes} 分钟；忘了口令请找系统管理员。`,
    detailEn: `The login, password or code is wrong, or the account is disabled or locked. ${failures} failures in a row lock it for ${minutes} minutes; the system administrator resets a password.`,
  });
}

function codeRequired(): Refusal {
  return new Refusal(401, {
    code: 'code-required',
    title: '还要验证码',
    titleEn: 'A code is needed',
    detail: '请打开您的动态口令程序，填上现在的 6 位数字。',
    detailEn: 'Open your authenticator and enter its six digits of now.',
  });
}

function addressLocked(until: Date): Refusal {
  return new Refusal(
    429,
    {
      code: 'address-locked',
      title: '这台电脑暂时不能登录',
      titleEn: 'This computer is locked out for now',
      detail: `这个网络地址连续 ${failures} 次登录不对，锁定 ${minutes} 分钟。请稍后再试，或请系统管理员解锁。`,
      detailEn: `${failures} sign-ins in a row failed from this network address; it is locked for ${minutes} minutes. Try later, or ask the system administrator.`,
    },
    { until: until.toISOString() },
  );
}
