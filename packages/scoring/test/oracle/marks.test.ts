import { describe, expect, it } from 'vitest';
import { type Asked, capped } from './asked.js';
import { print } from './fraction.js';
import { perStep } from './kinds.js';
import { formula, judgement, piecewise, series } from './marks.js';
import type { Branch } from './tree.js';

const points = (asked: Asked): string => print(asked.points);
const award = { effect: 'award' };

describe('judgement', () => {
  const rule = { range: ['2', '6'] };

  it('asks for the mark that was given, below nothing where it is awarded', () => {
    expect(points(judgement(rule, { mark: '2.5' }))).toBe('2.5');
    expect(points(judgement({ ...rule, ...award }, { mark: '2.5' }))).toBe('-2.5');
  });

  it('without a mark deducts nothing and awards all', () => {
    expect(points(judgement(rule, {}))).toBe('0');
    expect(points(judgement({ ...rule, ...award }, {}))).toBe('-6');
  });
});

describe('series', () => {
  const ask = (after: string, amounts: readonly string[] = ['5', '6', '8']): string[] =>
    ['0', '1', '3', '4', '5'].map((count) => points(series({ amounts, after }, { count })));

  it('adds the printed amounts, then the last again, the next of the line, or nothing', () => {
    expect(ask('repeat-last')).toEqual(['0', '5', '19', '27', '35']);
    expect(ask('continue')).toEqual(['0', '5', '19', '29', '41']);
    expect(ask('nothing')).toEqual(['0', '5', '19', '19', '19']);
  });

  it('falls to nothing and no further', () => {
    expect(ask('continue', ['5', '3', '1'])).toEqual(['0', '5', '9', '9', '9']);
    expect(ask('continue', ['2', '0'])).toEqual(['0', '2', '2', '2', '2']);
  });
});

describe('piecewise', () => {
  const slopes = [{ upTo: 'baseline', amount: '30' }, { amount: '50' }];
  const ask = (baseline: string, replacing: string): string[] =>
    ['0', '3', '4', '5'].map((count) => points(piecewise({ slopes, replacing }, { count, baseline })));

  it('asks 30 for each within the average and 50 for each beyond it', () => {
    expect(ask('3', 'no')).toEqual(['0', '90', '140', '190']);
  });

  it('asks 50 for all of them once the average is passed, where that is the reading', () => {
    expect(ask('3', 'yes')).toEqual(['0', '90', '200', '250']);
  });

  it('takes the whole part of an average', () => {
    expect(ask('3.8', 'no')).toEqual(ask('3', 'no'));
    expect(ask('0.6', 'no')).toEqual(['0', '150', '200', '250']);
  });

  it('has a line of its own where the rule prints one', () => {
    const printed = { slopes: [{ upTo: '2', amount: '1' }, { amount: '4' }], replacing: 'no' };
    expect(points(piecewise(printed, { count: '3' }))).toBe('6');
    expect(points(capped({ cap: '5' }, piecewise(printed, { count: '3' })))).toBe('5');
  });
});

describe('formula', () => {
  const rule: Branch = {
    terms: [
      { quantity: { name: '达标率', unit: '%', per: '100' }, times: '0.5' },
      { quantity: { name: '退回', unit: '件' }, times: '-2' },
    ],
    plus: '1',
  };
  const seen = { 达标率: { numerator: '4', denominator: '5' }, 退回: { value: '3' } };

  it('adds its terms and what stands beside them, held between floor and ceiling', () => {
    expect(points(formula(rule, seen))).toBe('35');
    expect(points(formula({ ...rule, ...award }, seen))).toBe('-35');
    expect(points(formula({ ...rule, ceiling: '30' }, seen))).toBe('30');
    expect(points(formula({ ...rule, floor: '40' }, seen))).toBe('40');
  });

  it('takes what is not given at the end that is better for the unit', () => {
    expect(points(formula({ ...rule, ...award }, { 退回: { value: '3' } }))).toBe('-45');
    expect(points(formula({ ...rule, ...award }, {}))).toBe('-51');
    expect(points(formula({ ...rule, floor: '0' }, { 达标率: { value: '80' } }))).toBe('0');
  });
});

describe('a quantity against an average', () => {
  const rule = {
    amount: '10',
    step: '2',
    from: '0',
    direction: 'above',
    partialStep: 'drop',
    quantity: { baseline: '平均' },
  };
  const ask = (value: string, baseline: string): string => points(perStep(rule, { value, baseline }));

  it('is the per cent above it, unrounded', () => {
    expect([ask('1019', '1000'), ask('1020', '1000'), ask('105', '102.4')]).toEqual(['0', '10', '10']);
  });

  it('is nothing where it is not above, even against an average of nothing', () => {
    expect([ask('80', '100'), ask('100', '100'), ask('0', '0')]).toEqual(['0', '0', '0']);
  });
});
