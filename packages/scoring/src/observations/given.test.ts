import { describe, expect, test } from 'vitest';
import { formatExact } from '../exact/decimal.js';
import type { Problem } from '../problems/problem.js';
import { allRead, Given } from './given.js';
import type { RawTree } from './raw-tree.js';

const YEAR = { from: '2019-01-01', to: '2019-12-31' };

/** Reads a value one way; its reading, or the codes of what was refused. */
function read<Value>(raw: RawTree | undefined, how: (given: Given) => Value): Value | string[] {
  const problems: Problem[] = [];
  const value = how(new Given(raw, ['here'], problems));
  return problems.length > 0 ? problems.map((found) => found.code) : value;
}

describe('a count', () => {
  test.each([
    ['0', 0n],
    ['7', 7n],
    ['007', 7n],
    ['999999999999', 999_999_999_999n],
  ])('%s is read', (text, count) => {
    expect(read(text, (given) => given.count())).toBe(count);
  });

  test.each(['1000000000000', '1.0', '+1', '1e3', '0x1', ' 1', '1 ', '１', '٣', '一', '', '1\n', '-', '--1', 'null'])(
    '“%s” is no whole number',
    (text) => {
      expect(read(text, (given) => given.count())).toEqual(['not-whole']);
    },
  );

  test.each(['-1', '-0', '-1.5'])('%s is negative', (text) => {
    expect(read(text, (given) => given.count())).toEqual(['negative-count']);
  });

  test('a list, a mapping and nothing are no counts', () => {
    expect(read(['1'], (given) => given.count())).toEqual(['not-whole']);
    expect(read({ count: '1' }, (given) => given.count())).toEqual(['not-whole']);
    expect(read(undefined, (given) => given.count())).toEqual(['missing-key']);
  });
});

describe('an amount', () => {
  const amount = (given: Given) => {
    const read = given.amount();
    return read && formatExact(read);
  };

  test('is a decimal from nothing on', () => {
    expect(read('0', amount)).toBe('0');
    expect(read('0.50', amount)).toBe('0.5');
    expect(read('-0.01', amount)).toEqual(['negative-count']);
  });

  test('is never a fraction: facts are counted or measured', () => {
    expect(read('1/2', amount)).toEqual(['not-a-number']);
  });

  test('of thirty digits is read exactly, of thirty-one refused', () => {
    expect(read('9'.repeat(30), amount)).toBe('9'.repeat(30));
    expect(read('9'.repeat(31), amount)).toEqual(['not-a-number']);
  });
});

describe('yes or no', () => {
  test('is true or false, and nothing like them', () => {
    expect(read('true', (given) => given.yesNo())).toBe(true);
    expect(read('false', (given) => given.yesNo())).toBe(false);
    for (const text of ['True', 'TRUE', 'yes', 'no', '1', '0', '是', '', ' true'])
      expect(read(text, (given) => given.yesNo())).toEqual(['not-yes-no']);
  });
});

describe('a text', () => {
  test('holds something but spaces', () => {
    expect(read('甲', (given) => given.text())).toBe('甲');
    expect(read('', (given) => given.text())).toEqual(['wrong-shape']);
    expect(read(' \t\n\u3000', (given) => given.text())).toEqual(['wrong-shape']);
    expect(read(['甲'], (given) => given.text())).toEqual(['wrong-shape']);
    expect(read(undefined, (given) => given.text())).toEqual(['missing-key']);
  });
});

