/** The registers over HTTP: one set of routes for all of them, one act by who enters which. */
import {
  type ActName,
  entryKeyShape,
  entryListShape,
  entrySentShape,
  entryShape,
  REGISTERS,
  type Register,
  withdrawShape,
} from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { addEntry, changeEntry, entriesOf, mayEnter, versionsOf, withdrawEntry } from './service.js';

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
  for (const register of Object.keys(REGISTERS) as Register[]) oneRegister(app, office, register);
}

function oneRegister(app: FastifyInstance, office: Office, register: Register): void {
  const url = `/api/years/:year/registers/${register}`;
  const act = CHANGED_BY[register];
  const digest = register === 'patrol-findings' || register === 'inspections';
  actRoute(app, office, {
    act: digest ? 'digest.read' : 'register.read',
    method: 'GET',
    url,
    summary: '台账 / A register',
    shapes: { params: yearShape, answer: entryListShape },
    work: async (work, { params }) => ({
      entries: await entriesOf(work, params.year, register),
      mayChange: mayEnter(work.acting.role, register),
    }),
  });
  actRoute(app, office, {
    act: digest ? 'digest.read' : 'register.read',
    method: 'GET',
    url: `${url}/:entry/versions`,
    summary: '一条记录的各个版本 / Versions of an entry',
    shapes: { params: entryOfYear, answer: z.object({ versions: z.array(entryShape) }) },
    work: async (work, { params }) => ({ versions: await versionsOf(work, { ...params, register }) }),
  });
  actRoute(app, office, {
    act,
    method: 'POST',
    url,
    summary: '登记 / Enter',
    shapes: { params: yearShape, body: entrySentShape, answer: entryShape },
    work: async (work, { params, body }) => await addEntry(work, { year: params.year, register }, body),
  });
  actRoute(app, office, {
    act,
    method: 'PUT',
    url: `${url}/:entry`,
    summary: '修改（另存一版） / Change, as another version',
    shapes: { params: entryOfYear, body: entrySentShape, answer: entryShape },
    work: async (work, { params, body }) => await changeEntry(work, { ...params, register }, body),
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
