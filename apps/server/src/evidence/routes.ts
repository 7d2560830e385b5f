/** Evidence over HTTP: bytes in, bytes out, always as a download. */
import {
  addEvidenceShape,
  EVIDENCE_MOST_BYTES,
  evidenceListShape,
  evidenceShape,
  pageQueryShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { SHOWN, TAKEN } from './media-type.js';
import { checkRoom, EVIDENCE_LIMITS } from './room.js';
import { addEvidence, pageOfEvidence, readEvidence, showEvidence } from './service.js';
import { chunkRoute, uploadRoutes } from './upload-routes.js';

const BYTES = 'application/octet-stream';

export function evidenceRoutes(app: FastifyInstance, office: Office): void {
  // In a scope of its own: no other address takes bytes.
  app.register((scope, _options, done) => {
    addRoute(scope, office);
    chunkRoute(scope, office);
    done();
  });
  readRoutes(app, office);
  uploadRoutes(app, office);
}

function addRoute(scope: FastifyInstance, office: Office): void {
  scope.addContentTypeParser(BYTES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  actRoute(scope, office, {
    act: 'evidence.add',
    method: 'POST',
    url: '/api/years/:year/evidence',
    summary: '上传佐证 / Add evidence; the body is the file',
    bodyLimit: EVIDENCE_MOST_BYTES,
    shapes: {
      params: z.object({ year: z.string() }),
      query: addEvidenceShape,
      body: z.instanceof(Buffer),
      answer: evidenceShape,
    },
    work: async (work, { params, query, body }) => {
      const unit = query.purpose === 'ballot' ? null : query.unit;
      await checkRoom(work, { ...params, unit, bytes: body.length }, office.evidenceLimits ?? EVIDENCE_LIMITS);
      return await addEvidence(work, { ...params, ...query, content: body });
    },
  });
}

function readRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'evidence.read',
    method: 'GET',
    url: '/api/years/:year/evidence',
    summary: '一个单位的佐证 / The evidence of a unit',
    shapes: {
      params: z.object({ year: z.string() }),
      query: pageQueryShape.extend({
        unit: z.string().max(100),
        purpose: z.enum(['row', 'statement']).default('row'),
      }),
      answer: evidenceListShape,
    },
    work: async (work, { params, query: { unit, purpose, ...page } }) =>
      await pageOfEvidence(work, { ...params, unit, purpose }, page),
  });
  actRoute(app, office, {
    act: 'evidence.read',
    method: 'GET',
    url: '/api/years/:year/evidence/:evidence',
    summary: '下载一份佐证 / One piece of evidence',
    shapes: { params: z.object({ year: z.string(), evidence: z.string() }), answer: 'file', media: TAKEN },
    work: async (work, { params }) => await readEvidence(work, params),
  });
  actRoute(app, office, {
    act: 'evidence.read',
    method: 'GET',
    url: '/api/years/:year/evidence/:evidence/view',
    summary: '看一份佐证（图片、PDF） / Look at one piece of evidence (image, PDF)',
    shapes: { params: z.object({ year: z.string(), evidence: z.string() }), answer: 'file', media: SHOWN },
    work: async (work, { params }) => await showEvidence(work, params),
  });
}
