import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { EVIDENCE_MOST_BYTES } from '@kaohe/api-contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, testOffice } from '../../test/office.js';
import { inSystem } from '../database/transaction.js';

const office = testOffice();
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

let team: Client;
let other: Client;
beforeAll(async () => {
  await office.stages({ 'year-end': 'open' });
  const teamOf = await inSystem(office.database, '1', async (trx) => {
    const units = await trx.selectFrom('kaohe.units').select(['unit_id', 'team_id']).execute();
    return (unit: string) => units.find(({ unit_id }) => unit_id === unit)?.team_id ?? '';
  });
  const own = teamOf('巩义市');
  team = await office.as('team-member', own);
  other = await office.as('team-member', own === '1' ? '2' : 'no-such-team');
});

const add = async (client: Client, query: string, content: Buffer) =>
  await client('POST', `/api/years/2019/evidence?${query}`, {
    payload: content,
    headers: { 'content-type': 'application/octet-stream' },
  });

describe('佐证', () => {
  it('类型看内容，不看文件名；下载时不在浏览器里打开', async () => {
    const added = await add(team, 'unit=巩义市&name=纪要.txt', PDF);
    expect(added.json()).toMatchObject({ mediaType: 'application/pdf', reused: false, bytes: PDF.length });
    expect(added.json().sha256).toBe(createHash('sha256').update(PDF).digest('hex'));
    const file = await team('GET', `/api/years/2019/evidence/${added.json().id}`);
    expect(file.rawPayload.equals(PDF)).toBe(true);
    expect(file.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(file.headers['content-disposition']).toMatch(/^attachment;/);
  });

  it('同一单位同样的内容只存一份，可在各行引用', async () => {
    const again = await add(team, 'unit=巩义市&name=另一个名字.pdf', PDF);
    expect(again.json()).toMatchObject({ reused: true, name: '纪要.txt' });
    const { evidence } = (await team('GET', '/api/years/2019/evidence?unit=巩义市')).json();
    expect(evidence).toHaveLength(1);
    for (const row of ['1', '2']) {
      const finding = { [`county/${row}.1`]: { breached: 'true', evidence: [evidence[0].id] } };
      const cited = await team('PUT', `/api/years/2019/sheets/巩义市/rows/${row}`, {
        payload: { closed: true, observations: finding },
      });
      expect(cited.statusCode).toBe(200);
    }
  });

  it.each([
    ['程序', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)])],
    ['网页', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['压缩包', Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), deflateSync('x')])],
    ['乱码', Buffer.from([0xff, 0xfe, 0xfd, 0x00, 0x01])],
    ['空文件', Buffer.alloc(0)],
  ])('%s不收', async (_what, content) => {
    const refused = await add(team, 'unit=巩义市&name=a.pdf', content);
    expect(refused.statusCode).toBeGreaterThanOrEqual(400);
    expect(refused.statusCode).toBeLessThan(500);
  });

  it('纯文本可以收', async () => {
    expect((await add(team, 'unit=巩义市&name=说明.txt', Buffer.from('现场说明\n'))).json().mediaType).toBe(
      'text/plain',
    );
  });

  it('超过 20 MB 的不收', async () => {
    const large = Buffer.alloc(EVIDENCE_MOST_BYTES + 1, 0x20);
    expect((await add(team, 'unit=巩义市&name=large.txt', large)).statusCode).toBe(413);
  });

  it('别的组不能传、不能列、不能下载', async () => {
    const { evidence } = (await team('GET', '/api/years/2019/evidence?unit=巩义市')).json();
    expect((await add(other, 'unit=巩义市&name=a.pdf', PDF)).statusCode).toBe(404);
    expect((await other('GET', '/api/years/2019/evidence?unit=巩义市')).json().evidence).toEqual([]);
    expect((await other('GET', `/api/years/2019/evidence/${evidence[0].id}`)).statusCode).toBe(404);
    expect((await other('GET', '/api/years/2019/evidence/no-id')).statusCode).toBe(404);
  });

  it('评价表的扫描件只有计票人员能传能看', async () => {
    expect((await add(team, 'unit=&name=a.pdf&purpose=ballot', PDF)).statusCode).toBe(403);
    const clerk = await office.as('counting-clerk');
    const scan = (await add(clerk, 'unit=&name=a.pdf&purpose=ballot', PDF)).json();
    expect((await clerk('GET', `/api/years/2019/evidence/${scan.id}`)).statusCode).toBe(200);
    const officer = await office.as('office');
    expect((await officer('GET', `/api/years/2019/evidence/${scan.id}`)).statusCode).toBe(404);
  });

  it('接口说明写得出来', async () => {
    const description = await office.app.inject({ url: '/api/openapi.json', headers: { host: '127.0.0.1' } });
    expect(description.statusCode).toBe(200);
    expect(description.json().paths['/api/years/{year}/evidence'].post.parameters.length).toBeGreaterThan(0);
  });
});
