import { describe, expect, test } from 'vitest';
import { askRule } from '../../test/unit-scheme.js';
import type { JudgementRule } from './judgement.js';

const AWARD: JudgementRule = { kind: 'judgement', effect: 'award', range: ['0', '4'] };
const DEDUCT: JudgementRule = { kind: 'judgement', range: ['2', '6'] };

const mark = (value: string) => ({ mark: value, reason: '台账不全' });

describe('judgement of a criterion with a maximum only: “(4分)”', () => {
  test('a mark within the range counts, its ends included', () => {
    expect(askRule(AWARD, mark('0')).asks).toBe('0');
    expect(askRule(AWARD, mark('3.5'))).toMatchObject({ asks: '3.5', zh: '评3.5分：台账不全', en: '3.5: 台账不全' });
    expect(askRule(AWARD, mark('4')).asks).toBe('4');
    expect(askRule(AWARD, mark('4.01')).codes).toEqual(['out-of-range']);
  });

  test('looked at and in order is the full mark, open is anything up to it', () => {
    expect(askRule(AWARD, undefined, { closed: true })).toMatchObject({ asks: '4', open: false, zh: '无问题' });
    expect(askRule(AWARD, undefined)).toMatchObject({ asks: '0…4', open: true, zh: '未评', en: 'not yet marked' });
  });

  test('a mark without its reason is refused', () => {
    expect(askRule(AWARD, { mark: '3' }).codes).toEqual(['missing-key']);
    expect(askRule(AWARD, { mark: '3', reason: ' ' }).codes).toEqual(['wrong-shape']);
    expect(askRule(AWARD, { reason: '台账不全' }).codes).toEqual(['missing-key']);
    expect(askRule(AWARD, { mark: '三', reason: '台账不全' }).codes).toEqual(['not-a-number']);
    expect(askRule(AWARD, mark('-1')).codes).toEqual(['negative-count']);
  });
});

describe('judgement of a discretionary deduction: 酌情扣2—6分', () => {
  test('a mark within the range is deducted, its ends included', () => {
    expect(askRule(DEDUCT, mark('2'))).toMatchObject({ asks: '-2', zh: '扣2分：台账不全', en: '−2: 台账不全' });
    expect(askRule(DEDUCT, mark('6')).asks).toBe('-6');
    expect(askRule(DEDUCT, mark('1.99')).codes).toEqual(['out-of-range']);
    expect(askRule(DEDUCT, mark('6.01')).codes).toEqual(['out-of-range']);
  });

  test('in order nothing is deducted, open anything from nothing to the most', () => {
    expect(askRule(DEDUCT, undefined, { closed: true }).asks).toBe('0');
    expect(askRule(DEDUCT, undefined).asks).toBe('-6…0');
    expect(askRule({ ...DEDUCT, cap: '5' }, undefined).asks).toBe('-5…0');
  });

  test('the template shows the most and the reason', () => {
    expect(askRule(DEDUCT, undefined).example).toBe('{ mark: "6", reason: … }');
  });
});
