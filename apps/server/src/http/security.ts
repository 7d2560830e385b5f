/**
 * Without a certificate the server answers this machine alone; with one also the names it is known by. A page elsewhere can point its
 * own name at this address (DNS rebinding), so the name asked for counts, not only the address listened on.
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

/**
 * The policy of a file the browser shows by itself: it runs nothing and reaches nothing. The browser's own viewer of PDFs refuses to
 * start in a sandbox and draws itself with inline styles; what a PDF brings along runs apart from every page.
 */
export function shownFilePolicy(mediaType: string): string {
  const own = mediaType === 'application/pdf' ? ["style-src 'unsafe-inline'", "object-src 'self'"] : ['sandbox'];
  return ["default-src 'none'", ...own, "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"].join('; ');
}

export interface Access {
  /** Whether a certificate protects the way here. */
  readonly tls: boolean;
  /** Names besides this machine's own; heard only under TLS. */
  readonly hosts: readonly string[];
}

export async function secure(app: FastifyInstance, access: Access): Promise<void> {
  // The policy is our own, not helmet's.
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: access.tls,
    frameguard: { action: 'deny' },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', contentSecurityPolicy());
    const refusal = refusalOf(request, access);
    if (refusal) return sendProblem(reply, 403, refusal);
  });
}

function refusalOf({ headers, method }: FastifyRequest, { tls, hosts }: Access): HttpProblem | undefined {
  const host = hostName(headers.host);
  const isKnown = host !== undefined && (isLoopback(host) || (tls && hosts.includes(host.toLowerCase())));
  if (!isKnown) return tls ? unknownName(headers.host) : foreign('Host', headers.host);
  if (SAFE_METHODS.includes(method) || headers.origin === undefined) return undefined;
  return headers.origin === `${tls ? 'https' : 'http'}://${headers.host}`
    ? undefined
    : foreign('Origin', headers.origin);
}

function unknownName(host: string | undefined): HttpProblem {
  return {
    code: 'unknown-name',
    title: '不认识这个名称',
    titleEn: 'Unknown name',
    detail: `本服务不叫“${host ?? ''}”。请在启动时把它写进 KAOHE_HOSTS。`,
    detailEn: `This server is not known as “${host ?? ''}”. State the name in KAOHE_HOSTS when it is started.`,
  };
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
