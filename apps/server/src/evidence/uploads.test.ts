import { createHash, randomBytes } from 'node:crypto';
import { CHUNK_MOST_BYTES, EVIDENCE_MOST_BYTES } from '@kaohe/api-contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, TENANT, testOffice } from '../../test/office.js';
import { inSystem } from '../database/transaction.js';
import { createApp } from '../http/app.js';
import { COOKIE } from '../sessions/token.js';
import { removeAbandoned } from './uploads.js';

const office = testOffice();
const UNIT = '巩义市';
const UPLOADS = '/api/years/2019/uploads';
const BYTES = { 'content-type': 'application/octet-stream' };
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let team: Client;
let other: Client;
let own = '';
beforeAll(async () => {
  await office.stages({ 'year-end': 'open' });
  own = await inSystem(office.database, TENANT, async (trx) => {
    const units = await trx.selectFrom('kaohe.units').select(['unit_id', 'team_id']).execute();
    return units.find(({ unit_id }) => unit_id === UNIT)?.team_id ?? '';
  });
  team = await office.as('team-member', own);
  other = await office.as('team-leader', own);
});

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const pdf = (size = 3000) => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(size), Buffer.from('\n%%EOF\n')]);
const start = async (client: Client, content: Buffer, said: object = {}) =>
  await client('POST', UPLOADS, {
    payload: { unit: UNIT, name: '扫描件.pdf', bytes: content.length, sha256: hashOf(content), ...said },
  });
const begun = async (client: Client, content: Buffer, said: object = {}): Promise<string> =>
  (await start(client, content, said)).json().upload;
const chunk = async (client: Client, upload: string, { offset, content }: { offset: number; content: Buffer }) =>
  await client('POST', `${UPLOADS}/${upload}/chunks?offset=${offset}`, { payload: content, headers: BYTES });
const finish = async (client: Client, upload: string) => await client('POST', `${UPLOADS}/${upload}/finish`);
const listed = async () =>
  (await team('GET', `/api/years/2019/evidence?unit=${UNIT}`))
    .json()
    .evidence.map(({ sha256 }: { sha256: string }) => sha256);
async function sent(client: Client, content: Buffer, said: object = {}): Promise<string> {
  const upload = await begun(client, content, said);
  for (let offset = 0; offset < content.length; offset += CHUNK_MOST_BYTES) {
    const answer = await chunk(client, upload, {
      offset,
      content: content.subarray(offset, offset + CHUNK_MOST_BYTES),
    });
    expect(answer.statusCode).toBe(200);
  }
  return upload;
}

