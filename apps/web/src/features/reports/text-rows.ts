/** How many lines a field shows: what it holds, within bounds. A field that measures itself would need inline styles. */
const LETTERS_A_LINE = 46;

export function textRows(text: string, least: number, most: number): number {
  const lines = text.split('\n').reduce((all, line) => all + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 0);
  return Math.min(most, Math.max(least, lines));
}
