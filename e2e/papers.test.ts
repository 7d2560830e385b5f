// Every paper in an office program that shares no code with ours: opened, laid out and printed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assessmentReport, documentBytes } from '../packages/office-files/src/index.js';
import { PAPERS, REPORT, SCHEME } from '../packages/office-files/test/papers-data.js';
import { PapersOffice } from './papers-office.js';

const MINUTES = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'kaohe-papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = new PapersOffice(folder);
const canRun = (program: string, option: string) => spawnSync(program, [option]).status === 0;
// A text opens with the part of the program that also opens documents, a list with the one for workbooks.
const opened = canRun('soffice', '--version')
  ? office.toPdf(
      new Map([
        ['probe-document.txt', '安全'],
        ['probe-workbook.csv', '安全,生产'],
      ]),
    )
  : [];
const canRead = canRun('pdftotext', '-v');
const CAN: Readonly<Record<string, boolean>> = {
  'open documents (LibreOffice Writer)': opened.includes('probe-document.txt'),
  'open workbooks (LibreOffice Calc)': opened.includes('probe-workbook.csv'),
  'read printed pages (pdftotext)': canRead,
};
const [canDocuments, canWorkbooks] = Object.values(CAN);
const documents = Object.keys(PAPERS).filter((name) => name.endsWith('.docx'));
const workbooks = Object.keys(PAPERS).filter((name) => name.endsWith('.xlsx'));

/** 28 characters a line, of which the first leaves out two; more than two pages. */
const LONG = '安'.repeat(26 + 28 * 50);

test('an office program prints the papers wherever KAOHE_OFFICE=required asks for it', () => {
  const missing = Object.entries(CAN).flatMap(([what, can]) => (can ? [] : [what]));
  for (const what of missing)
    process.stdout.write(`nothing here can ${what}: the papers' tests that need it do not run\n`);
  if (process.env.KAOHE_OFFICE === 'required') expect(missing).toEqual([]);
});

let converted: string[] = [];
beforeAll(async () => {
  const names = [...(canDocuments ? documents : []), ...(canWorkbooks ? workbooks : [])];
  const files = new Map<string, Uint8Array>();
  for (const name of names) files.set(name, (await PAPERS[name]?.()) ?? new Uint8Array());
  if (canDocuments) files.set('long.docx', await documentBytes(assessmentReport({ ...REPORT, situation: [LONG] })));
  converted = files.size > 0 ? office.toPdf(files) : [];
}, 5 * MINUTES);

/** The page without its number. */
const contentOf = (page: string) => page.replace(/^\s*(?:— \d+ —|第 \d+ 页，共 \d+ 页)\s*$/gm, '').trim();

/** The text without the gaps that the printing put in. */
const solid = (pages: readonly string[]) => pages.join('').replace(/\s/g, '');

describe('a document in the office program', () => {
  test.runIf(canDocuments).each(documents)('%s opens and is printed', (name) => {
    expect(converted).toContain(name);
    expect(office.pageCount(name)).toBeGreaterThan(0);
  });

  test.runIf(canDocuments).each(['leader-form-blank.docx', 'division-form-filled.docx'])(
    '%s stays on one page, as the annex does',
    (name) => expect(office.pageCount(name)).toBe(1),
  );

  test.runIf(canDocuments && canRead).each(documents)('%s has no page without text, and its number on each', (name) => {
    const pages = office.pages(name);
    expect(pages).toHaveLength(office.pageCount(name));
    for (const [index, page] of pages.entries()) {
      expect(contentOf(page)).not.toBe('');
      expect(page).toMatch(new RegExp(`— ?${index + 1} ?—`));
    }
  });

  test.runIf(canDocuments && canRead)('the body has 22 lines a page and 28 characters a line', () => {
    const pages = office.pages('long.docx').map((page) => page.match(/安{3,}/g)?.map(({ length }) => length) ?? []);
    const lines = pages.flat();
    expect(lines).toEqual([26, ...Array.from({ length: 50 }, () => 28)]);
    expect(pages[1]).toHaveLength(22);
  });

  test.runIf(canDocuments && canRead)('the circular begins each annex on a page of its own', () => {
    const marks = office.pages('circular.docx').map((page) => /^\s*附件\s?(\d)/.exec(page)?.[1]);
    expect(marks.filter((mark) => mark !== undefined)).toEqual(['1', '2']);
  });

  test.runIf(canDocuments && canRead)('the scoring sheet loses no sentence of the annex, and repeats its head', () => {
    const pages = office.pages('county-sheet-blank.docx');
    for (const page of pages.slice(1)) expect(solid([page])).toContain('自评分考评分扣分说明');
    const text = solid(pages);
    const rows = SCHEME.sheets[0]?.items.flatMap((item) => item.rows) ?? [];
    for (const { row } of rows.filter(({ row }) => /^\d+$/.test(row))) expect(text).toContain(row);
    expect([...text].filter((character) => character === '扣').length).toBeGreaterThanOrEqual(
      [...JSON.stringify(rows.map(({ criterion }) => criterion))].filter((character) => character === '扣').length,
    );
  });

  test.runIf(canDocuments && canRead)('no signature stands on a page by itself', () => {
    for (const name of documents) {
      const last = contentOf(office.pages(name).slice(-1)[0] ?? '');
      expect(solid([last]).replace(/考核组组长（签字）：|考核组成员（签字）：|[\d年月日]/g, ''), name).not.toBe('');
    }
  });
});

describe('a workbook in the office program', () => {
  test.runIf(canWorkbooks).each(workbooks)('%s opens and is printed', (name) => {
    expect(converted).toContain(name);
    expect(office.pageCount(name)).toBeGreaterThan(0);
  });

  test.runIf(canWorkbooks && canRead).each(workbooks)('%s is as wide as its page and has its head on each', (name) => {
    const pages = office.pages(name);
    const head = name === 'summary.xlsx' ? ['总分', '名次', '备注'] : ['自评分', '考评分', '扣分说明'];
    for (const page of pages) for (const word of head) expect(solid([page])).toContain(word);
  });
});
