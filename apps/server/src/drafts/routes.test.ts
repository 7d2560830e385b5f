import { clausesOf, importDocument, type SchemeDraft, startDraft, stateOf } from '@kaohe/clauses';
import { readSchemeFolder } from '@kaohe/scheme-files';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { testOffice } from '../../test/office.js';

const SOURCE = `河东市2024年度安全生产考核细则（总分20分）
一、日常检查（12分）
1．每月检查不少于2次，少1次扣0.5分；未建立台账的扣1分。
2．隐患整改率低于90%的扣2分，每低1个百分点再扣0.2分。
二、宣传教育（8分）
3．未开展“安全生产月”活动的扣3分。
`;
const office = testOffice();

/** Everything confirmed as it was read; what is not whole is left out. */
function confirmed(draft: SchemeDraft, id: string): SchemeDraft {
  const settle = (clause: SchemeDraft['items'][number]['clauses'][number]) => {
    const accepted = { ...clause, decision: 'accepted' as const };
    return stateOf(accepted).kind === 'open' ? { ...clause, decision: 'left-out' as const } : accepted;
  };
  return {
    ...draft,
    head: { ...draft.head, id },
    classes: ['district'],
    units: [{ name: '东区', class: 'district' }],
    items: draft.items.map((item) => ({ ...item, clauses: item.clauses.map(settle) })),
  };
}

const started = startDraft(importDocument(SOURCE), SOURCE);

async function newDraft(body: SchemeDraft) {
  const clerk = await office.as('office');
  const made = await clerk('POST', '/api/scheme-drafts', { payload: { fileName: 'a.txt', source: SOURCE, body } });
  expect(made.statusCode).toBe(200);
  return { clerk, url: `/api/scheme-drafts/${made.json().draft}` };
}

/** The marks of the defects a refusal would name: the person has seen them all. */
async function issued(id: string) {
  const { examineFolder, printFolder, readSchemeFolder: read } = await import('@kaohe/scheme-files');
  const { findingMark, toScheme } = await import('@kaohe/clauses');
  const body = confirmed(started, id);
  const folder = read(printFolder(toScheme(body, SOURCE).files, SOURCE));
  const examined = 'problems' in folder ? folder : examineFolder(folder);
  if ('problems' in examined) throw new Error('the scheme has problems');
  const { clerk, url } = await newDraft({ ...body, seen: examined.findings.map(findingMark) });
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
    const { clerk, url } = await newDraft(started);
    const mine = { ...started, head: { ...started.head, title: '我改的' } };
    expect((await clerk('PUT', url, { payload: { body: mine } })).statusCode).toBe(428);
    const saved = await clerk('PUT', url, { payload: { body: mine }, headers: { 'if-match': '"1"' } });
    expect([saved.statusCode, saved.json().version, saved.headers.etag]).toEqual([200, 2, '"2"']);
    const late = await clerk('PUT', url, { payload: { body: started }, headers: { 'if-match': '"1"' } });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({
      code: 'stale-edit',
      current: { version: 2, body: { head: { title: '我改的' } } },
      sent: { body: { head: { title: started.head.title } } },
    });
    expect((await clerk('GET', url)).json()).toMatchObject({ version: 2, source: SOURCE, body: mine });
  });

  it('还有没有确认的，不下发，说明是哪些；没有写明所见的版本，也不下发', async () => {
    const { clerk, url } = await newDraft(started);
    expect(clausesOf(started).some((clause) => stateOf(clause).kind === 'open')).toBe(true);
    expect((await clerk('POST', `${url}/issue`)).statusCode).toBe(428);
    const refused = await clerk('POST', `${url}/issue`, { headers: { 'if-match': '"1"' } });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'draft-not-ready']);
    expect(refused.json().detail).toMatch(/还没有确认/);
  });

  it('检查出的缺陷没有看过，不下发', async () => {
    const { clerk, url } = await newDraft(confirmed(started, 'hedong-unseen'));
    const refused = await clerk('POST', `${url}/issue`, { headers: { 'if-match': '"1"' } });
    expect(refused.json()).toMatchObject({ code: 'draft-not-ready', title: '检查出的缺陷还没有看过' });
  });

  it('下发以后内容定下来：有散列值，不能再改，可以下载成 kaohe 读的方案目录，可以建立年度', async () => {
    const { clerk, url, answer } = await issued('hedong-2024');
    expect(answer.json()).toMatchObject({ state: 'issued', scheme: 'hedong-2024' });
    const { edition } = answer.json();
    const change = await clerk('PUT', url, { payload: { body: started }, headers: { 'if-match': '"2"' } });
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
