/** Grids as the worksheets of a file: typed facts open to change, formulas with the value they give, all fitted to A4. */
import type { Cell, Style, Workbook, Worksheet } from '@protobi/exceljs';
import { escapeFormula } from '../csv/injection.js';
import { ALIGN, BOX, FILLS, FONTS, heightOf } from '../workbook/sheet-style.js';
import { cellValue } from './evaluate.js';
import type { CellLook, GridCell, Scalar } from './expression.js';
import { formulaText } from './formula-text.js';
import type { Grid } from './grid.js';

const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
const LOCKED = { protection: { locked: true }, border: BOX } as const;
const NUMBER = { ...LOCKED, font: FONTS.body, alignment: ALIGN.center } as const;

const LOOKS: Readonly<Record<CellLook, Partial<Style>>> = {
  title: { font: FONTS.title, alignment: ALIGN.center },
  subtitle: { font: FONTS.subtitle, alignment: ALIGN.left },
  head: { ...LOCKED, font: FONTS.header, fill: FILLS.header, alignment: ALIGN.center },
  section: { ...LOCKED, font: FONTS.item, fill: FILLS.item, alignment: ALIGN.left },
  body: { ...LOCKED, font: FONTS.body, alignment: ALIGN.left },
  centered: NUMBER,
  input: { border: BOX, protection: { locked: false }, font: FONTS.body, fill: FILLS.input, alignment: ALIGN.center },
  scaled: { ...LOCKED, font: FONTS.grey, alignment: ALIGN.center, numFmt: '0' },
  marks: NUMBER,
  total: { ...LOCKED, font: FONTS.item, fill: FILLS.item, alignment: ALIGN.center },
  note: { ...LOCKED, font: FONTS.small, alignment: ALIGN.left },
};

export function drawGrid(workbook: Workbook, grid: Grid): void {
  const [rows, columns] = grid.frozen;
  const sheet = workbook.addWorksheet(grid.name, {
    pageSetup: {
      paperSize: 9,
      orientation: grid.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
    },
    headerFooter: { oddFooter: '&C&A　第 &P 页，共 &N 页' },
    views: [{ state: 'frozen', xSplit: columns, ySplit: rows, showGridLines: false }],
  });
  if (rows > 0) sheet.pageSetup.printTitlesRow = `${rows}:${rows}`;
  for (const [index, width] of grid.widths.entries()) sheet.getColumn(index + 1).width = width;
  for (const column of grid.folded) sheet.getColumn(column).hidden = true;
  for (const range of grid.merged) sheet.mergeCells(...range);
  for (const cell of grid.cells) drawCell(sheet.getCell(cell.row, cell.column), cell);
  setHeights(sheet, grid);
}

function drawCell(target: Cell, cell: GridCell): void {
  target.style = LOOKS[cell.look];
  const { content } = cell;
  if (content.kind === 'formula') {
    const result = cellValue(cell) as Scalar;
    target.value = { formula: formulaText(content.formula, cell.sheet), result: result ?? 0 };
    return;
  }
  const value = content.kind === 'words' ? content.text : content.value;
  if (value !== '') target.value = typeof value === 'string' ? escapeFormula(value) : value;
}

/** Rows as high as their longest text needs. */
function setHeights(sheet: Worksheet, { cells, widths, merged }: Grid): void {
  const wide = new Map(
    merged.map(([top, left, , right]) => [`${top},${left}`, widths.slice(left - 1, right).reduce((a, b) => a + b, 0)]),
  );
  const needed = new Map<number, number>();
  for (const cell of cells) {
    const { row, column } = cell;
    const text = cellValue(cell);
    if (typeof text !== 'string') continue;
    const width = wide.get(`${row},${column}`) ?? widths[column - 1] ?? 10;
    needed.set(row, Math.max(needed.get(row) ?? 18, heightOf(text, width)));
  }
  for (const [row, height] of needed)
    sheet.getRow(row).height = Math.min(400, row === 1 ? Math.max(30, height) : height);
}
