import { describe, expect, test } from 'vitest';
import { FORM, unitProgram, unitScheme } from '../../test/unit-scheme.js';
import { formatExact } from '../exact/decimal.js';
import type { RatingForm } from './rating-form.js';
import type { Scheme } from './scheme.js';
import type { AssessmentItem } from './sheet.js';

const scaleOf = (change: Partial<Scheme>) => unitProgram(change).scale;
const withForm = (change: Partial<RatingForm>) => scaleOf({ forms: [{ ...FORM, ...change }] });

/** The unit scheme with its first item changed. */
function withItem(change: Partial<AssessmentItem>): Partial<Scheme> {
  const [county, ...others] = unitScheme.sheets;
  const [first, ...items] = county?.items ?? [];
  return county && first ? { sheets: [{ ...county, items: [{ ...first, ...change }, ...items] }, ...others] } : {};
}

describe('the scale of a program', () => {
  test('holds every amount times every weight', () => {
    expect(unitProgram().scale).toBe(10n);
  });

  test('widens with a finer amount, wherever it stands', () => {
    expect(scaleOf({ bonus: { ...unitScheme.bonus, cap: '9.75' } })).toBe(20n);
    expect(scaleOf({ bonus: { ...unitScheme.bonus, kinds: [] }, fullMarks: '100.125' })).toBe(40n);
    expect(scaleOf(withItem({ fullMarks: '39.75' }))).toBe(20n);
    expect(scaleOf(withItem({ caps: [{ of: ['county/1.1'], cap: '0.125' }] }))).toBe(40n);
  });

  test('holds a rounded rating to its digits, an unrounded one to what a ballot can be', () => {
    expect(withForm({ rounding: '2' })).toBe(100n);
    expect(withForm({ rounding: undefined })).toBe(20n);
    expect(withForm({ rounding: undefined, coefficient: '1/6' })).toBe(60n);
    expect(withForm({ rounding: undefined, coefficient: '0.166' })).toBe(5000n);
  });

  test('holds a rating over any number of ballots received', () => {
    expect(withForm({ rounding: undefined, missing: 'over-received' }) % 3n).toBe(0n);
    expect(withForm({ rounding: undefined, missing: 'plain-sum' }) % 3n).not.toBe(0n);
  });

  test('is what every number of the program is written over', () => {
    const program = unitProgram();
    expect(program.fullMarks).toEqual({ n: 1000n, d: 10n });
    expect(program.bonus.cap).toEqual({ n: 100n, d: 10n });
    expect(program.bands.map((band) => band.from?.d)).toEqual([10n, 10n, 10n, undefined]);
    expect(program.bonus.points('promoted', 'nation')).toEqual({ n: 50n, d: 10n });
  });
});

describe('a program', () => {
  test('finds sheets, clauses and forms by their ids', () => {
    const program = unitProgram();
    expect([...program.sheets.keys()]).toEqual(['county', 'member']);
    expect(program.clauses.get('county/1.2')?.classes).toEqual(['district']);
    expect(program.clauses.get('county/1.1')?.classes).toEqual(['district', 'development-zone']);
    expect(program.clauses.get('member/1.2')?.units).toEqual(['市公安局']);
    expect([...program.forms.keys()]).toEqual(['leader']);
  });

  test('knows which register feeds a clause', () => {
    const { clauses } = unitProgram();
    const fed = ['county/1.1', 'county/4.1', 'county/10.1', 'county/11.1'].map((id) => clauses.get(id)?.register);
    expect(fed).toEqual([undefined, 'talks', 'accidents', 'indicators']);
  });

  test('multiplies a sheet by its weight over its full marks', () => {
    const factors = unitProgram()
      .sheets.get('county')
      ?.parts.map((part) => formatExact(part.factor));
    expect(factors).toEqual(['0.2', '0.8']);
  });

  test('gives a bonus of one amount at any level, and nothing to kinds and levels it does not know', () => {
    const { points } = unitProgram().bonus;
    expect(points('media', undefined)).toEqual(points('media', 'nation'));
    expect(points('promoted', undefined)).toBeUndefined();
    expect(points('promoted', 'county')).toBeUndefined();
    expect(points('patent', 'nation')).toBeUndefined();
  });

  test('is exact but where a register feeds a group', () => {
    const exact = (change: Partial<AssessmentItem>) =>
      unitProgram(withItem(change)).sheets.get('county')?.items[0]?.exact;
    expect(exact({})).toBe(true);
    expect(exact({ exclusive: [{ when: 'county/1.1', drops: ['county/3.1'] }] })).toBe(true);
    expect(exact({ exclusive: [{ when: 'county/1.1', drops: ['county/4.1'] }] })).toBe(false);
    expect(exact({ highestOnly: [{ of: ['county/3.1', 'county/4.1'] }] })).toBe(false);
  });
});
