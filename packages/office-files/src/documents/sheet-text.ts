/** A workbook as text: each row a line of tabbed cells, a row with one cell a line of its own. */
import type { Text } from '@kaohe/scoring';
import { readWorkbook } from '../ooxml/read-workbook.js';
import type { SheetCells } from '../ooxml/workbook-cells.js';
import { PARAGRAPH_BREAK } from './table-lines.js';

const UNNAMED = /^(?:sheet|工作表)\s*\d*$/i;

export async function sheetText(bytes: Uint8Array): Promise<string | { readonly refused: Text }> {
  const workbook = await readWorkbook(bytes);
  if ('refused' in workbook) return workbook;
  return workbook.sheets
    .flatMap((sheet) => {
      const lines = sheetLines(sheet);
      return lines.length > 0 && workbook.sheets.length > 1 && !UNNAMED.test(sheet.name)
        ? [sheet.name, ...lines]
        : lines;
    })
    .join('\n');
}

function sheetLines({ rows }: SheetCells): string[] {
  const width = Math.max(0, ...[...rows.values()].flatMap((row) => [...row.keys()]));
  return [...rows]
    .sort(([one], [other]) => one - other)
    .flatMap(([, row]) => {
      const cells = Array.from({ length: width }, (_, index) => cellText(row.get(index + 1)?.text ?? ''));
      const filled = cells.filter((cell) => cell !== '');
      if (filled.length === 0) return [];
      return filled.length === 1 ? (filled[0] ?? '').split(PARAGRAPH_BREAK) : [cells.join('\t')];
    });
}

const cellText = (typed: string): string =>
  typed
    .split(/\r?\n/)
    .map((line) => line.replace(/\t/g, ' ').trim())
    .filter((line) => line !== '')
    .join(PARAGRAPH_BREAK);
