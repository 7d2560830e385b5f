/** A sheet as it is printed: A4 across, fitted to the width, the header on every page, page numbers below. */
import type { Workbook, Worksheet } from '@protobi/exceljs';
import { columnLetters } from '../problems/office-problem.js';

export interface NewSheet {
  readonly name: string;
  /** Widths from column B on; column A holds the ids and is hidden. */
  readonly widths: readonly number[];
  readonly headerRow: number;
  /** Columns that stay in view, A included. */
  readonly frozenColumns?: number;
}

export function addSheet(workbook: Workbook, { name, widths, headerRow, frozenColumns = 1 }: NewSheet): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    properties: { defaultRowHeight: 17.5 },
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${headerRow}:${headerRow}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
    views: [{ state: 'frozen', xSplit: frozenColumns, ySplit: headerRow, showGridLines: false, zoomScale: 100 }],
  });
  sheet.getColumn(1).hidden = true;
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 2).width = width;
  return sheet;
}

export function setPrintArea(sheet: Worksheet, columns: number, rows: number): void {
  sheet.pageSetup.printArea = `B1:${columnLetters(columns + 1)}${rows}`;
}

/** Names of sheets: at most 31 characters, none of `[]:*?/\`, each once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, '-')
        .replace(/^'+|'+$/g, '')
        .slice(0, 28) || '单位';
    let free = clean;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${clean}${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
