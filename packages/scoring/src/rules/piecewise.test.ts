import { describe, expect, test } from 'vitest';
import { askRule } from '../../test/unit-scheme.js';
import type { PiecewiseRule } from './piecewise.js';

const RULE: PiecewiseRule = {
  kind: 'piecewise',
  quantity: { name: '较大事故', unit: '起', baseline: '五年平均数' },
  slopes: [{ amount: '30', upTo: 'baseline' }, { amount: '50' }],
  replacing: 'no',
};
const FIXED_LINE: PiecewiseRule = { ...RULE, slopes: [{ amount: '30', upTo: '2' }, { amount: '50' }] };

const against = (count: string, baseline: string) => ({ count, baseline });

describe('piecewise: 每发生1起扣30分；超出平均数的每起扣50分', () => {
  test.each([
    ['0', '3', '0', '0'],
    ['1', '3', '-30', '-30'],
    ['3', '3', '-90', '-90'],
    ['4', '3', '-140', '-200'],
    ['3', '2.9', '-110', '-150'],
    ['3', '3.1', '-90', '-90'],
    ['1', '0', '-50', '-50'],
    ['1', '0.9', '-50', '-50'],
  ])('%s against %s costs %s, or %s where those beyond replace', (count, baseline, ...expected) => {
    const readings = ['no', 'yes'] as const;
    const asked = readings.map((replacing) => askRule({ ...RULE, replacing }, against(count, baseline)).asks);
    expect(asked).toEqual(expected);
  });

  test('both slopes are in the words', () => {
    const asked = askRule(RULE, against('4', '2.6'));
    expect(asked).toMatchObject({ asks: '-160', zh: '较大事故4起，界限2.6，超出1.4：2×30+2×50' });
    expect(asked.en).toBe('较大事故: 4 against 2.6, 1.4 over: 2×30+2×50');
    expect(askRule(RULE, against('0', '3')).zh).toBe('较大事故0起，界限3：0');
    expect(askRule(RULE, against('3', '3')).zh).toBe('较大事故3起，界限3：3×30');
  });

  test('the line may be the scheme’s own', () => {
    expect(askRule(FIXED_LINE, { count: '2' }).asks).toBe('-60');
    expect(askRule(FIXED_LINE, { count: '3' }).asks).toBe('-110');
    expect(askRule(FIXED_LINE, against('3', '3')).codes).toEqual(['unknown-key']);
    expect(askRule(FIXED_LINE, undefined).example).toBe('{ count: 0 }');
    expect(askRule(RULE, undefined).example).toBe('{ count: 0, baseline: "0" }');
  });

  test('what nobody counted has no bound but the cap', () => {
    expect(askRule(RULE, undefined)).toMatchObject({ asks: '-∞…0', open: true });
    expect(askRule({ ...RULE, cap: '100' }, undefined).asks).toBe('-100…0');
    expect(askRule({ ...RULE, cap: '100' }, against('9', '3')).asks).toBe('-100');
    expect(askRule(RULE, undefined, { closed: true })).toMatchObject({ asks: '0', open: false });
  });

  test('count and line are both needed', () => {
    expect(askRule(RULE, { count: '1' }).codes).toEqual(['missing-key']);
    expect(askRule(RULE, { baseline: '1' }).codes).toEqual(['missing-key']);
    expect(askRule(RULE, against('1.5', '3')).codes).toEqual(['not-whole']);
    expect(askRule(RULE, against('1', '-3')).codes).toEqual(['negative-count']);
  });
});
