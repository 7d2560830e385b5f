import { describe, expect, test } from 'vitest';
import { askRule } from '../../test/unit-scheme.js';
import type { SeriesRule } from './series.js';

const RULE: SeriesRule = { kind: 'series', unit: '起', amounts: ['5', '6', '8'], after: 'nothing' };

describe('series: 第1、2、3起分别扣5、6、8分', () => {
  test.each([
    ['0', '0', '0', '0'],
    ['1', '-5', '-5', '-5'],
    ['2', '-11', '-11', '-11'],
    ['3', '-19', '-19', '-19'],
    ['4', '-19', '-27', '-29'],
    ['5', '-19', '-35', '-41'],
    ['6', '-19', '-43', '-55'],
  ])('%s cost %s with nothing after, %s with the last again, %s and so on', (count, ...expected) => {
    const after = ['nothing', 'repeat-last', 'continue'] as const;
    expect(after.map((one) => askRule({ ...RULE, after: one }, { count }).asks)).toEqual(expected);
  });

  test('the sum is in the words', () => {
    expect(askRule(RULE, { count: '2' })).toMatchObject({ open: false, zh: '2起，共11', en: '2: 11 in all' });
  });

  test('what nobody counted is bounded by the sum only where nothing follows', () => {
    expect(askRule(RULE, undefined)).toMatchObject({ asks: '-19…0', open: true, zh: '未核' });
    expect(askRule({ ...RULE, after: 'repeat-last' }, undefined).asks).toBe('-∞…0');
    expect(askRule({ ...RULE, after: 'continue' }, undefined).asks).toBe('-∞…0');
    expect(askRule(RULE, undefined, { closed: true })).toMatchObject({ asks: '0', open: false });
  });

  test('a cap holds the sum', () => {
    expect(askRule({ ...RULE, cap: '10' }, { count: '1' }).asks).toBe('-5');
    expect(askRule({ ...RULE, cap: '10' }, { count: '2' }).asks).toBe('-10');
  });

  test('an award counts upward', () => {
    expect(askRule({ ...RULE, effect: 'award' }, { count: '2' })).toMatchObject({ asks: '11', zh: '2起，共11' });
  });

  test('a huge count is summed at once', () => {
    expect(askRule({ ...RULE, after: 'repeat-last' }, { count: '999999999999' }).asks).toBe('-7999999999987');
  });

  test('only a whole count is read', () => {
    expect(askRule(RULE, { count: '1.5' }).codes).toEqual(['not-whole']);
    expect(askRule(RULE, { breached: 'true' }).codes).toEqual(['unknown-key', 'missing-key']);
  });
});
