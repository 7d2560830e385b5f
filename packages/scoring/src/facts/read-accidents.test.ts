import { describe, expect, test } from 'vitest';
import { factsOf, problemsOf, unitProgram, unitScheme } from '../../test/unit-scheme.js';
import type { RawTree } from '../observations/raw-tree.js';

const line = (more: { readonly [key: string]: RawTree }) => ({
  id: 'A-01',
  on: '2019-05-06',
  place: '登封市',
  ...more,
});
const codes = (...lines: readonly RawTree[]) => problemsOf({ accidents: lines }).map((found) => found.code);
const read = (more: { readonly [key: string]: RawTree }) => factsOf({ accidents: [line(more)] });

const NONE = { deaths: '0', seriousInjuries: '0', directEconomicLossYuan: '0' };

describe('the accident ledger', () => {
  test('decides the level of each accident on what is stated', () => {
    expect(read({ ...NONE, deaths: '2' }).accidents[0]?.severity).toBe('ordinary');
    expect(read({ ...NONE, deaths: '3' }).accidents[0]?.severity).toBe('relatively-serious');
    expect(read({ ...NONE, directEconomicLossYuan: '49999999.99' }).accidents[0]?.severity).toBe('relatively-serious');
    expect(read({ ...NONE, directEconomicLossYuan: '50000000' }).accidents[0]?.severity).toBe('serious');
  });

  test('is not responsible and final unless it says otherwise', () => {
    expect(read(NONE).accidents[0]).toMatchObject({ responsible: false, final: true });
    const stated = read({ ...NONE, responsible: 'true', final: 'false', industry: '工矿商贸' }).accidents[0];
    expect(stated).toMatchObject({ responsible: true, final: false, industry: '工矿商贸' });
  });

  test('names each column nobody stated in a notice', () => {
    expect(read(NONE).notices).toEqual([]);
    expect(read({ deaths: '1' }).notices[0]?.details).toEqual({
      id: 'A-01',
      missing: ['seriousInjuries', 'directEconomicLossYuan'],
    });
  });

  test('an alias of the place is the place, another unit of the file is one too', () => {
    expect(read({ ...NONE, place: '航空港实验区' }).accidents[0]?.place).toBe('航空港区');
    const other = {
      units: { 新区: { sheet: 'county', class: 'district' } },
      accidents: [line({ ...NONE, place: '新区' })],
    };
    expect(factsOf(other).units[0]?.registers.accidents).toHaveLength(1);
    expect(codes(line({ place: '新区' }))).toEqual(['unknown-unit']);
  });

  test('a department is no place, in the population or among the other units of the file: its accidents name it as department', () => {
    expect(problemsOf({ accidents: [line({ place: '市公安局' })] })).toMatchObject([
      { code: 'place-is-department', at: ['accidents', 0, 'place'], details: { unit: '市公安局' } },
    ]);
    const outside = (unitClass: string) => ({
      units: { 某单位: { sheet: unitClass === 'department' ? 'member' : 'county', class: unitClass } },
      accidents: [line({ place: '某单位' })],
    });
    expect(problemsOf(outside('department')).map((found) => found.code)).toEqual(['place-is-department']);
    expect(problemsOf(outside('district'))).toEqual([]);
  });

  test('where departments alone are assessed, a department stands for the place', () => {
    const departments = unitScheme.population.units.filter((unit) => unit.class === 'department');
    const program = unitProgram({ population: { ...unitScheme.population, units: departments } });
    expect(problemsOf({ accidents: [line({ place: '市公安局' })] }, program)).toEqual([]);
  });

  test('an accident is in the registers of its district and of its department', () => {
    const tree = {
      units: { 登封市: {}, 巩义市: {}, 市公安局: {} },
      accidents: [line({ ...NONE, department: '市公安局' })],
    };
    const counts = factsOf(tree).units.map((unit) => [unit.unit, unit.registers.accidents.length]);
    expect(counts).toEqual([
      ['巩义市', 0],
      ['登封市', 1],
      ['市公安局', 1],
    ]);
  });

  test('an id stands for one accident', () => {
    expect(codes(line({}), line({ id: 'A-02' }))).toEqual([]);
    expect(codes(line({}), line({}), line({}))).toEqual(['duplicate-accident', 'duplicate-accident']);
  });

  test.each([
    [{ id: '' }, ['wrong-shape']],
    [{ on: '2019-02-29' }, ['not-a-date']],
    [{ on: '2018-12-31' }, ['outside-period']],
    [{ on: '2020-02-29' }, []],
    [{ on: '2020-03-01' }, ['outside-period']],
    [{ place: ['登封市'] }, ['wrong-shape']],
    [{ deaths: '2.5' }, ['not-whole']],
    [{ deaths: '-1' }, ['negative-count']],
    [{ deaths: '' }, ['not-whole']],
    [{ seriousInjuries: 'x' }, ['not-whole']],
    [{ directEconomicLossYuan: '4200000元' }, ['not-a-number']],
    [{ directEconomicLossYuan: '4,200,000' }, ['not-a-number']],
    [{ responsible: 'yes' }, ['not-yes-no']],
    [{ final: '1' }, ['not-yes-no']],
    [{ department: '' }, ['wrong-shape']],
    [{ severity: 'ordinary' }, ['unknown-key']],
    [Object.fromEntries([['__proto__', '1']]), ['unknown-key']],
  ])('a line with %j gives %j', (more, expected) => {
    expect(codes(line(more))).toEqual(expected);
  });

  test('a line is a mapping with id, date and place', () => {
    expect(codes('A-01')).toEqual(['wrong-shape']);
    expect(codes({})).toEqual(['missing-key', 'missing-key', 'missing-key']);
  });
});
