import { describe, expect, test } from 'vitest';
import { commonScale, decimalPlaces, findNumber, formatExact, getNumber } from './decimal.js';
import { compare, rational, whole } from './rational.js';

describe('decimal text', () => {
  test.each([
    ['0', 0n, 1n],
    ['0.5', 5n, 10n],
    ['-0.5', -5n, 10n],
    ['007', 7n, 1n],
    ['0.10', 10n, 100n],
    ['100.000', 100_000n, 1000n],
    ['1/6', 1n, 6n],
    ['-1/6', -1n, 6n],
  ])('%s is read digit by digit', (text, n, d) => {
    expect(findNumber(text)).toEqual({ n, d });
  });

  test.each([
    ['nothing', ''],
    ['a sign alone', '-'],
    ['a plus sign', '+1'],
    ['two signs', '--1'],
    ['an exponent', '1e3'],
    ['a hexadecimal number', '0x10'],
    ['a point without whole digits', '.5'],
    ['a point without decimals', '5.'],
    ['two points', '1.2.3'],
    ['spaces around it', ' 1 '],
    ['a line end after it', '1\n'],
    ['a full-width digit', '１'],
    ['a full-width point', '1．5'],
    ['an Arabic-Indic digit', '٣'],
    ['a Chinese numeral', '三'],
    ['a thousands comma', '1,000'],
    ['an underscore', '1_000'],
    ['a unit', '5元'],
    ['a percent sign', '85%'],
    ['infinity', 'Infinity'],
    ['no number', 'NaN'],
    ['a fraction with decimals', '0.5/2'],
    ['a fraction by zero', '1/0'],
    ['a fraction by a negative number', '1/-2'],
    ['two fractions', '1/2/3'],
  ])('%s is no number', (_what, text) => {
    expect(findNumber(text)).toBeUndefined();
    expect(() => getNumber(text)).toThrow(`not a decimal: ${text}`);
  });

  test('thirty digits on either side are read, thirty-one are not', () => {
    expect(findNumber('9'.repeat(30))).toEqual(whole(BigInt('9'.repeat(30))));
    expect(findNumber('9'.repeat(31))).toBeUndefined();
    expect(findNumber(`0.${'1'.repeat(30)}`)).toEqual(rational(BigInt('1'.repeat(30)), 10n ** 30n));
    expect(findNumber(`0.${'1'.repeat(31)}`)).toBeUndefined();
  });

  test('minus zero is zero', () => {
    expect(compare(getNumber('-0.0'), whole(0))).toBe(0);
    expect(formatExact(getNumber('-0.0'))).toBe('0');
  });

  test('a number has as many decimals as its shortest exact form, or none that would do', () => {
    expect(decimalPlaces(getNumber('94.7500'))).toBe(2);
    expect(decimalPlaces(getNumber('1/8'))).toBe(3);
    expect(decimalPlaces(getNumber('100'))).toBe(0);
    expect(decimalPlaces(getNumber('1/6'))).toBeUndefined();
    expect(decimalPlaces(getNumber('3/6'))).toBe(1);
  });

  test.each([
    ['0.5', '0.5'],
    ['-0.5', '-0.5'],
    ['0.050', '0.05'],
    ['1.0', '1'],
    ['0', '0'],
    ['-12.340', '-12.34'],
    ['170/6', '85/3'],
    ['-170/6', '-85/3'],
    ['10/4', '2.5'],
  ])('%s is written %s', (read, written) => {
    expect(formatExact(getNumber(read))).toBe(written);
  });

  test('the common scale is the least denominator that holds every number', () => {
    expect(commonScale([])).toBe(1n);
    expect(commonScale(['0.5', '0.25', '2'].map(getNumber))).toBe(4n);
    expect(commonScale(['0.5', '1/3'].map(getNumber))).toBe(6n);
    expect(commonScale(['0.50', '2.0'].map(getNumber))).toBe(2n);
  });
});
