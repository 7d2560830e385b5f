/**
 * Until there is a sign-in the server answers this machine alone. A page elsewhere can point its own name at 127.0.0.1
 * (DNS rebinding), so the name asked for counts, not only the address listened on.
 */
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hostName, isLoopback } from './loopback.js';
import { type HttpProblem, sendProblem } from './problem.js';

const SAFE_METHODS = ['GET', 'HEAD'];

/** The policy of a response; styles the page makes at run time carry the nonce. */
export function contentSecurityPolicy(nonce?: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

export async function secure(app: FastifyInstance): Promise<void> {
  // Over plain HTTP on this machine, and the policy is our own: neither is helmet's.
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', contentSecurityPolicy());
    const refusal = refusalOf(request);
    if (refusal) return sendProblem(reply, 403, refusal);
  });
}

function refusalOf({ headers, method }: FastifyRequest): HttpProblem | undefined {
  const host = hostName(headers.host);
  if (host === undefined || !isLoopback(host)) return foreign('Host', headers.host);
  if (SAFE_METHODS.includes(method) || headers.origin === undefined) return undefined;
  return headers.origin === `http://${headers.host}` ? undefined : foreign('Origin', headers.origin);
}

function foreign(header: string, value: string | undefined): HttpProblem {
  return {
    code: 'not-this-machine',
    title: '只供本机使用',
    titleEn: 'For this machine only',
    detail: `${header} 是“${value ?? ''}”，本服务只接受来自本机的访问。`,
    detailEn: `${header} is “${value ?? ''}”; this server only answers this machine.`,
  };
}
