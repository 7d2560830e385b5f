/** The result of a year over HTTP. */
import { awardsSentShape, circularShape, computeShape, resultKeyShape, resultShape } from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { approveResult, chooseAwards, computeResult, freezeResult, latestResult, publishResult } from './service.js';

const RESULT = '/api/years/:year/result';

export function resultRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'result.read',
    method: 'GET',
    url: RESULT,
    summary: '最新结果及与上一次的不同 / The latest result and what moved',
    shapes: { params: resultKeyShape, answer: resultShape },
    work: async (work, { params }) => await latestResult(work, params.year),
  });
  actRoute(app, office, {
    act: 'result.compute',
    method: 'POST',
    url: RESULT,
    summary: '汇总计算；未核清的列出，不默认为没有问题 / Compute; what is open is listed, never taken as nothing found',
    shapes: { params: resultKeyShape, body: computeShape, answer: resultShape },
    work: async (work, { params, body }) => await computeResult(work, params.year, body),
  });
  actRoute(app, office, {
    act: 'result.freeze',
    method: 'POST',
    url: `${RESULT}/freeze`,
    summary: '按内容冻结结果 / Freeze the result by its content',
    shapes: { params: resultKeyShape, answer: resultShape },
    work: async (work, { params }) => await freezeResult(work, params.year),
  });
  actRoute(app, office, {
    act: 'result.approve',
    method: 'POST',
    url: `${RESULT}/approve`,
    summary: '审定结果 / Approve the result',
    shapes: { params: resultKeyShape, answer: resultShape },
    work: async (work, { params }) => await approveResult(work, params.year),
  });
  actRoute(app, office, {
    act: 'award.choose',
    method: 'PUT',
    url: '/api/years/:year/awards',
    summary: '在合格单位中评选先进 / Choose the awards among the eligible',
    shapes: { params: resultKeyShape, body: awardsSentShape, answer: resultShape },
    work: async (work, { params, body }) => await chooseAwards(work, params.year, body),
  });
  actRoute(app, office, {
    act: 'result.publish',
    method: 'POST',
    url: `${RESULT}/publish`,
    summary: '印发通报：只公布等次 / Publish the circular: grades only',
    shapes: { params: resultKeyShape, body: circularShape, answer: resultShape },
    work: async (work, { params, body }) => await publishResult(work, params.year, body),
  });
}
