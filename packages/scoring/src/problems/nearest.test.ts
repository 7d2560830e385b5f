import { describe, expect, test } from 'vitest';
import { likely, nearest } from './nearest.js';

const CLAUSES = ['county/1.1', 'county/1.2', 'county/2.1', 'county/12.1', 'member/1.1'];

describe('suggestions for a mistyped name', () => {
  test('one wrong character in a short name is forgiven, two are not', () => {
    expect(nearest('巩义', ['巩义市', '登封市'])).toEqual(['巩义市']);
    expect(nearest('巩一市', ['巩义市', '登封市'])).toEqual(['巩义市']);
    expect(nearest('孔一市', ['巩义市', '登封市'])).toEqual([]);
  });

  test('a third of the characters of a longer name may differ, and no more', () => {
    expect(nearest('安全生产处', ['安全生产部'])).toEqual(['安全生产部']);
    expect(nearest('abcdef', ['abcdxy'])).toEqual(['abcdxy']);
    expect(nearest('abcdef', ['abcxyz'])).toEqual([]);
  });

  test('the nearest comes first and at most three are named', () => {
    const near = nearest('county/1.3', CLAUSES);
    expect(near).toHaveLength(3);
    expect(near.slice(0, 2)).toEqual(['county/1.1', 'county/1.2']);
  });

  test('the name itself is at distance nothing', () => {
    expect(nearest('county/1.1', CLAUSES)[0]).toBe('county/1.1');
  });

  test('nothing is near to nothing but a single character', () => {
    expect(nearest('', CLAUSES)).toEqual([]);
    expect(nearest('', ['甲'])).toEqual(['甲']);
    expect(nearest('county/1.1', [])).toEqual([]);
  });

  test('a name as long as a page is compared with nothing for long', () => {
    expect(nearest('县'.repeat(1_000_000), CLAUSES)).toEqual([]);
  });
});

describe('what may be meant by a name of a unit', () => {
  const UNITS = [
    { name: '市发改委' },
    { name: '市工信局' },
    { name: '市交通局', aliases: ['市交通运输局'] },
    { name: '市公安局' },
  ];

  test('a full name means the unit that is listed by its abbreviation, and the other way round', () => {
    expect(likely('市发展和改革委员会', UNITS)).toEqual(['市发改委']);
    expect(likely('市工业和信息化局', UNITS)).toEqual(['市工信局']);
    expect(likely('市发改委', [{ name: '市发展和改革委员会' }])).toEqual(['市发展和改革委员会']);
  });

  test('an alias, or what is near one, means the unit it is of, told by its name', () => {
    expect(likely('市交通运输局', UNITS)).toEqual(['市交通局']);
    expect(likely('市交通运輸局', UNITS)).toContain('市交通局');
  });

  test('what is like none means none, however long it is', () => {
    expect(likely('省海事局', [{ name: '市发改委' }])).toEqual([]);
    expect(likely('市委', UNITS)).toEqual([]);
    expect(likely('市'.repeat(1_000_000), UNITS)).toEqual([]);
  });
});
