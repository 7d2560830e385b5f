/** The built pages: hashed files for ever, index.html anew each time with a nonce of its own. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type HttpProblem, notFound, sendProblem } from './problem.js';
import { contentSecurityPolicy } from './security.js';

export const PAGES_FOLDER = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

const NONCE_MARK = '__CSP_NONCE__';
const NOT_BUILT: HttpProblem = {
  code: 'pages-not-built',
  title: '网页还没有构建',
  titleEn: 'The pages are not built',
  detail: '请运行 npm start，或先运行 npm run build。',
  detailEn: 'Run npm start, or npm run build first.',
};

export async function pages(app: FastifyInstance, folder: string): Promise<void> {
  const index = (_request: FastifyRequest, reply: FastifyReply) => sendIndex(reply, join(folder, 'index.html'));
  app.get('/', index);
  app.get('/index.html', index);
  const hashed = join(folder, 'assets') + sep;
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const immutable = path.startsWith(hashed);
      reply.setHeader('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    return isPage(request.method, path) ? index(request, reply) : sendProblem(reply, 404, notFound(path));
  });
}

/** A path inside the pages, which find their way themselves; not data, and not a file that is missing. */
function isPage(method: string, path: string): boolean {
  const lastStep = path.slice(path.lastIndexOf('/') + 1);
  return ['GET', 'HEAD'].includes(method) && !/^\/(?:api|assets)(?:\/|$)/.test(path) && !lastStep.includes('.');
}

async function sendIndex(reply: FastifyReply, file: string): Promise<FastifyReply> {
  const html = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (html === undefined) return sendProblem(reply, 503, NOT_BUILT);
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .header('cache-control', 'no-store') // a nonce is used once
    .type('text/html; charset=utf-8')
    .send(html.replaceAll(NONCE_MARK, nonce));
}
