/** The chain over the log: each seal's hash covers the entry and the seal before, so nothing is changed or left out unseen. */
import { createHash } from 'node:crypto';
import type { AuditCheck } from '@kaohe/api-contract';
import type { Database } from '../database/connect.js';
import { inSystem } from '../database/transaction.js';
import type { Office, Trx } from '../office/office.js';
import { listOffices } from '../sessions/offices.js';
import {
  countUnsealed,
  type EntryRow,
  findHead,
  insertSeals,
  listSealed,
  listUnsealed,
  lockHead,
  type NewSeal,
} from './repo.js';

/** What the first seal follows. */
const FIRST = '0'.repeat(64);
const AT_A_TIME = 500;

/** SHA-256 over the seal before and every field of the entry, in a fixed order. */
export function sealHash(previousHash: string, entry: EntryRow): string {
  const { entry_id, at, account, role, scope, act, subject, before, after, reason, succeeded } = entry;
  const fields = [entry_id, at.toISOString(), account, role, scope, act, subject, before, after, reason, succeeded];
  return createHash('sha256')
    .update(`${previousHash}\n${JSON.stringify(fields)}`)
    .digest('hex');
}

/** Seals what is not sealed yet; the number sealed. One server at a time: the head row is locked. */
export async function sealEntries({ database }: Pick<Office, 'database'>, tenant: string): Promise<number> {
  return await inSystem(database, tenant, async (trx) => {
    const head = await lockHead(trx, tenant, FIRST);
    const entries = await listUnsealed(trx, tenant, AT_A_TIME);
    let { number, hash } = head;
    const seals = entries.map((entry): NewSeal => {
      const previousHash = hash;
      hash = sealHash(previousHash, entry);
      number += 1n;
      return { number, entryId: entry.entry_id, previousHash, hash };
    });
    await insertSeals(trx, tenant, seals);
    return seals.length;
  });
}

/** Walks the whole chain; the first place where it breaks, if any. */
export async function checkChain(trx: Trx, tenant: string): Promise<AuditCheck> {
  let [number, hash] = [0n, FIRST];
  const end = (broken: AuditCheck['broken'], unsealed: number): AuditCheck => ({
    sound: broken === null,
    sealed: Number(number),
    unsealed,
    head: hash,
    broken,
  });
  const unsealed = await countUnsealed(trx, tenant);
  for (;;) {
    const seals = await listSealed(trx, tenant, { after: number, limit: AT_A_TIME });
    for (const seal of seals) {
      const broken = breakAt(seal, { number: number + 1n, previousHash: hash });
      if (broken) return end({ seal: Number(seal.seal_number), ...broken }, unsealed);
      [number, hash] = [BigInt(seal.seal_number), seal.hash];
    }
    if (seals.length < AT_A_TIME) break;
  }
  const head = (await findHead(trx, tenant)) ?? { number: 0n, hash: FIRST };
  if (head.number === number && head.hash === hash) return end(null, unsealed);
  return end({ seal: Number(head.number), reason: '链尾缺记录', reasonEn: 'seals are missing at the end' }, unsealed);
}

export interface OfficeCheck extends AuditCheck {
  readonly name: string;
}

/** The chain of every office of the database. */
export async function checkAllChains(database: Database): Promise<OfficeCheck[]> {
  const checks: OfficeCheck[] = [];
  for (const { tenant_id, name } of await listOffices({ database })) {
    const check = await inSystem(database, tenant_id, (trx) => checkChain(trx, tenant_id));
    checks.push({ name, ...check });
  }
  return checks;
}

/** How many entries of all offices wait for their seal. */
export async function countAllUnsealed(database: Database): Promise<number> {
  let count = 0;
  for (const { tenant_id } of await listOffices({ database }))
    count += await inSystem(database, tenant_id, (trx) => countUnsealed(trx, tenant_id));
  return count;
}

function breakAt(
  seal: EntryRow & { seal_number: string; previous_hash: string; hash: string },
  expected: { number: bigint; previousHash: string },
): { reason: string; reasonEn: string } | undefined {
  if (BigInt(seal.seal_number) !== expected.number)
    return { reason: '中间缺记录', reasonEn: 'a seal before it is missing' };
  if (seal.previous_hash !== expected.previousHash)
    return { reason: '与前一条接不上', reasonEn: 'it does not follow the seal before' };
  if (seal.hash !== sealHash(seal.previous_hash, seal))
    return { reason: '内容被改过', reasonEn: 'its content was changed' };
  return undefined;
}
