/** Records → CSV text that office programs open right: a byte order mark, CRLF, formulas made harmless. */
import { escapeFormula } from './injection.js';

const MARK = '\uFEFF';

export function renderCsv(records: readonly (readonly string[])[]): string {
  return `${MARK}${records.map((cells) => `${cells.map(renderCell).join(',')}\r\n`).join('')}`;
}

function renderCell(text: string): string {
  const safe = escapeFormula(text);
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
