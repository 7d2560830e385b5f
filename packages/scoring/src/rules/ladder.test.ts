import { describe, expect, test } from 'vitest';
import { askRule, LADDER } from '../../test/unit-scheme.js';
import type { LadderRule } from './ladder.js';

const BY_NAME: LadderRule = {
  kind: 'ladder',
  rungs: [
    { name: '未建立', amount: '4' },
    { name: '不完善', amount: '2' },
  ],
};

describe('ladder by quantity: 投稿少于5次的扣1分，未投稿的扣2分', () => {
  test.each([
    ['0', '-2'],
    ['1', '-1'],
    ['4', '-1'],
    ['5', '0'],
    ['6', '0'],
  ])('%s次 asks %s', (value, asks) => {
    expect(askRule(LADDER, { value })).toMatchObject({ asks, open: false });
  });

  test('the rung that holds is named beside the measurement', () => {
    const asked = askRule(LADDER, { value: '0' });
    expect(asked).toMatchObject({ zh: '投稿次数 0次，未投稿，扣2', en: '投稿次数 0: 未投稿, −2' });
    expect(askRule(LADDER, { value: '5' })).toMatchObject({ zh: '投稿次数 5次', en: '投稿次数 5' });
  });

  test('the rung may be named instead', () => {
    expect(askRule(LADDER, { rung: '少于5次' })).toMatchObject({ asks: '-1', zh: '少于5次，扣1', en: '少于5次, −1' });
    expect(askRule(LADDER, { rung: '未投稿' }).asks).toBe('-2');
  });

  test('rung and value together are refused', () => {
    expect(askRule(LADDER, { rung: '未投稿', value: '0' }).codes).toEqual(['unknown-key']);
  });

  test('what nobody looked at may cost the dearest rung', () => {
    expect(askRule(LADDER, undefined)).toMatchObject({ asks: '-2…0', open: true, zh: '未核', en: 'not yet looked at' });
    expect(askRule(LADDER, undefined, { closed: true })).toMatchObject({ asks: '0', zh: '无问题', en: 'in order' });
  });

  test('a value between two bands is on no rung', () => {
    const gap: LadderRule = { ...(LADDER as LadderRule), rungs: [{ name: '少', from: '3', below: '5', amount: '1' }] };
    expect(askRule(gap, { value: '2' }).asks).toBe('0');
    expect(askRule(gap, { value: '3' }).asks).toBe('-1');
    expect(askRule(gap, { value: '5' }).asks).toBe('0');
  });

  test('a cap holds the dearest rung', () => {
    expect(askRule({ ...LADDER, cap: '1.5' }, { value: '0' }).asks).toBe('-1.5');
    expect(askRule({ ...LADDER, cap: '1.5' }, { value: '1' }).asks).toBe('-1');
    expect(askRule({ ...LADDER, cap: '1.5' }, undefined).asks).toBe('-1.5…0');
  });
});

describe('ladder by name: 未建立扣4分，不完善扣2分', () => {
  test('one rung holds', () => {
    expect(askRule(BY_NAME, { rung: '未建立' }).asks).toBe('-4');
    expect(askRule(BY_NAME, { rung: '不完善' }).asks).toBe('-2');
    expect(askRule(BY_NAME, undefined).asks).toBe('-4…0');
  });

  test('a rung may forfeit the item', () => {
    const forfeit: LadderRule = { kind: 'ladder', rungs: [{ name: '弄虚作假', forfeits: 'item' }] };
    expect(askRule(forfeit, { rung: '弄虚作假' })).toMatchObject({ asks: '-∞', zh: '弄虚作假，本项不得分' });
  });

  test('a rung the text does not have is refused, also under a name every object has', () => {
    expect(askRule(BY_NAME, { rung: '很差' }).codes).toEqual(['rung-unknown']);
    expect(askRule(BY_NAME, { rung: '__proto__' }).codes).toEqual(['rung-unknown']);
    expect(askRule(BY_NAME, { rung: '' }).codes).toEqual(['wrong-shape']);
    expect(askRule(BY_NAME, { value: '1' }).codes).toEqual(['unknown-key', 'missing-key']);
  });

  test('the template shows its first rung', () => {
    expect(askRule(BY_NAME, undefined).example).toBe('{ rung: 未建立 }');
    expect(askRule(LADDER, undefined).example).toBe('{ value: 0 }');
  });
});
