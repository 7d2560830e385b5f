import { describe, expect, test } from 'vitest';
import { factsOf, problemsOf } from '../../test/unit-scheme.js';
import type { RawTree } from '../observations/raw-tree.js';

const codes = (units: RawTree) => problemsOf({ units }).map((found) => found.code);
const unit = (raw: RawTree) => codes({ 巩义市: raw });
const read = (raw: RawTree, name = '巩义市') => factsOf({ units: { [name]: raw } }).units[0];
const observed = (clause: string, raw: RawTree) => unit({ observations: { [clause]: raw } });

describe('a unit', () => {
  test('of the population has its sheet and class from there, under its alias too', () => {
    expect(read({})).toMatchObject({ unit: '巩义市', sheet: 'county', class: 'district' });
    expect(read({}, '航空港实验区')).toMatchObject({ unit: '航空港区', class: 'development-zone' });
    expect(read({}, '市公安局')).toMatchObject({ sheet: 'member', class: 'department' });
  });

  test('outside the population states both', () => {
    expect(read({ sheet: 'county', class: 'district' }, '新区')).toMatchObject({ sheet: 'county', class: 'district' });
    expect(codes({ 新区: {} })).toEqual(['unknown-unit']);
    expect(codes({ 新区: { sheet: 'county' } })).toEqual(['unknown-class']);
    expect(codes({ 新区: { class: 'district' } })).toEqual(['unknown-unit']);
    expect(codes({ 新区: { sheet: '', class: 'district' } })).toEqual(['unknown-sheet']);
    expect(codes({ 新区: { sheet: 'county', class: 'department' } })).toEqual(['unknown-class']);
  });

  test('stands in the file once, whatever it is called', () => {
    expect(codes({ 航空港区: {}, 航空港实验区: {} })).toEqual(['duplicate-unit']);
    expect(codes({ 航空港实验区: {} })).toEqual([]);
  });

  test('is named exactly: a space before it is another name', () => {
    expect(codes({ ' 巩义市': {} })).toEqual(['unknown-unit']);
    expect(codes({ '巩义市 ': {} })).toEqual(['unknown-unit']);
  });
});

describe('the rows of a unit that are closed', () => {
  test('are all of them, or those listed', () => {
    expect(read({ closed: 'all' })?.closed('county/1')).toBe(true);
    const some = read({ closed: ['county/1', 'county/3'] });
    expect(['county/1', 'county/2', 'county/3'].map((row) => some?.closed(row))).toEqual([true, false, true]);
    expect(read({ closed: [] })?.closed('county/1')).toBe(false);
    expect(read({})?.closed('county/1')).toBe(false);
  });

  test('the bonus is closed like a row', () => {
    expect(read({ closed: ['bonus'] })?.bonus).toEqual([]);
    expect(read({ closed: 'all' })?.bonus).toEqual([]);
    expect(read({ closed: ['county/1'] })?.bonus).toBeUndefined();
  });

  test.each([
    ['All', ['wrong-shape']],
    ['county/1', ['wrong-shape']],
    ['true', ['wrong-shape']],
    [['all'], ['unknown-row']],
    [['county/1.1'], ['unknown-row']],
    [['member/1'], ['unknown-row']],
    [[''], ['wrong-shape']],
    [[['county/1']], ['wrong-shape']],
    [{ 'county/1': 'true' }, ['wrong-shape']],
  ])('%j does not close anything: %j', (closed, expected) => {
    expect(unit({ closed })).toEqual(expected);
  });
});

describe('an observation', () => {
  test('carries its remarks beside it', () => {
    const facts = read({
      observations: { 'county/1.1': { breached: 'true', note: '缺文件', evidence: ['E-017', 'E-018'] } },
    });
    expect(facts?.observations.get('county/1.1')).toEqual({
      observations: [{ kind: 'breached', breached: true }],
      remarks: { note: '缺文件', evidence: ['E-017', 'E-018'] },
    });
  });

  test('remarks are texts', () => {
    expect(observed('county/1.1', { breached: 'true', note: '' })).toEqual(['wrong-shape']);
    expect(observed('county/1.1', { breached: 'true', evidence: 'E-017' })).toEqual(['wrong-shape']);
    expect(observed('county/1.1', { breached: 'true', evidence: [''] })).toEqual(['wrong-shape']);
  });

  test('may say that the clause does not apply, and then nothing else', () => {
    const facts = read({ observations: { 'county/7.1': { notApplicable: 'true', reason: '无企业' } } });
    const none = { kind: 'not-applicable', reason: '无企业' };
    expect(facts?.observations.get('county/7.1')?.observations).toEqual([none, none]);
    expect(observed('county/1.1', { notApplicable: 'true' })).toEqual([]);
    expect(observed('county/1.1', { notApplicable: 'false' })).toEqual(['wrong-shape']);
    expect(observed('county/1.1', { notApplicable: 'true', breached: 'true' })).toEqual(['unknown-key']);
    expect(observed('county/1.1', { notApplicable: 'true', reason: '' })).toEqual(['wrong-shape']);
  });

  test('of several quantities goes by their names, and one left out is not stated', () => {
    const share = { numerator: '17', denominator: '20' };
    const stated = read({ observations: { 'county/7.1': { 监管率: share } } })?.observations.get('county/7.1');
    expect(stated?.observations.map((one) => one?.kind)).toEqual([undefined, 'quantity']);
    expect(observed('county/7.1', share)).toEqual(['unknown-key', 'unknown-key']);
  });

  test('for a clause that a register feeds is refused whatever it says', () => {
    for (const clause of ['county/4.1', 'county/10.1', 'county/11.1'])
      expect(observed(clause, { notApplicable: 'true' })).toEqual(['register-typed']);
  });

  test('for a clause of another class or another unit is refused, and not applicable is not', () => {
    const zone = (raw: RawTree) => codes({ 航空港区: { observations: { 'county/1.2': raw } } });
    expect(zone({ breached: 'false' })).toEqual(['not-applicable-class']);
    expect(zone({ notApplicable: 'true' })).toEqual([]);
    const member = (name: string) => codes({ [name]: { observations: { 'member/1.2': { breached: 'true' } } } });
    expect(member('市公安局')).toEqual([]);
    expect(member('市教育局')).toEqual(['not-applicable-unit']);
  });

  test('is a mapping', () => {
    expect(observed('county/1.1', 'true')).toEqual(['wrong-shape']);
    expect(observed('county/1.1', ['true'])).toEqual(['wrong-shape']);
    expect(observed('county/1.1', '')).toEqual(['wrong-shape']);
  });
});
