/** The years of an office over HTTP. */
import {
  newYearShape,
  pageQueryShape,
  scopesShape,
  stageChangeShape,
  stageKeyShape,
  stageOfYearShape,
  yearKeyShape,
  yearListShape,
  yearOverviewShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { createYear } from './create.js';
import { overviewOf, scopesOf } from './overview.js';
import { listYears } from './service.js';
import { changeStage } from './stages.js';

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
    shapes: { body: newYearShape, answer: yearOverviewShape },
    work: async (work, { body }) => {
      await createYear(work, body);
      return await overviewOf(work, body.year);
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
