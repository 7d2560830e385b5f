// A scheme printed as it was issued, in an office program that shares no code with ours: opened, laid out, its table's head on every page.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  documentBytes,
  importedDocument,
  issuedPaper,
  issuedWorkbook,
  type ReadScheme,
  schemeDocument,
} from '../packages/office-files/src/index.js';
import { SHANDONG, ZHENGZHOU } from '../packages/office-files/test/sample-facts.js';
import { PapersOffice } from './papers-office.js';

const MINUTES = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'kaohe-issued-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = new PapersOffice(folder);
const canRun = (program: string, option: string) => spawnSync(program, [option]).status === 0;
const canPrint = canRun('soffice', '--version') && canRun('pdftotext', '-v');

/** What an importer read: an item whose rows fill several pages, so that a merged cell is cut by their ends. */
const LONG: ReadScheme = {
  title: '青河县2021年度乡镇防汛工作考核细则',
  items: [
    {
      name: '一、责任落实（100分）',
      fullMarks: '100',
      rows: Array.from({ length: 60 }, (_, index) => ({
        label: `${index + 1}`,
        fullMarks: null,
        inner: false,
        cells: [`第${index + 1}项制度健全。`, `第${index + 1}项制度未建立的，扣1分；未落实的，每发现一处扣0.5分。`],
      })),
    },
  ],
  parts: [
    { place: 'below', name: '', rows: [{ label: '', fullMarks: null, inner: false, cells: ['备注：扣完为止。'] }] },
  ],
};

const ISSUED = {
  zhengzhou: { document: schemeDocument(ZHENGZHOU.scheme), heads: ['考核项目', '考核内容', '考核标准', '考核方法'] },
  shandong: { document: schemeDocument(SHANDONG.scheme), heads: ['一级指标', '二级指标', '考核要点', '评分细则'] },
  imported: { document: importedDocument(LONG, '2021-12-31'), heads: ['序号', '考核项目', '考核内容', '评分标准'] },
};
const NAMES = Object.keys(ISSUED) as (keyof typeof ISSUED)[];
const FILES = NAMES.flatMap((name) => [`${name}-word.docx`, `${name}-sheet.xlsx`]);
const heads = (file: string) => ISSUED[file.replace(/-.*/, '') as keyof typeof ISSUED].heads;

let converted: string[] = [];
beforeAll(async () => {
  if (!canPrint) return;
  const files = new Map<string, Uint8Array>();
  for (const name of NAMES) {
    files.set(`${name}-word.docx`, await documentBytes(issuedPaper(ISSUED[name].document)));
    files.set(`${name}-sheet.xlsx`, await issuedWorkbook(ISSUED[name].document));
  }
  converted = office.toPdf(files);
}, 5 * MINUTES);

/** Without the gaps of the printing, and without the page's number. */
const solid = (page: string) => page.replace(/— ?\d+ ?—|第 ?\d+ ?页，共 ?\d+ ?页/g, '').replace(/\s/g, '');

test('an office program prints what is issued wherever KAOHE_OFFICE=required asks for it', () => {
  if (!canPrint) process.stdout.write('soffice or pdftotext is not here: the tests of issued papers do not run\n');
  if (process.env.KAOHE_OFFICE === 'required') expect(canPrint).toBe(true);
});

describe('an issued document in the office program', () => {
  test.runIf(canPrint).each(FILES)('%s opens, and no page is empty', (file) => {
    expect(converted).toContain(file);
    const pages = office.pages(file);
    expect(pages).toHaveLength(office.pageCount(file));
    for (const page of pages) expect(solid(page)).not.toBe('');
  });

  test.runIf(canPrint).each(FILES)('%s has the head of its table on every page that has rows of it', (file) => {
    const pages = office.pages(file).map(solid);
    const withRows = pages.filter((page) => page.split('扣').length > 5 || /分\d+\./.test(page));
    expect(withRows.length).toBeGreaterThan(2);
    for (const page of withRows) for (const head of heads(file)) expect(page).toContain(head);
  });

  test.runIf(canPrint).each(FILES)('%s loses no deduction', (file) => {
    const { tables } = ISSUED[file.replace(/-.*/, '') as keyof typeof ISSUED].document;
    const count = (text: string) => text.split('扣').length - 1;
    const written = tables.flatMap(({ rows, note = '' }) => [...rows.flat().map(({ text }) => text), note]);
    expect(count(office.pages(file).join(''))).toBeGreaterThanOrEqual(count(written.join('')));
  });
});
