/** CSV text → records (RFC 4180, and what office programs make of it: any line end, `;` or tab between the cells). */

export interface CsvRecord {
  /** The line of the text it starts on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type Delimiter = ',' | ';' | '\t';

/** The delimiter of the first line: the one that stands there most often outside quotes. */
export function detectDelimiter(text: string): Delimiter {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => first.split(delimiter).length;
  const all = [',', ';', '\t'] as const;
  return all.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** The records of a text; or the line of a quote that never closes. */
export function parseCsv(text: string, delimiter: Delimiter): CsvRecord[] | { readonly unclosedAt: number } {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let start = 1;
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : undefined;
    if (quoted === 'unclosed') return { unclosedAt: line };
    const plainEnd = endOfPlain(text, quoted?.next ?? at, delimiter);
    const rest = text.slice(quoted?.next ?? at, plainEnd);
    cells.push(quoted ? quoted.value + rest : rest);
    line += linesIn(quoted?.value ?? '');
    at = plainEnd;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      cells.push(''); // the text ends with a delimiter: one more cell, empty
    }
    records.push({ line: start, cells });
    cells = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    start = line;
  }
  return records;
}

function readQuoted(text: string, from: number): { readonly value: string; readonly next: number } | 'unclosed' {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return 'unclosed';
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function linesIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
