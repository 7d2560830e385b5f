/** An error as `application/problem+json` (RFC 9457), in Chinese and English. */
import type { FastifyReply } from 'fastify';

export interface HttpProblem {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly detail: string;
  readonly detailEn: string;
}

export function sendProblem(reply: FastifyReply, status: number, problem: HttpProblem): FastifyReply {
  const body = { type: 'about:blank', status, ...problem };
  return reply.code(status).header('cache-control', 'no-store').type('application/problem+json').send(body);
}

export function notFound(path: string): HttpProblem {
  return {
    code: 'not-found',
    title: '没有这个地址',
    titleEn: 'Not found',
    detail: `这里没有 ${path}。`,
    detailEn: `There is nothing at ${path}.`,
  };
}

export function badRequest(reason: string): HttpProblem {
  return {
    code: 'bad-request',
    title: '请求有误',
    titleEn: 'Bad request',
    detail: `服务器不能理解这个请求：${reason}`,
    detailEn: `The server does not understand the request: ${reason}`,
  };
}

/** The same request may well succeed: sent again with its key, it is done once, whatever became of it this time. */
export const BUSY: HttpProblem = {
  code: 'busy',
  title: '服务器正忙',
  titleEn: 'The server is busy',
  detail: '同一处有别的操作没有做完，或者数据库正在重启。您填的没有丢，请稍后再试。',
  detailEn:
    'Others were at work in the same place, or the database was restarting. Nothing of yours is lost; try again.',
};

export const INTERNAL: HttpProblem = {
  code: 'internal',
  title: '服务器出错',
  titleEn: 'Internal error',
  detail: '服务器出了错，详情见启动它的窗口。',
  detailEn: 'The server failed; the details are in the window it was started in.',
};
