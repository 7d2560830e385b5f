import { expect, test } from 'vitest';
import { sheetNames } from './page-setup.js';

test('names of sheets are clean, short and each once', () => {
  expect(sheetNames(['A/B', 'a-b', "'x'", '很'.repeat(40), '[]', '事故', '事故'])).toEqual([
    'A-B',
    'a-b2',
    'x',
    '很'.repeat(28),
    '--',
    '事故',
    '事故2',
  ]);
});
