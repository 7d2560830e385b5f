import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { testOffice } from '../../test/office.js';
import { operationsOf } from '../../test/operations.js';
import { SCHEMES_FOLDER } from '../schemes/folder.js';

const office = testOffice();
const SCHEMES = readdirSync(SCHEMES_FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

it.each(SCHEMES.map(({ name }, index) => [name, `${2030 + index}`]))(
  '按 %s 能建立年度，年度的每个页面都读得出，文件里没有单位也一样',
  async (scheme, year) => {
    const clerk = await office.as('office');
    const made = await clerk('POST', '/api/years', { payload: { year, title: '年度', scheme } });
    expect([made.statusCode, made.json()]).toEqual([200, expect.objectContaining({ year, scheme })]);
    const document = (await office.app.inject({ url: '/api/openapi.json', headers: { host: '127.0.0.1' } })).json();
    const pages = operationsOf(document).filter(
      ({ method, path }) => method === 'GET' && path.includes('{year}') && path.match(/\{/g)?.length === 1,
    );
    expect(pages.length).toBeGreaterThan(5);
    for (const { path } of pages) {
      const { statusCode } = await clerk('GET', path.replace('{year}', year));
      expect([path, statusCode < 500]).toEqual([path, true]);
    }
  },
);
