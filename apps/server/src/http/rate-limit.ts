/** How often one address may ask: far above what people do, and low for guessing passwords. Pages and health are not counted. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.js';

/** Requests a minute from one address. */
export interface Limits {
  readonly requests: number;
  readonly signIns: number;
}

export const LIMITS: Limits = { requests: 6_000, signIns: 60 };

/** Before the routes it counts. */
export async function limitRate(app: FastifyInstance, { requests, signIns }: Limits): Promise<void> {
  app.addHook('onRoute', (route) => {
    if (route.url !== '/api/session' || route.method !== 'POST') return;
    route.config = { ...route.config, rateLimit: { max: signIns } };
  });
  await app.register(rateLimit, {
    max: requests,
    timeWindow: 60_000,
    // By the route's own pattern: the same address can be written in many ways.
    allowList: ({ routeOptions }) => !routeOptions.url?.startsWith('/api/'),
    errorResponseBuilder: (_request, { ttl }) => tooMany(Math.ceil(ttl / 1000)),
  });
}

function tooMany(seconds: number): Refusal & { statusCode: number } {
  const refusal = new Refusal(429, {
    code: 'too-many-requests',
    title: '请求太多',
    titleEn: 'Too many requests',
    detail: `这个网络地址一分钟内的请求太多，请过 ${seconds} 秒再试。`,
    detailEn: `Too many requests from this network address within a minute; try again in ${seconds} seconds.`,
  });
  return Object.assign(refusal, { statusCode: 429 });
}
