/** An issued document as plain text, its tables as tabbed rows: what `kaohe import` reads as it reads the file. */
import { PARAGRAPH_BREAK, tableLines } from '../../documents/table-lines.js';
import { headCells } from '../layout/paper.js';
import type { IssuedDocument, IssuedTable } from './issued-document.js';

export function issuedText({ title, above, tables, below }: IssuedDocument): string {
  const lines = [
    title,
    ...above,
    ...tables.flatMap((table) => textOf(table, title)),
    ...below.flatMap(({ heading, lines: own }) => [...(heading ? [heading] : []), ...own]),
  ];
  return `${lines.join('\n')}\n`;
}

function textOf({ annex, title, subtitle, columns, rows, note }: IssuedTable, whole: string): string[] {
  const cells = [headCells(columns.map(({ head }) => head)), ...rows].map((row) =>
    row.map(({ text, across = 1, down = 1 }) => ({
      text: text.replace(/\t/g, ' ').replace(/\n+/g, PARAGRAPH_BREAK),
      columns: across,
      rows: down,
    })),
  );
  const own = [annex, title === whole ? undefined : title, subtitle].filter((line) => line !== undefined);
  return [...own, ...tableLines(cells), ...(note ? [note] : [])];
}
