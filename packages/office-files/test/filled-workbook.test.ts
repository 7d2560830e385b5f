import { assessTree } from '@kaohe/scheme-files';
import { isRawObject, type RawTree } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { emptyFacts } from '../src/empty-facts.js';
import { writeFactsWorkbook } from '../src/facts-workbook.js';
import { readFactsWorkbook } from '../src/read-facts-workbook.js';
import { rowId } from '../src/workbook/sheet-ids.js';
import { type Edit, edited, fill, rowWithId } from './edit-workbook.js';
import { SHANDONG, ZHENGZHOU } from './sample-facts.js';

const form = await writeFactsWorkbook(ZHENGZHOU, emptyFacts(ZHENGZHOU, [{ name: '巩义市' }]));

async function read(edit: Edit) {
  return readFactsWorkbook(ZHENGZHOU, await edited(form, edit));
}

async function unitOf(edit: Edit): Promise<RawTree | undefined> {
  const { tree, problems } = await read(edit);
  expect(problems).toEqual([]);
  return isRawObject(tree) && isRawObject(tree.units) ? tree.units.巩义市 : undefined;
}

const observed = async (edit: Edit) => {
  const unit = await unitOf(edit);
  return isRawObject(unit) ? unit.observations : undefined;
};

describe('a form nobody filled in', () => {
  test('is valid, and everything in it is open', async () => {
    const { tree, problems } = await read(() => undefined);
    expect({ tree, problems }).toEqual({
      tree: { scheme: 'zhengzhou-2019', unmentioned: 'open', units: { 巩义市: {} } },
      problems: [],
    });
    expect('problems' in assessTree(getFolder('zhengzhou-2019'), tree)).toBe(false);
  });

  test('of a document with judged criteria takes marks with reasons', async () => {
    const units = emptyFacts(SHANDONG, [{ name: '某市', placed: { sheet: 'city', class: 'city' } }]);
    const bytes = await edited(await writeFactsWorkbook(SHANDONG, units), (sheet) => {
      fill(sheet('某市'), ['city/1.1.1', 'mark'], 6.5);
      fill(sheet('某市'), ['city/1.1.1', 'reason'], '有方案，落实一般');
      fill(sheet('某市'), ['city/10.2', 'count'], 2);
      fill(sheet('某市'), ['city/10.2', 'baseline'], '3');
    });
    const { tree, problems } = await readFactsWorkbook(SHANDONG, bytes);
    expect(problems).toEqual([]);
    expect(tree).toMatchObject({
      units: {
        某市: {
          sheet: 'city',
          class: 'city',
          observations: {
            'city/1.1.1': { mark: '6.5', reason: '有方案，落实一般' },
            'city/10.2': { count: '2', baseline: '3' },
          },
        },
      },
    });
  });
});

describe('what is typed', () => {
  test.each([
    [8, '8'],
    ['8', '8'],
    ['８', '8'],
    ['8 家', '8'],
    ['８家', '8'],
    ['8次', '8'],
    [0.1 + 0.2 - 0.3 + 3, '3'],
  ])('%j is read as %s', async (typed, count) => {
    expect(await observed((sheet) => fill(sheet('巩义市'), ['county/19.1', 'count'], typed))).toEqual({
      'county/19.1': { count },
    });
  });

  test.each([
    [0.85, '85'],
    ['85%', '85'],
    ['８５％', '85'],
    [0.3333, '33.33'],
  ])('a share of %j is %s in the unit of its rule', async (typed, value) => {
    expect(await observed((sheet) => fill(sheet('巩义市'), ['county/53.2', 'value'], typed))).toEqual({
      'county/53.2': { value },
    });
  });

  test('numbers that binary cannot hold are read as they were typed', async () => {
    expect(await observed((sheet) => fill(sheet('巩义市'), ['county/18.2', 'value'], 0.29))).toEqual({
      'county/18.2': { value: '0.29' },
    });
  });

  test('parts are one list of what is absent; parts left blank are there where the row is closed', async () => {
    const facts = await unitOf((sheet) => {
      const unit = sheet('巩义市');
      fill(unit, ['county/29.1', 'absent', '整治曝光'], '缺');
      unit.getCell(rowWithId(unit, rowId('county/29')), 9).value = '是';
    });
    expect(facts).toEqual({ observations: { 'county/29.1': { absent: ['整治曝光'] } }, closed: ['county/29'] });
  });

  test('what is absent on an occasion is a list in one cell, 无 where nothing is', async () => {
    const facts = await observed((sheet) => {
      fill(sheet('巩义市'), ['county/30.1', 'occasions', 0, 'absent'], '方案，总结');
      fill(sheet('巩义市'), ['county/30.1', 'occasions', 1, 'absent'], '无');
    });
    expect(facts).toEqual({ 'county/30.1': { occasions: [{ absent: ['方案', '总结'] }, { absent: [] }] } });
  });

  test('a reason under 不适用, a note and evidence go with the clause', async () => {
    const facts = await observed((sheet) => {
      const unit = sheet('巩义市');
      const row = Number(fill(unit, ['county/27.1', 'count'], null).slice(1));
      unit.getCell(row, 8).value = '无重大危险源';
      unit.getCell(row, 10).value = '=已查台账';
      unit.getCell(row, 11).value = 'E-1、E-2';
    });
    expect(facts).toEqual({
      'county/27.1': { notApplicable: 'true', reason: '无重大危险源', note: '=已查台账', evidence: ['E-1', 'E-2'] },
    });
  });

  test('dates are dates, however they are written', async () => {
    const facts = await unitOf((sheet) => {
      const talks = sheet('约谈');
      const when = ['2019年8月2日', '2019/8/3', new Date(Date.UTC(2019, 7, 4))];
      for (const [index, on] of when.entries()) {
        talks.getCell(4 + index, 2).value = '巩义市';
        talks.getCell(4 + index, 3).value = '市政府';
        talks.getCell(4 + index, 4).value = on;
      }
    });
    const on = (date: string) => ({ by: '市政府', on: date });
    expect(facts).toEqual({ talks: [on('2019-08-02'), on('2019-08-03'), on('2019-08-04')] });
  });

  test('a unit typed once in a merged range holds for all its rows; 无 says that there is none', async () => {
    const facts = await unitOf((sheet) => {
      const bonus = sheet('加分');
      bonus.getCell(4, 2).value = '巩义市';
      bonus.mergeCells(4, 2, 5, 2);
      for (const [row, kind, level] of [
        [4, '经验推广', '省级'],
        [5, '新闻媒体推广', ''],
      ] as const) {
        bonus.getCell(row, 3).value = '班组建设';
        bonus.getCell(row, 4).value = kind;
        bonus.getCell(row, 5).value = level;
      }
      sheet('约谈').getCell(4, 2).value = '巩义市';
      sheet('约谈').getCell(4, 3).value = '无';
    });
    expect(facts).toEqual({
      bonus: [
        { deed: '班组建设', kind: 'promoted', level: 'province' },
        { deed: '班组建设', kind: 'media' },
      ],
      talks: [],
    });
  });

  test('columns of one’s own, moved columns and other sheets do no harm', async () => {
    const facts = await observed((sheet) => {
      const unit = sheet('巩义市');
      fill(unit, ['county/19.1', 'count'], 2);
      unit.getCell(4, 14).value = '我的列';
      unit.getCell(9, 14).value = { formula: '1+1', result: 2 };
    });
    expect(facts).toEqual({ 'county/19.1': { count: '2' } });
  });
});
