/** Papers over HTTP. */
import {
  blankPaperKeyShape,
  officePaperKeyShape,
  paperFormShape,
  paperListShape,
  unitPaperKeyShape,
  verificationKeyShape,
  verificationShape,
  yearKeyShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import { DOCX, PDF, XLSX } from '../http/media-types.js';
import type { Office } from '../office/office.js';
import { blankPaper } from './blank-papers.js';
import { papersOf } from './list.js';
import { officePaper } from './office-papers.js';
import { unitPaper } from './unit-papers.js';
import { verifyCode } from './verification.js';

const PAPERS = [DOCX, PDF, XLSX];

export function paperRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'year.read',
    method: 'GET',
    url: '/api/years/:year/papers',
    summary: '可下载的文书 / The papers the role acting may download',
    shapes: { params: yearKeyShape, answer: paperListShape },
    work: async (work, { params }) => await papersOf(work, params.year),
  });
  actRoute(app, office, {
    act: 'paper.office',
    method: 'GET',
    url: '/api/years/:year/papers/:paper',
    summary: '通报、汇总表 / The circular or the summary',
    shapes: { params: officePaperKeyShape, query: paperFormShape, answer: 'file', media: PAPERS },
    work: async (work, { params: { year, paper }, query: { format } }) =>
      await officePaper(work, year, { paper, format }),
  });
  actRoute(app, office, {
    act: 'paper.unit',
    method: 'GET',
    url: '/api/years/:year/papers/:paper/:unit',
    summary: '一个单位的报告、反馈、评分表 / The papers of one unit',
    shapes: { params: unitPaperKeyShape, query: paperFormShape, answer: 'file', media: PAPERS },
    work: async (work, { params: { paper, ...at }, query: { format } }) => await unitPaper(work, at, { paper, format }),
  });
  actRoute(app, office, {
    act: 'paper.blank',
    method: 'GET',
    url: '/api/years/:year/blank-papers/:paper',
    summary: '空白评价表、评分表，本人所填的评价表 / Blank forms, and a rater’s own',
    shapes: { params: blankPaperKeyShape, query: paperFormShape, answer: 'file', media: PAPERS },
    work: async (work, { params: { year, paper }, query: { format } }) =>
      await blankPaper(work, year, { paper, format }),
  });
  actRoute(app, office, {
    act: 'paper.verify',
    method: 'GET',
    url: '/api/years/:year/verifications/:code',
    summary: '核对文书上的核验码 / What paper a code is of, and whether the data of today still give it',
    shapes: { params: verificationKeyShape, answer: verificationShape },
    work: async (work, { params }) => await verifyCode(work, params),
  });
}
