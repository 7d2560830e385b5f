import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, kaohe, kaoheProcess } from './kaohe.js';

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(() => {
  build();
  folder = mkdtempSync(join(tmpdir(), 'kaohe-tables-'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('kaohe score --workbook', () => {
  it('把结果存成带公式的工作簿，不覆盖已有的文件', async () => {
    const call = ['score', 'zhengzhou-2019', 'examples/one-district.facts.yaml', '--workbook', path('result.xlsx')];
    const made = await kaohe(call);
    expect([made.code, made.out]).toEqual([0, `${path('result.xlsx')}\n`]);
    const { files } = await JSZip.loadAsync(readFileSync(path('result.xlsx')));
    const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'));
    const summary = (await files['xl/worksheets/sheet2.xml']?.async('string')) ?? '';
    expect(sheets.length).toBeGreaterThan(5);
    expect(summary).toContain('<f>');
    expect((await kaohe(call)).code).toBe(2);
  }, 60_000);
});

describe('kaohe template', () => {
  it('给出工作簿和 CSV，照原样就可以计分', async () => {
    for (const [option, name] of [
      ['--xlsx', 'form.xlsx'],
      ['--csv', 'form.csv'],
    ] as const) {
      const made = await kaohe(['template', 'zhengzhou-2019', '--unit', '巩义市', option, path(name)]);
      expect(made).toEqual({ code: 0, out: `${path(name)}\n`, err: '' });
      const { code, out } = await kaohe(['score', 'zhengzhou-2019', path(name), '--json']);
      expect(code).toBe(0);
      expect(JSON.parse(out).units[0]).toMatchObject({ unit: '巩义市', sheetScore: { least: '0', most: '100' } });
    }
  }, 60_000);

  it('不覆盖已有的文件', async () => {
    writeFileSync(path('filled.xlsx'), '有人填好的');
    const { code, err } = await kaohe(['template', 'zhengzhou-2019', '--xlsx', path('filled.xlsx')]);
    expect(code).toBe(2);
    expect(err).toContain('已经存在，没有覆盖');
    expect(readFileSync(path('filled.xlsx'), 'utf8')).toBe('有人填好的');
  }, 60_000);
});

const LINES = '单位,条款,第几,名称,时段,字段,值,备注,佐证\n巩义市,county/19.1,,,,数量,3 家,,\n';

describe('kaohe score 读 CSV 和工作簿', () => {
  it('按内容认，不按文件名', async () => {
    writeFileSync(path('facts.yaml'), LINES);
    const { code, out } = await kaohe(['score', 'zhengzhou-2019', path('facts.yaml'), '--json']);
    expect(code).toBe(0);
    expect(out).toContain('"clause": "county/19.1"');
  }, 60_000);

  it('CSV 有误，说明哪一行哪一列', async () => {
    writeFileSync(path('wrong.csv'), LINES.replace('3 家', '三'));
    const { code, out, err } = await kaoheProcess(['score', 'zhengzhou-2019', path('wrong.csv')]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${path('wrong.csv')}:2:7：应填从 0 起的整数`);
  }, 60_000);

  it('CSV 有误，退回写明错误的同一份，改好后就用它计分', async () => {
    writeFileSync(path('lines.csv'), LINES.replace('3 家', '三'));
    const call = ['score', 'zhengzhou-2019', path('lines.csv'), '--errors', path('lines.errors.csv')];
    const { code, err } = await kaohe(call);
    expect(code).toBe(1);
    expect(err).toContain(`已把错误写进“${path('lines.errors.csv')}”的最后一列`);
    const marked = readFileSync(path('lines.errors.csv'), 'utf8');
    expect(marked).toMatch(/^\uFEFF单位,.*,错误\r\n巩义市,county\/19\.1,.*应填从 0 起的整数/);
    writeFileSync(path('lines.errors.csv'), marked.replace('三', '3'));
    expect(await kaohe(['score', 'zhengzhou-2019', path('lines.errors.csv')])).toMatchObject({ code: 0, err: '' });
  }, 60_000);

  it('工作簿有误，说明哪一格，退回写明错误的同一份表，不覆盖原来的', async () => {
    await kaohe(['template', 'zhengzhou-2019', '--unit', '巩义市', '--xlsx', path('wrong.xlsx')]);
    const zip = await JSZip.loadAsync(readFileSync(path('wrong.xlsx')));
    const part = 'xl/worksheets/sheet2.xml';
    const xml = (await zip.file(part)?.async('string')) ?? '';
    zip.file(part, xml.replace(/<c r="F7"( s="\d+")[^>]*?\/>/, '<c r="F7"$1 t="inlineStr"><is><t>可能</t></is></c>'));
    const bytes = await zip.generateAsync({ type: 'uint8array' });
    writeFileSync(path('wrong.xlsx'), bytes);
    const call = ['score', 'zhengzhou-2019', path('wrong.xlsx')];
    const { code, out, err } = await kaohe([...call, '--errors', path('errors.xlsx')]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${path('wrong.xlsx')} 巩义市!F7：应填“是”或“否”，写的是“可能”。`);
    expect(err).toContain(`${path('wrong.xlsx')} 巩义市!F7: Expected 是 (yes) or 否 (no)`);
    const marked = await JSZip.loadAsync(readFileSync(path('errors.xlsx')));
    expect(await marked.file(part)?.async('string')).toContain('应填“是”或“否”');
    const same = await kaohe([...call, '--errors', path('wrong.xlsx')]);
    expect(same.err).toContain('没有覆盖');
    expect(readFileSync(path('wrong.xlsx')).equals(Buffer.from(bytes))).toBe(true);
  }, 60_000);

  it('含有宏的、加了密码的不读', async () => {
    const zip = new JSZip().file('xl/vbaProject.bin', 'x');
    writeFileSync(path('macro.xlsx'), await zip.generateAsync({ type: 'uint8array' }));
    const macros = await kaohe(['score', 'zhengzhou-2019', path('macro.xlsx'), '--errors', path('none.xlsx')]);
    expect(macros.code).toBe(1);
    expect(macros.err).toContain('文件含有宏');
    expect(macros.err).toContain('没有可以退回的表');
    writeFileSync(path('old.xls'), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    const old = await kaohe(['score', 'zhengzhou-2019', path('old.xls')]);
    expect(old.code).toBe(1);
    expect(old.err).toContain('the old format (.xls, .et) or a password');
  }, 60_000);
});
