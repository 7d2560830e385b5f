import { describe, expect, it } from 'vitest';
import { csvCell } from './result-csv';

describe('CSV 的一格', () => {
  it('会被当作公式的文字前加一撇', () => {
    expect(['=1+1', '+1', '-1', '@sum', '\t1'].map(csvCell)).toEqual(["'=1+1", "'+1", "'-1", "'@sum", "'\t1"]);
  });

  it('有逗号、引号、换行的加引号', () => {
    expect(csvCell('甲,乙')).toBe('"甲,乙"');
    expect(csvCell('他说"好"')).toBe('"他说""好"""');
    expect(csvCell('86.00')).toBe('86.00');
  });
});
