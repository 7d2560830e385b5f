/** The facts of a year as a file that `kaohe score` takes. */
import { printTree } from '@kaohe/scheme-files';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { yearFacts } from './service.js';

export function factsRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'facts.export',
    method: 'GET',
    url: '/api/years/:year/facts',
    summary: '导出全年事实 / The facts of a year as a file',
    shapes: {
      params: z.object({ year: z.string() }),
      query: z.object({ format: z.enum(['yaml', 'json']).default('yaml') }),
      answer: 'file',
      media: ['application/yaml', 'application/json'],
    },
    work: async (work, { params: { year }, query: { format } }) => {
      const facts = await yearFacts(work, year);
      work.note({ subject: year });
      const text = format === 'json' ? `${JSON.stringify(facts, null, 2)}\n` : printTree(facts);
      return {
        bytes: new TextEncoder().encode(text),
        mediaType: format === 'json' ? 'application/json' : 'application/yaml; charset=utf-8',
        name: `${year}.facts.${format}`,
      };
    },
  });
}
