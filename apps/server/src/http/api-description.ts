/** OpenAPI 3.1 from the very shapes that check requests and answers: the description cannot differ from what happens. */
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { COOKIE } from '../sessions/token.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The act of the table this route does. */
    act?: string;
  }
}

export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '考核 Kaohe', version: '1' },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: COOKIE } } },
    },
    transform: jsonSchemaTransform,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
