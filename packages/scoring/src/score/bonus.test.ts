import { describe, expect, test } from 'vitest';
import { assessed, unitProgram, unitScheme } from '../../test/unit-scheme.js';
import { formatInterval } from '../explanation/render.js';
import type { RawTree } from '../observations/raw-tree.js';
import type { Bonus } from '../scheme/outcome.js';

const RATED = { leader: { 巩义市: { sum: '40', ballots: '4' } } };

function scored(bonus: RawTree | undefined, change: Partial<Bonus> = {}, observations: RawTree = {}) {
  const program = unitProgram({ bonus: { ...unitScheme.bonus, ...change } });
  const unit = { closed: 'all', observations, ...(bonus !== undefined && { bonus }) };
  const [one] = assessed({ units: { 巩义市: unit }, ratings: RATED }, program).units;
  return { bonus: one && formatInterval(one.scored.bonus.score), total: one && formatInterval(one.scored.total) };
}

const deed = (name: string, level: string) => ({ deed: name, kind: 'promoted', level });

describe('the bonus', () => {
  test('一项工作只加一次，就高不就低', () => {
    expect(scored([deed('甲', 'city'), deed('甲', 'nation'), deed('甲', 'province')]).bonus).toBe('5');
    expect(scored([deed('甲', 'city'), { deed: '甲', kind: 'media' }]).bonus).toBe('2');
    expect(scored([deed('甲', 'city'), deed('乙', 'city')]).bonus).toBe('4');
  });

  test('where the scheme does not say so, every entry counts', () => {
    expect(scored([deed('甲', 'city'), deed('甲', 'nation')], { perDeed: undefined }).bonus).toBe('7');
  });

  test('累计不超过10分', () => {
    expect(scored([deed('甲', 'nation'), deed('乙', 'province')]).bonus).toBe('8');
    expect(scored([deed('甲', 'nation'), deed('乙', 'nation')]).bonus).toBe('10');
    expect(scored([deed('甲', 'nation'), deed('乙', 'nation'), deed('丙', 'city')]).bonus).toBe('10');
  });

  test('none stated in a closed unit is none, in an open one anything up to the cap', () => {
    expect(scored(undefined).bonus).toBe('0');
    const [open] = assessed({ units: { 巩义市: { closed: ['county/1'] } } }).units;
    expect(open && formatInterval(open.scored.bonus.score)).toBe('0–10');
  });

  test('on the sheet its weight reaches the total, on the composite all of it does', () => {
    const five = [deed('甲', 'nation')];
    expect(scored(five)).toEqual({ bonus: '5', total: '104' });
    expect(scored(five, { base: 'composite' })).toEqual({ bonus: '5', total: '105' });
  });

  test('under the ceiling it stops at full marks where it is added', () => {
    const five = [deed('甲', 'nation')];
    const minus4 = { 'county/3.1': { count: '8' } };
    const minus6 = { 'county/3.1': { count: '12' } };
    const ceiling = { ceiling: 'full-marks' } as const;
    expect(scored(five, ceiling).total).toBe('100');
    expect(scored(five, ceiling, minus4).total).toBe('100');
    expect(scored(five, ceiling, minus6).total).toBe('99.2');
    expect(scored(five, { ...ceiling, base: 'composite' }, minus6).total).toBe('100');
    expect(scored(five, { base: 'composite' }, minus6).total).toBe('100.2');
  });
});
