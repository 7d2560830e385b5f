import { describe, expect, test } from 'vitest';
import { WORDS } from '../test/sample-facts.js';
import { isFactsCsv, readFactsCsv } from './facts-csv.js';
import { cellName } from './problems/office-problem.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (character: string) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8];
const HEADER = '单位,条款,第几,名称,时段,字段,值,备注,佐证\n';
const read = (lines: string) => readFactsCsv(bytes(HEADER + lines), WORDS);
const problems = (lines: string) => read(lines).problems.map(({ at, text }) => `${at ? cellName(at) : ''} ${text.zh}`);

describe('a table of facts', () => {
  test('is told by its first line, in any encoding and with any delimiter', () => {
    expect(isFactsCsv(bytes(HEADER))).toBe(true);
    expect(isFactsCsv(bytes('值;条款;单位\n'))).toBe(true);
    expect(isFactsCsv(Uint8Array.of(0xcc, 0xf5, 0xbf, 0xee, 0x2c, 0xd6, 0xb5, 0x0a))).toBe(true);
    expect(isFactsCsv(bytes('scheme: zhengzhou-2019\nunits: {}\n'))).toBe(false);
    expect(isFactsCsv(bytes(''))).toBe(false);
  });

  test('is told by its first line, however long it is behind it', () => {
    const line = '巩义市,county/1.1,,,,情形,是,有学习记录没有落实方案,\n';
    for (let shift = 0; shift < 6; shift += 1)
      expect(isFactsCsv(bytes(HEADER + ','.repeat(shift) + line.repeat(200)))).toBe(true);
    expect(isFactsCsv(Uint8Array.of(0xff, 0xfe, ...[...`${HEADER}上`].flatMap(utf16)))).toBe(true);
  });

  test('names GB 18030, which is told by trial, and no other encoding', () => {
    const line = Uint8Array.of(0xcc, 0xf5, 0xbf, 0xee, 0x2c, 0xd6, 0xb5, 0x0a);
    expect(readFactsCsv(line, WORDS).encoding).toBe('GB 18030');
    expect(read('').encoding).toBeUndefined();
  });

  test('says what people say: words, full-width digits, units, months and quarters', () => {
    const { tree } = read(
      [
        '巩义市,county/1.1,,,,情形,是,没有方案,E-1、E-2',
        '巩义市,county/4.1,,政府常务会,第一季度,实际次数,１ 次,,',
        '巩义市,county/20.1,,申报率,,分子,17 家,,',
        '巩义市,county/20.1,,申报率,,分母,20,,',
        '巩义市,加分,1,,,工作,班组建设,,',
        '巩义市,加分,1,,,类别,经验推广,,',
        '巩义市,加分,1,,,级别,省级,,',
        '巩义市,评价表,,领导考核,,合计,160 分,,',
        '巩义市,已核,,county/1,,,是,,',
        ',事故,1,,,日期,2019年5月6日,,',
      ].join('\n'),
    );
    expect(tree).toEqual({
      units: {
        巩义市: {
          observations: {
            'county/1.1': { breached: 'true', note: '没有方案', evidence: ['E-1', 'E-2'] },
            'county/4.1': { actual: { 政府常务会: { Q1: '1' } } },
            'county/20.1': { 申报率: { numerator: '17', denominator: '20' } },
          },
          bonus: [{ deed: '班组建设', kind: 'promoted', level: 'province' }],
          closed: ['county/1'],
        },
      },
      ratings: { leader: { 巩义市: { sum: '160' } } },
      accidents: [{ on: '2019-05-06' }],
    });
  });

  test('a line without a value states nothing, numbers of entries need not be without gaps', () => {
    const { tree, locate } = read(
      '巩义市,county/1.1,,,,情形,,,\n巩义市,约谈,3,,,约谈机关,市政府,,\n巩义市,约谈,7,,,约谈机关,市安委会,,\n',
    );
    expect(tree).toEqual({ units: { 巩义市: { talks: [{ by: '市政府' }, { by: '市安委会' }] } } });
    expect(locate(['units', '巩义市', 'talks', 1, 'by'])).toMatchObject({ row: 4, column: 7 });
  });

  test.each([
    ['巩义市,什么,,,,情形,是,,', 'B2 “什么”不是条款编号'],
    ['巩义市,county/1.1,,,,情况,是,,', 'F2 没有字段“情况”'],
    ['巩义市,county/1.1,,,,情形,可能,,', 'G2 应填“是”或“否”'],
    [',county/1.1,,,,情形,是,,', 'A2 这一行的“单位”没有填写'],
    ['巩义市,county/1.1,,,,情形,是,,\n巩义市,county/1.1,,,,情形,否,,', 'G3 这件事前面的行已经写过'],
    ['巩义市,约谈,甲,,,约谈机关,市政府,,', 'C2 “第几”应填'],
    ['巩义市,加分,1,,,级别,区级,,', 'G2 没有“区级”这一种'],
    ['巩义市,county/1.1,,,Q1,情形,是,,', 'E2 这一行不用“时段”'],
    ['巩义市,原样,,x,,,y,,', 'B2'],
    [',原样,,x,,,y,,', 'G2 “原样”行'],
  ])('%j is refused at its cell', (line, told) => {
    if (told === 'B2') return expect(problems(line)).not.toEqual([]);
    return expect(problems(line).join('\n')).toContain(told);
  });

  test('a quote that never closes, a header without its columns', () => {
    expect(problems('"巩义市,x\n').join()).toContain('第 2 行的引号没有配对');
    expect(readFactsCsv(bytes('单位,字段\n'), WORDS).problems[0]?.text.zh).toContain('没有列名：条款、值');
  });
});
