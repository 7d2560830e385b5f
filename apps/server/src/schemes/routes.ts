/** The issued schemes, as data: pages score in the browser with the very tree the server has. */
import type { SchemeFolder } from '@kaohe/scheme-files';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { DOCX, XLSX } from '../http/media-types.js';
import { sendProblem } from '../http/problem.js';
import { FORMS, type Form, printedScheme } from './printed.js';

const TEXTS = ['id', 'title', 'titleEn', 'documentNumber', 'edition'] as const;
const summaryShape = z.object(Object.fromEntries(TEXTS.map((name) => [name, z.string()])));
const idShape = z.object({ id: z.string().max(200) });
const LISTED = { summary: '下发的方案 / The issued schemes', response: { 200: z.array(summaryShape) } };
const WHOLE = { summary: '一个方案的全部 / A whole scheme', params: idShape, response: { 200: z.unknown() } };
const SOURCE = {
  summary: '方案的原文 / The issued text of a scheme',
  params: idShape,
  response: { 200: { content: { 'text/plain': { schema: z.string() } } } },
};

const PRINTED = {
  summary: '方案印成原表的文件 / A scheme as the file of its printed table',
  params: idShape.extend({ form: z.enum(FORMS) }),
};

export function schemeRoutes(app: FastifyInstance, schemes: readonly SchemeFolder[]): void {
  // The issued text is asked for by itself: only the checker reads it.
  const bodies = new Map(schemes.map(({ source: _, ...scheme }) => [scheme.id, JSON.stringify(scheme)]));
  app.get('/api/schemes', { schema: LISTED }, (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(schemes.map(summary)),
  );
  app.get<{ Params: { id: string } }>('/api/schemes/:id', { schema: WHOLE }, (request, reply) => {
    const scheme = schemes.find(({ id }) => id === request.params.id);
    if (!scheme) return sendProblem(reply, 404, unknownScheme(request.params.id, [...bodies.keys()]));
    const tag = `"${scheme.edition}"`; // the edition is the hash of the content
    reply.header('etag', tag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(bodies.get(scheme.id));
  });
  printedRoute(app, schemes);
  app.get<{ Params: { id: string } }>('/api/schemes/:id/source', { schema: SOURCE }, (request, reply) => {
    const scheme = schemes.find(({ id }) => id === request.params.id);
    if (!scheme) return sendProblem(reply, 404, unknownScheme(request.params.id, [...bodies.keys()]));
    return reply
      .header('cache-control', 'no-cache')
      .type('text/plain; charset=utf-8')
      .send(scheme.source ?? '');
  });
}

function printedRoute(app: FastifyInstance, schemes: readonly SchemeFolder[]): void {
  const options = { schema: PRINTED, config: { media: [DOCX, XLSX] } };
  app.get<{ Params: { id: string; form: Form } }>(
    '/api/schemes/:id/printed/:form',
    options,
    async ({ params }, reply) => {
      const scheme = schemes.find(({ id }) => id === params.id);
      if (!scheme)
        return sendProblem(
          reply,
          404,
          unknownScheme(
            params.id,
            schemes.map(({ id }) => id),
          ),
        );
      const { bytes, mediaType, name } = await printedScheme(scheme, params.form);
      return reply
        .header('cache-control', 'no-cache')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .type(mediaType)
        .send(Buffer.from(bytes));
    },
  );
}

function summary({ id, edition, tree }: SchemeFolder) {
  const { title, titleEn, documentNumber } = tree;
  return { id, title, titleEn, documentNumber: documentNumber ?? '', edition }; // not every document has a number
}

function unknownScheme(id: string, known: readonly string[]) {
  return {
    code: 'unknown-scheme',
    title: '没有这个方案',
    titleEn: 'No such scheme',
    detail: `没有方案“${id}”。可用：${known.join('、')}。`,
    detailEn: `There is no scheme “${id}”. Known: ${known.join(', ')}.`,
  };
}
