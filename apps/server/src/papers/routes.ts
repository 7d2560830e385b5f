/** Papers over HTTP. */
import {
  blankPaperKeyShape,
  officePaperKeyShape,
  paperListShape,
  unitPaperKeyShape,
  yearKeyShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import { DOCX, XLSX } from '../http/media-types.js';
import type { Office } from '../office/office.js';
import { blankPaper } from './blank-papers.js';
import { papersOf } from './list.js';
import { officePaper } from './office-papers.js';
import { unitPaper } from './unit-papers.js';

const PAPERS = [DOCX, XLSX];

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
    shapes: { params: officePaperKeyShape, answer: 'file', media: PAPERS },
    work: async (work, { params }) => await officePaper(work, params.year, params.paper),
  });
  actRoute(app, office, {
    act: 'paper.unit',
    method: 'GET',
    url: '/api/years/:year/papers/:paper/:unit',
    summary: '一个单位的报告、反馈、评分表 / The papers of one unit',
    shapes: { params: unitPaperKeyShape, answer: 'file', media: PAPERS },
    work: async (work, { params: { paper, ...at } }) => await unitPaper(work, at, paper),
  });
  actRoute(app, office, {
    act: 'paper.blank',
    method: 'GET',
    url: '/api/years/:year/blank-papers/:paper',
    summary: '空白评价表、评分表，本人所填的评价表 / Blank forms, and a rater’s own',
    shapes: { params: blankPaperKeyShape, answer: 'file', media: PAPERS },
    work: async (work, { params }) => await blankPaper(work, params.year, params.paper),
  });
}
