// Texts of a PDF page with their places: lines by height, columns by where text begins again and again.
import { expect, it } from 'vitest';
import { pageLines } from '../src/documents/page-lines.js';

const at = (str: string, x: number, y: number) => ({ str, x, y, width: str.length * 10, fontSize: 10 });

it('同一高度是一行，从左到右；没有表格时间隔只是空格', () => {
  expect(pageLines([at('乙', 80, 700), at('甲', 20, 701), at('丙', 20, 680)])).toEqual(['甲 乙', '丙']);
});

it('三行以上有间隔的是表格：缺的格子空着，表外的行照旧', () => {
  const page = [
    at('考核表', 100, 760),
    ...[at('项目', 20, 700), at('分值', 120, 700), at('标准', 200, 700)],
    ...[at('一、甲', 20, 680), at('4', 120, 680), at('未备案的', 200, 680)],
    at('扣1分。', 200, 668),
    ...[at('5', 120, 650), at('未演练的扣2分。', 200, 650)],
    at('第1页', 120, 40),
  ];
  expect(pageLines(page)).toEqual([
    '考核表',
    '项目\t分值\t标准',
    '一、甲\t4\t未备案的',
    '\t\t扣1分。',
    '\t5\t未演练的扣2分。',
    '第1页',
  ]);
});
