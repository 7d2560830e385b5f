import { readFileSync } from 'node:fs';
import type { OpenAPIV3_1 } from 'openapi-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { fill } from '../../test/filled.js';
import { type Client, testOffice } from '../../test/office.js';
import { type Operation, operationsOf } from '../../test/operations.js';

const office = testOffice({ demonstration: true });
let document: OpenAPIV3_1.Document;
let unit = '';

beforeAll(async () => {
  document = (await office.app.inject({ url: '/api/openapi.json', headers: { host: '127.0.0.1' } })).json();
  unit = (await fill(office)).own.unit;
}, 120_000);

type Shape = OpenAPIV3_1.SchemaObject & { readonly $ref?: string };

function resolved(shape: Shape | undefined): Shape {
  const name = shape?.$ref?.split('/').pop();
  return (name === undefined ? shape : (document.components?.schemas?.[name] as Shape)) ?? {};
}

/** The lists an answer holds, and whether it says where they go on. */
function answerOf({ described }: Operation) {
  const response = described.responses?.['200'] as OpenAPIV3_1.ResponseObject | undefined;
  const shape = resolved(response?.content?.['application/json']?.schema as Shape | undefined);
  const members = [shape, ...((shape.anyOf ?? shape.oneOf ?? []) as Shape[]).map(resolved)];
  const fields = members.flatMap(({ properties }) => Object.entries(properties ?? {}));
  const lists = fields.filter(([, field]) => resolved(field as Shape).type === 'array').map(([name]) => name);
  return { lists: shape.type === 'array' ? ['', ...lists] : lists, next: fields.some(([name]) => name === 'next') };
}

const asks = ({ described }: Operation, name: string) =>
  ((described.parameters ?? []) as OpenAPIV3_1.ParameterObject[]).some(
    (one) => one.in === 'query' && one.name === name,
  );

describe('列表', () => {
  it('凡能变长的都有 limit、after 和 next；其余的一个不多、一个不少写在运行说明的表里', () => {
    const text = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8');
    const bounded = [...text.matchAll(/^\| `(GET [^`]+)` \|/gm)].map(([, name]) => name);
    const lists = operationsOf(document).filter((one) => one.method === 'GET' && answerOf(one).lists.length > 0);
    const isPaged = (one: Operation) => answerOf(one).next && asks(one, 'limit') && asks(one, 'after');
    expect(lists.filter(isPaged).length).toBeGreaterThan(10);
    expect(lists.filter((one) => !isPaged(one)).map(({ name }) => name)).toEqual(bounded);
  });

  const LISTS = [
    ['office', '/api/years', 'years'],
    ['system-administrator', '/api/accounts', 'accounts'],
    ['security-administrator', '/api/grants', 'grants'],
    ['auditor', '/api/audit?act=session.open', 'entries'],
    ['office', '/api/years/2019/registers/accidents', 'entries'],
    ['office', '/api/years/2019/registers/indicators', 'entries'],
    ['office', '/api/years/2019/digest', 'findings'],
  ] as const;

  async function pagesOf(client: Client, url: string, { name, limit }: { name: string; limit: number }) {
    const rows: unknown[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const query: string = `limit=${limit}${after && `&after=${encodeURIComponent(after)}`}`;
      const answer = await client('GET', `${url}${url.includes('?') ? '&' : '?'}${query}`);
      expect(answer.statusCode).toBe(200);
      const page: Record<string, unknown[]> & { next: string | null } = answer.json();
      expect(page[name]?.length).toBeLessThanOrEqual(limit);
      rows.push(...(page[name] ?? []));
      after = page.next;
    }
    return rows;
  }

  it.each(LISTS)('%s 的 %s 一条一页、七条一页，和一页看完的一样，没有重的、漏的', async (role, url, name) => {
    const client = await office.as(role);
    if (url === '/api/years') {
      const payload = { year: '2020', title: '2020年度', scheme: 'zhengzhou-2019' };
      expect((await client('POST', url, { payload })).statusCode).toBe(200);
    }
    const whole = await pagesOf(client, url, { name, limit: 200 });
    expect(await pagesOf(client, url, { name, limit: 1 })).toEqual(whole);
    expect(await pagesOf(client, url, { name, limit: 7 })).toEqual(whole);
    expect(new Set(whole.map((row) => JSON.stringify(row))).size).toBe(whole.length);
  });

  it('佐证和各个版本也一样', async () => {
    const clerk = await office.as('office');
    const evidence = `/api/years/2019/evidence?unit=${encodeURIComponent(unit)}`;
    const files = await pagesOf(clerk, evidence, { name: 'evidence', limit: 200 });
    expect(files.length).toBeGreaterThan(0);
    expect(await pagesOf(clerk, evidence, { name: 'evidence', limit: 1 })).toEqual(files);
    const talks = '/api/years/2019/registers/talks';
    const body = { by: '市政府', on: '2019-08-02' };
    const { entry } = (await clerk('POST', talks, { payload: { unit, body } })).json();
    for (const version of [1, 2])
      await clerk('PUT', `${talks}/${entry}`, { payload: { body }, headers: { 'if-match': `"${version}"` } });
    const versions = await pagesOf(clerk, `${talks}/${entry}/versions`, { name: 'versions', limit: 1 });
    expect(versions).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3 }]);
  });

  it('不是上一页给出的位置不收，也不出错', async () => {
    const cursors = [
      'x',
      '[]',
      '[1,2,3]',
      '["a"]',
      '["\\u0000","\\u0000","x"]',
      '{"length":3}',
      'null',
      '["9999999999"]',
    ];
    for (const [role, url] of LISTS) {
      const client = await office.as(role);
      for (const cursor of cursors) {
        const after = Buffer.from(cursor).toString('base64url');
        const answer = await client('GET', `${url}${url.includes('?') ? '&' : '?'}after=${after}`);
        const isText = /years$|accounts$/.test(url) && /^\["[^"]+"\]$/.test(cursor);
        expect([url, cursor, answer.statusCode]).toEqual([url, cursor, isText ? 200 : 422]);
      }
      expect((await client('GET', `${url}${url.includes('?') ? '&' : '?'}limit=201`)).statusCode).toBe(400);
    }
  });
});
