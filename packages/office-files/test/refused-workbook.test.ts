import { assessTree } from '@kaohe/scheme-files';
import type { Worksheet } from '@protobi/exceljs';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { getFolder } from '../../../schemes/folder.js';
import { allProblems } from '../src/checked-facts.js';
import { emptyFacts } from '../src/empty-facts.js';
import { writeFactsWorkbook } from '../src/facts-workbook.js';
import { markWorkbook } from '../src/mark-workbook.js';
import { MOST_UNPACKED } from '../src/ooxml/open-package.js';
import { cellName, type OfficeProblem } from '../src/problems/office-problem.js';
import { readFactsWorkbook } from '../src/read-facts-workbook.js';
import { greyId } from '../src/workbook/sheet-ids.js';
import { type Edit, edited, fill, opened, rowWithId, textAt } from './edit-workbook.js';
import { ZHENGZHOU } from './sample-facts.js';

const folder = getFolder('zhengzhou-2019');
const form = await writeFactsWorkbook(ZHENGZHOU, emptyFacts(ZHENGZHOU, [{ name: '巩义市' }]));

/** Every problem of a filled-in form, the file's and the scheme's. */
async function problemsOf(bytes: Uint8Array): Promise<OfficeProblem[]> {
  const read = await readFactsWorkbook(ZHENGZHOU, bytes);
  const assessment = assessTree(folder, read.tree);
  return allProblems(read, 'problems' in assessment ? assessment.problems : []);
}

const messagesIn = (sheet: Worksheet | undefined) =>
  Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) => textAt(sheet, `L${row + 1}`)).filter((text) => text !== '');

const told = (problems: readonly OfficeProblem[]) =>
  problems.map(({ at, text }) => `${at?.sheet ?? ''}!${at ? cellName(at) : ''} ${text.zh}`);

async function refusals(edit: Edit): Promise<string[]> {
  return told(await problemsOf(await edited(form, edit)));
}

async function zipped(change: (zip: JSZip) => void, base: Uint8Array = form): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(base);
  change(zip);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

describe('a file that is not read at all', () => {
  test('macros', async () => {
    const bytes = await zipped((zip) => zip.file('xl/vbaProject.bin', 'x'));
    expect(told(await problemsOf(bytes)).join()).toContain('含有宏');
  });

  test('the old format, or a password', async () => {
    expect(told(await problemsOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))).join()).toContain('旧格式');
  });

  test('a damaged file, a workbook of something else, a document', async () => {
    expect(told(await problemsOf(form.slice(0, 2000))).join()).toContain('已损坏');
    const foreign = await edited(form, (sheet) => {
      for (const name of [
        '填写说明',
        '巩义市',
        '事故',
        '事故变化',
        '约谈',
        '加分',
        '指标',
        '领导考核',
        '平时考核',
        '其他',
      ])
        sheet(name).getCell(1, 1).value = 'x';
    });
    expect(told(await problemsOf(foreign)).join()).toContain('不是“kaohe template”给出的填写表');
    expect(told(await problemsOf(await zipped((zip) => zip.remove('xl/workbook.xml')))).join()).toContain('已损坏');
  });

  test('a bomb is refused before it is unpacked whole', async () => {
    const bomb = await zipped((zip) => zip.file('xl/sharedStrings.xml', ' '.repeat(MOST_UNPACKED + 1)));
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(told(await problemsOf(bomb)).join()).toContain('解开后太大');
  }, 60_000);

  test('a billion laughs stay entities nobody knows', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><sst><si><t>&c;</t></si></sst>';
    const bytes = await zipped((zip) => zip.file('xl/sharedStrings.xml', laughs));
    expect(told(await problemsOf(bytes)).join()).toContain('已损坏');
  });

  test('a sheet with far more cells than a form', async () => {
    const cells = Array.from({ length: 200_001 }, () => '<c/>').join('');
    const bytes = await zipped((zip) =>
      zip.file('xl/worksheets/sheet2.xml', `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`),
    );
    expect(told(await problemsOf(bytes)).join()).toContain('超过 200000 个');
  });
});

