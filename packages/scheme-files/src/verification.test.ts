import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedFacts, factsHash, factsOfPaper, readCode, verificationCode } from './verification.js';

const STATEMENT = {
  paper: 'report',
  year: '2019',
  unit: '登封市',
  on: '2020-01-20',
  scheme: 'sha256:00',
  facts: factsHash({ a: '1' }),
};
const FACTS = {
  scheme: 'zhengzhou-2019',
  asOf: '2020-01-16',
  units: {
    登封市: { observations: { 'county/5.1': { count: '1' } } },
    巩义市: { observations: { 'county/5.1': { count: '2' } } },
  },
  accidents: [
    { id: 'A-01', place: '登封市', deaths: '1' },
    { id: 'A-02', place: '巩义市', deaths: '2' },
  ],
};

describe('the code of a paper', () => {
  test('is the same for the same statement, and another when any part of it is another', () => {
    expect(verificationCode(STATEMENT)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(verificationCode({ ...STATEMENT })).toBe(verificationCode(STATEMENT));
    for (const part of ['paper', 'year', 'unit', 'on', 'scheme', 'facts'] as const)
      expect(verificationCode({ ...STATEMENT, [part]: 'x' })).not.toBe(verificationCode(STATEMENT));
  });

  test('is read however it is typed, and nothing else is', () => {
    fc.assert(
      fc.property(fc.string(), (unit) => {
        const code = verificationCode({ ...STATEMENT, unit });
        expect(readCode(code)).toBe(code);
        expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`)).toBe(
          code,
        );
      }),
    );
    for (const wrong of ['', 'ABCD', 'ABCD-EFGH-JKM', 'ABCD-EFGH-JKM中']) expect(readCode(wrong)).toBeUndefined();
  });
});

describe('the facts of a paper', () => {
  test('are those of its unit, whatever other units and the day are', () => {
    const other = {
      ...FACTS,
      asOf: '2020-02-01',
      units: { ...FACTS.units, 巩义市: {} },
      accidents: FACTS.accidents.slice(0, 1),
    };
    expect(factsOfPaper(other, '登封市')).toEqual(factsOfPaper(FACTS, '登封市'));
    expect(factsOfPaper(other, '')).not.toEqual(factsOfPaper(FACTS, ''));
  });

  test('hash alike in any order of their keys', () => {
    expect(factsHash({ a: '1', b: { c: '2', d: '3' } })).toBe(factsHash({ b: { d: '3', c: '2' }, a: '1' }));
  });

  test('that changed are named with what they were and are', () => {
    const after = {
      ...FACTS,
      units: { ...FACTS.units, 登封市: { observations: { 'county/5.1': { count: '3' } } } },
      accidents: [],
    };
    expect(changedFacts(factsOfPaper(FACTS, '登封市'), factsOfPaper(after, '登封市'))).toEqual([
      { place: 'accidents', before: '[{"deaths":"1","id":"A-01","place":"登封市"}]', after: null },
      { place: 'unit › observations › county/5.1 › count', before: '1', after: '3' },
    ]);
    expect(changedFacts(FACTS, FACTS)).toEqual([]);
  });
});
