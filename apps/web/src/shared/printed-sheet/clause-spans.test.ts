import type { Criterion } from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import { clauseSpans } from './clause-spans';

const row: Criterion = {
  id: 'county/2',
  row: '2',
  criterion: ['(2) 要求甲；未落实的扣 2 分。要求乙', '，未落实的扣 2 分。'],
  supplier: { by: 'team' },
  notScoring: [{ text: '要求甲', reason: '要求' }],
  clauses: [
    { id: 'county/2.1', quote: '未落实的扣 2 分', rules: [] },
    { id: 'county/2.2', quote: '未落实的扣 2 分', rules: [] },
  ],
};

describe('考核标准按计分句切开', () => {
  it('各段合起来就是原文', () => {
    expect(
      clauseSpans(row)
        .map(({ text }) => text)
        .join(''),
    ).toBe('(2) 要求甲；未落实的扣 2 分。要求乙，未落实的扣 2 分。');
  });

  it('相同的句子按先后归各自的条款', () => {
    expect(clauseSpans(row).flatMap(({ clause }) => clause?.id ?? [])).toEqual(['county/2.1', 'county/2.2']);
  });

  it('不计分的句子带着理由', () => {
    expect(clauseSpans(row).find(({ notScoring }) => notScoring)?.text).toBe('要求甲');
  });
});
