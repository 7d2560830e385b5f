// The papers of a year over HTTP: each opens as what it says it is, and nobody gets another's.
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { closeSheets, rateAll } from '../../test/filled-year.js';
import { type Client, TENANT, testOffice } from '../../test/office.js';
import { overSeen } from '../../test/over-seen.js';
import { readPdf } from '../../test/read-pdf.js';
import { inSystem } from '../database/transaction.js';

const office = testOffice();
const PAPERS = '/api/years/2019/papers';
const BLANK = '/api/years/2019/blank-papers';

let clerk: Client;
let leader: Client;

/** The text of a document, its marks left out. */
async function textOf(client: Client, url: string): Promise<string> {
  const response = await client('GET', url);
  expect([url, response.statusCode]).toEqual([url, 200]);
  const { files } = await JSZip.loadAsync(response.rawPayload);
  const main = await (files['word/document.xml'] ?? files['xl/sharedStrings.xml'])?.async('string');
  return (main ?? '').replace(/<[^>]+>/g, '');
}

beforeAll(async () => {
  clerk = await office.as('office');
  const { units } = (await clerk('GET', '/api/years/2019/scopes')).json();
  const team = units.find(({ name }: { name: string }) => name === '登封市').team;
  leader = await office.as('team-leader', team);
  await closeSheets(office, {
    observations: { 'county/3': { 'county/3.2': { breached: 'true', note: '村级没有覆盖' } } },
  });
  await rateAll(office);
  await office.stages({ 'year-end': 'open' });
  await leader('PUT', '/api/years/2019/reports/登封市', {
    payload: { narrative: '听取了汇报。', problems: ['责任体系不全'], suggestions: ['补到村级'] },
    headers: { 'if-match': '"0"' },
  });
});

describe('单位的文书', () => {
  it('报告有正文、问题、建议、得分；没有现场考核的理由写在上面', async () => {
    expect(await textOf(leader, `${PAPERS}/report/登封市`)).toContain('补到村级');
    const draw = { on: '2020-01-14', seed: '登封-3A', places: ['大冶镇', '徐庄镇'], count: 1, drawn: [] };
    const enter = async (body: object) =>
      await leader('POST', '/api/years/2019/registers/draws', { payload: { unit: '登封市', body } });
    for (const body of [draw, { ...draw, seed: '登封-4B', reason: '名单核对后重抽' }])
      expect((await enter(body)).statusCode).toBe(200);
    await overSeen(leader, '/api/years/2019/reports/登封市/sign', { noVisitReason: '雪天封路' });
    const text = await textOf(clerk, `${PAPERS}/report/登封市`);
    for (const part of ['第1次', '第2次', '登封-3A', '登封-4B', '名单：大冶镇、徐庄镇', '名单核对后重抽'])
      expect(text).toContain(part);
    for (const part of ['听取了汇报。', '责任体系不全', '雪天封路', '年终考核得分99分']) expect(text).toContain(part);
  });

  it('情况反馈接收后才有；单位接收前什么也拿不到，接收后拿到自己的', async () => {
    const unit = await office.as('assessed-unit', '登封市');
    expect((await clerk('GET', `${PAPERS}/feedback/登封市`)).statusCode).toBe(409);
    expect((await unit('GET', `${PAPERS}/sheet/登封市`)).statusCode).toBe(404);
    await overSeen(clerk, '/api/years/2019/reports/登封市/receive');
    const text = await textOf(unit, `${PAPERS}/feedback/登封市`);
    expect(text).toContain('村级没有覆盖');
    expect(text).not.toContain('巩义市');
    expect((await unit('GET', `${PAPERS}/feedback/巩义市`)).statusCode).toBe(404);
    expect(await textOf(unit, `${PAPERS}/sheet/登封市`)).toContain('扣1分');
    expect(await textOf(unit, `${PAPERS}/sheet-workbook/登封市`)).toContain('登封市');
  });
});

