import { describe, expect, it } from 'vitest';
import { countTests, summaryLine } from './test-counts.mjs';

const file = (status: string, ...outcomes: string[]) => ({
  status,
  assertionResults: outcomes.map((outcome) => ({ status: outcome })),
});

describe('测试结果的最后一行', () => {
  it('通过、失败、跳过分别计数', () => {
    const report = { testResults: [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'failed', 'passed')] };
    expect(summaryLine(countTests(report, 1))).toBe('3 passed, 1 failed, 1 skipped');
  });

  it('没有跳过时不写跳过', () => {
    expect(summaryLine(countTests({ testResults: [file('passed', 'passed')] }, 0))).toBe('1 passed, 0 failed');
  });

  it('加载不了的文件算一个失败', () => {
    expect(countTests({ testResults: [file('failed')] }, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('测试都通过而运行器仍报错时，也算失败', () => {
    expect(countTests({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
  });

  it('没有报告就是失败', () => {
    expect(countTests(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
