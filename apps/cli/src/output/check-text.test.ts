import type { Program, SchemeFinding } from '@kaohe/scoring';
import { describe, expect, test } from 'vitest';
import { findingsText } from './check-text.js';

const text = (zh: string, en: string) => ({ zh, en });

const program = {
  readings: {},
  scheme: {
    id: 'made-up',
    sheets: [{ id: 'one', title: '细则', titleEn: 'Sheet', items: [], parts: [] }],
    forms: [],
    gradeBands: [{ grade: '合格', gradeEn: 'passed', quote: '' }],
    vetoes: [],
    awards: [],
    bonus: { kinds: [] },
    population: { units: [{ name: '甲县', nameEn: 'Jia' }], teams: [] },
    readings: {
      limit: {
        question: '哪个成绩',
        questionEn: 'Which score',
        quote: '成绩不足60分的',
        adopted: 'sheet',
        alternatives: { sheet: text('细则', 'The sheet'), total: { text: '总分', textEn: 'The total' } },
      },
    },
  },
} as unknown as Program;

const finding: SchemeFinding = {
  code: 'reading-open',
  severity: 'risk',
  at: ['limit'],
  quote: '成绩不足60分的',
  title: text('哪个成绩', 'Which score'),
  why: text('可以算出不同的结果。', 'More than one result.'),
  counterexample: {
    facts: {},
    unit: '甲县',
    claim: text('同样的事实。', 'The same facts.'),
    outcomes: [
      { readings: {}, total: '70', grade: '合格' },
      { readings: { limit: 'total' }, total: '70', grade: '合格', vetoes: [text('不足60分', 'below 60')] },
    ],
    against: { words: text('完全不做', 'not done at all'), unit: '甲县', facts: {}, total: '75', grade: '合格' },
  },
};

const lines = (lang: 'zh' | 'en') =>
  findingsText({ program, findings: [finding] } as unknown as Parameters<typeof findingsText>[0], lang).split('\n');

describe('a finding in words', () => {
  test('stands at a place of the document; its question is not printed a second time as a place', () =>
    expect(lines('zh')).toContain('  1. 正文：哪个成绩'));

  test('has a line for every outcome: the veto that a reading decides, and the case it is compared with', () => {
    const [adopted, vetoed, against] = lines('zh').slice(-5, -2);
    expect(adopted).toMatch(/70 {2}合格 +采用的读法$/);
    expect(vetoed).toMatch(/70 {2}合格（否决：不足60分） {2}总分 \(limit=total\)$/);
    expect(against).toMatch(/75 {2}合格 +完全不做$/);
  });

  test('says the same in English', () =>
    expect(lines('en').join('\n')).toMatch(
      /passed \(vetoed: below 60\) {2}The total.*\n +75 {2}passed +not done at all/,
    ));
});
