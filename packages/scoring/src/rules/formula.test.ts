import { describe, expect, test } from 'vitest';
import { askRule } from '../../test/unit-scheme.js';
import type { RawTree } from '../observations/raw-tree.js';
import type { FormulaRule } from './formula.js';

const RATE: FormulaRule = {
  kind: 'formula',
  effect: 'award',
  terms: [{ quantity: { name: '达标率', unit: '%', per: '100' }, times: '0.5' }],
};
const COST: FormulaRule = {
  kind: 'formula',
  terms: [
    { quantity: { name: '事故', unit: '起' }, times: '2' },
    { quantity: { name: '培训', unit: '次' }, times: '-0.5' },
  ],
  plus: '1',
  floor: '0',
  ceiling: '10',
};

describe('formula: 按达标率×50计分', () => {
  test('a share gives its part of the points', () => {
    expect(askRule(RATE, { 达标率: { numerator: '17', denominator: '20' } }).asks).toBe('42.5');
    expect(askRule(RATE, { 达标率: { numerator: '1', denominator: '3' } }).asks).toBe('50/3');
    expect(askRule(RATE, { 达标率: { value: '0' } }).asks).toBe('0');
    expect(askRule(RATE, { 达标率: { value: '100' } }).asks).toBe('50');
  });

  test('the words show each quantity with its factor', () => {
    const asked = askRule(RATE, { 达标率: { numerator: '17', denominator: '20' } });
    expect(asked).toMatchObject({ zh: '达标率 17÷20=85%×0.5，得42.5', en: '达标率 17÷20=85%×0.5: 42.5' });
    expect(askRule(RATE, undefined)).toMatchObject({ zh: '达标率未知×0.5，得0–50', en: '达标率 not known×0.5: 0–50' });
  });

  test('an open share gives anything up to the whole, a closed one the whole', () => {
    expect(askRule(RATE, undefined)).toMatchObject({ asks: '0…50', open: true });
    expect(askRule(RATE, undefined, { closed: true })).toMatchObject({ asks: '50', open: false, zh: '无问题' });
  });

  test('anything but its own quantities is refused', () => {
    expect(askRule(RATE, { 合格率: { value: '1' } }).codes).toEqual(['unknown-key']);
    expect(askRule(RATE, { 达标率: '85' }).codes).toEqual(['wrong-shape']);
    expect(askRule(RATE, { 达标率: { value: '101' } }).codes).toEqual(['out-of-range']);
    expect(askRule(RATE, '85').codes).toEqual(['wrong-shape']);
  });
});

describe('formula that deducts, between floor and ceiling', () => {
  const counts = (accidents: string, trainings: string) => ({ 事故: { value: accidents }, 培训: { value: trainings } });

  test.each([
    ['0', '0', '-1'],
    ['0', '2', '0'],
    ['0', '3', '0'],
    ['3', '2', '-6'],
    ['4', '0', '-9'],
    ['5', '2', '-10'],
    ['9', '0', '-10'],
  ])('%s accidents and %s trainings ask %s', (accidents, trainings, asks) => {
    expect(askRule(COST, counts(accidents, trainings))).toMatchObject({ asks, open: false });
  });

  test('an open quantity reaches floor and ceiling from both sides', () => {
    expect(askRule(COST, undefined)).toMatchObject({ asks: '-10…0', open: true });
    expect(askRule(COST, { 事故: { value: '1' } }).asks).toBe('-3…0');
    expect(askRule(COST, { 培训: { value: '4' } }).asks).toBe('-10…0');
  });

  test('closed, it keeps what is stated and takes the rest where it is best; what has no end was not there', () => {
    const closed = (rule: FormulaRule, raw: RawTree | undefined) => askRule(rule, raw, { closed: true }).asks;
    expect(closed(COST, { 事故: { value: '3' } })).toBe('0');
    const { floor: _floor, ...unheld } = COST;
    expect(closed(unheld, { 事故: { value: '3' } })).toBe('-7');
    expect(closed({ ...COST, effect: 'award', ceiling: undefined }, { 培训: { value: '1' } })).toBe('0.5');
    expect(askRule(unheld, { 事故: { value: '3' } }, { closed: true }).zh).toBe('事故 3起×2，培训无问题×-0.5，扣7');
  });

  test('that never asks nothing may yet not apply while open, and asks its floor once closed', () => {
    const floored: FormulaRule = { ...COST, floor: '2' };
    expect(askRule(floored, undefined).asks).toBe('-10…0');
    expect(askRule(floored, { 培训: { value: '0' } }).asks).toBe('-10…-2');
    expect(askRule(floored, undefined, { closed: true })).toMatchObject({ asks: '-2', open: false });
  });

  test('a per cent above a baseline has no end', () => {
    const over: FormulaRule = {
      kind: 'formula',
      terms: [{ quantity: { name: '升', unit: '%', baseline: '上年' }, times: '0.1' }],
    };
    expect(askRule(over, undefined).asks).toBe('-∞…0');
    expect(askRule(over, { 升: { value: '500', baseline: '100' } }).asks).toBe('-40');
  });

  test('without a ceiling an open quantity has no bound', () => {
    const { ceiling: _ceiling, floor: _floor, ...unheld } = COST;
    expect(askRule(unheld, { 培训: { value: '0' } }).asks).toBe('-∞…-1');
  });
});
