/** OpenAPI 3.1 from the very shapes that check requests and answers: the description cannot differ from what happens. */
import swagger from '@fastify/swagger';
import { type ActName, actOf } from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { OpenAPIV3_1 } from 'openapi-types';
import { COOKIE } from '../sessions/token.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The act of the table this route does. */
    act?: ActName;
  }
}

/** Every way to be refused; which of them applies, the code of the problem says. */
const REFUSALS: Readonly<Record<string, string>> = {
  '400': '请求有误 / The request cannot be read',
  '401': '没有登录 / Not signed in',
  '403': '没有权限 / Not allowed',
  '404': '没有找到，或不归您负责 / Not found, or not yours',
  '409': '状态不对，或别人已经改过 / In another state, or changed by somebody else',
  '422': '内容有误 / What was sent is wrong',
  '428': '没有写明照哪一版办 / If-Match is needed',
  '429': '请求太多 / Too many requests',
  default: '服务器出错 / The server failed',
};

const PROBLEM: OpenAPIV3_1.SchemaObject = {
  description: 'RFC 9457, in Chinese and English; further members by code (current and sent of a stale edit, for one)',
  type: 'object',
  required: ['type', 'status', 'code', 'title', 'titleEn', 'detail', 'detailEn'],
  properties: {
    type: { const: 'about:blank' },
    status: { type: 'integer' },
    ...Object.fromEntries(['code', 'title', 'titleEn', 'detail', 'detailEn'].map((name) => [name, { type: 'string' }])),
  },
};

const nameOf = (status: string): string => (status === 'default' ? 'Failed' : `Refused${status}`);

export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '考核 Kaohe', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: COOKIE } },
        schemas: { Problem: PROBLEM },
        responses: Object.fromEntries(
          Object.entries(REFUSALS).map(([status, description]) => [
            nameOf(status),
            {
              description,
              content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
            },
          ]),
        ),
      },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      const act = (route.route.config as { act?: ActName } | undefined)?.act;
      const hide = schema?.hide || !url.startsWith('/api/');
      return { url, schema: { ...schema, hide, ...(act && { 'x-act': act }) } };
    },
    transformObject: (document) =>
      'openapiObject' in document
        ? withAnswers(document.openapiObject as OpenAPIV3_1.Document)
        : document.swaggerObject,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

type DescribedAct = OpenAPIV3_1.OperationObject & { 'x-act'?: ActName };

const IF_MATCH: OpenAPIV3_1.ParameterObject = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: '所见版本：读取时回答里的 ETag / What was seen: the ETag of the answer that was read',
  schema: { type: 'string', pattern: '^"\\d"$' },
};

/** Names what every operation may also answer, and the bytes of those whose answer is a file. */
function withAnswers(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path ?? {}) as DescribedAct[]) {
      const act = operation['x-act'];
      if (act !== undefined && actOf(act).overSeen) operation.parameters = [...(operation.parameters ?? []), IF_MATCH];
      const own = Object.entries(operation.responses ?? {}).map(([status, answer]) => [status, described(answer)]);
      const refusals = Object.keys(REFUSALS).map((status) => [
        status,
        { $ref: `#/components/responses/${nameOf(status)}` },
      ]);
      operation.responses = Object.fromEntries([...refusals, ...own]);
      const body = operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined;
      if (body?.content['application/json'] && isOpaque(body.content['application/json']))
        body.content = { 'application/octet-stream': {} };
    }
  }
  return document;
}

/** A body without a shape in JSON is a file. */
const isOpaque = ({ schema = {} }: OpenAPIV3_1.MediaTypeObject): boolean => Object.keys(schema).length === 0;

function described(answer: OpenAPIV3_1.ResponseObject | OpenAPIV3_1.ReferenceObject): OpenAPIV3_1.ResponseObject {
  const { content = { 'application/octet-stream': {} } } = answer as OpenAPIV3_1.ResponseObject;
  return { description: '完成 / Done', content };
}
