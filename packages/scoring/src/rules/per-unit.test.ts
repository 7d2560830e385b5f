import { describe, expect, test } from 'vitest';
import { askRule } from '../../test/unit-scheme.js';
import type { PerUnitRule } from './per-unit.js';

const RULE: PerUnitRule = { kind: 'per-unit', amount: '0.5', unit: '家', basis: 'occurrence' };
const TALKS: PerUnitRule = { ...RULE, amount: '1', unit: '次', register: 'talks', by: ['市政府', '市安委会'] };

const talk = (by: string) => ({ by, on: '2019-08-02' });

describe('per-unit: 每发现一家扣0.5分', () => {
  test('the amount is taken as often as counted', () => {
    const asked = askRule(RULE, { count: '3' });
    expect(asked).toMatchObject({ asks: '-1.5', open: false, zh: '3家×0.5', en: '3×0.5' });
  });

  test('none costs nothing and one costs one', () => {
    expect(askRule(RULE, { count: '0' }).asks).toBe('0');
    expect(askRule(RULE, { count: '1' }).asks).toBe('-0.5');
  });

  test('what nobody counted has no bound', () => {
    const asked = askRule(RULE, undefined);
    expect(asked).toMatchObject({ asks: '-∞…0', open: true, zh: '未核', en: 'not yet looked at' });
  });

  test('a closed row counts none', () => {
    expect(askRule(RULE, undefined, { closed: true })).toMatchObject({ asks: '0', open: false, zh: '无问题' });
  });

  test('扣完2分为止: the cap is reached by the fourth and bounds what is open', () => {
    const capped = { ...RULE, cap: '2' };
    expect(askRule(capped, { count: '3' }).asks).toBe('-1.5');
    expect(askRule(capped, { count: '4' }).asks).toBe('-2');
    expect(askRule(capped, { count: '5' }).asks).toBe('-2');
    expect(askRule(capped, undefined).asks).toBe('-2…0');
  });

  test('a huge count is exact and stays below any overflow', () => {
    expect(askRule(RULE, { count: '999999999999' }).asks).toBe('-499999999999.5');
  });

  test('a forfeit is the same however often it is earned', () => {
    const forfeit: PerUnitRule = { kind: 'per-unit', forfeits: 'item', unit: '起', basis: 'occurrence' };
    expect(askRule(forfeit, { count: '0' }).asks).toBe('0');
    expect(askRule(forfeit, { count: '1' }).asks).toBe('-∞');
    expect(askRule(forfeit, { count: '2' }).asks).toBe('-∞');
  });

  test('an award counts upward, and is open without bound upward', () => {
    const award: PerUnitRule = { ...RULE, effect: 'award' };
    expect(askRule(award, { count: '3' })).toMatchObject({ asks: '1.5', zh: '3家×0.5' });
    expect(askRule(award, undefined).asks).toBe('0…∞');
    expect(askRule({ ...award, cap: '2' }, { count: '5' }).asks).toBe('2');
    expect(askRule({ ...award, cap: '2' }, undefined).asks).toBe('0…2');
  });

  test.each([
    ['-1', 'negative-count'],
    ['-0', 'negative-count'],
    ['1.5', 'not-whole'],
    ['3.0', 'not-whole'],
    ['+3', 'not-whole'],
    ['1e3', 'not-whole'],
    [' 1 ', 'not-whole'],
    ['３', 'not-whole'],
    ['٣', 'not-whole'],
    ['', 'not-whole'],
    ['1000000000000', 'not-whole'],
  ])('“%s” is no count: %s', (count, code) => {
    expect(askRule(RULE, { count }).codes).toEqual([code]);
  });
});

describe('per-unit from the talks register: 每约谈一次扣1分', () => {
  test('only the talks of those the rule names are counted', () => {
    const talks = [talk('市政府'), talk('省政府'), talk('市安委会')];
    const asked = askRule(TALKS, undefined, { registers: { talks } });
    expect(asked).toMatchObject({ asks: '-2', open: false, zh: '2次×1', en: '2×1' });
  });

  test('a rule that names nobody counts every talk', () => {
    const anybody: PerUnitRule = { ...RULE, amount: '1', register: 'talks' };
    expect(askRule(anybody, undefined, { registers: { talks: [talk('省政府')] } }).asks).toBe('-1');
  });

  test('an empty register in an open row is known: no talk', () => {
    expect(askRule(TALKS, undefined, { registers: { talks: [] } })).toMatchObject({ asks: '0', open: false });
  });

  test('a register that is not there is open, and settled by closing the row', () => {
    expect(askRule(TALKS, undefined)).toMatchObject({ asks: '-∞…0', open: true, zh: '未核', en: 'not yet looked at' });
    expect(askRule(TALKS, undefined, { closed: true })).toMatchObject({ asks: '0', open: false });
  });
});
