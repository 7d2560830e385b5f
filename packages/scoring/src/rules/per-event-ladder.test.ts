import { describe, expect, test } from 'vitest';
import { askRule } from '../../test/unit-scheme.js';
import type { Accident } from '../accidents/accident.js';
import type { Severity } from '../accidents/severity.js';
import type { PerEventLadderRule } from './per-event-ladder.js';

const RULE: PerEventLadderRule = {
  kind: 'per-event-ladder',
  register: 'accidents',
  rungs: [
    { levels: ['relatively-serious'], amount: '20' },
    { levels: ['serious', 'particularly-serious'], amount: '40' },
  ],
};
const RESPONSIBLE: PerEventLadderRule = {
  ...RULE,
  responsible: 'only',
  rungs: [{ levels: ['ordinary', 'relatively-serious', 'serious', 'particularly-serious'], forfeits: 'item' }],
};

const accident = (id: string, severity: Severity, responsible = false) => ({ id, severity, responsible }) as Accident;
const after = (...accidents: readonly Accident[]) => ({ closed: true, registers: { accidents } });

describe('per-event-ladder: 每发生一起较大事故扣20分、重大以上的扣40分', () => {
  test.each([
    ['ordinary', '0'],
    ['relatively-serious', '-20'],
    ['serious', '-40'],
    ['particularly-serious', '-40'],
  ] as const)('one accident of level %s asks %s', (severity, asks) => {
    expect(askRule(RULE, undefined, after(accident('A-01', severity))).asks).toBe(asks);
  });

  test('every accident counts, each named with its level and what it costs', () => {
    const asked = askRule(RULE, undefined, after(accident('A-01', 'relatively-serious'), accident('A-02', 'serious')));
    expect(asked).toMatchObject({ asks: '-60', open: false, zh: 'A-01 较大事故扣20；A-02 重大事故扣40' });
    expect(asked.en).toBe('A-01 relatively serious accident −20; A-02 serious accident −40');
  });

  test('none in a closed row happened, in an open one more may come without bound', () => {
    expect(askRule(RULE, undefined, after())).toMatchObject({ asks: '0', zh: '未发生', en: 'none happened' });
    expect(askRule(RULE, undefined)).toMatchObject({ asks: '-∞…0', open: true, zh: '未核' });
    const registers = { accidents: [accident('A-01', 'serious')] };
    expect(askRule(RULE, undefined, { registers })).toMatchObject({ asks: '-∞…-40', open: true });
  });

  test('a cap bounds them all together', () => {
    const two = after(accident('A-01', 'serious'), accident('A-02', 'serious'));
    expect(askRule({ ...RULE, cap: '50' }, undefined, two).asks).toBe('-50');
    expect(askRule({ ...RULE, cap: '50' }, undefined).asks).toBe('-50…0');
  });
});

describe('责任事故', () => {
  test('an accident not marked responsible does not feed the rule', () => {
    expect(askRule(RESPONSIBLE, undefined, after(accident('A-01', 'ordinary', false))).asks).toBe('0');
    const asked = askRule(RESPONSIBLE, undefined, after(accident('A-01', 'ordinary', true)));
    expect(asked).toMatchObject({ asks: '-∞', zh: 'A-01 一般事故本项不得分' });
  });

  test('where the text does not say responsible, both kinds count', () => {
    const both = after(accident('A-01', 'serious', true), accident('A-02', 'serious', false));
    expect(askRule(RULE, undefined, both).asks).toBe('-80');
  });
});
