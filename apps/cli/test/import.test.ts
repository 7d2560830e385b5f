import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, describe, expect, it } from 'vitest';
import { kaohe } from './kaohe.js';

const folder = mkdtempSync(join(tmpdir(), 'kaohe-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DOCUMENT = `河东镇消防工作考核细则
一、日常检查（20分）
1．每月检查不少于2次，少1次扣0．5分；未建立台账的扣1分。
2．效果不好的酌情扣分。
`;

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('kaohe import', () => {
  it('读出条款、规则和位置', async () => {
    const { code, out } = await kaohe(['import', fileOf('a.txt', DOCUMENT), '--json']);
    expect(code).toBe(0);
    const [item] = JSON.parse(out).items;
    expect(item).toMatchObject({ name: '一、日常检查（20分）', fullMarks: '20', start: 'full' });
    expect(item.clauses.map(({ status }: { status: string }) => status)).toEqual(['read', 'read', 'unreadable']);
    expect(item.clauses[0]).toMatchObject({
      row: '1',
      rules: [{ kind: 'per-unit', amount: '0.5', required: { count: '2', period: '月' } }],
    });
    for (const { span, quote } of item.clauses) expect(DOCUMENT.slice(...(span as [number, number]))).toBe(quote);
  });

  it('给人看时写明每一条的规则和问题', async () => {
    const { out } = await kaohe(['import', fileOf('a.txt', DOCUMENT)]);
    expect(out).toMatch(/\[读不出\] 效果不好的酌情扣分/);
    expect(out).toMatch(/酌情没有幅度/);
    expect(out).toMatch(/条款 3：读出 2，确认 0，读不出 1/);
  });

  it('GB18030 的文件一样读', async () => {
    const gb = Uint8Array.from([0xce, 0xb4, 0xb1, 0xa8, 0xb5, 0xc4, 0xbf, 0xdb, 0x31, 0xb7, 0xd6]);
    expect((await kaohe(['import', fileOf('gb.txt', gb), '--text'])).out).toBe('未报的扣1分\n');
  });

  it('Word 文件：位置按 --text 打印的文字计', async () => {
    const children = DOCUMENT.trimEnd()
      .split('\n')
      .map((line) => new Paragraph(line));
    const path = fileOf('a.docx', await Packer.toBuffer(new Document({ sections: [{ children }] })));
    const text = (await kaohe(['import', path, '--text'])).out;
    const [item] = JSON.parse((await kaohe(['import', path, '--json'])).out).items;
    expect(item.clauses).toHaveLength(3);
    for (const { span, quote } of item.clauses) expect(text.slice(...(span as [number, number]))).toBe(quote);
  });

  it('没有文件、不是文字，都说清楚', async () => {
    const none = await kaohe(['import', join(folder, 'none.txt')]);
    expect(none).toMatchObject({ code: 2, out: '' });
    expect(none.err).toMatch(/没有文件/);
    const binary = await kaohe(['import', fileOf('b.doc', new Uint8Array([0xd0, 0xcf, 0, 0, 1]))]);
    expect(binary.code).toBe(1);
    expect(binary.err).toMatch(/读不出文字[\s\S]*No text can be read/);
  });
});
