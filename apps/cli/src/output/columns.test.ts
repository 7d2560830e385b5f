import { describe, expect, it } from 'vitest';
import { alignColumns, displayWidth } from './columns.js';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['94.75', 5],
    ['巩义市', 6],
    ['（含）', 6],
    ['郑安委〔2020〕1号', 17],
    ['a\u0301', 1],
    ['𠀀', 2],
    ['86–91.5', 7],
  ])('“%s”占 %i 列', (text, width) => expect(displayWidth(text)).toBe(width));
});

describe('alignColumns', () => {
  it('一个汉字占两列，行尾不留空格', () => {
    expect(
      alignColumns([
        ['名次', '单位', '总分'],
        ['1', '航空港区', '95.25'],
        ['10–11', '巩义市', ''],
      ]),
    ).toBe('名次   单位      总分\n1      航空港区  95.25\n10–11  巩义市');
  });
});
