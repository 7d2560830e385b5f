import { describe, expect, test } from 'vitest';
import { askRule, SHARE } from '../../test/unit-scheme.js';
import type { PerStepRule } from './per-step.js';

const share = SHARE as PerStepRule;
const money: PerStepRule = { ...share, quantity: { name: '经费', unit: '万元' }, from: '20' };
const counted: PerStepRule = { ...share, quantity: { name: '投稿', unit: '次' }, from: '20' };
const rate: PerStepRule = { ...share, quantity: { name: '死亡率', unit: '人/亿元', per: '1' } };

describe('a share in per cent', () => {
  test('lies between nothing and the whole, both included', () => {
    expect(askRule(share, { value: '0' }).codes).toEqual([]);
    expect(askRule(share, { value: '100' }).codes).toEqual([]);
    expect(askRule(share, { value: '100.01' }).codes).toEqual(['out-of-range']);
    expect(askRule(share, { numerator: '20', denominator: '20' }).asks).toBe('0');
    expect(askRule(share, { numerator: '20.01', denominator: '20' }).codes).toEqual(['numerator-exceeds-denominator']);
  });

  test('has a denominator above zero', () => {
    expect(askRule(share, { numerator: '0', denominator: '0' }).codes).toEqual(['zero-denominator']);
    expect(askRule(share, { numerator: '0', denominator: '0.00' }).codes).toEqual(['zero-denominator']);
    expect(askRule(share, { numerator: '0', denominator: '-1' }).codes).toEqual(['negative-count']);
    expect(askRule(share, { numerator: '-1', denominator: '1' }).codes).toEqual(['negative-count']);
  });

  test('needs both of its numbers', () => {
    expect(askRule(share, { numerator: '1' }).codes).toEqual(['missing-key']);
    expect(askRule(share, { denominator: '1' }).codes).toEqual(['missing-key']);
    expect(askRule(share, {}).codes).toEqual(['missing-key', 'missing-key']);
  });

  test('keeps the edition of its figures beside it', () => {
    expect(askRule(share, { numerator: '17', denominator: '20', edition: '初步核算' }).asks).toBe('-0.5');
  });

  test('may stand under its own name', () => {
    expect(askRule(share, { 申报率: { value: '85' } }).asks).toBe('-0.5');
    expect(askRule(share, { 申报率: { value: '85' }, value: '85' }).codes).toEqual(['unknown-key']);
    expect(askRule(share, { 监管率: { value: '85' } }).codes).toContain('unknown-key');
  });
});

describe('a rate', () => {
  test('may exceed its denominator', () => {
    expect(
      askRule({ ...rate, direction: 'above', from: '1', step: '1' }, { numerator: '3', denominator: '1' }).asks,
    ).toBe('-1');
  });
});

describe('a value in its unit', () => {
  test('has no numerator', () => {
    expect(askRule(money, { numerator: '1', denominator: '2' }).codes).toEqual([
      'unknown-key',
      'unknown-key',
      'missing-key',
    ]);
    expect(askRule(money, { value: '1.5' }).codes).toEqual([]);
    expect(askRule(money, { value: '250' }).codes).toEqual([]);
  });

  test.each(['', '1/2', '+1', '1e3', ' 1', '１', '.5', '1万元', 'null'])('“%s” is no decimal', (value) => {
    expect(askRule(money, { value }).codes).toEqual(['not-a-number']);
  });

  test('a negative one is named as such', () => {
    expect(askRule(money, { value: '-0.5' }).codes).toEqual(['negative-count']);
  });

  test('a natural count is whole', () => {
    expect(askRule(counted, { value: '10' }).asks).toBe('-0.5');
    expect(askRule(counted, { value: '10.5' }).codes).toEqual(['not-whole']);
    expect(askRule(counted, { value: '-1' }).codes).toEqual(['negative-count']);
  });
});

describe('the observation a template shows', () => {
  test('is a ratio where the text states one, a value where it does not', () => {
    expect(askRule(share, undefined).example).toBe('{ numerator: 0, denominator: 1 }');
    expect(askRule(money, undefined).example).toBe('{ value: "0" }');
  });
});

describe('a value against a baseline: 比“十二五”期间平均数高出', () => {
  const average: PerStepRule = {
    ...share,
    quantity: { name: '死亡人数', unit: '%', baseline: '五年平均数' },
    direction: 'above',
    step: '2',
    from: '0',
    amount: '10',
  };

  test('is measured in per cent above it, and a value that is not above is at zero', () => {
    expect(askRule(average, { value: '102', baseline: '100' }).asks).toBe('-10');
    expect(askRule(average, { value: '101.9', baseline: '100' }).asks).toBe('0');
    expect(askRule(average, { value: '100', baseline: '100' }).asks).toBe('0');
    expect(askRule(average, { value: '0', baseline: '100' }).asks).toBe('0');
  });

  test('the words name the baseline', () => {
    const asked = askRule(average, { value: '102', baseline: '100' });
    expect(asked.zh).toContain('死亡人数 102，五年平均数 100，高出2%');
    expect(asked.en).toContain('死亡人数: 102 against 100, 2% above');
  });

  test('nothing can be above a baseline of zero but nothing', () => {
    expect(askRule(average, { value: '0', baseline: '0' }).codes).toEqual([]);
    expect(askRule(average, { value: '1', baseline: '0' }).codes).toEqual(['zero-denominator']);
    expect(askRule(average, { value: '1' }).codes).toEqual(['missing-key']);
    expect(askRule(average, { numerator: '1', denominator: '2' }).codes).toContain('unknown-key');
  });

  test('the template shows both numbers', () => {
    expect(askRule(average, undefined).example).toBe('{ value: 0, baseline: "0" }');
  });
});
