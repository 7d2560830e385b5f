import { describe, expect, test } from 'vitest';
import { formatExact, getNumber } from './decimal.js';
import { roundHalfUp } from './round.js';

const rounded = (text: string, digits: number) => formatExact(roundHalfUp(getNumber(text), digits));

describe('rounding half up', () => {
  test.each([
    ['29.88', 0, '30'],
    ['29.5', 0, '30'],
    ['29.4999999999', 0, '29'],
    ['0.5', 0, '1'],
    ['0.49', 0, '0'],
    ['1.5', 0, '2'],
    ['2.5', 0, '3'],
    ['0.05', 1, '0.1'],
    ['0.0499', 1, '0'],
    ['0.25', 1, '0.3'],
    ['0.35', 1, '0.4'],
    ['18.005', 2, '18.01'],
    ['18.0049', 2, '18'],
    ['1.005', 2, '1.01'],
    ['2.0005', 3, '2.001'],
    ['2.00049', 3, '2'],
    ['2.00005', 4, '2.0001'],
    ['1/3', 2, '0.33'],
    ['2/3', 2, '0.67'],
    ['1/6', 0, '0'],
    ['5/6', 0, '1'],
  ])('%s to %i digits is %s', (text, digits, expected) => {
    expect(rounded(text, digits)).toBe(expected);
  });

  test('a number that has no more digits than asked stays as it is', () => {
    expect(rounded('94.75', 2)).toBe('94.75');
    expect(rounded('94.75', 5)).toBe('94.75');
    expect(rounded('0', 0)).toBe('0');
  });

  test('a carry runs through every nine', () => {
    expect(rounded('99.995', 2)).toBe('100');
    expect(rounded('9.5', 0)).toBe('10');
  });
});
