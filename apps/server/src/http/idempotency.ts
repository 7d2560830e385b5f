/** `Idempotency-Key`: the same write sent twice, by a clerk or by a poor network, is done once and answered the same. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Work } from '../office/office.js';
import { invalid, Refusal } from './refusal.js';

export type Answered = unknown;

const KEY = /^[\x21-\x7e]{8,200}$/;

/** Does the work, or gives the answer it had when this key was first used. */
export async function answerOnce(
  work: Work,
  request: FastifyRequest,
  perform: () => Promise<Answered>,
): Promise<Answered> {
  const key = request.headers['idempotency-key'];
  if (request.method === 'GET' || key === undefined) return await perform();
  if (typeof key !== 'string' || !KEY.test(key))
    throw invalid('Idempotency-Key 应为 8 到 200 个可见字符。', 'Idempotency-Key is 8 to 200 visible characters.');
  const hash = requestHash(request);
  const before = await findAnswer(work, key);
  if (before && before.request_hash !== hash) throw keyReused();
  if (before) return before.answer;
  const answer = await perform();
  await keepAnswer(work, { key, hash, answer });
  return answer;
}

function requestHash({ method, url, body }: FastifyRequest): string {
  const content = Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null);
  return createHash('sha256').update(`${method} ${url}\n`).update(content).digest('hex');
}

async function findAnswer({ trx, acting }: Work, key: string) {
  return await trx
    .selectFrom('kaohe.idempotency_keys')
    .select(['request_hash', 'answer'])
    .where('tenant_id', '=', acting.tenant)
    .where('account', '=', acting.accountId)
    .where('key', '=', key)
    .executeTakeFirst();
}

async function keepAnswer(
  { trx, acting, now }: Work,
  kept: { key: string; hash: string; answer: Answered },
): Promise<void> {
  await trx
    .insertInto('kaohe.idempotency_keys')
    .values({
      tenant_id: acting.tenant,
      account: acting.accountId,
      key: kept.key,
      request_hash: kept.hash,
      answer: JSON.stringify(kept.answer ?? null),
      at: now,
    })
    .execute();
}

function keyReused(): Refusal {
  return new Refusal(422, {
    code: 'key-reused',
    title: '请求编号用过了',
    titleEn: 'Key already used',
    detail: '这个 Idempotency-Key 已用于另一个请求，请为每个新的请求换一个。',
    detailEn: 'This Idempotency-Key was used for another request; use a new one for each.',
  });
}
