/** Setting up the first office over HTTP: open only while there is none, and only to whoever sees the terminal. */
import { Buffer } from 'node:buffer';
import { setUpShape, setupShape, setupStateShape } from '@kaohe/api-contract';
import { peopleTemplate } from '@kaohe/office-files';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Office } from '../office/office.js';
import { adoptedScheme, issuedScheme } from '../years/create.js';
import { populationWords } from '../years/population.js';
import { NO_SCOPES, scopesOfScheme } from '../years/scopes.js';
import { SetupGate } from './gate.js';
import { roleWords } from './people.js';
import { setUpOffice } from './service.js';

const URL = '/api/setup';
const MOST_BYTES = 4 * 1024 * 1024;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function setupRoutes(plain: FastifyInstance, office: Office, setupCode: string | undefined): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const gate = new SetupGate(setupCode);
  app.get(
    URL,
    { schema: { summary: '能否首次设置 / Whether set-up is open', response: { 200: setupStateShape } } },
    async (_request, reply) => reply.header('cache-control', 'no-store').send({ open: gate.isOpen }),
  );
  app.post(
    URL,
    {
      bodyLimit: MOST_BYTES,
      schema: { summary: '首次设置 / Set up the first office', body: setupShape, response: { 200: setUpShape } },
    },
    async ({ body }, reply) => {
      const done = await gate.pass(body.code, () => setUpOffice(office, body));
      return reply.header('cache-control', 'no-store').send(done);
    },
  );
  app.get(
    `${URL}/people-template`,
    {
      schema: {
        summary: '人员表模板 / Template of the list of people',
        querystring: z.object({ scheme: z.string().optional() }),
      },
    },
    async ({ query }, reply) => {
      const madeOn = office.now().toISOString().slice(0, 10);
      const scheme = query.scheme === undefined ? undefined : adoptedScheme(issuedScheme(office.schemes, query.scheme));
      const roles = roleWords(scheme ? scopesOfScheme(scheme) : NO_SCOPES);
      const bytes = await peopleTemplate({ roles, population: scheme && populationWords(scheme) }, madeOn);
      return reply
        .type(WORKBOOK)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('人员表.xlsx')}`)
        .send(Buffer.from(bytes));
    },
  );
}
