import { describe, expect, test } from 'vitest';
import { askRule } from '../../test/unit-scheme.js';
import type { PerUnitRule } from './per-unit.js';
import type { PeriodReading, Requirement } from './requirement.js';

function required(requirement: Requirement, periods: PeriodReading = 'per-period'): PerUnitRule {
  return { kind: 'per-unit', amount: '2', unit: '次', basis: 'missing', periods, requirements: [requirement] };
}

const YEAR: Requirement = { what: '常委会', count: '3', per: 'year' };
const HALF: Requirement = { what: '党委会', count: '1', per: 'half' };
const QUARTER: Requirement = { what: '常务会', count: '1', per: 'quarter' };
const MONTH: Requirement = { what: '调度会', count: '2', per: 'month' };
const ZONE: Requirement = { what: '功能区', count: '1', per: 'quarter', each: 'zone' };

const CLOSED = { closed: true };
const quarters = (...counts: readonly string[]) =>
  Object.fromEntries(counts.map((count, index) => [`Q${index + 1}`, count]));

describe('a yearly frequency: 每年不少于3次', () => {
  test.each([
    ['0', '-6'],
    ['1', '-4'],
    ['2', '-2'],
    ['3', '0'],
    ['4', '0'],
  ])('%s held costs %s', (count, asks) => {
    expect(askRule(required(YEAR), { actual: { 常委会: count } })).toMatchObject({ asks, open: false });
  });

  test('the arithmetic is in the words', () => {
    const asked = askRule(required(YEAR), { actual: { 常委会: '1' } });
    expect(asked).toMatchObject({ zh: '应3实1，缺2×2', en: 'required 3, done 1, 2 missing×2' });
    const met = askRule(required(YEAR), { actual: { 常委会: '3' } });
    expect(met).toMatchObject({ zh: '次数均已达到', en: 'every frequency met' });
  });

  test('nothing said is everything missing at worst, and met in a closed row', () => {
    expect(askRule(required(YEAR), undefined)).toMatchObject({ asks: '-6…0', open: true });
    expect(askRule(required(YEAR), undefined, CLOSED)).toMatchObject({ asks: '0', open: false });
    expect(askRule(required(YEAR), { actual: {} }, CLOSED).asks).toBe('0');
  });

  test('a yearly frequency has no periods', () => {
    expect(askRule(required(YEAR), { actual: { 常委会: { Q1: '1' } } }).codes).toEqual(['period-unknown']);
  });
});

describe('a frequency by period: 每季度至少一次', () => {
  test('four in one quarter do not make up for the others', () => {
    const asked = askRule(required(QUARTER), { actual: { 常务会: quarters('4', '0', '0', '0') } });
    expect(asked).toMatchObject({ asks: '-6', open: false, zh: '应4实4，缺3×2' });
  });

  test('one in each quarter is enough, none in one of them costs one', () => {
    expect(askRule(required(QUARTER), { actual: { 常务会: quarters('1', '1', '1', '1') } }).asks).toBe('0');
    expect(askRule(required(QUARTER), { actual: { 常务会: quarters('1', '0', '1', '1') } }).asks).toBe('-2');
  });

  test('the two halves count each on its own', () => {
    expect(askRule(required(HALF), { actual: { 党委会: { H1: '2', H2: '0' } } }).asks).toBe('-2');
    expect(askRule(required(HALF), { actual: { 党委会: { H1: '1', H2: '1' } } }).asks).toBe('0');
  });

  test('months are M1 to M12, and M01 is M1', () => {
    const months = Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`M${month + 1}`, '2']));
    expect(askRule(required(MONTH), { actual: { 调度会: months } }).asks).toBe('0');
    expect(askRule(required(MONTH), { actual: { 调度会: { ...months, M12: '1' } } }).asks).toBe('-2');
    expect(askRule(required(MONTH), { actual: { 调度会: { M01: '0' } } }, CLOSED).asks).toBe('-4');
    expect(askRule(required(MONTH), { actual: { 调度会: { M13: '1' } } }).codes).toEqual(['period-unknown']);
    expect(askRule(required(MONTH), { actual: { 调度会: { M0: '1' } } }).codes).toEqual(['period-unknown']);
  });

  test('periods not stated are open in an open row and met in a closed one', () => {
    const stated = { actual: { 常务会: { Q1: '0', Q2: '1' } } };
    expect(askRule(required(QUARTER), stated)).toMatchObject({ asks: '-6…-2', open: true, zh: '应4实1，缺1–3×2' });
    expect(askRule(required(QUARTER), stated, CLOSED)).toMatchObject({ asks: '-2', open: false });
  });

  test.each([
    ['0', '-8', false],
    ['1', '-6', false],
    ['2', '-6…-4', true],
    ['3', '-6…-2', true],
    ['4', '-6…0', true],
    ['9', '-6…0', true],
  ])('a bare yearly number %s does not say in which quarters: %s', (count, asks, open) => {
    expect(askRule(required(QUARTER), { actual: { 常务会: count } }, CLOSED)).toMatchObject({ asks, open });
  });

  test('a bare number on two a month is at worst spent in one month', () => {
    expect(askRule(required(MONTH), { actual: { 调度会: '1' } }).asks).toBe('-46');
    expect(askRule(required(MONTH), { actual: { 调度会: '2' } }).asks).toBe('-44');
    expect(askRule(required(MONTH), { actual: { 调度会: '3' } }).asks).toBe('-44…-42');
    expect(askRule(required(MONTH), { actual: { 调度会: '24' } }).asks).toBe('-44…0');
  });
});

