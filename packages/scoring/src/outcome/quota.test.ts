import { describe, expect, test } from 'vitest';
import { unitProgram, unitScheme } from '../../test/unit-scheme.js';
import { getNumber } from '../exact/decimal.js';
import { point } from '../exact/interval.js';
import { type Standing, withinQuota } from './quota.js';
import { rank } from './ranking.js';

const withQuota = (quota: string) =>
  unitProgram({ gradeBands: unitScheme.gradeBands.map((band, index) => (index === 0 ? { ...band, quota } : band)) });
const at = (rank: number, ranked: number): Standing => ({
  rank: { least: rank, most: rank },
  ranked: { least: ranked, most: ranked },
});

describe('a quota on the top grade', () => {
  test.each([
    ['30%', 3, 10, '优秀'],
    ['30%', 4, 10, '完成'],
    ['30%', 2, 9, '优秀'],
    ['30%', 3, 9, '完成'],
    ['2', 2, 100, '优秀'],
    ['2', 3, 100, '完成'],
    ['0', 1, 10, '完成'],
    ['100%', 10, 10, '优秀'],
  ])('of %s leaves rank %i of %i at %s', (quota, ...[rank, ranked, grade]) => {
    expect(withinQuota(withQuota(quota), ['优秀'], at(rank, ranked))).toEqual([grade]);
  });

  test('is kept by all of a tie that begins within it, and by none behind', () => {
    const grades = (...totals: readonly string[]) => {
      const ranks = rank(totals.map((total) => ({ total: point(getNumber(total)), vetoed: 'no' })));
      const ranked = { least: totals.length, most: totals.length };
      return ranks.map((one) => withinQuota(withQuota('2'), ['优秀'], { rank: one, ranked }).join());
    };
    expect(grades('99', '97', '97', '97', '96')).toEqual(['优秀', '优秀', '优秀', '优秀', '完成']);
    expect(grades('99', '98', '97', '97')).toEqual(['优秀', '优秀', '完成', '完成']);
    expect(grades('97', '97', '97')).toEqual(['优秀', '优秀', '优秀']);
  });

  test('takes nothing from the grades below', () => {
    expect(withinQuota(withQuota('0'), ['完成'], at(9, 10))).toEqual(['完成']);
    expect(withinQuota(withQuota('0'), ['基本完成', '未完成'], at(9, 10))).toEqual(['基本完成', '未完成']);
  });

  test('a rank that is still open leaves both grades possible', () => {
    const open: Standing = { rank: { least: 3, most: 4 }, ranked: { least: 10, most: 10 } };
    expect(withinQuota(withQuota('30%'), ['优秀'], open)).toEqual(['优秀', '完成']);
    expect(withinQuota(withQuota('30%'), ['优秀', '完成', '基本完成'], open)).toEqual(['优秀', '完成', '基本完成']);
  });

  test('units that may still leave the ranking shrink the places', () => {
    const shrinking: Standing = { rank: { least: 3, most: 3 }, ranked: { least: 9, most: 10 } };
    expect(withinQuota(withQuota('30%'), ['优秀'], shrinking)).toEqual(['优秀', '完成']);
  });

  test('a unit without a rank takes no place: a veto never lifts it past the quota', () => {
    expect(withinQuota(withQuota('1'), ['优秀'], { rank: undefined, ranked: { least: 1, most: 1 } })).toEqual(['完成']);
  });

  test('a scheme without a quota keeps the computed grades', () => {
    expect(withinQuota(unitProgram(), ['优秀'], at(10, 10))).toEqual(['优秀']);
  });
});
