/** The years of an office over HTTP. */
import { yearListShape } from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { listYears } from './service.js';

export function yearRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'year.list',
    method: 'GET',
    url: '/api/years',
    summary: '年度列表 / The years of the office',
    shapes: { answer: yearListShape },
    work: async (work) => ({ years: await listYears(work) }),
  });
}
