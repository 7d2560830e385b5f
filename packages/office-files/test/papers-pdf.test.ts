// Every paper as PDF, opened by programs that share no code with its writer: pdfinfo, pdffonts, pdftotext.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paper, pdfBytes, readPaperStatement } from '../src/index.js';
import { cutTable, pageParts } from '../src/papers/layout/merged-cells.js';
import type { Table } from '../src/papers/layout/paper.js';
import { DOCUMENTS } from './papers-data.js';

const font = (path: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-serif-sc/${path}`));
const FONTS = { regular: font('400Regular/NotoSerifSC_400Regular.ttf'), bold: font('700Bold/NotoSerifSC_700Bold.ttf') };
const VERIFICATION = {
  line: '核验码 7K2M-9QXA-40BD　核对：kaohe verify',
  statement: { code: '7K2M-9QXA-40BD', paper: 'report' },
};

const folder = mkdtempSync(join(tmpdir(), 'kaohe-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const canRead = spawnSync('pdftotext', ['-v']).status === 0;
const names = Object.keys(DOCUMENTS);
const verified = (name: string): Paper => ({ ...(DOCUMENTS[name] as Paper), verification: VERIFICATION });
const fileOf = (name: string) => join(folder, `${name}.pdf`);
const asked = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' }).stdout;
/** The pages' texts in the order in which they were written. */
const pagesOf = (name: string) =>
  asked('pdftotext', '-raw', '-enc', 'UTF-8', fileOf(name), '-').split('\f').slice(0, -1);
const solid = (text: string) => text.replace(/[\s\u00a0]/g, '');
const FOOT = /—\d+—|核验码7K2M-9QXA-40BD核对：kaoheverify/g;
const contentOf = (page: string) => solid(page).replace(FOOT, '');

beforeAll(async () => {
  for (const name of names) writeFileSync(fileOf(name), await pdfBytes(verified(name), FONTS));
}, 60_000);

test('programs that read PDF are here wherever KAOHE_OFFICE=required asks for it', () => {
  if (process.env.KAOHE_OFFICE === 'required') expect(canRead).toBe(true);
});

describe('a paper as PDF', () => {
  test.runIf(canRead).each(names)('%s is A4 as it lies, names the fonts it has instead, and holds them', (name) => {
    const info = asked('pdfinfo', fileOf(name));
    const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? [];
    const sides = [Number(width), Number(height)];
    const [short = 0, long = 0] = verified(name).orientation === 'portrait' ? sides : [...sides].reverse();
    expect([Math.round(short), Math.round(long)]).toEqual([595, 842]);
    expect(info).toContain('思源宋体（Noto Serif SC）代仿宋');
    const fonts = asked('pdffonts', fileOf(name)).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const line of fonts)
      expect(line).toMatch(/NotoSerifSC-(?:Regular|Bold)\s+CID TrueType\s+Identity-H\s+yes yes yes/);
  });

  test.runIf(canRead).each(names)('%s has its lines in order, every cell, and number and code on each page', (name) => {
    const pages = pagesOf(name);
    for (const [index, page] of pages.entries()) {
      expect(solid(page)).toContain(`—${index + 1}—`);
      expect(page).toContain('7K2M-9QXA-40BD');
      expect(contentOf(page)).not.toBe('');
    }
    const text = pages.map(contentOf).join('');
    let from = 0;
    for (const block of verified(name).blocks) {
      if (block.kind === 'table') {
        for (const { text: cell } of block.rows.flat()) expect(text).toContain(solid(cell));
        continue;
      }
      const line = solid(block.runs.map((run) => run.text).join(''));
      const at = text.indexOf(line, from);
      expect([line, at >= from]).toEqual([line, true]);
      from = at + line.length;
    }
  });

  test.runIf(canRead).each(['leader-form-blank', 'division-form-filled'])('%s stays on one page', (name) => {
    expect(pagesOf(name)).toHaveLength(1);
  });

  test.runIf(canRead).each(names.filter((name) => name.includes('sheet')))(
    '%s repeats its head on each page',
    (name) => {
      for (const page of pagesOf(name)) expect(solid(page)).toContain('自评分考评分扣分说明');
    },
  );

  test.runIf(canRead)('no signature stands on a page by itself', () => {
    for (const name of names) {
      const last = contentOf(pagesOf(name).slice(-1)[0] ?? '');
      expect(last.replace(/考核组组长（签字）：|考核组成员（签字）：|[\d年月日]/g, ''), name).not.toBe('');
    }
  });

  test('is the same bytes for the same data', async () => {
    expect(Buffer.from(await pdfBytes(verified('circular'), FONTS)).equals(readFileSync(fileOf('circular')))).toBe(
      true,
    );
  });

  test('states what it was made of, and the code printed on each page is read back', async () => {
    const read = await readPaperStatement(readFileSync(fileOf('assessment-report')));
    if ('refused' in read) throw new Error(read.refused.zh);
    expect(read.statement).toEqual(VERIFICATION.statement);
    expect(new Set(read.printed)).toEqual(new Set(['7K2M-9QXA-40BD']));
    expect(await readPaperStatement(Buffer.from('no paper'))).toHaveProperty('refused');
  });
});

describe('a table cut between its rows', () => {
  const TABLE: Table = {
    kind: 'table',
    widths: [1000, 1000],
    points: 9,
    headRows: 1,
    rowPoints: 10,
    vertical: 'top',
    keepNext: 1,
    rows: [
      [{ text: '项目' }, { text: '标准' }],
      [{ text: '一', down: 3 }, { text: 'a' }],
      [{ text: 'b' }],
      [{ text: 'c' }],
      [{ text: '合计', across: 2 }],
    ],
  };

  test('keeps every cell once, and a merged cell goes on empty below its head', () => {
    expect(cutTable(TABLE, 1, 3).rows).toEqual([
      TABLE.rows[0],
      [{ text: '一', down: 2 }, { text: 'a' }],
      [{ text: 'b' }],
    ]);
    expect(cutTable(TABLE, 3, 5).rows).toEqual([
      TABLE.rows[0],
      [{ text: '' }, { text: 'c' }],
      [{ text: '合计', across: 2 }],
    ]);
  });

  test('fills pages with whole rows, and the last rows begin a page together', () => {
    const at = { cell: { text: '一', down: 3 }, row: 1, column: 0 };
    const heights = { rows: [10, 10, 10, 10, 10], merged: [{ at, height: 25 }], first: 25, others: 100 };
    expect(pageParts(TABLE, heights).map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [3, 5],
    ]);
    expect(pageParts(TABLE, { ...heights, first: 30 }).map(({ from, to }) => [from, to])).toEqual([
      [1, 4],
      [4, 5],
    ]);
    expect(pageParts(TABLE, { ...heights, first: 100 })[0]?.heights).toEqual([10, 10, 10, 10, 10]);
  });
});
