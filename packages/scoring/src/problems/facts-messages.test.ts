import { describe, expect, test } from 'vitest';
import { FORM, factsOf, problemsOf, unitProgram } from '../../test/unit-scheme.js';
import type { RawTree } from '../observations/raw-tree.js';
import { readingsInForce } from '../scheme/readings.js';
import { FACTS_MESSAGES } from './facts-messages.js';
import { renderProblem } from './messages.js';
import type { Place, Problem, ProblemCode } from './problem.js';

const CLAUSES = ['units', '巩义市', 'observations'];
const observed = (clause: string, raw: RawTree): RawTree => ({
  units: { 巩义市: { observations: { [clause]: raw } } },
});
const unit = (raw: RawTree): RawTree => ({ units: { 巩义市: raw } });
const rated = (raw: RawTree): RawTree => ({ ratings: { leader: { 巩义市: raw } } });
const happened = (...lines: readonly Record<string, string>[]): RawTree => ({
  accidents: lines.map((line) => ({ id: 'A-01', on: '2019-05-06', place: '登封市', ...line })),
});
const talk = (on: string): RawTree => unit({ talks: [{ by: '市政府', on }] });

/** What is refused, where, and what the text must name. */
const REFUSED: readonly (readonly [ProblemCode, RawTree, Place, string])[] = [
  ['unknown-key', unit({ observation: {} }), ['units', '巩义市', 'observation'], 'observation'],
  ['missing-key', observed('county/3.1', {}), [...CLAUSES, 'county/3.1', 'count'], 'count'],
  ['wrong-shape', { units: ['巩义市'] }, ['units'], '[1]'],
  ['other-scheme', { scheme: 'zhengzhou-2020' }, ['scheme'], 'zhengzhou-2020'],
  ['unknown-unit', { units: { 巩义县: {} } }, ['units', '巩义县'], '巩义县'],
  ['duplicate-unit', { units: { 航空港区: {}, 航空港实验区: {} } }, ['units', '航空港实验区'], '航空港实验区'],
  ['unknown-sheet', unit({ sheet: 'town' }), ['units', '巩义市'], 'town'],
  ['unknown-class', unit({ class: 'city' }), ['units', '巩义市', 'class'], 'city'],
  ['class-fixed', unit({ class: 'development-zone' }), ['units', '巩义市'], 'district'],
  [
    'rating-not-used',
    { ratings: { leader: { 市教育局: { sum: '9', ballots: '1' } } } },
    ['ratings', 'leader', '市教育局'],
    '市教育局',
  ],
  ['unknown-clause', observed('county/99.1', {}), [...CLAUSES, 'county/99.1'], 'county/99.1'],
  ['unknown-row', unit({ closed: ['county/1', 'county/77'] }), ['units', '巩义市', 'closed', 1], 'county/77'],
  [
    'not-applicable-class',
    { units: { 航空港区: { observations: { 'county/1.2': { breached: 'true' } } } } },
    ['units', '航空港区', 'observations', 'county/1.2'],
    'district',
  ],
  [
    'not-applicable-unit',
    { units: { 市教育局: { observations: { 'member/1.2': { breached: 'true' } } } } },
    ['units', '市教育局', 'observations', 'member/1.2'],
    '市公安局',
  ],
  ['register-typed', observed('county/10.1', { count: '1' }), [...CLAUSES, 'county/10.1'], 'accidents'],
  ['not-whole', observed('county/3.1', { count: '1.5' }), [...CLAUSES, 'county/3.1', 'count'], '1.5'],
  ['negative-count', observed('county/3.1', { count: '-2' }), [...CLAUSES, 'county/3.1', 'count'], '-2'],
  ['not-a-number', observed('county/8.1', { value: '２' }), [...CLAUSES, 'county/8.1', 'value'], '２'],
  ['not-yes-no', observed('county/1.1', { breached: '是' }), [...CLAUSES, 'county/1.1', 'breached'], '是'],
  [
    'out-of-range',
    observed('county/7.1', { 申报率: { value: '100.5' } }),
    [...CLAUSES, 'county/7.1', '申报率', 'value'],
    '100.5',
  ],
  [
    'zero-denominator',
    observed('county/7.1', { 申报率: { numerator: '0', denominator: '0' } }),
    [...CLAUSES, 'county/7.1', '申报率', 'denominator'],
    '0',
  ],
  [
    'numerator-exceeds-denominator',
    observed('county/7.1', { 申报率: { numerator: '21', denominator: '20' } }),
    [...CLAUSES, 'county/7.1', '申报率'],
    '21',
  ],
  ['part-unknown', observed('county/6.1', { absent: ['报道'] }), [...CLAUSES, 'county/6.1', 'absent', 0], '报道'],
  [
    'part-repeated',
    observed('county/6.1', { absent: ['方案', '方案'] }),
    [...CLAUSES, 'county/6.1', 'absent', 1],
    '方案',
  ],
  [
    'requirement-unknown',
    observed('county/2.1', { actual: { 碰头会: '1' } }),
    [...CLAUSES, 'county/2.1', 'actual', '碰头会'],
    '碰头会',
  ],
  [
    'period-unknown',
    observed('county/2.1', { actual: { 常务会: { Q5: '1' } } }),
    [...CLAUSES, 'county/2.1', 'actual', '常务会', 'Q5'],
    'Q5',
  ],
  ['rung-unknown', observed('county/9.1', { rung: '很多' }), [...CLAUSES, 'county/9.1', 'rung'], '很多'],
  ['ballot-above-scale', rated(['10', '10.1']), ['ratings', 'leader', '巩义市', 1], '10.1'],
  ['too-many-ballots', rated(['9', '9', '9', '9', '9']), ['ratings', 'leader', '巩义市'], '5'],
  ['ballot-decimals', rated(['9.55']), ['ratings', 'leader', '巩义市', 0], '9.55'],
  [
    'bonus-kind-unknown',
    unit({ bonus: [{ deed: '甲', kind: 'patent' }] }),
    ['units', '巩义市', 'bonus', 0, 'kind'],
    'patent',
  ],
  [
    'bonus-level-unknown',
    unit({ bonus: [{ deed: '甲', kind: 'promoted', level: 'county' }] }),
    ['units', '巩义市', 'bonus', 0, 'level'],
    'county',
  ],
  ['duplicate-accident', happened({}, {}), ['accidents', 1], 'A-01'],
  ['place-is-department', happened({ place: '市公安局' }), ['accidents', 0, 'place'], '市公安局'],
  ['not-a-date', talk('2019-02-29'), ['units', '巩义市', 'talks', 0, 'on'], '2019-02-29'],
  ['outside-period', happened({ on: '2018-12-31' }), ['accidents', 0, 'on'], '2018-12-31'],
];

