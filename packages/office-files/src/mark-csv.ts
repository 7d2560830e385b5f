/** The lines as they were handed in, with a last column 错误 that says at each line what is wrong. */
import { decodeText } from './csv/decode-text.js';
import { unescapeFormula } from './csv/injection.js';
import { detectDelimiter, parseCsv } from './csv/parse-csv.js';
import { renderCsv } from './csv/render-csv.js';
import { ERRORS_TITLE, type OfficeProblem } from './problems/office-problem.js';

/** The marked file as text; undefined where the lines cannot be told apart. */
export function markCsv(bytes: Uint8Array, problems: readonly OfficeProblem[]): string | undefined {
  const decoded = decodeText(bytes)?.text ?? '';
  const records = parseCsv(decoded, detectDelimiter(decoded));
  if (!Array.isArray(records)) return undefined;
  const header = records[0]?.cells ?? [];
  const before = header.findIndex((cell) => cell.startsWith(ERRORS_TITLE.zh));
  const column = before < 0 ? Math.max(0, ...records.map(({ cells }) => cells.length)) : before;
  return renderCsv(
    records.map(({ line, cells }, index) => {
      const own = problems.filter(({ at }) => (at ? at.row === line : index === 0));
      const messages = own.map(({ text }) => onOneLine(`${text.zh} ${text.en}`));
      const title = index === 0 ? [ERRORS_TITLE.zh] : [];
      return withCell(cells, column, [...title, ...messages].join(' | '));
    }),
  );
}

/** Lines keep their numbers, so that what the screen says still finds them. */
const onOneLine = (message: string) => message.replace(/\s+/g, ' ');

/** Cells come without the apostrophe before a formula: writing puts it there again. */
function withCell(cells: readonly string[], column: number, value: string): string[] {
  const others = Array.from({ length: Math.max(cells.length, column + 1) }, (_, index) => cells[index] ?? '');
  return others.map((cell, index) => (index === column ? value : unescapeFormula(cell)));
}