describe('the reading yearly-total', () => {
  const yearly = required(QUARTER, 'yearly-total');

  test('four in one quarter make up for the others', () => {
    expect(askRule(yearly, { actual: { 常务会: quarters('4', '0', '0', '0') } }).asks).toBe('0');
    expect(askRule(yearly, { actual: { 常务会: quarters('3', '0', '0', '0') } }).asks).toBe('-2');
  });

  test('a bare yearly number is exact', () => {
    expect(askRule(yearly, { actual: { 常务会: '3' } })).toMatchObject({ asks: '-2', open: false });
    expect(askRule(yearly, { actual: { 常务会: '4' } }).asks).toBe('0');
  });

  test('periods not stated may make up for the stated ones, and are just met in a closed row', () => {
    expect(askRule(yearly, { actual: { 常务会: { Q1: '0' } } })).toMatchObject({ asks: '-8…0', open: true });
    expect(askRule(yearly, { actual: { 常务会: { Q1: '0' } } }, CLOSED)).toMatchObject({ asks: '-2', open: false });
    expect(askRule(yearly, { actual: { 常务会: { Q1: '2', Q2: '0' } } }, CLOSED).asks).toBe('0');
  });
});

describe('a frequency for each functional zone', () => {
  test('every zone of the list counts on its own', () => {
    const zones = [quarters('1', '1', '0', '1'), quarters('0', '0', '1', '1')];
    const asked = askRule(required(ZONE), { actual: { 功能区: zones } });
    expect(asked).toMatchObject({ asks: '-6', open: false, zh: '缺3×2', en: '3 missing×2' });
  });

  test('no zone at all lacks nothing', () => {
    expect(askRule(required(ZONE), { actual: { 功能区: [] } })).toMatchObject({ asks: '0', open: false });
  });

  test('an unknown number of zones has no bound until the row is closed', () => {
    expect(askRule(required(ZONE), undefined)).toMatchObject({ asks: '-∞…0', open: true, zh: '缺0–∞×2' });
    expect(askRule(required(ZONE), undefined, CLOSED)).toMatchObject({ asks: '0', open: false });
  });

  test('a yearly number of one zone leaves its quarters open', () => {
    expect(askRule(required(ZONE), { actual: { 功能区: ['3', quarters('1', '1', '1', '1')] } }).asks).toBe('-6…-2');
  });

  test('one bad zone refuses the list', () => {
    expect(askRule(required(ZONE), { actual: { 功能区: ['1', 'x'] } }).codes).toEqual(['not-whole']);
    expect(askRule(required(ZONE), { actual: { 功能区: '1' } }).codes).toEqual(['wrong-shape']);
    expect(askRule(required(ZONE), { actual: { 功能区: [{ Q5: '1' }] } }).codes).toEqual(['period-unknown']);
  });
});

describe('several frequencies at one amount', () => {
  const both: PerUnitRule = { ...required(YEAR), requirements: [YEAR, HALF] };

  test('shortfalls add up, each named', () => {
    const asked = askRule(both, { actual: { 常委会: '2', 党委会: { H1: '1', H2: '0' } } });
    expect(asked).toMatchObject({ asks: '-4', zh: '常委会应3实2，缺1；党委会应2实1，缺1；各×2' });
    expect(asked.en).toBe('常委会: required 3, done 2, 1 missing; 党委会: required 2, done 1, 1 missing; each ×2');
  });

  test('one left out is met in a closed row and open otherwise', () => {
    expect(askRule(both, { actual: { 常委会: '2' } }, CLOSED).asks).toBe('-2');
    expect(askRule(both, { actual: { 常委会: '2' } }).asks).toBe('-6…-2');
  });

  test('a requirement nobody asked for is refused, also under a name every object has', () => {
    expect(askRule(both, { actual: { 政府会: '2' } }).codes).toEqual(['requirement-unknown']);
    expect(askRule(both, { actual: { constructor: '2' } }).codes).toEqual(['requirement-unknown']);
    expect(askRule(both, { actual: '2' }).codes).toEqual(['wrong-shape']);
    expect(askRule(both, { count: '2' }).codes).toEqual(['unknown-key', 'wrong-shape']);
  });
});