describe('分段上传', () => {
  it('传完并核对以后才是佐证，以前哪里也没有、也不能引用', async () => {
    const content = pdf(CHUNK_MOST_BYTES + 5000);
    const upload = await sent(team, content);
    expect(await listed()).not.toContain(hashOf(content));
    const finding = { 'county/1.1': { breached: 'true', evidence: [upload] } };
    const cited = await team('PUT', `/api/years/2019/sheets/${UNIT}/rows/1`, {
      payload: { closed: true, observations: finding },
    });
    expect(cited.statusCode).toBe(422);
    expect((await team('GET', `/api/years/2019/evidence/${upload}`)).statusCode).toBe(404);
    const done = await finish(team, upload);
    expect(done.json()).toMatchObject({ mediaType: 'application/pdf', reused: false, bytes: content.length });
    expect(await listed()).toContain(hashOf(content));
    const file = await team('GET', `/api/years/2019/evidence/${done.json().id}`);
    expect(file.rawPayload.equals(content)).toBe(true);
    expect((await team('GET', `${UPLOADS}/${upload}`)).statusCode).toBe(404);
  });

  it('接错位置的一段不收，告诉正确的位置；同一段送两次只算一次', async () => {
    const content = pdf();
    const upload = await begun(team, content);
    const first = { offset: 0, content: content.subarray(0, 1000) };
    expect((await chunk(team, upload, first)).json().offset).toBe(1000);
    for (const offset of [0, 500, 1001, 9999]) {
      const refused = await chunk(team, upload, { offset, content: content.subarray(0, 10) });
      expect([refused.statusCode, refused.json()]).toMatchObject([409, { code: 'wrong-offset', offset: 1000 }]);
    }
    const both = [1, 2].map(() => chunk(team, upload, { offset: 1000, content: content.subarray(1000) }));
    expect((await Promise.all(both)).map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await finish(team, upload)).statusCode).toBe(200);
  });

  it('断了以后，再开始同一个文件就接着传，服务器重启也一样', async () => {
    const content = pdf();
    const upload = await begun(team, content);
    await chunk(team, upload, { offset: 0, content: content.subarray(0, 700) });
    const again = (await start(team, content, { name: '换了名字.pdf' })).json();
    expect(again).toMatchObject({ upload, offset: 700, evidence: null });
    const restarted = await createApp({ schemes: office.office.schemes, office: office.office });
    const [cookie] = await cookieOf(team);
    const state = await restarted.inject({
      url: `${UPLOADS}/${upload}`,
      headers: { host: '127.0.0.1' },
      cookies: { [COOKIE]: cookie },
    });
    await restarted.close();
    expect(state.json().offset).toBe(700);
    expect((await finish(team, upload)).json()).toMatchObject({ code: 'wrong-state', offset: 700 });
    await chunk(team, upload, { offset: 700, content: content.subarray(700) });
    expect((await finish(team, upload)).statusCode).toBe(200);
  });

  it('内容和开始时说的不一样，不收；再开始就从头来', async () => {
    const content = pdf();
    const changed = Buffer.from(content);
    changed[500] = (changed[500] ?? 0) ^ 1;
    const upload = await begun(team, content);
    await chunk(team, upload, { offset: 0, content: changed });
    expect((await finish(team, upload)).json()).toMatchObject({ status: 422, code: 'other-content' });
    expect(await listed()).not.toContain(hashOf(content));
    const again = (await start(team, content)).json();
    expect([again.offset, again.upload === upload]).toEqual([0, false]);
  });

  it('类型看内容：网页冒充 PDF 传得完，收不下', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    const upload = await sent(team, page);
    expect((await finish(team, upload)).json()).toMatchObject({ status: 422, code: 'invalid' });
    expect(await listed()).not.toContain(hashOf(page));
  });

  it('多出来的字节、空的一段、过大的一段都不收', async () => {
    const content = pdf();
    const upload = await begun(team, content);
    for (const [size, status] of [
      [content.length + 1, 422],
      [0, 422],
      [CHUNK_MOST_BYTES + 1, 413],
    ] as const)
      expect([size, (await chunk(team, upload, { offset: 0, content: Buffer.alloc(size) })).statusCode]).toEqual([
        size,
        status,
      ]);
  });

  it('本单位已有的内容不用再传；取消的什么也不留下', async () => {
    const content = pdf();
    await finish(team, await sent(team, content));
    expect((await start(other, content)).json()).toMatchObject({
      upload: '',
      offset: content.length,
      evidence: { reused: true, sha256: hashOf(content) },
    });
    const upload = await sent(team, pdf());
    expect((await team('DELETE', `${UPLOADS}/${upload}`)).json()).toEqual({ cancelled: true });
    const left = await sql`SELECT 1 FROM kaohe.upload_chunks WHERE upload_id = ${upload}`.execute(
      office.database.owner,
    );
    expect(left.rows).toEqual([]);
  });

  it('一段一段不进日志，开始、传完、取消各记一笔', async () => {
    const count = async () =>
      (
        await sql`SELECT 1 FROM kaohe.audit_entries WHERE act = 'evidence.add' AND succeeded`.execute(
          office.database.owner,
        )
      ).rows.length;
    const before = await count();
    await finish(team, await sent(team, pdf(3 * CHUNK_MOST_BYTES)));
    expect((await count()) - before).toBe(2);
  });
});

describe('别人正在传的', () => {
  it('同组的、别组的、别的安委办的都看不见、接不了、取消不了', async () => {
    const content = pdf();
    const upload = await begun(team, content);
    const strangers = [
      other,
      await office.as('office'),
      await office.as('counting-clerk'),
      await office.as('team-member', 'no-such-team'),
      await office.as('office', '', '2'),
    ];
    for (const stranger of strangers) {
      expect((await stranger('GET', `${UPLOADS}/${upload}`)).statusCode).toBe(404);
      expect((await chunk(stranger, upload, { offset: 0, content })).statusCode).toBe(404);
      expect((await finish(stranger, upload)).statusCode).toBe(404);
      expect((await stranger('DELETE', `${UPLOADS}/${upload}`)).statusCode).toBe(404);
    }
    expect((await team('GET', `${UPLOADS}/${upload}`)).json().offset).toBe(0);
    expect((await start(other, content)).json().upload).not.toBe(upload);
  });

  it('别组的单位开始不了，评价表的扫描件只有计票人员能传', async () => {
    const stranger = await office.as('team-member', 'no-such-team');
    expect((await start(stranger, pdf())).statusCode).toBe(404);
    expect((await start(team, pdf(), { unit: '', purpose: 'ballot' })).statusCode).toBe(403);
    const clerk = await office.as('counting-clerk');
    const upload = await sent(clerk, pdf(), { unit: '', purpose: 'ballot' });
    const { id } = (await finish(clerk, upload)).json();
    expect((await clerk('GET', `/api/years/2019/evidence/${id}/view`)).statusCode).toBe(200);
    expect((await (await office.as('office'))('GET', `/api/years/2019/evidence/${id}/view`)).statusCode).toBe(404);
  });
});

