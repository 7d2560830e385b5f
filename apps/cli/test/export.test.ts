import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENTS } from './export-documents.js';
import { build, kaohe, kaoheProcess } from './kaohe.js';

const folder = mkdtempSync(join(tmpdir(), 'kaohe-export-'));
beforeAll(build, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);

describe('kaohe export', () => {
  it('印出标题、细则表、备注，再是各部分', async () => {
    const { code, out } = await kaoheProcess(['export', 'zhengzhou-2019']);
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines[0]).toBe('郑州市安全生产委员会关于2019年度安全生产目标考核工作的通知');
    expect(lines).toContain('序号\t考核项目\t考核内容\t考核标准\t分值\t考核方法');
    const parts = lines.filter((line) => /^[一二三四五六七]、[^\t]+$/.test(line));
    expect(parts.map((line) => line.slice(2))).toEqual([
      '加分项',
      '否决项',
      '考核等次',
      '评先评优',
      '考核组成',
      '时间安排',
      '提供单位',
    ]);
  });

  it('存成 Word 文档和工作簿，两次一样，有了的不覆盖', async () => {
    for (const form of ['docx', 'xlsx']) {
      const [one, two] = [path(`one.${form}`), path(`two.${form}`)];
      expect(await kaohe(['export', 'shandong-2016', `--${form}`, one])).toMatchObject({ code: 0, out: `${one}\n` });
      await kaohe(['export', 'shandong-2016', `--${form}`, two]);
      expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
      const again = await kaohe(['export', 'shandong-2016', `--${form}`, one]);
      expect(again.code).toBe(2);
      expect(again.err).toMatch(/没有覆盖/);
    }
  });

  it('读出的文件一样印，印出的再读，条款相同', async () => {
    writeFileSync(path('a.txt'), DOCUMENTS.TABLE ?? '');
    const first = await kaohe(['import', path('a.txt'), '--json']);
    writeFileSync(path('a.json'), first.out);
    expect((await kaohe(['export', path('a.json'), '--docx', path('a.docx')])).code).toBe(0);
    const again = await kaohe(['import', path('a.docx'), '--json']);
    const rulesOf = (out: string) =>
      JSON.parse(out).items.map(({ clauses }: { clauses: { rules: unknown; status: string }[] }) =>
        clauses.map(({ rules, status }) => ({ rules, status })),
      );
    expect(rulesOf(again.out)).toEqual(rulesOf(first.out));
  });

  it('没有方案、不是读出的文件、两种一起要，都说清楚', async () => {
    expect((await kaohe(['export', 'nowhere-2019'])).code).toBe(2);
    expect((await kaohe(['export', path('none.json')])).code).toBe(2);
    for (const content of ['{"items":[]}', 'not json', '{"title":"x","items":[{}],"parts":[]}']) {
      writeFileSync(path('wrong.json'), content);
      const wrong = await kaohe(['export', path('wrong.json'), '--docx', path('wrong.docx')]);
      expect(wrong.code).toBe(1);
      expect(wrong.err).toMatch(/不是 kaohe import --json 写出的文件[\s\S]*is not what kaohe import --json writes/);
      expect(existsSync(path('wrong.docx'))).toBe(false);
    }
    const both = await kaohe(['export', 'shandong-2016', '--text', '--docx', path('b.docx')]);
    expect(both.code).toBe(2);
    expect(both.err).toMatch(/一次只选一个/);
  });
});
