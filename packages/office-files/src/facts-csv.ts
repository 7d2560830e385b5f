/** FACTS as CSV: one observation a line. `readFactsCsv(writeFactsCsv(tree)) = tree` for every tree of facts. */
import { type Place, type RawObject, type RawTree, text } from '@kaohe/scoring';
import { type DecodedText, decodeText } from './csv/decode-text.js';
import { unescapeFormula } from './csv/injection.js';
import { type CsvRecord, detectDelimiter, parseCsv } from './csv/parse-csv.js';
import { renderCsv } from './csv/render-csv.js';
import { COLUMN_KEYS, COLUMNS, type FactLine, factLine } from './facts/fact-line.js';
import type { PlacedLine } from './facts/line-reader.js';
import { plainText } from './facts/normal-value.js';
import { readLines } from './facts/read-lines.js';
import { treeLines } from './facts/tree-lines.js';
import type { SchemeWords } from './facts/vocabulary.js';
import type { CellPlace, OfficeProblem } from './problems/office-problem.js';

/** Facts as they stand in a file, before they are checked against the scheme. */
export interface FactsRead {
  readonly tree: RawTree;
  /** The cell of a value of the tree, or of the nearest value above it. */
  readonly locate: (at: Place) => CellPlace | undefined;
  /** What is wrong with the file itself; with any of them nothing of it is taken. */
  readonly problems: readonly OfficeProblem[];
  /** How the text was read, where that was told by trial. */
  readonly encoding?: DecodedText['encoding'];
}

export function writeFactsCsv(tree: RawObject, words: SchemeWords): string {
  return renderLines(treeLines(tree, words));
}

export function renderLines(lines: readonly FactLine[]): string {
  const header = COLUMN_KEYS.map((key) => COLUMNS[key]);
  return renderCsv([header, ...lines.map((line) => COLUMN_KEYS.map((key) => line[key]))]);
}

/** Whether bytes are a table of facts, told by its first line. */
export function isFactsCsv(bytes: Uint8Array): boolean {
  const decoded = decodeText(firstLine(bytes));
  if (decoded === undefined) return false;
  const first = /^[^\r\n]*/.exec(decoded.text)?.[0] ?? '';
  const names = cellsOf(first);
  return names.includes(COLUMNS.subject) && names.includes(COLUMNS.value);
}

/** Up to a line's end: cut anywhere else, a character in two could pass for one of another encoding. UTF-16 ends its lines otherwise. */
function firstLine(bytes: Uint8Array): Uint8Array {
  const isWide = (bytes[0] ?? 0) >= 0xfe;
  const end = isWide ? -1 : bytes.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function cellsOf(line: string): string[] {
  const records = parseCsv(line, detectDelimiter(line));
  return Array.isArray(records) ? (records[0]?.cells ?? []).map(plainText) : [];
}

export function readFactsCsv(bytes: Uint8Array, words: SchemeWords): FactsRead {
  const decoded = decodeText(bytes);
  if (decoded === undefined) return refused(NOT_TEXT);
  const { text: whole, encoding } = decoded;
  const records = parseCsv(whole, detectDelimiter(whole));
  if (!Array.isArray(records)) return refused(unclosed(records.unclosedAt), records.unclosedAt);
  const [header, ...lines] = records;
  const columns = columnsOf(header);
  const missing = (['subject', 'value'] as const).filter((key) => !columns.has(key));
  if (missing.length > 0) return refused(noColumn(missing.map((key) => COLUMNS[key])), 1);
  const { builder, problems } = readLines(
    lines.map((record) => placedLine(record, columns)),
    words,
  );
  return { tree: builder.tree(), locate: (at) => builder.locate(at), problems, ...(encoding && { encoding }) };
}

function columnsOf(header: CsvRecord | undefined): Map<keyof FactLine, number> {
  const names = header?.cells.map(plainText) ?? [];
  const found = COLUMN_KEYS.map((key) => [key, names.indexOf(COLUMNS[key]) + 1] as const);
  return new Map(found.filter(([, column]) => column > 0));
}

function placedLine({ line, cells }: CsvRecord, columns: ReadonlyMap<keyof FactLine, number>): PlacedLine {
  const stated = [...columns].map(([key, column]) => [key, unescapeFormula(cells[column - 1] ?? '')]);
  return { line: factLine(Object.fromEntries(stated)), row: line, columns };
}

function refused(words: OfficeProblem['text'], row?: number): FactsRead {
  const at = row === undefined ? undefined : { row, column: 1 };
  return { tree: {}, locate: () => undefined, problems: [{ at, text: words }] };
}

const NOT_TEXT = text(
  '文件不是文字（UTF-8、UTF-16 或 GB 18030）。请在表格软件里“另存为”CSV UTF-8。',
  'The file is not text (UTF-8, UTF-16 or GB 18030). Save it as CSV UTF-8.',
);
const unclosed = (line: number) =>
  text(
    `第 ${line} 行的引号没有配对，后面的内容分不清是哪一格。`,
    `A quote of line ${line} never closes; what follows cannot be told apart.`,
  );
const noColumn = (names: readonly string[]) =>
  text(`第一行没有列名：${names.join('、')}。`, `The first line does not name the columns ${names.join(', ')}.`);
