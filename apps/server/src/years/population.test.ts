import { assessTree, parseText, type SchemeFolder } from '@kaohe/scheme-files';
import { resultJson } from '@kaohe/scoring';
import exceljs from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import { testOffice } from '../../test/office.js';

const office = testOffice();

const UNITS = [
  ['甲市', 'Jia', '', '', '第一组'],
  ['乙市', '', '', '市', '第一组'],
  ['丙市', '', '', '', ''],
];
const TEAMS = [['第一组', 'Team 1', '']];

/** The template as it is downloaded, with rows filled in. */
async function workbookOf(scheme: string, rows: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const { rawPayload } = await office.app.inject({
    url: `/api/setup/people-template?scheme=${scheme}`,
    headers: { host: '127.0.0.1' },
  });
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(rawPayload).buffer);
  for (const [name, own] of Object.entries(rows))
    for (const [row, cells] of own.entries())
      for (const [column, value] of cells.entries())
        (book.getWorksheet(name) as exceljs.Worksheet).getCell(row + 2, column + 1).value = value;
  return Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
}

describe('表格里的单位、分组和评分人', () => {
  it('文件里没有写单位的，先建年度再导入；单位、分组、计分和导出的事实都按表格', async () => {
    const clerk = await office.as('office');
    const payload = { year: '2016', title: '2016年度', scheme: 'shandong-2016' };
    expect((await clerk('POST', '/api/years', { payload })).json()).toMatchObject({ units: 0, population: null });
    const workbook = await workbookOf('shandong-2016', { 单位: UNITS, 分组: TEAMS });
    const named = await clerk('PUT', '/api/years/2016/units', { payload: { workbook } });
    expect([named.statusCode, named.json()]).toMatchObject([
      200,
      { units: 3, population: { units: [{ name: '甲市', nameEn: 'Jia', sheet: 'city', class: 'city' }, {}, {}] } },
    ]);
    expect((await clerk('GET', '/api/years/2016/scopes')).json()).toMatchObject({
      teams: [{ name: '第一组', leader: '第一组组长' }, { id: 'office' }],
      units: [{ name: '甲市', team: 'team-1' }, { team: 'team-1' }, { name: '丙市', team: 'office' }],
    });
    // Whoever scores the exported facts under the document as issued gets the same units.
    const parsed = parseText((await clerk('GET', '/api/years/2016/facts')).body);
    const issued = office.office.schemes.find(({ id }) => id === 'shandong-2016') as SchemeFolder;
    const scored = assessTree(issued, 'tree' in parsed ? parsed.tree : {});
    expect('problems' in scored ? scored.problems : resultJson(scored, '').units.map(({ unit }) => unit)).toEqual(
      UNITS.map(([name]) => name),
    );
    expect((await clerk('GET', '/api/years/2016/board')).statusCode).toBe(200);
    const again = await clerk('PUT', '/api/years/2016/units', { payload: { workbook } });
    expect([again.statusCode, again.json().code]).toEqual([409, 'wrong-state']);
  });

  it('新建年度时表格里的代替文件里的，原来的年度不变；评分人少于文件写的也可以', async () => {
    const clerk = await office.as('office');
    const rows = {
      单位: [
        ['新区', 'New', 'county', '开发区', '第一组'],
        ...['市甲局', '市乙局'].map((name) => [name, '', 'member', '', '第二组']),
      ],
      评分人: [
        ['leader', '领导A'],
        ['division', '处室A'],
      ],
    };
    const payload = {
      year: '2020',
      title: '2020年度',
      scheme: 'zhengzhou-2019',
      workbook: await workbookOf('zhengzhou-2019', rows),
    };
    expect((await clerk('POST', '/api/years', { payload })).json()).toMatchObject({ units: 3 });
    const { units, raters } = (await clerk('GET', '/api/years/2020/scopes')).json();
    expect(units.map(({ name }: { name: string }) => name)).toEqual(['新区', '市甲局', '市乙局']);
    expect(raters).toEqual([
      { form: 'leader', id: 'leader-01', name: '领导A' },
      { form: 'division', id: 'division-01', name: '处室A' },
    ]);
    expect((await clerk('GET', '/api/years/2020/sheets')).json().sheets).toHaveLength(3);
    expect((await clerk('GET', '/api/years/2019')).json()).toMatchObject({ units: 43, population: null });
  });

  it('有一处不对，整份不采用，年度也不建，退回的表写明错在哪里', async () => {
    const clerk = await office.as('office');
    const rows = {
      单位: [
        ['甲', '', '没有的表', '', ''],
        ['乙', '', 'county', '部门', '第十九组'],
        ['乙', '', 'county', '开发区', ''],
      ],
      评分人: [['没有的评价表', '领导A']],
    };
    const payload = {
      year: '2021',
      title: '年度',
      scheme: 'zhengzhou-2019',
      workbook: await workbookOf('zhengzhou-2019', rows),
    };
    const refused = await clerk('POST', '/api/years', { payload });
    expect(refused.json()).toMatchObject({ code: 'workbook-refused', workbook: expect.any(String) });
    const places = refused.json().problems.map((one: Record<string, unknown>) => [one.sheet, one.row, one.column]);
    expect(places).toEqual([
      ['单位', 2, 3],
      ['单位', 3, 4],
      ['单位', 3, 5],
      ['单位', 4, 1],
      ['评分人', 2, 1],
    ]);
    expect((await clerk('GET', '/api/years/2021')).statusCode).toBe(404);
  });
});
