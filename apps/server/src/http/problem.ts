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

/** What a request can be that is not even looked at, by the code of the web server. */
const UNREADABLE: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: ['内容不是有效的数据格式', 'its content is no valid JSON'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['内容是空的', 'its content is empty'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['内容的类型不对', 'its content is of a type that is not taken here'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['内容太大', 'its content is too large'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['内容没有传完整', 'its content did not arrive whole'],
  FST_ERR_BAD_URL: ['地址的写法不对', 'its address is not written as it should be'],
};

export function badRequest(code: string): HttpProblem {
  const [zh, en] = UNREADABLE[code] ?? ['它的写法不对', 'it is not written as it should be'];
  return {
    code: 'bad-request',
    title: '请求有误',
    titleEn: 'Bad request',
    detail: `服务器不能理解这个请求：${zh}。`,
    detailEn: `The server does not understand the request: ${en}.`,
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