describe('a cell that cannot be taken', () => {
  test.each<[string, (string | number)[], [unknown, string]]>([
    ['a formula, although it has a result', ['county/19.1', 'count'], [{ formula: '1+2', result: 3 }, '是公式']],
    ['an error value', ['county/19.1', 'count'], [{ error: '#N/A' }, '错误值']],
    ['words for a number', ['county/19.1', 'count'], ['三', '应填从 0 起的整数']],
    ['half a count', ['county/19.1', 'count'], [1.5, '应填从 0 起的整数']],
    ['a negative count', ['county/19.1', 'count'], [-1, '不能是负数']],
    ['neither yes nor no', ['county/1.1', 'breached'], ['可能', '应填“是”或“否”']],
    ['a rung that is none', ['county/40.1', 'rung'], ['少于6次', '没有“少于6次”这一种']],
    ['a share that may mean two things', ['county/53.2', 'value'], ['0.85', '请带百分号']],
    ['one part of several', ['county/29.1', 'absent', '整治曝光'], ['缺', '没有填“有”或“缺”']],
    ['a part that is none', ['county/30.1', 'occasions', 0, 'absent'], ['照片', '没有“照片”这一项']],
  ])('%s', async (_, path, [typed, words]) => {
    let place = '';
    const problems = await refusals((sheet) => {
      place = fill(sheet('巩义市'), path as [string], typed as string);
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`巩义市!${place} `);
    expect(problems[0]).toContain(words);
  });

  test('a fact in a grey cell', async () => {
    const problems = await refusals((sheet) => {
      const unit = sheet('巩义市');
      const row = rowWithId(unit, greyId('county/60.1'));
      unit.unMergeCells(row, 5, row, 8);
      unit.getCell(row, 6).value = 1;
    });
    expect(problems.join()).toContain('county/60.1 这里不填');
  });

  test('a fact and that it does not apply', async () => {
    const problems = await refusals((sheet) => {
      const unit = sheet('巩义市');
      const row = Number(fill(unit, ['county/27.1', 'count'], 1).slice(1));
      unit.getCell(row, 8).value = '没有';
      unit.getCell(row, 8).value = '无重大危险源';
    });
    expect(problems.join()).toContain('又填了“不适用”');
  });

  test('a change to an accident nobody listed, a date that is none, a unit that is none', async () => {
    const problems = await refusals((sheet) => {
      const changes = sheet('事故变化');
      changes.getCell(4, 2).value = 'A-9';
      changes.getCell(4, 3).value = '2019-12-31';
      const talks = sheet('约谈');
      talks.getCell(4, 2).value = '巩义县';
      talks.getCell(4, 3).value = '市政府';
      talks.getCell(4, 4).value = '八月';
    });
    expect(problems.join('\n')).toContain('没有编号为“A-9”的事故');
    expect(problems.join('\n')).toMatch(/约谈!B4 .*没有“巩义县”/);
  });

  test('a header that was changed, a unit with two sheets', async () => {
    expect((await refusals((sheet) => (sheet('约谈').getCell(3, 4).value = '时间'))).join()).toContain(
      '表头没有这几列：日期',
    );
    const twice = await refusals((sheet) => (sheet('约谈').getCell(1, 1).value = sheet('巩义市').getCell(1, 1).value));
    expect(twice.join()).toContain('已经有一张工作表');
  });
});

describe('a refused workbook', () => {
  const wrong = edited(form, (sheet) => {
    fill(sheet('巩义市'), ['county/19.1', 'count'], '三');
    fill(sheet('巩义市'), ['county/1.1', 'breached'], '可能');
    fill(sheet('巩义市'), ['county/25.1', 'count'], 4);
  });

  test('comes back with what is wrong in a last column, and the cells marked', async () => {
    const bytes = await wrong;
    const problems = await problemsOf(bytes);
    const back = await opened((await markWorkbook(bytes, problems)) ?? form);
    const unit = back.getWorksheet('巩义市');
    expect(textAt(unit, 'L4')).toContain('错误');
    for (const { at, text } of problems) {
      expect(textAt(unit, `L${at?.row}`)).toBe(`${text.zh}\n${text.en}`);
      expect(unit?.getCell(at?.row ?? 1, at?.column ?? 1).fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    }
    const messages = messagesIn(unit);
    expect(messages).toHaveLength(problems.length + 1);
  });

  test('loses nothing: what was filled in, lists, widths, merged cells and protection are as before', async () => {
    const bytes = await wrong;
    const marked = (await markWorkbook(bytes, await problemsOf(bytes))) ?? form;
    const text = async (from: Uint8Array) =>
      (await (await JSZip.loadAsync(from)).file('xl/worksheets/sheet2.xml')?.async('string')) ?? '';
    const [before, after] = [await text(bytes), await text(marked)];
    for (const part of ['mergeCells', 'dataValidations', 'sheetProtection', 'sheetViews', 'pageSetup']) {
      const element = new RegExp(`<${part}[ >/][^>]*(?:/>|>[\\s\\S]*?</${part}>)`);
      expect(element.exec(after)?.[0]).toBe(element.exec(before)?.[0]);
      expect(element.test(after)).toBe(true);
    }
    const facts = await readFactsWorkbook(ZHENGZHOU, marked);
    expect(facts.tree).toEqual((await readFactsWorkbook(ZHENGZHOU, bytes)).tree);
  });

  test('put right, it is taken; wrong again, the column says only what is wrong now', async () => {
    const bytes = await wrong;
    const marked = (await markWorkbook(bytes, await problemsOf(bytes))) ?? form;
    const half = await edited(marked, (sheet) => fill(sheet('巩义市'), ['county/19.1', 'count'], 3));
    const left = await problemsOf(half);
    expect(left).toHaveLength(1);
    const again = (await markWorkbook(half, left)) ?? form;
    const unit = (await opened(again)).getWorksheet('巩义市');
    expect(messagesIn(unit)).toHaveLength(2);
    const right = await edited(again, (sheet) => fill(sheet('巩义市'), ['county/1.1', 'breached'], '是'));
    expect(await problemsOf(right)).toEqual([]);
  });
});