function expectNamed(found: Problem | undefined, value: string): void {
  const { zh, en } = found ? renderProblem(found) : { zh: '', en: '' };
  expect(zh).toContain(value);
  expect(en).toContain(value);
  expect(zh).toMatch(/[\u4e00-\u9fff].*[。？]$/s);
  expect(en).toMatch(/[A-Za-z].*[.?]$/s);
  expect(zh).not.toBe(en);
}

describe('what facts can do wrong', () => {
  test.each(REFUSED)('%s is refused at its place, and its text names the value', (code, tree, ...[at, value]) => {
    const problems = problemsOf(tree);
    expect(problems.map((found) => found.code)).toEqual([code]);
    const [found] = problems;
    expect(found?.at).toEqual(at);
    expect(found?.level).toBe('error');
    expectNamed(found, value);
  });

  test('a sum is refused where the form leaves out its highest and lowest ballots', () => {
    const trimmed = unitProgram({ forms: [{ ...FORM, trim: '1' }] });
    const [found] = problemsOf(rated({ sum: '40', ballots: '4' }), trimmed);
    expect(found?.code).toBe('ballots-needed');
    expectNamed(found, '1');
  });

  test('a reading the scheme does not have is refused, as is an alternative it does not', () => {
    const declared = { readings: { 'bonus-base': { adopted: 'sheet', alternatives: { sheet: {}, composite: {} } } } };
    const { problems } = readingsInForce(declared, { 'bonus-bass': 'sheet', 'bonus-base': 'total' });
    expect(problems.map((found) => found.code)).toEqual(['unknown-reading', 'unknown-alternative']);
    for (const [index, value] of ['bonus-bass', 'total'].entries()) {
      const found = problems[index];
      expectNamed(found, value);
    }
  });

  test('ballots that are missing and casualties nobody stated are notices that stop nothing', () => {
    const { notices } = factsOf({ ...(rated(['9', '9', '9']) as object), ...(happened({ deaths: '1' }) as object) });
    expect(notices.map((found) => [found.code, found.level])).toEqual([
      ['casualties-not-stated', 'notice'],
      ['fewer-ballots', 'notice'],
    ]);
    expect(notices.map((found) => found.at)).toEqual([
      ['accidents', 0],
      ['ratings', 'leader', '巩义市'],
    ]);
    for (const [index, value] of ['seriousInjuries', '3'].entries()) {
      const found = notices[index];
      expectNamed(found, value);
    }
  });

  test('every code that facts can cause is provoked in this file', () => {
    const elsewhere = [
      'ballots-needed',
      'unknown-reading',
      'unknown-alternative',
      'fewer-ballots',
      'casualties-not-stated',
      'window-taken-as-over',
      'department-unknown',
      'too-few-ballots',
      'no-ballots',
      'talk-by-other',
    ];
    const provoked = [...REFUSED.map(([code]) => code), ...elsewhere];
    expect([...provoked].sort()).toEqual(Object.keys(FACTS_MESSAGES).sort());
  });
});

