import { problem } from '@kaohe/scoring';
import { expect, test } from 'vitest';
import { tableText } from './table-words.js';

test('a clerk is told the name of the column, never the key of a file', () => {
  expect(tableText(problem('missing-key', [], { key: 'on', example: 'on: 2019-01-01' })).zh).toBe('还要填“日期”。');
  const unknown = problem('unknown-key', [], { key: 'mark', known: ['breached', 'note'] });
  expect(tableText(unknown).zh).toContain('“评分”');
  expect(tableText(unknown).zh).toContain('情形、备注');
  expect(tableText(problem('zero-denominator', [], {})).zh).toContain('请填“不适用”');
  expect(tableText(problem('not-whole', [], { value: '三' })).zh).toContain('“三”');
});
