/** The whole HTTP application, without a port: `listen` or `inject` is the caller's. */
import cookie from '@fastify/cookie';
import type { SchemeFolder } from '@kaohe/scheme-files';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { demonstrationRoutes } from '../demonstration/routes.js';
import type { Office } from '../office/office.js';
import { officeRoutes } from '../office/routes.js';
import { schemeRoutes } from '../schemes/routes.js';
import { setupRoutes } from '../setup/routes.js';
import { describeApi } from './api-description.js';
import { refuseUnstorable } from './clean-input.js';
import { loggerOptions, logRequests } from './logging.js';
import { metricsRoute } from './metrics.js';
import { PAGES_FOLDER, pages } from './pages.js';
import { BUSY, badRequest, INTERNAL, sendProblem } from './problem.js';
import { LIMITS, type Limits, limitRate } from './rate-limit.js';
import { readinessRoute } from './readiness.js';
import { Refusal } from './refusal.js';
import { contentSecurityPolicy, secure } from './security.js';
import { issuesOf, wrongShape } from './shape-words.js';

export interface AppOptions {
  readonly schemes: readonly SchemeFolder[];
  /** Built pages; left out: those of this checkout. */
  readonly pagesFolder?: string;
  /** The office and its database; left out: schemes and the demonstration's scores alone. */
  readonly office?: Office;
  /** Asked of whoever sets up the first office; left out: nobody can. */
  readonly setupCode?: string | undefined;
  /** Certificate and key in PEM; left out: plain HTTP, for this machine alone. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  /** Names besides this machine's own under which the server is asked for. */
  readonly hosts?: readonly string[];
  /** Requests a minute from one address; left out: those of people. */
  readonly limits?: Limits;
  /** Whether every request is logged, or failures alone. */
  readonly logsRequests?: boolean;
  /** Asked of whoever reads the metrics; left out: this machine alone reads them. */
  readonly metricsToken?: string | undefined;
}

export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { schemes, pagesFolder = PAGES_FOLDER, office, tls, hosts = [] } = options;
  const app = fastify({
    ...loggerOptions(options.logsRequests ?? false),
    ...(tls && ({ https: tls } as object)),
    forceCloseConnections: true,
    requestTimeout: 30_000,
    // A URL that cannot be read never reaches the hooks.
    frameworkErrors: (error, _request, reply) =>
      sendFailure(error, reply.header('content-security-policy', contentSecurityPolicy())),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler<FastifyError>((error, _request, reply) => sendFailure(error, reply));
  logRequests(app);
  await secure(app, { tls: tls !== undefined, hosts });
  await app.register(cookie);
  await limitRate(app, options.limits ?? LIMITS);
  refuseUnstorable(app);
  await describeApi(app);
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  schemeRoutes(app, schemes);
  demonstrationRoutes(app);
  if (office) {
    metricsRoute(app, office, options.metricsToken);
    readinessRoute(app, office);
    officeRoutes(app, office);
    setupRoutes(app, office, options.setupCode);
  }
  await pages(app, pagesFolder);
  return app;
}

/** Of PostgreSQL: met another to the end, waited too long for a lock, shutting down or starting up. */
const PASSING = ['40001', '40P01', '55P03', '57P01', '57P02', '57P03', 'ECONNREFUSED'];

function sendFailure(error: FastifyError | Refusal, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) return sendProblem(reply, error.status, { ...error.problem, ...error.more });
  const status = error.statusCode ?? 500;
  if (error.validation) return sendProblem(reply, status, wrongShape(issuesOf(error.validation)));
  if (status < 500) return sendProblem(reply, status, badRequest(error.code));
  reply.log.error({ err: error });
  if (PASSING.includes(error.code)) return sendProblem(reply.header('retry-after', '1'), 503, BUSY);
  return sendProblem(reply, status, INTERNAL);
}
