import { describe, expect, test } from 'vitest';
import { unitProgram, unitScheme } from '../../test/unit-scheme.js';
import { getNumber } from '../exact/decimal.js';
import { interval } from '../exact/interval.js';
import { failingGrade, fallenTo, possibleGrades } from './grades.js';

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

  test('a veto that fails the grade puts its own in place, or the last of the bands', () => {
    const [veto] = program.scheme.vetoes;
    if (!veto) throw new Error('the scheme has a veto');
    expect(failingGrade(program, veto)).toBe('未完成');
    expect(failingGrade(program, { ...veto, grade: '否决' })).toBe('否决');
    expect(failingGrade(unitProgram({ gradeBands: [] }), veto)).toBe('');
  });

  test('under a veto a grade only falls: to the worse of the two, below every band to what only vetoes give', () => {
    const [veto] = program.scheme.vetoes;
    if (!veto) throw new Error('the scheme has a veto');
    const failing = ['否决', '降级'].map((grade) => ({ ...veto, effect: 'grade-fail' as const, grade }));
    const under = unitProgram({ vetoes: failing });
    expect(fallenTo(under, ['优秀', '未完成'], '基本完成')).toEqual(['基本完成', '未完成']);
    expect(fallenTo(under, ['未完成'], '降级')).toEqual(['降级']);
    expect(fallenTo(under, ['降级'], '否决')).toEqual(['否决']);
    expect(fallenTo(under, ['否决'], '降级')).toEqual(['否决']);
    expect(fallenTo(under, [], '否决')).toEqual(['否决']);
    expect(fallenTo(under, [], '未完成')).toEqual([]);
  });

  test('a scheme without bands gives no grade', () => {
    const ungraded = unitProgram({ gradeBands: unitScheme.gradeBands.slice(0, 0) });
    expect(possibleGrades(ungraded, interval(getNumber('0'), getNumber('100')))).toEqual([]);
  });
});