describe('the text of a problem', () => {
  test('begins with its place, counted from one, in both languages', () => {
    const [found] = problemsOf(observed('county/6.1', { absent: ['方案', '报道'] }));
    const place = 'units › 巩义市 › observations › county/6.1 › absent › [2]';
    expect(found && renderProblem(found).zh.startsWith(`${place}：`)).toBe(true);
    expect(found && renderProblem(found).en.startsWith(`${place}: `)).toBe(true);
  });

  test('has no place where the whole input is wrong', () => {
    const [found] = problemsOf('abc');
    expect(found && renderProblem(found).zh).toBe('这里应是一组键值，写的是“abc”。');
    expect(found && renderProblem(found).en).toBe('Expected a mapping, found “abc”.');
  });

  test('says that nothing is stated where nothing is', () => {
    const [found] = problemsOf('');
    expect(found && renderProblem(found).zh).toBe('这里应是一组键值，但没有填写。');
    expect(found && renderProblem(found).en).toBe('Expected a mapping; nothing is stated.');
  });

  test('suggests the near name where there is one and what to do where there is none', () => {
    const [near] = problemsOf({ units: { 巩义: {} } });
    expect(near && renderProblem(near).zh).toContain('是否想写：巩义市？');
    const [far] = problemsOf({ units: { 某某开发区管委会: {} } });
    expect(far && renderProblem(far).zh).toContain('请写明 sheet 和 class');
  });

  test('a yearly frequency asks for one number instead of naming no period', () => {
    const [found] = problemsOf(observed('county/2.1', { actual: { 常委会: { Q1: '1' } } }));
    expect(found && renderProblem(found).zh).toContain('这是全年次数');
    expect(found && renderProblem(found).en).toContain('This is a yearly count');
  });

  test('a kind with levels asks for the level, naming them', () => {
    const [found] = problemsOf(unit({ bonus: [{ deed: '甲', kind: 'promoted' }] }));
    expect(found && renderProblem(found).zh).toContain('请写明级别 level：nation、province、city。');
    expect(found && renderProblem(found).en).toContain('State the level: nation, province, city.');
  });
});
