import { chinaTime } from '@kaohe/api-contract';
import { clausesOf, type SchemeDraft, stateOf } from '@kaohe/clauses';
import { examineFolder, readSchemeFolder } from '@kaohe/scheme-files';
import JSZip from 'jszip';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testOffice } from '../../test/office.js';
import { confirmed, issuable, SOURCE, STARTED } from '../../test/small-draft.js';

const office = testOffice();
/** What a body had before there was a frame. */
const OLD_PARTS = ['head', 'items', 'bonus', 'vetoes', 'classes', 'units', 'seen'] as const;

async function newDraft(body: SchemeDraft) {
  const clerk = await office.as('office');
  const made = await clerk('POST', '/api/scheme-drafts', { payload: { fileName: 'a.txt', source: SOURCE, body } });
  expect(made.statusCode).toBe(200);
  return { clerk, url: `/api/scheme-drafts/${made.json().draft}` };
}

async function issued(id: string) {
  const { clerk, url } = await newDraft(issuable(id));
  return { clerk, url, answer: await clerk('POST', `${url}/issue`, { headers: { 'if-match': '"1"' } }) };
}

describe('方案草稿', () => {
  it('文件读成文字，读不出的说明原因', async () => {
    const clerk = await office.as('office');
    const file = Buffer.from(`\ufeff${SOURCE.replaceAll('\n', '\r\n')}`).toString('base64');
    const read = await clerk('POST', '/api/document-text', { payload: { file } });
    expect(read.json()).toEqual({ text: SOURCE });
    const none = await clerk('POST', '/api/document-text', {
      payload: { file: Buffer.from([0xd0, 0xcf, 0, 0, 1]).toString('base64') },
    });
    expect([none.statusCode, none.json().code]).toEqual([422, 'invalid']);
  });

  it('保存要写明所见的版本；别人改过的，两个版本都退回来，什么也没有丢', async () => {
    const { clerk, url } = await newDraft(STARTED);
    const mine = { ...STARTED, head: { ...STARTED.head, title: '我改的' } };
    expect((await clerk('PUT', url, { payload: { body: mine } })).statusCode).toBe(428);
    const saved = await clerk('PUT', url, { payload: { body: mine }, headers: { 'if-match': '"1"' } });
    expect([saved.statusCode, saved.json().version, saved.headers.etag]).toEqual([200, 2, '"2"']);
    expect(chinaTime(saved.json().changedAt)).toMatch(/^2020-01-16 /);
    const late = await clerk('PUT', url, { payload: { body: STARTED }, headers: { 'if-match': '"1"' } });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({
      code: 'stale-edit',
      current: { version: 2, body: { head: { title: '我改的' } } },
      sent: { body: { head: { title: STARTED.head.title } } },
    });
    expect((await clerk('GET', url)).json()).toMatchObject({ version: 2, source: SOURCE, body: mine });
  });

  it('分档还不用确认的时候留下的草稿，读出来待确认，存得回去；已经下发的算确认过', async () => {
    const { clerk, url } = await newDraft(STARTED);
    const bands = [{ grade: '优秀', from: '90', quote: '90分以上为优秀' }];
    const old = JSON.stringify({ ...Object.fromEntries(OLD_PARTS.map((part) => [part, STARTED[part]])), bands });
    const keep = (state: string) =>
      sql`UPDATE kaohe.scheme_drafts SET body = ${old}, state = ${state}, scheme_id = ${state === 'draft' ? null : 'old'},
        edition = ${state === 'draft' ? null : 'old'} WHERE draft_id = ${url.split('/').at(-1)}`.execute(
        office.database.owner,
      );
    await keep('draft');
    const { body, version } = (await clerk('GET', url)).json();
    expect(body).toMatchObject({ rows: [], bands: [{ ...bands[0], decision: 'open' }] });
    const save = (sent: unknown, seen: number) =>
      clerk('PUT', url, { payload: { body: sent }, headers: { 'if-match': `"${seen}"` } });
    expect((await save(body, version)).statusCode).toBe(200);
    // As a page sends it that was open since before.
    expect((await save(JSON.parse(old), version + 1)).statusCode).toBe(200);
    expect((await clerk('GET', url)).json().body).toEqual(body);
    await sql`INSERT INTO plat.schemes (edition, scheme_id, title, folder, issued_at)
      VALUES ('old', 'old', '旧', '{}', now())`.execute(office.database.owner);
    await keep('issued');
    expect((await clerk('GET', url)).json().body.bands).toEqual([{ ...bands[0], decision: 'accepted' }]);
  });

  it('还有没有确认的，不下发，说明是哪些；没有写明所见的版本，也不下发', async () => {
    const { clerk, url } = await newDraft(STARTED);
    expect(clausesOf(STARTED).some((clause) => stateOf(clause).kind === 'open')).toBe(true);
    expect((await clerk('POST', `${url}/issue`)).statusCode).toBe(428);
    const refused = await clerk('POST', `${url}/issue`, { headers: { 'if-match': '"1"' } });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'draft-not-ready']);
    expect(refused.json().detail).toMatch(/还没有确认/);
  });

  it('检查出的缺陷没有看过，不下发', async () => {
    const { clerk, url } = await newDraft(confirmed('hedong-unseen'));
    const refused = await clerk('POST', `${url}/issue`, { headers: { 'if-match': '"1"' } });
    expect(refused.json()).toMatchObject({ code: 'draft-not-ready', title: '检查出的缺陷还没有看过' });
  });

  it('下发以后内容定下来：有散列值，不能再改，可以下载成 kaohe 读的方案目录，可以建立年度', async () => {
    const { clerk, url, answer } = await issued('hedong-2024');
    expect(answer.json()).toMatchObject({ state: 'issued', scheme: 'hedong-2024' });
    expect(chinaTime(answer.json().changedAt)).toMatch(/^2020-01-16 /);
    const { edition } = answer.json();
    const change = await clerk('PUT', url, { payload: { body: STARTED }, headers: { 'if-match': '"2"' } });
    expect([change.statusCode, change.json().code]).toEqual([409, 'wrong-state']);

    const zip = await JSZip.loadAsync((await clerk('GET', `${url}/folder`)).rawPayload);
    const texts = await Promise.all(
      Object.values(zip.files).map(async (file) => [file.name.replace('hedong-2024/', ''), await file.async('string')]),
    );
    expect(readSchemeFolder(Object.fromEntries(texts))).toMatchObject({ id: 'hedong-2024', edition });

    const listed = (await clerk('GET', '/api/issued-schemes')).json().schemes;
    expect(listed).toContainEqual(expect.objectContaining({ id: 'hedong-2024', edition, own: true }));
    const payload = { year: '2024', title: '2024 年度', scheme: 'hedong-2024' };
    expect((await clerk('POST', '/api/years', { payload })).json()).toMatchObject({ scheme: 'hedong-2024', units: 1 });
    expect((await clerk('GET', '/api/years/2024/scheme')).json()).toMatchObject({ id: 'hedong-2024', edition });
    expect((await clerk('GET', '/api/years/2024/sheets/东区')).statusCode).toBe(200);
  });

  it('下发的方案，本办看得到全部：表、原文、检查出的缺陷、印成的文件；别的安委办、别的角色、没登录的都看不到', async () => {
    const { clerk, answer } = await issued('hedong-shown');
    const { edition } = answer.json();
    const at = '/api/issued-schemes/hedong-shown';
    const folder = (await clerk('GET', at)).json();
    expect(folder).toMatchObject({ id: 'hedong-shown', edition, tree: { sheets: [{ items: [{}, {}] }] } });
    expect(folder.source).toBeUndefined();
    const { source } = (await clerk('GET', `${at}/source`)).json();
    expect(source).toBe(SOURCE);
    const examined = examineFolder({ ...folder, source });
    expect('problems' in examined ? examined : examined.findings.length).toBeGreaterThan(0);
    for (const form of ['docx', 'xlsx']) {
      const printed = await clerk('GET', `${at}/printed/${form}`);
      expect([printed.statusCode, printed.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
      expect(decodeURIComponent(String(printed.headers['content-disposition']))).toContain(`.${form}`);
    }
    expect((await clerk('GET', '/api/issued-schemes/zhengzhou-2019')).json().id).toBe('zhengzhou-2019');
    const other = await office.as('office', '', '2');
    const leader = await office.as('team-leader', 'team-1');
    for (const url of [at, `${at}/source`, `${at}/printed/docx`]) {
      expect([url, (await other('GET', url)).statusCode]).toEqual([url, 404]);
      expect([url, (await leader('GET', url)).statusCode]).toEqual([url, 403]);
      expect([url, (await office.app.inject({ url, headers: { host: '127.0.0.1' } })).statusCode]).toEqual([url, 401]);
    }
    expect((await other('GET', '/api/issued-schemes')).body).not.toContain('hedong-shown');
    const open = await office.app.inject({ url: '/api/schemes/hedong-shown', headers: { host: '127.0.0.1' } });
    expect(open.statusCode).toBe(404);
  });

  it('没有下发的草稿可以删，要写理由，要写明所见的版本；日志里有谁为什么删了哪一份', async () => {
    const { clerk, url } = await newDraft(STARTED);
    const remove = (payload: object, version?: number) =>
      clerk('POST', `${url}/delete`, {
        payload,
        ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
      });
    expect((await remove({ reason: '导错了文件' })).statusCode).toBe(428);
    expect((await remove({ reason: ' ' }, 1)).statusCode).toBe(400);
    const late = await remove({ reason: '导错了文件' }, 2);
    expect([late.statusCode, late.json().code]).toEqual([409, 'stale-edit']);
    expect((await remove({ reason: '导错了文件' }, 1)).json()).toEqual({ deleted: true });
    expect((await clerk('GET', url)).statusCode).toBe(404);
    const auditor = await office.as('auditor');
    const { entries } = (await auditor('GET', '/api/audit?limit=50')).json();
    expect(entries).toContainEqual(
      expect.objectContaining({ act: 'scheme.delete', reason: '导错了文件', subject: url.split('/').at(-1) }),
    );
  });

  it('下发了的方案删不掉', async () => {
    const { clerk, url } = await issued('hedong-kept');
    const refused = await clerk('POST', `${url}/delete`, {
      payload: { reason: '不要了' },
      headers: { 'if-match': '"2"' },
    });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'wrong-state']);
    expect((await clerk('GET', url)).json()).toMatchObject({ state: 'issued' });
  });

  it('编号已经用过的，不再下发；别的安委办看不到草稿，也用不了下发的方案', async () => {
    const { url } = await issued('hedong-first');
    expect((await issued('hedong-first')).answer.json()).toMatchObject({ code: 'invalid' });
    expect((await issued('zhengzhou-2019')).answer.json()).toMatchObject({ code: 'invalid' });
    const other = await office.as('office', '', '2');
    expect((await other('GET', url)).statusCode).toBe(404);
    expect((await other('GET', '/api/scheme-drafts')).json().drafts).toEqual([]);
    const payload = { year: '2024', title: '2024', scheme: 'hedong-first' };
    expect((await other('POST', '/api/years', { payload })).statusCode).toBe(404);
  });
});
