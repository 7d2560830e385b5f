/** A session token: the tenant, then 32 random bytes. Only its hash is stored, so a copied database signs nobody in. */
import { createHash, randomBytes } from 'node:crypto';

export const COOKIE = 'kaohe_session';
const TOKEN = /^(\d{1,18})\.([\w-]{43})$/;

export function newToken(tenant: string): string {
  return `${tenant}.${randomBytes(32).toString('base64url')}`;
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The tenant a token speaks of; undefined where it is no token. */
export function tenantOf(token: string | undefined): string | undefined {
  return TOKEN.exec(token ?? '')?.[1];
}
