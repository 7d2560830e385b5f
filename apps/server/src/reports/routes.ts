/** Reports over HTTP. */
import {
  answerKeyShape,
  answerSentShape,
  reopenReportShape,
  reportBodyShape,
  reportKeyShape,
  reportListShape,
  reportShape,
  signReportShape,
  yearKeyShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import {
  answerSuggestion,
  listOfReports,
  readReport,
  receiveReport,
  reopenReport,
  signReport,
  writeReport,
} from './service.js';

const REPORT = '/api/years/:year/reports/:unit';

export function reportRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'report.read',
    method: 'GET',
    url: '/api/years/:year/reports',
    summary: '各单位考核报告到了哪一步 / How far the report of each unit is',
    shapes: { params: yearKeyShape, answer: reportListShape },
    work: async (work, { params }) => await listOfReports(work, params.year),
  });
  actRoute(app, office, {
    act: 'report.read',
    method: 'GET',
    url: REPORT,
    summary: '一个单位的考核报告 / The report on one unit',
    shapes: { params: reportKeyShape, answer: reportShape },
    work: async (work, { params }) => await readReport(work, params),
  });
  actRoute(app, office, {
    act: 'report.write',
    method: 'PUT',
    url: REPORT,
    summary: '写考核报告 / Write a report',
    shapes: { params: reportKeyShape, body: reportBodyShape, answer: reportShape },
    work: async (work, { params, body }) => await writeReport(work, params, body),
  });
  actRoute(app, office, {
    act: 'report.sign',
    method: 'POST',
    url: `${REPORT}/sign`,
    summary: '组长签署考核报告 / The team’s leader signs the report',
    shapes: { params: reportKeyShape, body: signReportShape, answer: reportShape },
    work: async (work, { params, body }) => await signReport(work, params, body),
  });
  actRoute(app, office, {
    act: 'report.receive',
    method: 'POST',
    url: `${REPORT}/receive`,
    summary: '接收考核报告 / Receive a report',
    shapes: { params: reportKeyShape, answer: reportShape },
    work: async (work, { params }) => await receiveReport(work, params),
  });
  actRoute(app, office, {
    act: 'report.reopen',
    method: 'POST',
    url: `${REPORT}/reopen`,
    summary: '退回重开，写明理由 / Reopen a report, with a reason',
    shapes: { params: reportKeyShape, body: reopenReportShape, answer: reportShape },
    work: async (work, { params, body }) => await reopenReport(work, params, body.reason),
  });
  actRoute(app, office, {
    act: 'suggestion.answer',
    method: 'PUT',
    url: `${REPORT}/answers/:n`,
    summary: '答复一条意见和建议 / Answer one suggestion',
    shapes: { params: answerKeyShape, body: answerSentShape, answer: reportShape },
    work: async (work, { params, body }) => await answerSuggestion(work, params, body.answer),
  });
}
