import { describe, expect, test } from 'vitest';
import { factsOf, problemsOf, unitProgram, unitScheme } from '../../test/unit-scheme.js';
import { formatExact } from '../exact/decimal.js';
import type { RawTree } from '../observations/raw-tree.js';

const unit = (raw: RawTree): RawTree => ({ units: { 巩义市: raw } });
const codes = (raw: RawTree) => problemsOf(unit(raw)).map((found) => found.code);
const read = (raw: RawTree) => factsOf(unit(raw)).units[0];

describe('talks', () => {
  test('are who and when, within the period', () => {
    const talks = [{ by: '市政府', on: '2019-08-02', note: '因事故' }];
    expect(read({ talks })?.registers.talks).toEqual([{ by: '市政府', on: '2019-08-02' }]);
    expect(read({ talks: [] })?.registers.talks).toEqual([]);
    expect(read({})?.registers.talks).toBeUndefined();
  });

  test('need both, and nothing else', () => {
    expect(codes({ talks: [{ by: '市政府' }] })).toEqual(['missing-key']);
    expect(codes({ talks: [{ on: '2019-08-02' }] })).toEqual(['missing-key']);
    expect(codes({ talks: [{ by: '市政府', on: '2019-08-02', at: '郑州' }] })).toEqual(['unknown-key']);
    expect(codes({ talks: [{ by: '市政府', on: '2020-02-29' }] })).toEqual([]);
    expect(codes({ talks: [{ by: '市政府', on: '2020-03-01' }] })).toEqual(['outside-period']);
  });
});

describe('indicators', () => {
  const rate = (raw: RawTree) => ({ indicators: { 亿元GDP死亡率: raw } });

  test('are ratios or values by name', () => {
    const measured = read(rate({ numerator: '12', denominator: '801.5', edition: '初步核算' }));
    expect(measured?.registers.indicators.get('亿元GDP死亡率')).toMatchObject({ kind: 'ratio' });
    expect(read(rate({ value: '0.035' }))?.registers.indicators.get('亿元GDP死亡率')).toMatchObject({ kind: 'value' });
  });

  test('without a denominator are not applicable, never zero', () => {
    expect(read(rate({ notApplicable: 'true' }))?.registers.indicators.get('亿元GDP死亡率')).toBe('not-applicable');
    expect(codes(rate({ numerator: '1', denominator: '0' }))).toEqual(['zero-denominator']);
  });

  test('are those the sheet asks for, each a mapping', () => {
    expect(codes({ indicators: { 煤矿百万吨死亡率: { value: '1' } } })).toEqual(['unknown-key']);
    expect(codes(rate('0.035'))).toEqual(['wrong-shape']);
    expect(codes(rate({}))).toEqual(['missing-key', 'missing-key']);
    expect(codes(rate({ numerator: '-1', denominator: '1' }))).toEqual(['negative-count']);
  });
});

describe('the bonus', () => {
  const points = (raw: RawTree) => read({ bonus: [raw] })?.bonus?.map((deed) => formatExact(deed.points));

  test('has the points of its kind and level', () => {
    expect(points({ deed: '甲', kind: 'promoted', level: 'nation' })).toEqual(['5']);
    expect(points({ deed: '甲', kind: 'promoted', level: 'city' })).toEqual(['2']);
    expect(points({ deed: '甲', kind: 'media' })).toEqual(['2']);
    expect(points({ deed: '甲', kind: 'media', level: 'nation', note: '见报', evidence: [] })).toEqual(['2']);
  });

  test('needs a deed, a kind it knows and the level of a kind that has levels', () => {
    expect(codes({ bonus: [{ kind: 'media' }] })).toEqual(['missing-key']);
    expect(codes({ bonus: [{ deed: ' ', kind: 'media' }] })).toEqual(['wrong-shape']);
    expect(codes({ bonus: [{ deed: '甲', kind: 'constructor' }] })).toEqual(['bonus-kind-unknown']);
    expect(codes({ bonus: [{ deed: '甲', kind: 'promoted' }] })).toEqual(['bonus-level-unknown']);
    expect(codes({ bonus: [{ deed: '甲', kind: 'media', mark: '3' }] })).toEqual(['unknown-key']);
    expect(codes({ bonus: ['甲'] })).toEqual(['wrong-shape']);
  });

  test('by judgement is a mark up to the cap with its reason', () => {
    const kinds = [
      { kind: 'innovation', name: '创新', nameEn: 'Innovation', quote: '酌情', judgement: 'yes' as const },
    ];
    const program = unitProgram({ bonus: { ...unitScheme.bonus, kinds } });
    const judged = (raw: RawTree) => problemsOf(unit({ bonus: [raw] }), program).map((found) => found.code);
    expect(judged({ deed: '甲', mark: '10', reason: '全国首创' })).toEqual([]);
    expect(judged({ deed: '甲', kind: 'innovation', mark: '0', reason: '全国首创' })).toEqual([]);
    expect(judged({ deed: '甲', mark: '10.1', reason: '全国首创' })).toEqual(['out-of-range']);
    expect(judged({ deed: '甲', mark: '10' })).toEqual(['missing-key']);
    const [only] = factsOf(unit({ bonus: [{ deed: '甲', mark: '7.5', reason: '首创' }] }), program).units;
    expect(only?.bonus).toMatchObject([{ deed: '甲', kind: 'innovation', reason: '首创' }]);
  });
});
