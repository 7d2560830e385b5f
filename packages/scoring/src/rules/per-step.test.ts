import { describe, expect, test } from 'vitest';
import { askRule, SHARE } from '../../test/unit-scheme.js';
import type { PerStepRule } from './per-step.js';

const BELOW = SHARE as PerStepRule;
const ABOVE: PerStepRule = {
  ...BELOW,
  quantity: { name: '超出', unit: '百分点' },
  amount: '10',
  step: '2',
  from: '0',
  direction: 'above',
};

const share = (percent: string) => ({ value: percent });

describe('per-step below the target: 每少10%，扣0.5分', () => {
  test.each([
    ['100', '0', '0', '0'],
    ['99.99', '0', '-0.5', '-0.0005'],
    ['90.01', '0', '-0.5', '-0.4995'],
    ['90', '-0.5', '-0.5', '-0.5'],
    ['89.99', '-0.5', '-1', '-0.5005'],
    ['85', '-0.5', '-1', '-0.75'],
    ['80', '-1', '-1', '-1'],
    ['0', '-5', '-5', '-5'],
  ])('%s%% costs %s dropped, %s rounded up, %s prorated', (value, ...expected) => {
    const readings = ['drop', 'round-up', 'prorate'] as const;
    expect(readings.map((partialStep) => askRule({ ...BELOW, partialStep }, share(value)).asks)).toEqual(expected);
  });

  test('a third of a step is prorated exactly', () => {
    const asked = askRule({ ...BELOW, partialStep: 'prorate' }, { numerator: '2', denominator: '3' });
    expect(asked.asks).toBe('-5/3');
  });

  test('numerator and denominator are compared before any rounding', () => {
    expect(askRule(BELOW, { numerator: '17', denominator: '20' }).asks).toBe('-0.5');
    expect(askRule(BELOW, { numerator: '9000000000000001', denominator: '10000000000000000' }).asks).toBe('0');
    expect(askRule(BELOW, { numerator: '9000000000000000', denominator: '10000000000000000' }).asks).toBe('-0.5');
  });

  test('the words show the measurement, the steps and what each costs', () => {
    const asked = askRule(BELOW, { numerator: '17', denominator: '20' });
    expect(asked.zh).toBe('申报率 17÷20=85%，距100每10%扣0.5，计1步');
    expect(asked.en).toBe('申报率 17÷20=85%: 1 steps of 10% from 100, −0.5 each');
    expect(askRule(BELOW, { numerator: '1', denominator: '3' }).zh).toContain('1÷3=≈33.333333%');
  });

  test('what nobody measured may cost every step down to zero', () => {
    expect(askRule(BELOW, undefined)).toMatchObject({ asks: '-5…0', open: true, zh: '未核', en: 'not yet looked at' });
    expect(askRule(BELOW, undefined, { closed: true })).toMatchObject({ asks: '0', zh: '无问题' });
    expect(askRule({ ...BELOW, from: '95', partialStep: 'round-up' }, undefined).asks).toBe('-5…0');
    expect(askRule({ ...BELOW, from: '95' }, undefined).asks).toBe('-4.5…0');
  });

  test('the cap bounds what is measured and what is open', () => {
    expect(askRule({ ...BELOW, cap: '2' }, share('60')).asks).toBe('-2');
    expect(askRule({ ...BELOW, cap: '2' }, share('59')).asks).toBe('-2');
    expect(askRule({ ...BELOW, cap: '2' }, undefined).asks).toBe('-2…0');
  });
});

describe('per-step above the target: 每超出2个百分点扣10分', () => {
  test.each([
    ['0', '0', '0', '0'],
    ['1.9', '0', '-10', '-9.5'],
    ['2', '-10', '-10', '-10'],
    ['2.1', '-10', '-20', '-10.5'],
    ['4', '-20', '-20', '-20'],
  ])('%s over costs %s dropped, %s rounded up, %s prorated', (value, ...expected) => {
    const readings = ['drop', 'round-up', 'prorate'] as const;
    expect(readings.map((partialStep) => askRule({ ...ABOVE, partialStep }, share(value)).asks)).toEqual(expected);
  });

  test('on the side that costs nothing nothing is asked', () => {
    expect(askRule({ ...ABOVE, from: '50' }, share('49')).asks).toBe('0');
    expect(askRule({ ...BELOW, from: '50' }, share('51')).asks).toBe('0');
  });

  test('an excess that is open has no bound', () => {
    expect(askRule(ABOVE, undefined)).toMatchObject({ asks: '-∞…0', open: true });
    expect(askRule({ ...ABOVE, cap: '30' }, undefined).asks).toBe('-30…0');
  });

  test('a forfeit needs one whole step', () => {
    const { amount: _left, ...rest } = ABOVE;
    expect(askRule({ ...rest, forfeits: 'item' }, share('2')).asks).toBe('-∞');
    expect(askRule({ ...rest, forfeits: 'item' }, share('1.99')).asks).toBe('0');
  });
});
