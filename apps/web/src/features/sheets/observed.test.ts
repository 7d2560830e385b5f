import type { Clause, Rule } from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import type { Field } from '../units/observation-fields';
import { digitIn, lacksReason, withClause, withField, withNotApplicable, withRemark } from './observed';

const clause = (...rules: readonly object[]) => ({ id: 'county/1.1', rules: rules as readonly Rule[] }) as Clause;
const FIXED = clause({ kind: 'fixed', amount: '2' });
const count: Field = { path: ['count'], label: '', kind: 'number' };

describe('不适用', () => {
  it('没有写理由的不送出', () => {
    expect(lacksReason({ 'county/27.1': { notApplicable: 'true' } })).toBe(true);
    expect(lacksReason({ 'county/27.1': { notApplicable: 'true', reason: ' ' } })).toBe(true);
    expect(lacksReason({ 'county/27.1': { notApplicable: 'true', reason: '没有煤矿' } })).toBe(false);
    expect(lacksReason({ 'county/1.1': { breached: 'true' } })).toBe(false);
  });
});

describe('改一条的观察', () => {
  it('改了事实，备注和佐证还在', () => {
    const stated = { count: '2', note: '说明', evidence: ['E-1'] };
    expect(withField(stated, count, '3')).toEqual({ count: '3', note: '说明', evidence: ['E-1'] });
  });

  it('清空的不留痕迹', () => {
    expect(withClause({ 'county/1.1': { count: '2' } }, FIXED, withField({ count: '2' }, count, ''))).toEqual({});
    expect(withClause({}, FIXED, { 申报率: { numerator: '1' }, 监管率: {} })).toEqual({
      'county/1.1': { 申报率: { numerator: '1' } },
    });
  });

  it('没有问题也可以写备注：观察写明没有', () => {
    expect(withClause({}, FIXED, withRemark({}, { note: '看过原件' }))).toEqual({
      'county/1.1': { breached: 'false', note: '看过原件' },
    });
  });

  it('不适用的不再有事实；改回适用，只留备注', () => {
    const idle = withNotApplicable({ count: '2', note: '说明' }, '没有煤矿');
    expect(idle).toEqual({ notApplicable: 'true', reason: '没有煤矿', note: '说明' });
    expect(withNotApplicable(idle, undefined)).toEqual({ note: '说明' });
  });
});

describe('在行上按数字', () => {
  const options = ['方案', '总结'];
  it.each<[string, Pick<Field, 'kind' | 'options'>, number, unknown]>([
    ['有没有：1 是有', { kind: 'yes-no' }, 1, 'true'],
    ['有没有：0 是没有', { kind: 'yes-no' }, 0, 'false'],
    ['情形：第几种', { kind: 'choice', options }, 2, '总结'],
    ['缺少哪些：切换第几样', { kind: 'several', options }, 2, ['方案', '总结']],
    ['数：由栏目自己收', { kind: 'number' }, 3, undefined],
  ])('%s', (...[, field, digit, expected]) => {
    expect(digitIn({ path: [], label: '', ...field }, digit, ['方案'])).toEqual(expected);
  });
});
