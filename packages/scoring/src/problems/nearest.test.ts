import { describe, expect, test } from 'vitest';
import { nearest } from './nearest.js';

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
