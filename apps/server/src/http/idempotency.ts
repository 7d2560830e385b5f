/**
 * `Idempotency-Key`: the same write sent twice, by a clerk or by a poor network, is done once and answered the same. The key is
 * taken before the work begins, so whoever sends it again in the meantime waits for the first answer.
 */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Work } from '../office/office.js';
import { invalid, Refusal } from './refusal.js';

export type Answered = unknown;

const KEY = /^[\x21-\x7e]{8,200}$/;
/** Nobody sends a write again later than this; answers may hold a ballot and are not kept longer than they serve. */
const KEPT_MS = 24 * 60 * 60_000;

/** Does the work, or gives the answer it had when this key was first used. */
export async function answerOnce(
  work: Work,
  request: FastifyRequest,
  perform: () => Promise<Answered>,
): Promise<Answered> {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return await perform();
  if (typeof key !== 'string' || !KEY.test(key))
    throw invalid('Idempotency-Key 应为 8 到 200 个可见字符。', 'Idempotency-Key is 8 to 200 visible characters.');
  const hash = requestHash(request, work);
  await forgetOld(work);
  if (!(await takeKey(work, { key, hash }))) return await firstAnswer(work, { key, hash });
  const answer = await perform();
  await keepAnswer(work, { key, answer });
  return answer;
}

/** An answer belongs to the role that got it: the same person in another role is answered anew. */
function requestHash({ method, url, body }: FastifyRequest, { acting }: Work): string {
  const content = Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null);
  return createHash('sha256')
    .update(`${method} ${url}\n${acting.role} ${acting.scope}\n`)
    .update(content)
    .digest('hex');
}

async function forgetOld({ trx, acting, now }: Work): Promise<void> {
  await trx
    .deleteFrom('kaohe.idempotency_keys')
    .where('tenant_id', '=', acting.tenant)
    .where('account', '=', acting.accountId)
    .where('at', '<', new Date(now.getTime() - KEPT_MS))
    .execute();
}

/** False where it is taken; waits for a transaction that is just taking it. */
async function takeKey({ trx, acting, now }: Work, { key, hash }: { key: string; hash: string }): Promise<boolean> {
  const taken = await trx
    .insertInto('kaohe.idempotency_keys')
    .values({ tenant_id: acting.tenant, account: acting.accountId, key, request_hash: hash, answer: null, at: now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account', 'key']).doNothing())
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === 1n;
}

async function firstAnswer({ trx, acting }: Work, { key, hash }: { key: string; hash: string }): Promise<Answered> {
  const first = await trx
    .selectFrom('kaohe.idempotency_keys')
    .select(['request_hash', 'answer'])
    .where('tenant_id', '=', acting.tenant)
    .where('account', '=', acting.accountId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (first.request_hash !== hash) throw keyReused();
  return first.answer;
}

async function keepAnswer({ trx, acting }: Work, { key, answer }: { key: string; answer: Answered }): Promise<void> {
  await trx
    .updateTable('kaohe.idempotency_keys')
    .set({ answer: JSON.stringify(answer ?? null) })
    .where('tenant_id', '=', acting.tenant)
    .where('account', '=', acting.accountId)
    .where('key', '=', key)
    .execute();
}

function keyReused(): Refusal {
  return new Refusal(422, {
    code: 'key-reused',
    title: '请求编号用过了',
    titleEn: 'Key already used',
    detail: '这个 Idempotency-Key 已用于另一个请求或另一个角色，请为每个新的请求换一个。',
    detailEn: 'This Idempotency-Key was used for another request, or in another role; use a new one for each.',
  });
}
