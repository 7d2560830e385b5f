import { describe, expect, test } from 'vitest';
import { parseCsv } from './parse-csv.js';

const cells = (text: string) => {
  const parsed = parseCsv(text, ',');
  return Array.isArray(parsed) ? parsed.map((record) => record.cells) : parsed;
};

describe('CSV text', () => {
  test.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\rb\r', [['a'], ['b']]],
    ['"a,b","say ""hi"""\n', [['a,b', 'say "hi"']]],
    ['"two\r\nlines",x\n', [['two\r\nlines', 'x']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,', [['a', '']]],
    ['\n\na\n', [[''], [''], ['a']]],
    ['"a"b,c\n', [['ab', 'c']]],
    ['', []],
  ])('%j', (text, records) => {
    expect(cells(text)).toEqual(records);
  });

  test('a record knows the line it starts on, quoted lines counted', () => {
    const parsed = parseCsv('h\r\n"a\r\nb"\r\nc\r\n', ',');
    expect(Array.isArray(parsed) && parsed.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  test('a quote that never closes names its line', () => {
    expect(parseCsv('a\n"b\nc', ',')).toEqual({ unclosedAt: 2 });
  });
});
