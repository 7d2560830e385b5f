/**
 * Guesses are counted before they are checked, for the account and for the address: a hundred guesses sent at once are as few as
 * five sent one after the other.
 */
import { inSystem } from '../database/transaction.js';
import type { Office } from '../office/office.js';
import {
  type Attempts,
  lockAccount,
  lockAddress,
  lockProvable,
  type ProvableAccount,
  updateAccount,
  updateAddress,
} from './repo.js';
import { LOCK_MS, SECURITY } from './settings.js';

export type Guess =
  /** The account, or none of that login: then the guess is wrong whatever it is. */
  { readonly account: ProvableAccount | undefined } | { readonly locked: 'account' | 'address'; readonly until: Date };

export interface Guesser {
  readonly login: string;
  readonly address: string;
}

/** Counts a guess as failed until `settle` says otherwise; refused while the account or the address is locked. */
export async function countGuess(office: Office, tenant: string, { login, address }: Guesser): Promise<Guess> {
  const now = office.now();
  return await inSystem(office.database, tenant, async (trx) => {
    const place = await lockAddress(trx, tenant, address);
    if (isLocked(place, now)) return { locked: 'address', until: place.locked_until ?? now };
    const account = await lockProvable(trx, tenant, { login });
    if (account && isLocked(account, now)) return { locked: 'account', until: account.locked_until ?? now };
    await updateAddress(trx, tenant, { address, attempts: oneMore(place, now) });
    if (account) await updateAccount(trx, tenant, { accountId: account.account_id, change: oneMore(account, now) });
    return { account };
  });
}

/** `right`: the counts start anew. `half`: the password was right and a code is missing, so this one guess is taken back. */
export async function settle(
  office: Office,
  tenant: string,
  guess: Guesser & { readonly was: 'right' | 'half' },
): Promise<void> {
  const { login, address, was } = guess;
  const settled = ({ failures }: Attempts): Attempts => ({
    failures: was === 'right' ? 0 : Math.max(0, failures - 1),
    locked_until: null,
  });
  await inSystem(office.database, tenant, async (trx) => {
    const place = await lockAddress(trx, tenant, address);
    await updateAddress(trx, tenant, { address, attempts: settled(place) });
    const account = await lockAccount(trx, tenant, { login });
    if (account) await updateAccount(trx, tenant, { accountId: account.account_id, change: settled(account) });
  });
}

export function isLocked({ locked_until }: Attempts, now: Date): boolean {
  return locked_until !== null && locked_until > now;
}

function oneMore(attempts: Attempts, now: Date): Attempts {
  const failures = attempts.locked_until === null ? attempts.failures + 1 : 1;
  return {
    failures,
    locked_until: failures >= SECURITY.lock.failures ? new Date(now.getTime() + LOCK_MS) : null,
  };
}