describe('放得下多少', () => {
  it('超过一个文件的上限，一个字节也不传就说明', async () => {
    const refused = await start(team, pdf(), { bytes: EVIDENCE_MOST_BYTES + 1 });
    expect(refused.json()).toMatchObject({ status: 413, code: 'too-large', most: EVIDENCE_MOST_BYTES });
  });

  it('单位和全办的上限把正在传的也算上，一次传和分段传都一样；安委办看得到用了多少', async () => {
    const officer = await office.as('office');
    const use = async () => (await officer('GET', '/api/years/2019/evidence-use')).json();
    const before = await use();
    const used = before.units.find(({ unit }: { unit: string }) => unit === UNIT).bytes;
    const session = { host: '127.0.0.1' };
    const [cookie] = await cookieOf(team);
    for (const [unit, all] of [
      [used + 4000, 1e9],
      [1e9, before.bytes + 4000],
    ] as const) {
      const evidenceLimits = { unit, office: all };
      const app = await createApp({ schemes: office.office.schemes, office: { ...office.office, evidenceLimits } });
      const post = async (url: string, payload: object, headers: object = {}) =>
        await app.inject({
          method: 'POST',
          url: encodeURI(url),
          payload,
          headers: { ...session, ...headers },
          cookies: { [COOKIE]: cookie },
        });
      const said = (content: Buffer) => ({ unit: UNIT, name: 'a.pdf', bytes: content.length, sha256: hashOf(content) });
      const first = (await post(UPLOADS, said(pdf()))).json();
      expect(first.upload).not.toBe('');
      const second = await post(UPLOADS, said(pdf()));
      expect(second.json()).toMatchObject({ status: 413, code: 'no-room' });
      const once = await post(`/api/years/2019/evidence?unit=${UNIT}&name=a.pdf`, pdf(), BYTES);
      expect(once.json()).toMatchObject({ status: 413, code: 'no-room' });
      await team('DELETE', `${UPLOADS}/${first.upload}`);
      await app.close();
    }
    expect(await use()).toEqual(before);
    expect((await team('GET', '/api/years/2019/evidence-use')).statusCode).toBe(403);
  });

  it('放了一天没有动的清掉，别的留着', async () => {
    const [old, fresh] = [await sent(team, pdf()), await begun(team, pdf())];
    const day = new Date(Date.now() - 25 * 60 * 60_000);
    await sql`UPDATE kaohe.uploads SET touched_at = ${day} WHERE upload_id = ${old}`.execute(office.database.owner);
    expect(await removeAbandoned(office.office)).toBe(1);
    expect((await team('GET', `${UPLOADS}/${old}`)).statusCode).toBe(404);
    expect((await team('GET', `${UPLOADS}/${fresh}`)).statusCode).toBe(200);
    const chunks = await sql`SELECT 1 FROM kaohe.upload_chunks WHERE upload_id = ${old}`.execute(office.database.owner);
    expect(chunks.rows).toEqual([]);
  });
});

describe('直接看', () => {
  it('只有图片和 PDF，在沙箱里、不猜类型；别的只能下载', async () => {
    const view = async (content: Buffer) => {
      const { id } = (await finish(team, await sent(team, content))).json();
      return await team('GET', `/api/years/2019/evidence/${id}/view`);
    };
    const image = await view(PNG);
    expect([image.statusCode, image.headers]).toMatchObject([
      200,
      { 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
    ]);
    expect(image.headers['content-disposition']).toMatch(/^inline;/);
    expect(image.headers['content-security-policy']).toMatch(/default-src 'none'; sandbox;/);
    const scan = await view(pdf());
    expect(scan.headers['content-disposition']).toMatch(/^inline;/);
    expect(scan.headers['content-security-policy']).toMatch(/default-src 'none'/);
    expect((await view(Buffer.from('现场说明\n'))).statusCode).toBe(422);
  });
});

/** The session of a client, to go on with it at another server. */
async function cookieOf(client: Client): Promise<[string]> {
  const { raw } = await client('GET', '/api/session');
  const cookie = /=([^;]+)/.exec(String(raw.req.headers.cookie))?.[1];
  return [decodeURIComponent(cookie ?? '')];
}
