/**
 * The log of the server: lines of JSON on stdout. Of a request it tells the pattern of its route, how it went and how long it
 * took: never the address with what was asked for, a name, a body or a cookie. So a log may be handed on.
 */
import { randomUUID } from 'node:crypto';
import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';

/** What `fastify()` is told; without `requests` the log has failures alone. */
export function loggerOptions(requests: boolean): FastifyServerOptions {
  return {
    logger: {
      level: requests ? 'info' : 'error',
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      serializers: { err: describeFailure, req: () => ({}), res: () => ({}) },
    },
    // Our own line below instead of Fastify's two, which hold the address.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
  };
}

export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? '',
      act: request.routeOptions.config.act,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
}

/** A failure and where it happened. What the database says of it may hold what somebody entered, and stays out. */
export function describeFailure(error: Error & { code?: string; severity?: string; constraint?: string }) {
  const { name, code, constraint, severity, stack = '', message } = error;
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const told = severity === undefined ? message : '';
  return { type: name, code, constraint, message: told, stack: places.join('\n') };
}
