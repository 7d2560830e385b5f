/** Exports over HTTP. */
import {
  cancelledExportShape,
  exportKeyShape,
  exportListShape,
  exportShape,
  exportStartShape,
  yearKeyShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import { XLSX, ZIP } from '../http/media-types.js';
import type { Office } from '../office/office.js';
import { cancelExport, downloadExport, exportsOf, startExport } from './service.js';

export function exportRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'export.read',
    method: 'GET',
    url: '/api/years/:year/exports',
    summary: '成批导出和进度 / Exports and how far they are',
    shapes: { params: yearKeyShape, answer: exportListShape },
    work: async (work, { params }) => await exportsOf(work, params.year),
  });
  actRoute(app, office, {
    act: 'export.start',
    method: 'POST',
    url: '/api/years/:year/exports',
    summary:
      '导出全部报告和反馈、全年档案，或复核工作簿 / Export all reports and feedback, the whole year, or the result with formulas',
    shapes: { params: yearKeyShape, body: exportStartShape, answer: exportShape },
    work: async (work, { params, body }) => await startExport(work, params.year, body),
  });
  actRoute(app, office, {
    act: 'export.read',
    method: 'GET',
    url: '/api/years/:year/exports/:export/file',
    summary: '下载导出的文件 / The file of an export',
    shapes: { params: exportKeyShape, answer: 'file', media: [ZIP, XLSX] },
    work: async (work, { params }) => await downloadExport(work, office, params),
  });
  actRoute(app, office, {
    act: 'export.cancel',
    method: 'DELETE',
    url: '/api/years/:year/exports/:export',
    summary: '取消正在做的导出，删除做完的 / Cancel an export under way, remove one that has ended',
    shapes: { params: exportKeyShape, answer: cancelledExportShape },
    work: async (work, { params }) => await cancelExport(work, params),
  });
}
