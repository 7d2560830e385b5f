/**
 * A cell that begins like a formula is run by the program that opens the file. It is written behind an apostrophe, and read
 * without it: `read(write(text)) = text` for every text.
 */
const RISKY = /^'*[=+\-@＝＋－＠\t\r\n]/;
const ESCAPED = /^'+[=+\-@＝＋－＠\t\r\n]/;

export function escapeFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

export function unescapeFormula(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text;
}