describe('核验码', () => {
  const codeIn = (text: string) => /核验码 ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})/.exec(text)?.[1] ?? '';
  const check = async (client: Client, code: string) =>
    await client('GET', `/api/years/2019/verifications/${encodeURIComponent(code)}`);
  const footOf = async (client: Client, url: string) => {
    const { files } = await JSZip.loadAsync((await client('GET', url)).rawPayload);
    return ((await files['word/footer1.xml']?.async('string')) ?? '').replace(/<[^>]+>/g, '');
  };

  it('PDF 和 docx 是同一份文书，带同一个核验码，字体都在文件里', async () => {
    const pdf = await clerk('GET', `${PAPERS}/report/登封市?format=pdf`);
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const code = codeIn(await footOf(clerk, `${PAPERS}/report/登封市`));
    const { text, info } = await readPdf(pdf.rawPayload);
    expect(codeIn(text)).toBe(code);
    expect(text.replace(/\s/g, '')).toContain('年终考核得分99分');
    expect(JSON.parse(info.Keywords ?? '')).toMatchObject({ paper: 'report', unit: '登封市', code });
  });

  it('数据没有变，核对得上；改了一处，说出改了什么；别的单位查不到', async () => {
    const code = codeIn(await footOf(clerk, `${PAPERS}/report/登封市`));
    const same = await check(clerk, code.toLowerCase());
    expect(same.json()).toMatchObject({ code, paper: 'report', unit: '登封市', factsStand: true, score: ['99', '99'] });
    expect((await check(await office.as('assessed-unit', '登封市'), code)).statusCode).toBe(200);
    expect((await check(await office.as('assessed-unit', '巩义市'), code)).statusCode).toBe(404);
    expect((await check(clerk, 'ABCD-EFGH-JKMN')).statusCode).toBe(404);
    await inSystem(office.database, TENANT, async (trx) => {
      await trx
        .updateTable('kaohe.sheet_rows')
        .set({ observations: JSON.stringify({ 'county/3.2': { breached: 'false' } }) })
        .where('tenant_id', '=', TENANT)
        .where('unit_id', '=', '登封市')
        .where('row_id', 'in', ['3', 'county/3'])
        .execute();
    });
    const changed = (await check(clerk, code)).json();
    expect(changed).toMatchObject({ factsStand: false, editionStands: true, score: ['99', '100'] });
    expect(changed.changes.map(({ place }: { place: string }) => place).join()).toContain('county/3.2');
  });
});

describe('空白表', () => {
  it('评价表、评分表空白；评分人还有自己填的', async () => {
    expect(await textOf(clerk, `${BLANK}/form-leader`)).toContain('航空港区');
    expect(await textOf(leader, `${BLANK}/sheet-county`)).toContain('考评分');
    const rater = await office.as('rating-leader', 'leader-03');
    expect(await textOf(rater, `${BLANK}/own-form-leader`)).toContain('03');
    expect((await rater('GET', `${BLANK}/own-form-division`)).statusCode).toBe(404);
    const { papers } = (await rater('GET', PAPERS)).json();
    expect(papers.map(({ paper }: { paper: string }) => paper)).toEqual([
      'own-form-leader',
      'form-leader',
      'form-division',
    ]);
  });
});

describe('办公室的文书', () => {
  it('没有结果时列明在等什么；审定后通报只有等次，没有分数', async () => {
    const waits = async () =>
      (await clerk('GET', PAPERS))
        .json()
        .papers.filter(({ kind }: { kind: string }) => kind === 'office')
        .map(({ waits: why }: { waits: { zh: string } | null }) => why?.zh);
    expect(await waits()).toEqual(['结果审定后才有', '还没有计算结果；安委办在“汇总与通报”页计算以后才有']);
    await office.stages({ 'year-end': 'closed', routine: 'closed', leaders: 'closed', composite: 'open' });
    const computed = await clerk('POST', '/api/years/2019/result', { payload: {} });
    expect(computed.statusCode).toBe(200);
    expect((await clerk('GET', `${PAPERS}/circular`)).statusCode).toBe(409);
    expect(await textOf(clerk, `${PAPERS}/summary`)).toContain('登封市');
    expect((await leader('GET', `${PAPERS}/summary`)).statusCode).toBe(403);
    await overSeen(clerk, '/api/years/2019/result/freeze');
    await office.stages({ approval: 'open' });
    await overSeen(await office.as('approver'), '/api/years/2019/result/approve');
    expect(await waits()).toEqual([undefined, undefined]);
    const text = await textOf(clerk, `${PAPERS}/circular`);
    expect(text).toContain('登封市');
    expect(text).not.toMatch(/\d+(\.\d+)?\s*分/);
    expect((await leader('GET', `${PAPERS}/circular`)).statusCode).toBe(403);
  });
});
