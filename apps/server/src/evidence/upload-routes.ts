/** Files on their way over HTTP: begin, send chunk after chunk, look how far it came, finish or take back. */
import {
  CHUNK_MOST_BYTES,
  evidenceShape,
  evidenceUseShape,
  startUploadShape,
  uploadShape,
  yearKeyShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { EVIDENCE_LIMITS, evidenceUse } from './room.js';
import { cancelUpload, finishUpload, receiveChunk, startUpload, uploadState } from './uploads.js';

const UPLOADS = '/api/years/:year/uploads';
const placeShape = z.object({ year: z.string(), upload: z.string() });

/** In the scope that takes bytes. */
export function chunkRoute(scope: FastifyInstance, office: Office): void {
  actRoute(scope, office, {
    act: 'evidence.add',
    method: 'POST',
    url: `${UPLOADS}/:upload/chunks`,
    summary: '传一段，接在已到的后面 / Send the next chunk; the body is its bytes',
    bodyLimit: CHUNK_MOST_BYTES,
    isPart: true,
    shapes: {
      params: placeShape,
      query: z.object({ offset: z.coerce.number().int().min(0) }),
      body: z.instanceof(Buffer),
      answer: uploadShape,
    },
    work: async (work, { params, query, body }) => await receiveChunk(work, params, { ...query, content: body }),
  });
}

export function uploadRoutes(app: FastifyInstance, office: Office): void {
  const limits = office.evidenceLimits ?? EVIDENCE_LIMITS;
  actRoute(app, office, {
    act: 'evidence.add',
    method: 'POST',
    url: UPLOADS,
    summary: '开始上传一份佐证，或接着传 / Begin to send evidence, or go on with it',
    shapes: { params: yearKeyShape, body: startUploadShape, answer: uploadShape },
    work: async (work, { params, body }) => await startUpload(work, { ...params, ...body }, limits),
  });
  actRoute(app, office, {
    act: 'evidence.add',
    method: 'GET',
    url: `${UPLOADS}/:upload`,
    summary: '传到了哪里 / How far it has come',
    shapes: { params: placeShape, answer: uploadShape },
    work: async (work, { params }) => await uploadState(work, params),
  });
  actRoute(app, office, {
    act: 'evidence.add',
    method: 'POST',
    url: `${UPLOADS}/:upload/finish`,
    summary: '传完：核对大小、内容和类型 / Finish: size, content and kind are checked',
    shapes: { params: placeShape, answer: evidenceShape },
    work: async (work, { params }) => await finishUpload(work, params),
  });
  actRoute(app, office, {
    act: 'evidence.add',
    method: 'DELETE',
    url: `${UPLOADS}/:upload`,
    summary: '取消上传 / Take it back',
    shapes: { params: placeShape, answer: z.object({ cancelled: z.boolean() }) },
    work: async (work, { params }) => await cancelUpload(work, params),
  });
  actRoute(app, office, {
    act: 'board.read',
    method: 'GET',
    url: '/api/years/:year/evidence-use',
    summary: '佐证占用的空间 / The room evidence takes',
    shapes: { params: yearKeyShape, answer: evidenceUseShape },
    work: async (work, { params }) => await evidenceUse(work, params.year, limits),
  });
}
