import { describe, expect, it } from 'vitest';
import { unreadableFile, unwritableFile } from './file-refusals.js';

const PATH = '没有/这里/a.xlsx';

describe('写不了、读不了的文件', () => {
  it.each([
    ['ENOENT', '没有目录“没有/这里”', 'Make the folder first'],
    ['ENOTDIR', '“没有/这里”不是目录', 'Choose a folder'],
    ['EISDIR', '是目录', 'is a folder'],
    ['EACCES', '没有权限在目录“没有/这里”里写', 'no permission to write'],
    ['EPERM', '没有权限', 'ask the administrator'],
    ['EROFS', '没有权限', 'Choose another folder'],
    ['EBUSY', '正被别的程序使用', 'Close the program'],
    ['ENOSPC', '磁盘满了', 'Make room'],
    ['EDQUOT', '磁盘满了', 'The disk is full'],
    ['ENAMETOOLONG', '太长', 'Choose a shorter one'],
  ])('写时 %s：说出哪个文件、哪里不对、怎么办，不给人看代码', (code, zh, en) => {
    const words = unwritableFile(PATH, code);
    expect(words.zh).toContain(zh);
    expect(words.en).toContain(en);
    for (const said of [words.zh, words.en]) {
      expect(said).toContain(PATH);
      expect(said).not.toContain(code);
    }
  });

  it.each([
    ['ENOENT', '没有文件', 'There is no file'],
    ['EACCES', '没有权限读', 'no permission to read'],
    ['EISDIR', '是目录', 'is a folder'],
  ])('读时 %s 也一样', (code, zh, en) => {
    const words = unreadableFile(PATH, code);
    expect(words.zh).toContain(`${zh}`);
    expect(words.en).toContain(en);
    expect(`${words.zh}${words.en}`).not.toContain(code);
  });

  it('少见的原因给出代码，还是说怎么办；目录按名字来说', () => {
    expect(unwritableFile('a.xlsx', 'EIO').zh).toBe('“a.xlsx”写不了（EIO）。请检查文件名、目录和磁盘，或换一个地方。');
    expect(unreadableFile('a.xlsx').en).toMatch(/^“a.xlsx” cannot be read. Check/);
    expect(unwritableFile('C:\\none\\a.xlsx', 'ENOENT').zh).toContain('“C:\\none”');
    expect(unwritableFile('/a.xlsx', 'EACCES').zh).toContain('目录“/”');
    expect(unwritableFile('a.xlsx', 'EACCES').zh).toContain('目录“.”');
  });
});
