/** The audit log over HTTP, for the auditor alone. */
import { auditCheckShape, auditExportShape, auditPageShape, auditQueryShape } from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { checkChain } from './chain.js';
import { exportLog } from './export.js';
import { pageOfLog } from './page.js';

export function auditRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'audit.read',
    method: 'GET',
    url: '/api/audit',
    summary: '审计日志 / The audit log',
    shapes: { query: auditQueryShape, answer: auditPageShape },
    work: async (work, { query }) => await pageOfLog(work, query),
  });
  actRoute(app, office, {
    act: 'audit.read',
    method: 'GET',
    url: '/api/audit/export',
    summary: '导出审计日志 / The audit log as a file',
    shapes: { query: auditExportShape, answer: 'file', media: ['text/csv'] },
    work: async (work, { query: { lang, ...query } }) => await exportLog(work, query, lang),
  });
  actRoute(app, office, {
    act: 'audit.read',
    method: 'GET',
    url: '/api/audit/check',
    summary: '核对日志链 / Check the chain',
    shapes: { answer: auditCheckShape },
    work: async (work) => await checkChain(work.trx, work.acting.tenant),
  });
}
