/** Self-assessments and appeals over HTTP. */
import {
  appealSentShape,
  decisionSentShape,
  reviewSentShape,
  selfAssessmentSentShape,
  statementDetailShape,
  statementKeyShape,
  statementListShape,
  statementOfStageShape,
  statementsKeyShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { answerStatement, appeal, assessOneself, readStatement, statementsOf, withdrawAppeal } from './service.js';

const YEAR = '/api/years/:year';

export function statementRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'statement.read',
    method: 'GET',
    url: `${YEAR}/statements/:stage`,
    summary: '各单位的自评或申诉 / Self-assessments or appeals of the units',
    shapes: { params: statementsKeyShape, answer: statementListShape },
    work: async (work, { params }) => await statementsOf(work, params),
  });
  actRoute(app, office, {
    act: 'statement.read',
    method: 'GET',
    url: `${YEAR}/statements/:stage/:unit/:line`,
    summary: '一行自评，或一处扣分的申诉和它关系到什么 / One statement, with what is at stake',
    shapes: { params: statementOfStageShape, answer: statementDetailShape },
    work: async (work, { params }) => await readStatement(work, params),
  });
  actRoute(app, office, {
    act: 'self-assessment.write',
    method: 'PUT',
    url: `${YEAR}/self-assessments/:unit/:line`,
    summary: '单位自评一行 / A unit assesses one of its rows',
    shapes: { params: statementKeyShape, body: selfAssessmentSentShape, answer: statementDetailShape },
    work: async (work, { params, body }) => await assessOneself(work, params, body),
  });
  actRoute(app, office, {
    act: 'self-assessment.review',
    method: 'POST',
    url: `${YEAR}/self-assessments/:unit/:line/review`,
    summary: '审核一行自评：通过，或退回这一行 / Accept one self-assessed row, or return it alone',
    shapes: { params: statementKeyShape, body: reviewSentShape, answer: statementDetailShape },
    work: async (work, { params, body }) => await answerStatement(work, { ...params, stage: 'self-assessment' }, body),
  });
  actRoute(app, office, {
    act: 'appeal.write',
    method: 'PUT',
    url: `${YEAR}/appeals/:unit/:line`,
    summary: '单位申诉一处扣分 / A unit appeals against one deduction',
    shapes: { params: statementKeyShape, body: appealSentShape, answer: statementDetailShape },
    work: async (work, { params, body }) => await appeal(work, params, body),
  });
  actRoute(app, office, {
    act: 'appeal.withdraw',
    method: 'POST',
    url: `${YEAR}/appeals/:unit/:line/withdrawal`,
    summary: '单位撤回还没有答复的申诉 / A unit withdraws an appeal before it is answered',
    shapes: { params: statementKeyShape, answer: statementDetailShape },
    work: async (work, { params }) => await withdrawAppeal(work, params),
  });
  actRoute(app, office, {
    act: 'appeal.decide',
    method: 'POST',
    url: `${YEAR}/appeals/:unit/:line/decision`,
    summary: '复核一件申诉：成立或不成立，写明理由 / Decide one appeal, with the reason',
    shapes: { params: statementKeyShape, body: decisionSentShape, answer: statementDetailShape },
    work: async (work, { params, body }) => await answerStatement(work, { ...params, stage: 'appeal' }, body),
  });
}
