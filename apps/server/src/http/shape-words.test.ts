import { PATTERN_WORDS, REGISTERS } from '@kaohe/api-contract';
import fc from 'fast-check';
import type { OpenAPIV3_1 } from 'openapi-types';
import { describe, expect, it } from 'vitest';
import { requestsOf } from '../../test/arbitrary.js';
import { type Client, testOffice } from '../../test/office.js';
import { type Operation, operationsOf } from '../../test/operations.js';
import { type ShapeIssue, wordsOf } from './shape-words.js';

const office = testOffice({ limits: { requests: 1e9, signIns: 1e9 } });
const described = async () =>
  operationsOf((await office.app.inject({ url: '/api/openapi.json', headers: { host: '127.0.0.1' } })).json());

const ENGLISH = /[A-Za-z]{2,}/;
const HAN = /\p{Script=Han}/u;

/** The same body with one member after the other wrong in several ways. */
function wrongBodies(body: unknown): unknown[] {
  const members = typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
  const spoilt = members.flatMap((name) =>
    [undefined, null, 7.5, '', '！', 'x'.repeat(30_000), [[]], { a: 1 }].map((value) => ({
      ...(body as object),
      [name]: value,
    })),
  );
  return [{}, [], 'text', null, { ...(body as object), unknown: 1 }, ...spoilt];
}

async function refusals(client: Client, operation: Operation): Promise<Record<string, string>[]> {
  const [sent] = fc.sample(requestsOf(operation, {}), { numRuns: 1, seed: 7 });
  if (!sent) return [];
  const answers = [];
  for (const payload of wrongBodies(sent.payload)) {
    const headers = { 'content-type': 'application/json', 'if-match': '"1"' };
    const answer = await client(operation.method, sent.url, { payload: JSON.stringify(payload) ?? '', headers });
    if (answer.json().code === 'bad-request') answers.push(answer.json());
  }
  return answers;
}

describe('请求的内容不对时', () => {
  it('每个地址的拒绝都用中文说清哪一处，不夹英文；英文的不夹汉字', async () => {
    const clerk = await office.as('office');
    const writing = (await described()).filter((one) => one.described.requestBody !== undefined);
    let count = 0;
    for (const operation of writing) {
      const said = await refusals(clerk, operation);
      count += said.length;
      const mixed = said.filter(({ detail = '', detailEn = '' }) => ENGLISH.test(detail) || HAN.test(detailEn));
      expect([operation.name, mixed]).toEqual([operation.name, []]);
    }
    expect(writing.length).toBeGreaterThan(25);
    expect(count).toBeGreaterThan(500);
  });

  it('年度写错时说应为四位数字，没有填的说没有填', async () => {
    const clerk = await office.as('office');
    const payload = { year: '19年', scheme: 'zhengzhou-2019' };
    const { detail, detailEn } = (await clerk('POST', '/api/years', { payload })).json();
    expect(detail).toMatch(/^年度应为四位数字，例如 2019.*；标题没有填。$/);
    expect(detailEn).toMatch(/^The year must be four digits.*; The title is missing\.$/);
  });

  it('台账的内容不对，也说是哪一处、应怎样写', () => {
    const read = REGISTERS.accidents.safeParse({ id: 'a', on: '昨天', deaths: -1, responsible: '是' });
    const { detail, detailEn } = wordsOf((read.error?.issues ?? []) as unknown as ShapeIssue[]);
    expect([ENGLISH.test(detail), HAN.test(detailEn)]).toEqual([false, false]);
    expect(detail).toContain('日期应为日期，例如 2019-12-31；地点没有填');
  });

  it('接口里的每个正则都有话说', async () => {
    const found = new Set<string>();
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { pattern, format } = value as OpenAPIV3_1.SchemaObject;
      if (typeof pattern === 'string' && format === undefined) found.add(pattern);
      for (const part of Object.values(value)) walk(part);
    };
    for (const { described: one } of await described()) {
      walk(one.requestBody);
      walk((one.parameters ?? []).filter((parameter) => (parameter as { in: string }).in !== 'header'));
    }
    expect([...found].filter((pattern) => !PATTERN_WORDS[pattern])).toEqual([]);
    expect(found.size).toBeGreaterThan(5);
  });
});
