import { getNumber, point } from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import { decimalsOf, formatFixed, formatScore, lostOf } from './format-score';

describe('分数写成固定小数位', () => {
  it('补足小数位，不经过浮点数', () => {
    expect(formatFixed(getNumber('96'), 2)).toBe('96.00');
    expect(formatFixed(getNumber('79.88'), 2)).toBe('79.88');
    expect(formatFixed(getNumber('0.1'), 2)).toBe('0.10');
    expect(formatFixed(getNumber('20'), 0)).toBe('20');
  });

  it('小数位不够时照实多写，不四舍五入到界线上', () => {
    expect(formatFixed(getNumber('94.9975'), 2)).toBe('94.9975');
  });

  it('写不成小数的标明约等于', () => {
    expect(formatFixed(getNumber('85/3'), 2)).toBe('≈28.3333');
  });

  it('未决时写两端，已定时写一个数', () => {
    expect(formatScore({ least: getNumber('86'), most: getNumber('91.5') }, 2)).toBe('86.00–91.50');
    expect(formatScore(point(getNumber('5.5')), 1)).toBe('5.5');
  });

  it('一列的小数位取最长的', () => {
    expect(decimalsOf([point(getNumber('1.25')), point(getNumber('3'))], 0)).toBe(2);
  });

  it('没有边的一端写成无穷，不影响小数位', () => {
    const open = { least: { n: -1n, d: 0n }, most: getNumber('0') };
    expect(formatScore(open, decimalsOf([open], 0))).toBe('-∞–0');
  });

  it('失分的两端与得分相反', () => {
    expect(formatScore(lostOf(getNumber('8'), { least: getNumber('4.5'), most: getNumber('5.5') }), 1)).toBe('2.5–3.5');
  });
});
