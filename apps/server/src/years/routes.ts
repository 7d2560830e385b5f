/** The years of an office over HTTP. */
import {
  newYearShape,
  pageQueryShape,
  scopesShape,
  stageChangeShape,
  stageKeyShape,
  stageOfYearShape,
  unitsSentShape,
  yearKeyShape,
  yearListShape,
  yearOverviewShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { schemeNamed } from '../drafts/issued.js';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { createYearOf } from './create.js';
import { overviewOf, scopesOf } from './overview.js';
import { nameUnits, populationIn } from './population.js';
import { issuedOf, listYears } from './service.js';
import { changeStage } from './stages.js';

/** A workbook of 4 MB in base64. */
const MOST_BYTES = 6 * 1024 * 1024;

export function yearRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'year.list',
    method: 'GET',
    url: '/api/years',
    summary: '年度列表 / The years of the office',
    shapes: { query: pageQueryShape, answer: yearListShape },
    work: async (work, { query }) => await listYears(work, query),
  });
  actRoute(app, office, {
    act: 'year.create',
    method: 'POST',
    url: '/api/years',
    summary: '按一份下发的方案建立年度 / A new year from an issued scheme',
    bodyLimit: MOST_BYTES,
    shapes: { body: newYearShape, answer: yearOverviewShape },
    work: async (work, { body: { workbook, ...wanted } }) => {
      const folder = await schemeNamed(work, wanted.scheme);
      await createYearOf(work, wanted, { folder, own: await populationIn(workbook, folder) });
      return await overviewOf(work, wanted.year);
    },
  });
  actRoute(app, office, {
    act: 'year.create',
    method: 'PUT',
    url: '/api/years/:year/units',
    summary: '文件里没有写单位的，用表格导入单位、分组和评分人 / Units, teams and raters of a document that names none',
    bodyLimit: MOST_BYTES,
    shapes: { params: yearKeyShape, body: unitsSentShape, answer: yearOverviewShape },
    work: async (work, { params, body }) => {
      await nameUnits(work, params.year, body.workbook);
      return await overviewOf(work, params.year);
    },
  });
  actRoute(app, office, {
    act: 'year.read',
    method: 'GET',
    url: '/api/years/:year',
    summary: '年度概况：环节、期限、由谁办理 / A year: its stages, who holds each, what is mine',
    shapes: { params: yearKeyShape, answer: yearOverviewShape },
    work: async (work, { params }) => await overviewOf(work, params.year),
  });
  actRoute(app, office, {
    act: 'year.read',
    method: 'GET',
    url: '/api/years/:year/scheme',
    summary: '年度所依据的方案，就是建立时的那一版 / The scheme of a year, in the edition it was created after',
    shapes: { params: yearKeyShape, answer: z.unknown() },
    work: async (work, { params }) => {
      const { source: _, ...folder } = await issuedOf(work, params.year);
      return folder;
    },
  });
  actRoute(app, office, {
    act: 'stage.change',
    method: 'PATCH',
    url: '/api/years/:year/stages/:stage',
    summary: '打开、结束、重开环节，定期限 / Open, close, reopen or date a stage',
    shapes: { params: stageKeyShape, body: stageChangeShape, answer: stageOfYearShape },
    work: async (work, { params, body }) => await changeStage(work, params, body),
  });
  actRoute(app, office, {
    act: 'year.scopes',
    method: 'GET',
    url: '/api/years/:year/scopes',
    summary: '可授权的组、单位、评分人、处室 / What roles can be granted for',
    shapes: { params: yearKeyShape, answer: scopesShape },
    work: async (work, { params }) => await scopesOf(work, params.year),
  });
}
