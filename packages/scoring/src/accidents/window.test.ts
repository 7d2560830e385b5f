import { describe, expect, test } from 'vitest';
import { addDays, windowDays, windowUntil } from './window.js';

describe('the window in which an accident may change', () => {
  test('is 30 days, and 7 for road traffic and fire', () => {
    expect(windowDays('工矿商贸')).toBe(30);
    expect(windowDays(undefined)).toBe(30);
    expect(windowDays('道路交通')).toBe(7);
    expect(windowDays('火灾')).toBe(7);
  });

  test('of 31 December stays open until 30 January', () => {
    expect(windowUntil('2019-12-31', '工矿商贸')).toBe('2020-01-30');
  });

  test.each([
    ['2019-12-31', 7, '2020-01-07'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-02-29', 1, '2020-03-01'],
    ['2019-02-28', 1, '2019-03-01'],
    ['2000-02-29', 366, '2001-03-01'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2019-05-06', 0, '2019-05-06'],
  ] as const)('%s and %i days is %s', (date, days, later) => {
    expect(addDays(date, days)).toBe(later);
  });

  test('a day at a time passes every day of two leap cycles, in order and without a gap', () => {
    const seen = Array.from({ length: 366 * 8 }, (_, days) => addDays('2016-01-01', days));
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort()).toEqual(seen);
    expect(seen[366]).toBe('2017-01-01');
    expect(seen[1461]).toBe('2020-01-01');
  });
});
