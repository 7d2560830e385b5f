/** The demonstration: made-up facts of a whole year, for the pages to open on. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { DEMONSTRATION, EXAMPLES } from './file.js';

const FIELDS = ['scheme', 'file', 'date', 'text'] as const;
const DEMONSTRATED = {
  summary: '演示数据 / The demonstration',
  response: { 200: z.object(Object.fromEntries(FIELDS.map((name) => [name, z.string()]))) },
};

export function demonstrationRoutes(app: FastifyInstance): void {
  app.get('/api/demonstration', { schema: DEMONSTRATED }, async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return { ...DEMONSTRATION, text: await readFile(fileURLToPath(new URL(DEMONSTRATION.file, EXAMPLES)), 'utf8') };
  });
}
