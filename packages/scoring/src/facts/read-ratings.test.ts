import { describe, expect, test } from 'vitest';
import { FORM, factsOf, problemsOf, unitProgram } from '../../test/unit-scheme.js';
import { formatExact } from '../exact/decimal.js';
import type { RawTree } from '../observations/raw-tree.js';

const rated = (raw: RawTree): RawTree => ({ ratings: { leader: { 巩义市: raw } } });
const codes = (raw: RawTree, program = unitProgram()) => problemsOf(rated(raw), program).map((found) => found.code);

function counted(raw: RawTree, program = unitProgram()) {
  const facts = factsOf(rated(raw), program);
  const count = facts.units[0]?.ratings.get('leader');
  return { sum: count && formatExact(count.sum), ballots: count?.ballots, notices: facts.notices.length };
}

describe('ballots', () => {
  test('are added up', () => {
    expect(counted(['10', '9.5', '8', '0'])).toEqual({ sum: '27.5', ballots: 4n, notices: 0 });
  });

  test('one that was not given is no zero: it is not counted, and a notice says so', () => {
    expect(counted(['10', 'null', '8', '9'])).toEqual({ sum: '27', ballots: 3n, notices: 1 });
    expect(counted(['10', '', '~', '9'])).toEqual({ sum: '19', ballots: 2n, notices: 1 });
    expect(counted(['10', '0', '8', '9'])).toEqual({ sum: '27', ballots: 4n, notices: 0 });
  });

  test('empty places beyond the raters do not count', () => {
    expect(counted(['10', '9', '8', '7', 'null'])).toEqual({ sum: '34', ballots: 4n, notices: 0 });
    expect(codes(['10', '9', '8', '7', '6'])).toEqual(['too-many-ballots']);
  });

  test('none at all is no rating, with a notice', () => {
    const facts = factsOf(rated([]));
    expect(facts.units).toEqual([]);
    expect(facts.notices.map((found) => found.code)).toEqual(['no-ballots']);
  });

  test.each([
    ['0', []],
    ['10', []],
    ['10.0', []],
    ['9.5', []],
    ['9.50', []],
    ['9.55', ['ballot-decimals']],
    ['10.1', ['ballot-above-scale']],
    ['-1', ['ballot-above-scale']],
    ['9/2', ['not-a-number']],
    ['+9', ['not-a-number']],
    ['９', ['not-a-number']],
    ['九', ['not-a-number']],
  ])('a ballot of %s gives %j', (mark, expected) => {
    expect(codes([mark])).toEqual(expected);
  });

  test('a ballot is a mark, not a list', () => {
    expect(codes([['9']])).toEqual(['not-a-number']);
    expect(codes([{ mark: '9' }])).toEqual(['not-a-number']);
  });
});

describe('a total with its number of ballots', () => {
  test('stands for the ballots', () => {
    expect(counted({ sum: '34.5', ballots: '4' })).toEqual({ sum: '34.5', ballots: 4n, notices: 0 });
    expect(counted({ sum: '30', ballots: '3' })).toEqual({ sum: '30', ballots: 3n, notices: 1 });
  });

  test('is at most what so many ballots can give', () => {
    expect(codes({ sum: '40', ballots: '4' })).toEqual([]);
    expect(codes({ sum: '40.1', ballots: '4' })).toEqual(['ballot-above-scale']);
    expect(codes({ sum: '30.1', ballots: '3' })).toEqual(['ballot-above-scale']);
    expect(codes({ sum: '0.1', ballots: '0' })).toEqual(['ballot-above-scale']);
    expect(codes({ sum: '40', ballots: '5' })).toEqual(['too-many-ballots']);
  });

  test('needs both numbers', () => {
    expect(codes({ sum: '40' })).toEqual(['missing-key']);
    expect(codes({ ballots: '4' })).toEqual(['missing-key']);
    expect(codes({ sum: '40', ballots: '4.0' })).toEqual(['not-whole']);
    expect(codes({ sum: '40', ballots: '4', mean: '10' })).toEqual(['unknown-key']);
    expect(codes('40')).toEqual(['wrong-shape']);
  });
});

describe('a form that leaves out its highest and lowest ballots', () => {
  const trimmed = unitProgram({ forms: [{ ...FORM, trim: '1' }] });

  test('needs every ballot', () => {
    expect(codes({ sum: '40', ballots: '4' }, trimmed)).toEqual(['ballots-needed']);
    expect(codes(['10', '9', '8', '7'], trimmed)).toEqual([]);
  });
});

describe('whose ballots', () => {
  test('a unit is rated once on a form, whatever it is called', () => {
    const twice = { ratings: { leader: { 航空港区: ['9'], 航空港实验区: ['9'] } } };
    expect(problemsOf(twice).map((found) => found.code)).toEqual(['duplicate-unit']);
    const other = { units: { 航空港实验区: {} }, ratings: { leader: { 航空港区: ['9'] } } };
    expect(factsOf(other).units.map((unit) => [unit.unit, unit.ratings.size])).toEqual([['航空港区', 1]]);
  });

  test('an unknown unit and an unknown form are refused', () => {
    expect(problemsOf({ ratings: { leader: { 某区: ['9'] } } }).map((found) => found.code)).toEqual(['unknown-unit']);
    expect(problemsOf({ ratings: { chairman: {} } }).map((found) => found.code)).toEqual(['unknown-key']);
    expect(problemsOf({ ratings: { leader: [] } }).map((found) => found.code)).toEqual(['wrong-shape']);
  });
});
