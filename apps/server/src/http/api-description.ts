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
    /** The media types of an answer that is a file. */
    media?: readonly string[];
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
      const { act, media } = route.route.config ?? {};
      const hide = schema?.hide || !url.startsWith('/api/');
      return { url, schema: { ...schema, hide, ...(act && { 'x-act': act }), ...(media && { 'x-media': media }) } };
    },
    transformObject: (document) =>
      'openapiObject' in document
        ? withAnswers(document.openapiObject as OpenAPIV3_1.Document)
        : document.swaggerObject,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

type DescribedAct = OpenAPIV3_1.OperationObject & { 'x-act'?: ActName; 'x-media'?: readonly string[] };

const IF_MATCH: OpenAPIV3_1.ParameterObject = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: '所见版本：读取时回答里的 ETag / What was seen: the ETag of the answer that was read',
  schema: { type: 'string', pattern: '^"\\d{1,9}(-[0-9a-f]{64})?"$' },
};
const IDEMPOTENCY_KEY: OpenAPIV3_1.ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: '同一个请求重发时不变：只办一次，回答相同 / The same on sending again: done once, answered the same',
  schema: { type: 'string', pattern: '^[!-~]{8,200}$' },
};
const ETAG: OpenAPIV3_1.HeaderObject = {
  description: '这一版：修改时放进 If-Match / This version: what If-Match states on a change',
  schema: { type: 'string' },
};
const FILE_NAME: OpenAPIV3_1.HeaderObject = {
  description: '文件名，按 RFC 8187 编码 / The name of the file, as RFC 8187 encodes it',
  schema: { type: 'string' },
};

/** Names what every operation may also answer, and the bytes of those whose answer is a file. */
function withAnswers(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  for (const path of Object.values(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(path ?? {}) as [string, DescribedAct][]) {
      operation.parameters = [...(operation.parameters ?? []), ...headersOf(method, operation)];
      const own = Object.entries(operation.responses ?? {}).map(([status, answer]) => [
        status,
        described(operation, answer),
      ]);
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

/** What a change may say in its headers, or must. */
function headersOf(method: string, operation: DescribedAct): OpenAPIV3_1.ParameterObject[] {
  const act = operation['x-act'];
  if (act === undefined || method === 'get') return [];
  const { overSeen } = actOf(act);
  const hasVersion = Object.values(operation.responses ?? {}).some((answer) => isVersioned(answer));
  return [IDEMPOTENCY_KEY, ...(overSeen || hasVersion ? [{ ...IF_MATCH, required: overSeen ?? false }] : [])];
}

type Answer = OpenAPIV3_1.ResponseObject | OpenAPIV3_1.ReferenceObject;

/** An answer with a version of its own is sent with an ETag. */
function isVersioned(answer: Answer): boolean {
  const schema = (answer as OpenAPIV3_1.ResponseObject).content?.['application/json']?.schema;
  return schema !== undefined && 'version' in ((schema as OpenAPIV3_1.SchemaObject).properties ?? {});
}

function described({ 'x-media': media }: DescribedAct, answer: Answer): OpenAPIV3_1.ResponseObject {
  const done = { description: '完成 / Done' };
  if (isVersioned(answer)) return { ...done, content: contentOf(answer), headers: { ETag: ETAG } };
  if (!media) return { ...done, content: contentOf(answer) };
  const bytes: OpenAPIV3_1.MediaTypeObject = { schema: { type: 'string', format: 'binary' } };
  const content = Object.fromEntries(media.map((type) => [type, bytes]));
  return { ...done, content, headers: { 'Content-Disposition': FILE_NAME } };
}

const contentOf = (answer: Answer) =>
  (answer as OpenAPIV3_1.ResponseObject).content ?? { 'application/octet-stream': {} };
