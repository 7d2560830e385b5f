/** Issued schemes for the office that may use them, its own among them: what `/api/schemes` tells everybody of those that came with the program. */
import { issuedKeyShape, issuedSchemesShape, issuedSourceShape } from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actRoute } from '../http/act-route.js';
import { DOCX, XLSX } from '../http/media-types.js';
import type { Office } from '../office/office.js';
import { FORMS, printedScheme } from '../schemes/printed.js';
import { issuedSchemes, schemeNamed } from './issued.js';

const ISSUED = '/api/issued-schemes';

export function issuedRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'scheme.read',
    method: 'GET',
    url: ISSUED,
    summary: '可以建立年度的方案 / The schemes a year can be created after',
    shapes: { answer: issuedSchemesShape },
    work: async (work) => await issuedSchemes(work),
  });
  actRoute(app, office, {
    act: 'scheme.read',
    method: 'GET',
    url: `${ISSUED}/:scheme`,
    summary: '一个方案的全部，本办下发的也在内 / A whole scheme, one of the office’s own too',
    shapes: { params: issuedKeyShape, answer: z.unknown() },
    work: async (work, { params }) => {
      // The issued text is asked for by itself: only the checker reads it.
      const { source: _, ...folder } = await schemeNamed(work, params.scheme);
      return folder;
    },
  });
  actRoute(app, office, {
    act: 'scheme.read',
    method: 'GET',
    url: `${ISSUED}/:scheme/source`,
    summary: '方案的原文 / The text a scheme was issued from',
    shapes: { params: issuedKeyShape, answer: issuedSourceShape },
    work: async (work, { params }) => ({ source: (await schemeNamed(work, params.scheme)).source ?? '' }),
  });
  actRoute(app, office, {
    act: 'scheme.read',
    method: 'GET',
    url: `${ISSUED}/:scheme/printed/:form`,
    summary: '方案印成原表的文件 / A scheme as the file of its printed table',
    shapes: { params: issuedKeyShape.extend({ form: z.enum(FORMS) }), answer: 'file', media: [DOCX, XLSX] },
    work: async (work, { params }) => await printedScheme(await schemeNamed(work, params.scheme), params.form),
  });
}
