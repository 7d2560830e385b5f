/** Whether this server can work: its database answers, and has had every migration of the program and no other. */
import type { FastifyInstance } from 'fastify';
import { isCurrent } from '../database/migrate.js';
import type { Office } from '../office/office.js';
import { type HttpProblem, sendProblem } from './problem.js';

const NOT_READY: HttpProblem = {
  code: 'not-ready',
  title: '还不能用',
  titleEn: 'Not ready',
  detail: '数据库连不上，或者不是这一版程序的。详情见日志。',
  detailEn: 'The database cannot be reached, or is not of this version. The log says more.',
};

export function readinessRoute(app: FastifyInstance, { database }: Office): void {
  app.get('/readyz', { schema: { hide: true } }, async (request, reply) => {
    const ready = await isCurrent(database).catch((error: Error) => {
      request.log.error({ err: error });
      return false;
    });
    if (!ready) return sendProblem(reply, 503, NOT_READY);
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
  });
}
