/** The demonstration: made-up facts of a whole year, for the pages to open on. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const EXAMPLES = new URL('../../../../examples/', import.meta.url);

export const DEMONSTRATION = {
  scheme: 'zhengzhou-2019',
  file: 'zhengzhou-2019-demonstration.facts.yaml',
  /** The day on which the made-up year is looked at: the third of the four days on site. */
  date: '2020-01-16',
} as const;

export function demonstrationRoutes(app: FastifyInstance): void {
  app.get('/api/demonstration', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return { ...DEMONSTRATION, text: await readFile(fileURLToPath(new URL(DEMONSTRATION.file, EXAMPLES)), 'utf8') };
  });
}
