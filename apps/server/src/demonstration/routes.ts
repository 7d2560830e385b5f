/** The demonstration: made-up facts of a whole year, for the pages to open on. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { DEMONSTRATION, EXAMPLES } from './file.js';

export function demonstrationRoutes(app: FastifyInstance): void {
  app.get('/api/demonstration', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return { ...DEMONSTRATION, text: await readFile(fileURLToPath(new URL(DEMONSTRATION.file, EXAMPLES)), 'utf8') };
  });
}
