/** Passwords as scrypt hashes that state their own cost, so that the cost can rise without locking anybody out. */
import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

const COST = { N: 2 ** 15, r: 8, p: 1 };
const BYTES = 32;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether the password is the one hashed. Without a hash the same work is done in vain: time tells nobody which logins exist. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt, key] = (hash ?? '').split('$');
  if (salt === undefined || key === undefined) {
    await deriveKey(password, randomBytes(16), COST);
    return false;
  }
  const expected = Buffer.from(key, 'base64');
  const given = await deriveKey(password, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(given, expected);
}

async function deriveKey(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  // One person types a full-width or composed form where another does not: it is the same password.
  return await derive(password.normalize('NFKC'), salt, BYTES, { ...cost, maxmem: 256 * cost.N * cost.r });
}

/** Without letters and digits that look alike: initial passwords are read from paper. */
const CLASSES = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'];

/** An initial password that every rule takes. */
export function newPassword(): string {
  const all = CLASSES.join('');
  const pick = (from: string) => from[randomInt(from.length)] ?? '';
  const free = Array.from({ length: 9 }, () => pick(all));
  const letters = [...CLASSES.map(pick), ...free].map((letter) => ({ letter, at: randomInt(2 ** 32) }));
  return letters
    .sort((a, b) => a.at - b.at)
    .map(({ letter }) => letter)
    .join('')
    .replace(/(....)(?=.)/g, '$1-');
}
