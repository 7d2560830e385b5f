import type { Clause, Rule } from '@kaohe/scoring';
import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { fieldsOf, observationOf } from './observation-fields';

const t = ((key: string) => key) as unknown as TFunction;
const clause = (...rules: readonly object[]) => ({ rules: rules as readonly Rule[] }) as Clause;
const paths = (of: Clause, stated = {}) => fieldsOf(of, { t, stated }).map(({ path }) => path.join('.'));

describe('试改的栏目按规则的种类', () => {
  it.each([
    ['有没有', { kind: 'fixed', amount: '2' }, ['breached']],
    ['数量', { kind: 'per-unit', unit: '家', basis: 'occurrence', amount: '1' }, ['count']],
    ['比率', { kind: 'per-step', quantity: { name: '申报率', unit: '%', per: '100' } }, ['numerator', 'denominator']],
    [
      '与平均数相比',
      { kind: 'per-step', quantity: { name: '死亡人数', unit: '百分点', baseline: '平均数' } },
      ['value', 'baseline'],
    ],
    ['给分', { kind: 'judgement', range: ['0', '8'] }, ['mark', 'reason']],
    ['缺少哪些', { kind: 'parts', parts: ['方案', '总结'] }, ['absent']],
  ])('%s', (_name, rule, expected) => expect(paths(clause(rule))).toEqual(expected));

  it('登记决定的没有栏目', () =>
    expect(paths(clause({ kind: 'per-unit', register: 'talks', unit: '次' }))).toEqual([]));

  it('按季度的要求一季一栏；文件里写了全年数的，只有一栏', () => {
    const rule = { kind: 'per-unit', unit: '次', requirements: [{ what: '常务会', count: '1', per: 'quarter' }] };
    expect(paths(clause(rule))).toEqual(['Q1', 'Q2', 'Q3', 'Q4'].map((period) => `actual.常务会.${period}`));
    expect(paths(clause(rule), { actual: { 常务会: '3' } })).toEqual(['actual.常务会']);
  });

  it('一条有几个数量的，各在自己的名下', () => {
    const step = (name: string) => ({ kind: 'per-step', quantity: { name, unit: '%' } });
    expect(paths(clause(step('甲率'), step('乙率')))).toEqual(['甲率.value', '乙率.value']);
  });
});

describe('填好的栏目合成观察', () => {
  const [mark, reason] = fieldsOf(clause({ kind: 'judgement', range: ['0', '8'] }), { t, stated: {} });
  const [first, second] = fieldsOf(clause({ kind: 'parts', parts: ['方案', '总结'], occasions: 'each' }), {
    t,
    stated: { occasions: [{ absent: [] }, { absent: [] }] },
  });

  it('没有动过的照旧，备注和佐证不带', () => {
    const stated = { mark: '5', reason: '记录不全', note: '说明', evidence: ['E-1'] };
    expect(mark && observationOf(stated, new Map([[mark, '6']]))).toEqual({ mark: '6', reason: '记录不全' });
  });

  it('清空的就是没有写', () => {
    expect(reason && observationOf({ mark: '5', reason: '记录不全' }, new Map([[reason, '']]))).toEqual({ mark: '5' });
  });

  it('原来不适用的，改了就适用', () => {
    expect(mark && observationOf({ notApplicable: 'true', reason: '没有' }, new Map([[mark, '6']]))).toEqual({
      mark: '6',
    });
  });

  it('只改第二次的，第一次照旧', () => {
    expect(first?.path).toEqual(['occasions', '0', 'absent']);
    const stated = { occasions: [{ absent: ['总结'] }, { absent: [] }] };
    expect(second && observationOf(stated, new Map([[second, ['方案']]]))).toEqual({
      occasions: [{ absent: ['总结'] }, { absent: ['方案'] }],
    });
  });
});
