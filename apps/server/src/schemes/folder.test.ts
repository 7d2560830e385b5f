import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSchemeFolder, listSchemeIds, readScheme, SCHEMES_FOLDER } from './folder.js';

let root = '';

function write(path: string, content: string | Buffer): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kaohe-schemes-'));
  write('good/scheme.yaml', 'id: good\ntitle: 一个方案\n');
  write('good/sheets/one/sheet.yaml', 'id: one\n');
  write('good/sheets/one/01-first.yaml', 'id: one/i1\n');
  write('good/notes.txt', 'not a scheme file');
  write('latin/scheme.yaml', Buffer.from([0x69, 0x64, 0x3a, 0x0a, 0xff, 0xfe]));
  write('huge/scheme.yaml', Buffer.alloc(6_000_000, 0x20));
  write('empty/readme.md', '');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const codes = (read: object) =>
  'problems' in read ? (read.problems as { code: string }[]).map(({ code }) => code) : [];

describe('方案目录', () => {
  it('有 scheme.yaml 的目录才是方案', async () => {
    expect(await listSchemeIds(root)).toEqual(['good', 'huge', 'latin']);
  });

  it('按编号或按路径都能找到', async () => {
    expect(await findSchemeFolder('good', root)).toBe(join(root, 'good'));
    expect(await findSchemeFolder(join(root, 'good'), root)).toBe(join(root, 'good'));
    expect(await findSchemeFolder('zhengzhou-2019')).toBe(join(SCHEMES_FOLDER, 'zhengzhou-2019'));
  });

  it.each(['empty', '../good', 'nowhere', 'good/scheme.yaml', 'x'.repeat(5000)])('%.20s 不是方案', async (name) => {
    expect(await findSchemeFolder(name, root)).toBeUndefined();
  });

  it('读出细则表和大项', async () => {
    const scheme = await readScheme(join(root, 'good'));
    expect(scheme).toMatchObject({ id: 'good', tree: { sheets: [{ id: 'one', items: [{ id: 'one/i1' }] }] } });
  });

  it('不是 UTF-8 的文件说出第几行', async () => {
    expect(codes(await readScheme(join(root, 'latin')))).toEqual(['not-utf8']);
  });

  it('太大的文件不读入', async () => {
    expect(codes(await readScheme(join(root, 'huge')))).toEqual(['too-large']);
  });
});
