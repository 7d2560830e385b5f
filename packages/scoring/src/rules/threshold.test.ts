import { describe, expect, test } from 'vitest';
import { askRule } from '../../test/unit-scheme.js';
import { getNumber } from '../exact/decimal.js';
import type { ThresholdRule } from './threshold.js';

const RULE: ThresholdRule = {
  kind: 'threshold',
  quantity: { name: '人均经费', unit: '万元' },
  comparison: '<',
  value: '1.5',
  amount: '1',
};
const RATE: ThresholdRule = {
  ...RULE,
  register: 'indicators',
  quantity: { name: '亿元GDP死亡率', unit: '人/亿元', per: '1' },
  comparison: '>=',
  value: '0.035',
};

const ratio = (numerator: string, denominator: string) => ({
  kind: 'ratio' as const,
  numerator: getNumber(numerator),
  denominator: getNumber(denominator),
});

describe('threshold: 人均低于1.5万元的扣1分', () => {
  test.each([
    ['<', '1.49', '-1'],
    ['<', '1.5', '0'],
    ['<', '1.51', '0'],
    ['<=', '1.49', '-1'],
    ['<=', '1.50', '-1'],
    ['<=', '1.51', '0'],
    ['>', '1.49', '0'],
    ['>', '1.5', '0'],
    ['>', '1.51', '-1'],
    ['>=', '1.49', '0'],
    ['>=', '1.5', '-1'],
    ['>=', '1.51', '-1'],
  ] as const)('where the text says %s 1.5, a value of %s asks %s', (comparison, value, asks) => {
    expect(askRule({ ...RULE, comparison }, { value }).asks).toBe(asks);
  });

  test('单位写在数的前面的，照文件的写法', () => {
    const share = { ...RULE, quantity: { name: '工作经费', unit: '十万分之', per: '100000' }, value: '8' };
    expect(askRule(share, { numerator: '7', denominator: '100000' })).toMatchObject({
      zh: '工作经费 7÷100000=十万分之7 < 十万分之8，扣1',
      en: '工作经费 7÷100000=7 per 100,000 < 8 per 100,000: −1',
    });
  });

  test('“低于”不成立时，文字写相反的比较', () => {
    expect(askRule(RULE, { value: '1.5' })).toMatchObject({
      zh: '人均经费 1.5万元 ≥ 1.5万元',
      en: '人均经费 1.5万元 ≥ 1.5万元',
    });
    const low = askRule(RULE, { value: '1.49' });
    expect(low).toMatchObject({ zh: '人均经费 1.49万元 < 1.5万元，扣1', en: '人均经费 1.49万元 < 1.5万元: −1' });
    expect(askRule({ ...RULE, comparison: '>' }, { value: '1.5' }).zh).toContain(' ≤ 1.5');
    expect(askRule({ ...RULE, comparison: '<=' }, { value: '1.6' }).zh).toContain(' > 1.5');
    expect(askRule({ ...RULE, comparison: '>=' }, { value: '1.4' }).zh).toContain(' < 1.5');
  });

  test('what nobody measured may cost the amount, and a closed row settles it', () => {
    expect(askRule(RULE, undefined)).toMatchObject({ asks: '-1…0', open: true, zh: '未核' });
    expect(askRule(RULE, undefined, { closed: true })).toMatchObject({ asks: '0', zh: '无问题' });
  });

  test('a cap holds a forfeit', () => {
    const { amount: _left, ...rest } = RULE;
    expect(askRule({ ...rest, forfeits: 'item' }, { value: '1' }).asks).toBe('-∞');
    expect(askRule({ ...rest, forfeits: 'item', cap: '5' }, { value: '1' }).asks).toBe('-5');
  });
});

describe('threshold from the indicators register', () => {
  const given = (measured: ReturnType<typeof ratio> | 'not-applicable') => ({
    registers: { indicators: new Map([['亿元GDP死亡率', measured]]) },
  });

  test('“低于”是严格的：等于控制指标就是没有达到', () => {
    expect(askRule(RATE, undefined, given(ratio('35', '1000'))).asks).toBe('-1');
    expect(askRule(RATE, undefined, given(ratio('34.999999999999999999999', '1000'))).asks).toBe('0');
  });

  test('a denominator nobody has is not applicable: settled, and said so', () => {
    const asked = askRule(RATE, undefined, given('not-applicable'));
    expect(asked).toMatchObject({ asks: '0', open: false, zh: '不适用', en: 'not applicable' });
  });

  test('an indicator that is not in the register is open until the row is closed', () => {
    expect(askRule(RATE, undefined)).toMatchObject({ asks: '-1…0', open: true });
    expect(askRule(RATE, undefined, { closed: true })).toMatchObject({ asks: '0', open: false });
  });
});
