/** Sheets over HTTP: listed, read, and entered row by row. */
import { rowChangedShape, rowChangeShape, sheetListShape, sheetShape } from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { changeRow, checkPaperRow } from './change-row.js';
import { listSheets, readSheet } from './service.js';

const MOST_BYTES = 256 * 1024;

export function sheetRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'sheet.read',
    method: 'GET',
    url: '/api/years/:year/sheets',
    summary: '我的单位的细则表 / The sheets that concern the role acting',
    shapes: { params: z.object({ year: z.string() }), answer: sheetListShape },
    work: async (work, { params }) => await listSheets(work, params.year),
  });
  actRoute(app, office, {
    act: 'sheet.read',
    method: 'GET',
    url: '/api/years/:year/sheets/:unit',
    summary: '一个单位的细则表 / The sheet of one unit',
    shapes: { params: z.object({ year: z.string(), unit: z.string() }), answer: sheetShape },
    work: async (work, { params }) => await readSheet(work, params),
  });
  actRoute(app, office, {
    act: 'sheet.change',
    method: 'PUT',
    url: '/api/years/:year/sheets/:unit/rows/:row',
    summary: '填一行 / Enter one row; If-Match carries the version seen',
    bodyLimit: MOST_BYTES,
    shapes: {
      params: z.object({ year: z.string(), unit: z.string(), row: z.string() }),
      body: rowChangeShape,
      answer: rowChangedShape,
    },
    work: async (work, { params, body }) => await changeRow(work, params, body),
  });
  actRoute(app, office, {
    act: 'sheet.check',
    method: 'POST',
    url: '/api/years/:year/sheets/:unit/rows/:row/check',
    summary: '复核照纸质表录入的一行 / Check a row entered from paper; If-Match carries the version seen',
    shapes: {
      params: z.object({ year: z.string(), unit: z.string(), row: z.string() }),
      answer: rowChangedShape,
    },
    work: async (work, { params }) => await checkPaperRow(work, params),
  });
}
