import type { Cell, Worksheet } from '@protobi/exceljs';
import { describe, expect, test } from 'vitest';
import { summaryWorkbook, unitSheetWorkbook } from '../src/index.js';
import { columnNumber } from '../src/problems/office-problem.js';
import { opened } from './edit-workbook.js';
import { FILLED, MADE_ON, SUMMARY } from './papers-data.js';
import { bytesOf, partOf, WORKBOOKS } from './papers-xml.js';

async function sheetOf(bytes: Uint8Array): Promise<Worksheet> {
  const [sheet] = (await opened(bytes)).worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function cellsOf(sheet: Worksheet): Cell[] {
  const found: Cell[] = [];
  sheet.eachRow((row) => row.eachCell({ includeEmpty: false }, (cell) => found.push(cell)));
  return found;
}

const numberAt = (sheet: Worksheet, place: string): number => {
  const { value } = sheet.getCell(place);
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null && 'result' in value ? Number(value.result) : 0;
};

/** SUM of a range's numbers; text counts nothing and a merged cell once, as in an office program. */
function sumRange(sheet: Worksheet, range: string): number {
  const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  let sum = 0;
  for (let row = Number(top); row <= Number(bottom); row += 1)
    for (let column = columnNumber(left); column <= columnNumber(right); column += 1) {
      const cell = sheet.getCell(row, column);
      if (cell.master.address === cell.address) sum += numberAt(sheet, cell.address);
    }
  return sum;
}

/** Works a formula out: the few functions that papers use. */
function workedOut(sheet: Worksheet, formula: string): number {
  const summed = formula.replace(/SUM\(([A-Z\d:]+)\)/g, (_, range: string) => `${sumRange(sheet, range)}`);
  const plain = summed.replace(/[A-Z]+\d+/g, (place) => `${numberAt(sheet, place)}`);
  const bounded = /^(MAX|MIN)\((.*)\)$/.exec(plain);
  const value = (text: string) => text.split(/(?=[+-])/).reduce((sum, term) => sum + Number(term), 0);
  const ends = (bounded?.[2] ?? plain).split(',').map(value);
  return bounded?.[1] === 'MIN' ? Math.min(...ends) : Math.max(...ends);
}

describe.each(WORKBOOKS)('%s', (name) => {
  test('prints on A4, as wide as the page, its head on every page, its area to the signatures', async () => {
    const bytes = await bytesOf(name);
    const sheet = await sheetOf(bytes);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
    const workbook = await partOf(bytes, 'xl/workbook.xml');
    expect(workbook).toMatch(/_xlnm\.Print_Titles[^>]*>[^<]*\$3:\$3</);
    expect(workbook).toMatch(new RegExp(`_xlnm\\.Print_Area[^>]*>[^<]*\\$A\\$1:\\$[A-Z]+\\$${sheet.rowCount}<`));
    expect(String(sheet.getCell(sheet.rowCount, 1).value)).toContain('（签字）：');
  });

  test('draws the border of every cell of its table, those of merged ranges included', async () => {
    const sheet = await sheetOf(await bytesOf(name));
    for (let row = 3; row <= sheet.rowCount; row += 1)
      for (let column = 1; column <= sheet.columnCount; column += 1) {
        const { border, address } = sheet.getCell(row, column);
        const sides = [border?.top, border?.left, border?.bottom, border?.right].map((side) => side?.style);
        expect(sides, address).toEqual(['thin', 'thin', 'thin', 'thin']);
      }
  });

  test('stores beside each formula the number that it works out', async () => {
    const sheet = await sheetOf(await bytesOf(name));
    const formulas = cellsOf(sheet).filter((cell) => cell.formula && cell.master.address === cell.address);
    expect(formulas.length).toBeGreaterThan(0);
    for (const cell of formulas)
      expect(workedOut(sheet, cell.formula), `${cell.address} =${cell.formula}`).toBeCloseTo(Number(cell.result), 9);
  });
});

describe('the summary', () => {
  test('names districts, then departments, each in the order of the scheme', async () => {
    const sheet = await sheetOf(await bytesOf('summary.xlsx'));
    const names = Array.from({ length: sheet.rowCount }, (_, at) => sheet.getCell(at + 1, 2))
      .filter((cell) => cell.master.address === cell.address)
      .map((cell) => cell.value)
      .slice(1);
    expect(names).toEqual(SUMMARY.units.map(({ unit }) => unit));
  });

  test('has a formula for a settled total, and the interval itself while something is open', async () => {
    const sheet = await sheetOf(await bytesOf('summary.xlsx'));
    const rowOf = (unit: string) =>
      Array.from({ length: sheet.rowCount }, (_, at) => at + 1).find((row) => sheet.getCell(row, 2).value === unit) ??
      0;
    expect(sheet.getCell(rowOf('巩义市'), 7).value).toMatchObject({
      formula: expect.stringContaining('SUM('),
      result: 90.5,
    });
    expect(sheet.getCell(rowOf('惠济区'), 7).value).toBe('87.25～89.75');
    expect(sheet.getCell(rowOf('登封市'), 10).value).toBe('一票否决：两起以上较大事故');
  });

  test('adds the bonus where it comes to the total, and bounds it where the scheme does', async () => {
    const [first] = SUMMARY.units;
    if (!first) throw new Error('no unit');
    const parts = { leader: '20', division: '30', 'year-end': '48' };
    const unit = { ...first, parts, bonus: '5', total: '100' };
    const data = { ...SUMMARY, units: [unit], bonusBase: 'composite' as const, ceiling: '100' };
    const sheet = await sheetOf(await summaryWorkbook(data));
    expect(sheet.getCell(4, 7).value).toEqual({ formula: 'MIN(SUM(C4:E4)+F4,100)', result: 100 });
    const open = await sheetOf(
      await summaryWorkbook({ ...data, ceiling: undefined, units: [{ ...unit, total: '103' }] }),
    );
    expect(open.getCell(4, 7).value).toEqual({ formula: 'SUM(C4:E4)+F4', result: 103 });
    const odd = await sheetOf(await summaryWorkbook({ ...data, units: [{ ...unit, total: '97' }] }));
    expect(odd.getCell(4, 7).value).toBe(97);
  });
});

describe('a score below nothing', () => {
  test('is stored as a number', async () => {
    const [first] = SUMMARY.units;
    const units = first ? [{ ...first, parts: { 'year-end': '-2.5' }, bonus: '0', total: '-2.5' }] : [];
    const sheet = await sheetOf(await summaryWorkbook({ ...SUMMARY, units }));
    expect(sheet.getCell(4, 5).value).toBe(-2.5);
    expect(sheet.getCell(4, 7).value).toEqual({ formula: 'SUM(C4:E4)', result: -2.5 });
  });
});

describe('text that begins like a formula', () => {
  test.each(['=1+1', '+1-1', '-2+3', '@SUM(A1)', '＝1'])('%s is stored as text behind an apostrophe', async (text) => {
    const [first] = SUMMARY.units;
    if (!first) throw new Error('no unit');
    const summary = await sheetOf(
      await summaryWorkbook({ ...SUMMARY, units: [{ ...first, unit: text, note: text, grade: text }] }),
    );
    const [item] = FILLED.items;
    const sheet = {
      ...FILLED,
      items: item ? [{ ...item, rows: item.rows.map((row) => ({ ...row, why: text })) }] : [],
    };
    const own = await sheetOf(await unitSheetWorkbook({ madeOn: MADE_ON, unit: text, sheet }));
    const values = [summary, own].flatMap((one) => cellsOf(one).map(({ value }) => value));
    expect(values.filter((value) => value === text)).toEqual([]);
    expect(values).toContain(`'${text}`);
  });
});
