/** The whole HTTP application, without a port: `listen` or `inject` is the caller's. */
import type { SchemeFolder } from '@kaohe/scheme-files';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { demonstrationRoutes } from '../demonstration/routes.js';
import { schemeRoutes } from '../schemes/routes.js';
import { PAGES_FOLDER, pages } from './pages.js';
import { badRequest, INTERNAL, sendProblem } from './problem.js';
import { contentSecurityPolicy, secure } from './security.js';

export interface AppOptions {
  readonly schemes: readonly SchemeFolder[];
  /** Built pages; left out: those of this checkout. */
  readonly pagesFolder?: string;
}

export async function createApp({ schemes, pagesFolder = PAGES_FOLDER }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    forceCloseConnections: true,
    requestTimeout: 30_000,
    // A URL that cannot be read never reaches the hooks.
    frameworkErrors: (error, _request, reply) =>
      sendFailure(error, reply.header('content-security-policy', contentSecurityPolicy())),
  });
  app.setErrorHandler<FastifyError>((error, _request, reply) => sendFailure(error, reply));
  await secure(app);
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  schemeRoutes(app, schemes);
  demonstrationRoutes(app);
  await pages(app, pagesFolder);
  return app;
}

function sendFailure(error: FastifyError, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status < 500) return sendProblem(reply, status, badRequest(error.message));
  process.stderr.write(`${error.stack ?? error.message}\n`);
  return sendProblem(reply, status, INTERNAL);
}
