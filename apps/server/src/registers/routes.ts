/** The registers over HTTP: one set of routes for all of them, one act by who enters which. */
import {
  type ActName,
  digestShape,
  effectListShape,
  entryKeyShape,
  entryListShape,
  entrySentShape,
  entryShape,
  FEEDING_REGISTERS,
  pageQueryShape,
  REGISTERS,
  type Register,
  versionListShape,
  visitStandingsShape,
  withdrawShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { effectsOf } from './effects.js';
import { enterEntry, reviseEntry } from './entering.js';
import { digestOf, readEntries, versionsOf } from './pages.js';
import { withdrawEntry } from './service.js';
import { visitStandings } from './visiting.js';

const CHANGED_BY: Readonly<Record<Register, ActName>> = {
  accidents: 'register.change',
  indicators: 'register.change',
  talks: 'register.change',
  commendations: 'register.change',
  inspections: 'register.change',
  'patrol-findings': 'patrol.change',
  visits: 'visit.change',
  draws: 'place.draw',
};

const yearShape = z.object({ year: z.string() });
const entryOfYear = entryKeyShape.omit({ register: true });

export function registerRoutes(app: FastifyInstance, office: Office): void {
  for (const register of Object.keys(REGISTERS) as Register[]) {
    reading(app, office, register);
    entering(app, office, register);
  }
  for (const register of FEEDING_REGISTERS)
    actRoute(app, office, {
      act: 'register.effects',
      method: 'GET',
      url: `${urlOf(register)}/:entry/effects`,
      summary: '一条记录影响的得分 / What an entry does to scores',
      shapes: { params: entryOfYear, answer: effectListShape },
      work: async (work, { params }) => await effectsOf(work, { ...params, register }),
    });
  actRoute(app, office, {
    act: 'visit.read',
    method: 'GET',
    url: '/api/years/:year/visits',
    summary: '各单位现场考核的提醒 / What is to be noted of the visits of each unit',
    shapes: { params: yearShape, answer: visitStandingsShape },
    work: async (work, { params }) => ({ units: await visitStandings(work, params.year) }),
  });
  actRoute(app, office, {
    act: 'digest.read',
    method: 'GET',
    url: '/api/years/:year/digest',
    summary: '督导摘要 / What patrols and inspections found',
    shapes: { params: yearShape, query: pageQueryShape, answer: digestShape },
    work: async (work, { params, query }) => await digestOf(work, params.year, query),
  });
}

const urlOf = (register: Register) => `/api/years/:year/registers/${register}`;

function reading(app: FastifyInstance, office: Office, register: Register): void {
  const url = urlOf(register);
  actRoute(app, office, {
    act: 'register.read',
    method: 'GET',
    url,
    summary: '台账 / A register',
    shapes: { params: yearShape, query: pageQueryShape, answer: entryListShape },
    work: async (work, { params, query }) => await readEntries(work, { ...params, register }, query),
  });
  actRoute(app, office, {
    act: 'register.read',
    method: 'GET',
    url: `${url}/:entry/versions`,
    summary: '一条记录的各个版本 / Versions of an entry',
    shapes: { params: entryOfYear, query: pageQueryShape, answer: versionListShape },
    work: async (work, { params, query }) => await versionsOf(work, { ...params, register }, query),
  });
}

function entering(app: FastifyInstance, office: Office, register: Register): void {
  const url = urlOf(register);
  const act = CHANGED_BY[register];
  actRoute(app, office, {
    act,
    method: 'POST',
    url,
    summary: '登记 / Enter',
    shapes: { params: yearShape, body: entrySentShape, answer: entryShape },
    work: async (work, { params, body }) => await enterEntry(work, { year: params.year, register }, body),
  });
  actRoute(app, office, {
    act,
    method: 'PUT',
    url: `${url}/:entry`,
    summary: '修改（另存一版） / Change, as another version',
    shapes: { params: entryOfYear, body: entrySentShape, answer: entryShape },
    work: async (work, { params, body }) => await reviseEntry(work, { ...params, register }, body),
  });
  actRoute(app, office, {
    act,
    method: 'POST',
    url: `${url}/:entry/withdraw`,
    summary: '撤销（留痕） / Withdraw, leaving its trace',
    shapes: { params: entryOfYear, body: withdrawShape, answer: entryShape },
    work: async (work, { params, body }) => await withdrawEntry(work, { ...params, register }, body.reason),
  });
}
