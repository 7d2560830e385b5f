import { ACTS, actOf } from '@kaohe/api-contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OpenAPIV3_1 } from 'openapi-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { testOffice } from '../../test/office.js';
import { type Operation, operationsOf } from '../../test/operations.js';

/** For whoever has no role yet, and what is public anyway. Every other address does one act of the table. */
const OPEN = [
  'GET /api/schemes',
  'GET /api/schemes/{id}',
  'GET /api/schemes/{id}/printed/{form}',
  'GET /api/schemes/{id}/source',
  'GET /api/demonstration',
  'GET /api/session',
  'POST /api/session',
  'DELETE /api/session',
  'PUT /api/session/role',
  'POST /api/session/activity',
  'PUT /api/session/password',
  'POST /api/session/totp',
  'PUT /api/session/totp',
  'GET /api/setup',
  'GET /api/setup/people-template',
  'POST /api/setup',
];
const REFUSALS = ['400', '401', '403', '404', '409', '422', '428', '429', 'default'];

const office = testOffice();
let document: OpenAPIV3_1.Document;
let operations: readonly Operation[] = [];

beforeAll(async () => {
  document = (await office.app.inject({ url: '/api/openapi.json', headers: { host: '127.0.0.1' } })).json();
  operations = operationsOf(document);
});

/** Every schema of the document, wherever it stands. */
function* schemasIn(value: unknown, at = ''): Generator<[string, object]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (name === 'schema') yield [`${at}/schema`, part];
    else yield* schemasIn(part, `${at}/${name}`);
  }
}

describe('接口的说明', () => {
  it('是 OpenAPI 3.1，里面的每个形状都合 JSON Schema 2020-12', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const ajv = new Ajv2020({ strict: false });
    const wrong = [...schemasIn(document.paths), ['Problem', document.components?.schemas?.Problem] as const].filter(
      ([, schema]) => !ajv.validateSchema(schema as object),
    );
    expect(wrong).toEqual([]);
  });

  it('里面的每处引用都有所指，编号不重', () => {
    const references = JSON.stringify(document).match(/"#\/components\/[^"]+"/g) ?? [];
    for (const reference of new Set(references)) {
      const [, , kind, name] = JSON.parse(reference).split('/');
      expect(document.components).toHaveProperty([kind, name]);
    }
    const ids = operations.flatMap(({ described }) => described.operationId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('每个地址都有中英文的一句话、参数、回答，和各种拒绝', () => {
    const incomplete = operations.filter(({ path, described }) => {
      const inPath = (path.match(/(?<=\{)[^}]+/g) ?? []).sort().join();
      const parameters = (described.parameters ?? []) as OpenAPIV3_1.ParameterObject[];
      const given = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      const done = Object.keys(described.responses ?? {}).some((status) => status.startsWith('2'));
      const refused = REFUSALS.every((status) => described.responses?.[status] !== undefined);
      return (
        !/\p{Script=Han}.* \/ .*[a-z]/u.test(described.summary ?? '') ||
        given.sort().join() !== inPath ||
        !done ||
        !refused
      );
    });
    expect(incomplete.map(({ name }) => name)).toEqual([]);
  });

  it('写入的都说明 Idempotency-Key，有版本的说明 If-Match 和 ETag，照所见办的必须有 If-Match', () => {
    const headers = ({ parameters = [] }: OpenAPIV3_1.OperationObject) =>
      (parameters as OpenAPIV3_1.ParameterObject[])
        .filter((one) => one.in === 'header')
        .map(({ name, required }) => `${name}${required ? '!' : ''}`);
    for (const { name, act, method, described } of operations) {
      if (act === undefined) continue;
      const answer = described.responses?.['200'] as OpenAPIV3_1.ResponseObject;
      const schema = answer.content?.['application/json']?.schema as OpenAPIV3_1.SchemaObject | undefined;
      const isVersioned = schema?.properties?.version !== undefined;
      expect([name, answer.headers?.ETag !== undefined]).toEqual([name, isVersioned]);
      const ifMatch = actOf(act).overSeen ? ['If-Match!'] : isVersioned ? ['If-Match'] : [];
      expect([name, headers(described)]).toEqual([name, method === 'GET' ? [] : ['Idempotency-Key', ...ifMatch]]);
    }
    const versioned = operations.filter(({ described }) => JSON.stringify(described).includes('"ETag"'));
    expect(versioned.length).toBeGreaterThan(10);
  });

  it('下载的都说明是什么文件，回答也是那种文件', async () => {
    const files = operations.filter(({ described }) => JSON.stringify(described).includes('"binary"'));
    const types = ({ described }: Operation) =>
      Object.keys((described.responses?.['200'] as OpenAPIV3_1.ResponseObject | undefined)?.content ?? {});
    expect(files.length).toBeGreaterThanOrEqual(7);
    expect(files.filter((one) => types(one).some((type) => !/^[a-z]+\/[a-z.+-]+$/.test(type)))).toEqual([]);
    const unstated = operations.filter(
      (one) => one.act !== undefined && one.method === 'GET' && types(one).includes('application/octet-stream'),
    );
    expect(unstated.map(({ name }) => name)).toEqual([]);
    const clerk = await office.as('office');
    for (const [path, url] of [
      ['/api/years/{year}/facts', '/api/years/2019/facts'],
      ['/api/years/{year}/blank-papers/{paper}', '/api/years/2019/blank-papers/form-leader'],
    ]) {
      const operation = files.find((one) => one.path === path) as Operation;
      const sent = String((await clerk('GET', url ?? '')).headers['content-type']).split(';')[0];
      expect([path, types(operation).includes(sent ?? '')]).toEqual([path, true]);
    }
  });

  it('除公开的和登录用的以外，每个地址都做权限表里的一件事', () => {
    const withoutAct = operations.filter(({ act }) => act === undefined).map(({ name }) => name);
    expect(withoutAct.filter((name) => !OPEN.includes(name))).toEqual([]);
    expect(operations.filter(({ act }) => act !== undefined && !(act in ACTS)).map(({ name }) => name)).toEqual([]);
  });

  it('权限表里的每件事都有地址可做', () => {
    const done = new Set(operations.map(({ act }) => act));
    expect(Object.keys(ACTS).filter((act) => !done.has(act as keyof typeof ACTS))).toEqual([]);
  });
});
