import { describe, expect, test } from 'vitest';
import { factsOf, problemsOf, unitProgram } from '../../test/unit-scheme.js';
import type { RawTree } from '../observations/raw-tree.js';
import { readFacts, readingsAsked } from './read-facts.js';

const codes = (tree: RawTree) => problemsOf(tree).map((found) => found.code);
const unit = (raw: RawTree): RawTree => ({ units: { 巩义市: raw } });

describe('reading facts', () => {
  test('is all or nothing: one bad value leaves problems only', () => {
    const good = { observations: { 'county/1.1': { breached: 'true' } } };
    const read = readFacts(unitProgram(), { units: { 登封市: good, 巩义市: { closed: ['county/0'] } } });
    expect(Object.keys(read)).toEqual(['problems']);
  });

  test('names everything that is wrong at once, not the first thing', () => {
    const observations = { 'county/1.1': { breached: 'x' }, 'county/3.1': { count: 'x' }, 'county/9.9': {} };
    const accidents = [{ id: '', on: 'x', place: '某地' }];
    expect(codes({ unmentioned: 'x', units: { 巩义市: { observations } }, accidents })).toEqual([
      'wrong-shape',
      'wrong-shape',
      'not-a-date',
      'unknown-unit',
      'not-yes-no',
      'not-whole',
      'unknown-clause',
    ]);
  });

  test('nothing stated is no unit and no problem', () => {
    expect(factsOf({})).toEqual({ units: [], accidents: [], notices: [] });
  });

  test.each([
    ['a text', 'abc'],
    ['an empty text', ''],
    ['a list', []],
  ])('%s is no facts', (_what, tree) => {
    expect(codes(tree)).toEqual(['wrong-shape']);
  });

  test('the scheme is named by its id, or not at all', () => {
    expect(codes({ scheme: 'unit' })).toEqual([]);
    expect(codes({ scheme: 'Unit' })).toEqual(['other-scheme']);
    expect(codes({ scheme: '' })).toEqual(['other-scheme']);
    expect(codes({ scheme: ['unit'] })).toEqual(['other-scheme']);
  });

  test('of another scheme are refused for that alone', () => {
    expect(codes({ scheme: 'other', units: { 不在名单: {} } })).toEqual(['other-scheme']);
  });

  test('unmentioned is open or nothing-found', () => {
    expect(codes({ unmentioned: 'open' })).toEqual([]);
    expect(codes({ unmentioned: 'nothing-found' })).toEqual([]);
    for (const value of ['', 'closed', 'nothing_found', 'true'])
      expect(codes({ unmentioned: value })).toEqual(['wrong-shape']);
    const [closed] = factsOf({ unmentioned: 'nothing-found', units: { 巩义市: {} } }).units;
    const [open] = factsOf({ unmentioned: 'open', units: { 巩义市: {} } }).units;
    expect(closed?.closed('county/1')).toBe(true);
    expect(closed?.bonus).toEqual([]);
    expect(open?.closed('county/1')).toBe(false);
    expect(open?.bonus).toBeUndefined();
  });

  test('units come in printed order, other units behind them, rated ones among them', () => {
    const facts = factsOf({
      units: { 新区: { sheet: 'county', class: 'district' }, 登封市: {} },
      ratings: { leader: { 航空港区: ['9'] } },
    });
    expect(facts.units.map((one) => one.unit)).toEqual(['航空港区', '登封市', '新区']);
  });

  test('keys every object inherits are names like any other', () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const keyed = (value: RawTree): RawTree => Object.fromEntries([[key, value]]);
      expect(codes(keyed({}))).toEqual(['unknown-key']);
      expect(codes({ units: keyed({}) })).toEqual(['unknown-unit']);
      expect(codes(unit(keyed({})))).toEqual(['unknown-key']);
      expect(codes(unit({ observations: keyed({ breached: 'true' }) }))).toEqual(['unknown-clause']);
      expect(codes(unit({ indicators: keyed({ value: '1' }) }))).toEqual(['unknown-key']);
      expect(codes({ ratings: keyed({}) })).toEqual(['unknown-key']);
      expect(codes({ ratings: { leader: keyed(['9']) } })).toEqual(['unknown-unit']);
      expect(codes(unit({ sheet: key }))).toEqual(['unknown-sheet']);
      expect(codes(unit({ class: key }))).toEqual(['unknown-class']);
    }
  });

  test('a list where a mapping belongs, and a mapping where a list belongs, are refused where they stand', () => {
    for (const tree of [{ units: [] }, { ratings: [] }, { accidents: {} }, unit([]), unit({ observations: [] })])
      expect(codes(tree)).toEqual(['wrong-shape']);
    for (const tree of [unit({ closed: {} }), unit({ bonus: {} }), unit({ talks: {} }), unit({ indicators: [] })])
      expect(codes(tree)).toEqual(['wrong-shape']);
  });

  test('what is left empty is refused, not taken for nothing found', () => {
    for (const key of ['units', 'ratings', 'accidents', 'unmentioned'])
      expect(codes({ [key]: '' })).toEqual(['wrong-shape']);
    for (const key of ['observations', 'closed', 'bonus', 'talks', 'indicators'])
      expect(codes(unit({ [key]: '' }))).toEqual(['wrong-shape']);
  });
});

describe('the readings that facts ask for', () => {
  test('are name and alternative', () => {
    expect(readingsAsked({ readings: { 'bonus-base': 'composite' } })).toEqual({ 'bonus-base': 'composite' });
  });

  test('are none where none are stated', () => {
    expect(readingsAsked({})).toEqual({});
    expect(readingsAsked('abc')).toEqual({});
    expect(readingsAsked([])).toEqual({});
  });
});
