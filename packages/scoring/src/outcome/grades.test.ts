import { describe, expect, test } from 'vitest';
import { unitProgram, unitScheme } from '../../test/unit-scheme.js';
import { getNumber } from '../exact/decimal.js';
import { interval } from '../exact/interval.js';
import { lowestGrade, possibleGrades } from './grades.js';

const program = unitProgram();
const gradesOf = (least: string, most = least) => possibleGrades(program, interval(getNumber(least), getNumber(most)));

describe('the grade of a total', () => {
  test.each([
    ['105', '优秀'],
    ['95', '优秀'],
    ['95.0', '优秀'],
    ['94.99', '完成'],
    ['94.999999999999999999', '完成'],
    ['94.75', '完成'],
    ['80', '完成'],
    ['79.99', '基本完成'],
    ['79.88', '基本完成'],
    ['60', '基本完成'],
    ['59.99', '未完成'],
    ['0', '未完成'],
  ])('%s is %s', (total, grade) => {
    expect(gradesOf(total)).toEqual([grade]);
  });

  test('a total that is still open has every grade it can reach, best first', () => {
    expect(gradesOf('0', '100')).toEqual(['优秀', '完成', '基本完成', '未完成']);
    expect(gradesOf('80', '95')).toEqual(['优秀', '完成']);
    expect(gradesOf('80', '94.99')).toEqual(['完成']);
    expect(gradesOf('79.99', '94.99')).toEqual(['完成', '基本完成']);
    expect(gradesOf('94.99', '95')).toEqual(['优秀', '完成']);
    expect(gradesOf('60', '80')).toEqual(['完成', '基本完成']);
    expect(gradesOf('59.99', '60')).toEqual(['基本完成', '未完成']);
  });

  test('the lowest grade is the last of the bands', () => {
    expect(lowestGrade(program)).toBe('未完成');
    expect(lowestGrade(unitProgram({ gradeBands: [] }))).toBe('');
  });

  test('a scheme without bands gives no grade', () => {
    const ungraded = unitProgram({ gradeBands: unitScheme.gradeBands.slice(0, 0) });
    expect(possibleGrades(ungraded, interval(getNumber('0'), getNumber('100')))).toEqual([]);
  });
});
