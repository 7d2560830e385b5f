/** What the tests of reports do again and again: write one, and enter the visit it stands on. */
import { expect } from 'vitest';
import type { Client } from './office.js';

export const REPORTS = '/api/years/2019/reports';
export const REPORT = {
  narrative: '听取了汇报，查阅了资料。',
  problems: ['会议纪要缺第三季度'],
  suggestions: ['补开第三季度会议', '完善台账'],
};

export async function write(client: Client, unit: string, version: number) {
  return await writeText(client, { unit, version, payload: REPORT });
}

export async function writeText(
  client: Client,
  { unit, version, payload }: { unit: string; version: number; payload: object },
) {
  return await client('PUT', `${REPORTS}/${unit}`, { payload, headers: { 'if-match': `"${version}"` } });
}

export async function visit(client: Client, unit: string, on = '2020-01-14') {
  const payload = {
    unit,
    body: {
      on,
      methods: ['听汇报', '查资料', '实地查看'],
      places: [
        { kind: 'township', name: '某镇' },
        { kind: 'enterprise', name: '某厂' },
      ],
    },
  };
  expect((await client('POST', '/api/years/2019/registers/visits', { payload })).statusCode).toBe(200);
}
