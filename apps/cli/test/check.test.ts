import { describe, expect, it } from 'vitest';
import { kaohe } from './kaohe.js';

interface Found {
  readonly code: string;
  readonly at: readonly string[];
  readonly counterexample?: { readonly outcomes: readonly { readonly total: string; readonly grade: string }[] };
}

describe('kaohe check', () => {
  it('郑州方案：系数够不到比重，差的零头决定等次；发现问题不是命令出错', { timeout: 60_000 }, async () => {
    const { code, out, err } = await kaohe(['check', 'zhengzhou-2019', '--json']);
    expect([code, err]).toEqual([0, '']);
    const parsed = JSON.parse(out) as { findings: Found[] } | Found[];
    const findings = Array.isArray(parsed) ? parsed : parsed.findings;
    const coefficient = findings.find((found) => found.code === 'coefficient-weight');
    expect(coefficient?.counterexample?.outcomes.map(({ total, grade }) => `${total} ${grade}`)).toEqual(
      expect.arrayContaining(['80 完成', '79.88 基本完成']),
    );
  });

  it('山东方案：中英文都能读', { timeout: 60_000 }, async () => {
    const chinese = await kaohe(['check', 'shandong-2016']);
    const english = await kaohe(['check', 'shandong-2016', '--lang', 'en']);
    expect([chinese.code, english.code]).toEqual([0, 0]);
    expect(chinese.out).toMatch(/缺陷|风险/);
    expect(english.out).toMatch(/defect|risk/i);
  });

  it('没有这个方案的，退出码为 2，中英文各一行', async () => {
    const { code, out, err } = await kaohe(['check', 'henan-2019']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('没有方案');
    expect(err).toContain('There is no scheme');
  });
});
