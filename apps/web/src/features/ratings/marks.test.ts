import type { RatingForm } from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import { convertedColumn, marksOf, readMark, totalOf } from './marks';

const form = { scale: '10', decimals: '1', coefficient: '0.125' } as RatingForm;

describe('评价表上的分数', () => {
  it.each([
    ['10', { mark: '10' }],
    ['10.1', { problem: 'too-high' }],
    ['9.5', { mark: '9.5' }],
    ['9.50', { mark: '9.5' }],
    ['9.55', { problem: 'too-fine' }],
    ['９．５', { mark: '9.5' }],
    ['9。5', { mark: '9.5' }],
    ['8分', { problem: 'not-a-number' }],
    ['9.', { problem: 'not-a-number' }],
    ['-1', { problem: 'not-a-number' }],
    [' ', {}],
  ])('“%s” 读作 %j', (typed, read) => {
    expect(readMark(typed, form)).toEqual(read);
  });

  it('不合规定的留在页面上，不当作分数', () => {
    expect(marksOf({ 巩义市: '9', 登封市: '11', 新密市: '' }, form)).toEqual({ 巩义市: '9' });
  });

  it('换算分数是这一票乘以系数的精确值，合计也是', () => {
    expect(convertedColumn(['9.5'], form)('9.5')).toBe('1.1875');
    expect(convertedColumn(['9'], { ...form, coefficient: '1/7' })('9')).toBe('≈1.2857');
    expect(totalOf({ 巩义市: '9.5', 登封市: '0.5' })).toBe('10');
  });
});
