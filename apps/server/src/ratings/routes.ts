/** Rating forms over HTTP. */
import {
  type ActName,
  type RatingFormJson,
  ratingFillShape,
  ratingFormShape,
  ratingKeyShape,
  ratingPaperShape,
  ratingProgressShape,
  ratingTotalsShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import type { Office, Work } from '../office/office.js';
import { totals } from './counting.js';
import {
  checkPaper,
  enterPaper,
  type FormKey,
  fillForm,
  progressOf,
  readForm,
  signForm,
  submitForm,
  withdrawForm,
} from './service.js';

const FORM = '/api/years/:year/ratings/:form/:rater';
const yearShape = ratingKeyShape.pick({ year: true });

export function ratingRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'rating.list',
    method: 'GET',
    url: '/api/years/:year/ratings',
    summary: '谁已评、谁未评 / Who has rated',
    shapes: { params: yearShape, answer: ratingProgressShape },
    work: async (work, { params }) => await progressOf(work, params.year),
  });
  actRoute(app, office, {
    act: 'rating.totals',
    method: 'GET',
    url: '/api/years/:year/rating-totals',
    summary: '评分合计，“汇总”打开以后才有 / Totals of the forms, once the composite is open',
    shapes: { params: yearShape, answer: ratingTotalsShape },
    work: async (work, { params }) => await totals(work, params.year),
  });
  actRoute(app, office, {
    act: 'rating.read',
    method: 'GET',
    url: FORM,
    summary: '一份评价表 / One rating form',
    shapes: { params: ratingKeyShape, answer: ratingFormShape },
    work: async (work, { params }) => await readForm(work, params),
  });
  actRoute(app, office, {
    act: 'rating.fill',
    method: 'PUT',
    url: FORM,
    summary: '填评价表 / Fill a rating form',
    shapes: { params: ratingKeyShape, body: ratingFillShape, answer: ratingFormShape },
    work: async (work, { params, body }) => await fillForm(work, params, body.marks),
  });
  actRoute(app, office, {
    act: 'rating.paper',
    method: 'PUT',
    url: `${FORM}/paper`,
    summary: '录入纸质评价表 / Enter a form from paper',
    shapes: { params: ratingKeyShape, body: ratingPaperShape, answer: ratingFormShape },
    work: async (work, { params, body }) => await enterPaper(work, params, body),
  });
  const steps: [ActName, string, string, (work: Work, key: FormKey) => Promise<RatingFormJson>][] = [
    ['rating.submit', 'submit', '提交评价表 / Submit a rating form', submitForm],
    ['rating.withdraw', 'withdraw', '撤回评价表 / Withdraw a rating form', withdrawForm],
    ['rating.sign', 'sign', '签字 / Sign a division’s form', signForm],
    ['rating.check', 'check', '复核纸质评价表 / Check a form entered from paper', checkPaper],
  ];
  for (const [act, step, summary, perform] of steps) {
    actRoute(app, office, {
      act,
      method: 'POST',
      url: `${FORM}/${step}`,
      summary,
      shapes: { params: ratingKeyShape, answer: ratingFormShape },
      work: async (work, { params }) => await perform(work, params),
    });
  }
}