describe('a date', () => {
  const on = (period: typeof YEAR) => (given: Given) => given.date(period);

  test('lies within the period, both ends included', () => {
    expect(read('2019-01-01', on(YEAR))).toBe('2019-01-01');
    expect(read('2019-12-31', on(YEAR))).toBe('2019-12-31');
    expect(read('2018-12-31', on(YEAR))).toEqual(['outside-period']);
    expect(read('2020-01-01', on(YEAR))).toEqual(['outside-period']);
  });

  test.each([
    ['2019-02-28', true],
    ['2019-02-29', false],
    ['2020-02-29', true],
    ['2020-02-30', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2019-04-30', true],
    ['2019-04-31', false],
    ['2019-12-31', true],
    ['2019-12-32', false],
    ['2019-00-10', false],
    ['2019-13-01', false],
    ['2019-01-00', false],
  ])('whether %s is in the calendar: %s', (text, exists) => {
    const always = { from: '0000-01-01', to: '9999-12-31' };
    expect(read(text, on(always))).toEqual(exists ? text : ['not-a-date']);
  });

  test.each([
    '2019-5-6',
    '2019/05/06',
    '20190506',
    '２０１９-05-06',
    '2019-05-06 ',
    '2019-05-06T00:00',
    '2019年5月6日',
    '',
  ])('“%s” is no date', (text) => {
    expect(read(text, on(YEAR))).toEqual(['not-a-date']);
  });
});

describe('an object', () => {
  test('gives its values with their places', () => {
    const values = read({ a: '1', b: '2' }, (given) => given.object()?.map((value) => [value.raw, ...value.at]));
    expect(values).toEqual([
      ['1', 'here', 'a'],
      ['2', 'here', 'b'],
    ]);
  });

  test('refuses keys beyond the allowed ones, inherited names among them', () => {
    expect(read({ a: '1' }, (given) => given.object(['a'])?.length)).toBe(1);
    const hostile = Object.fromEntries(['__proto__', 'constructor', 'toString'].map((key) => [key, '1']));
    expect(read(hostile, (given) => given.object(['a']))).toEqual(['unknown-key', 'unknown-key', 'unknown-key']);
  });

  test('is no list and no text', () => {
    expect(read([], (given) => given.object())).toEqual(['wrong-shape']);
    expect(read('a', (given) => given.object())).toEqual(['wrong-shape']);
    expect(read(undefined, (given) => given.object())).toEqual(['wrong-shape']);
  });

  test('has nothing under a key that is not there', () => {
    expect(new Given({ a: '1' }, [], []).get('b').isAbsent).toBe(true);
    expect(new Given('a', [], []).get('a').isAbsent).toBe(true);
  });

  test('may be read without some keys, or with some only', () => {
    const given = new Given({ a: '1', b: '2' }, [], []);
    expect(given.without(['a']).raw).toEqual({ b: '2' });
    expect(given.only(['a']).raw).toEqual({ a: '1' });
    expect(new Given(['1'], [], []).without(['0']).raw).toEqual(['1']);
  });
});

describe('a list', () => {
  test('gives its entries with their indexes', () => {
    const entries = read(['a', 'b'], (given) => given.list()?.map((entry) => [entry.raw, ...entry.at]));
    expect(entries).toEqual([
      ['a', 'here', 0],
      ['b', 'here', 1],
    ]);
  });

  test('is no object and no text', () => {
    expect(read({}, (given) => given.list())).toEqual(['wrong-shape']);
    expect(read('a', (given) => given.list())).toEqual(['wrong-shape']);
    expect(read(undefined, (given) => given.list())).toEqual(['wrong-shape']);
  });

  test('is read as a whole or not at all', () => {
    expect(allRead(['a', 'b'])).toEqual(['a', 'b']);
    expect(allRead(['a', undefined])).toBeUndefined();
    expect(allRead([])).toEqual([]);
    expect(allRead(undefined)).toBeUndefined();
  });
});

describe('a value in a message', () => {
  test('is short: forty characters of a text, three keys of an object, the length of a list', () => {
    const shown = (raw: RawTree | undefined) => new Given(raw, [], []).shown;
    expect(shown('x'.repeat(40))).toBe('x'.repeat(40));
    expect(shown('x'.repeat(41))).toBe(`${'x'.repeat(40)}…`);
    expect(shown({ a: '', b: '', c: '', d: '' })).toBe('{ a, b, c }');
    expect(shown(['a', 'b'])).toBe('[2]');
    expect(shown(undefined)).toBe('');
  });

  test('a default stands in the place of what is absent, and only of that', () => {
    expect(new Given(undefined, ['deaths'], []).or('0')).toMatchObject({ raw: '0', at: ['deaths'] });
    expect(new Given('', ['deaths'], []).or('0').raw).toBe('');
  });
});
