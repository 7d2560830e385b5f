import { describe, expect, test } from 'vitest';
import { isStoredExactly, movePoint, shortestDecimal } from './decimal-text.js';

describe('numbers of a workbook', () => {
  test.each([
    ['0.28999999999999998', '0.29'],
    ['1.3999999999999999', '1.4'],
    ['8', '8'],
    ['1E-7', '0.0000001'],
    ['1.25e21', '1250000000000000000000'],
    ['-2.5E-8', '-0.000000025'],
    ['not a number', 'not a number'],
  ])('%s was typed as %s', (stored, typed) => {
    expect(shortestDecimal(stored)).toBe(typed);
  });

  test.each([
    ['0.85', 2, '85'],
    ['85', -2, '0.85'],
    ['0.005', 2, '0.5'],
    ['100', -2, '1'],
    ['0', 2, '0'],
    ['33.33', -2, '0.3333'],
  ])('%s moved by %i is %s', (decimal, places, moved) => {
    expect(movePoint(decimal, places)).toBe(moved);
  });

  test.each([
    ['0.29', true],
    ['801.5', true],
    ['801.50', false],
    ['007', false],
    ['12345678901234567', false],
    ['', false],
  ])('whether %j survives as a number: %j', (decimal, survives) => {
    expect(isStoredExactly(decimal)).toBe(survives);
  });
});
