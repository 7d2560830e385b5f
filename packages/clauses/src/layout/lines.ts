/** The lines of the document without its page numbers; a heading that stands inside a line starts a line of its own. */
import { normalCharacters } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { inColumns } from './two-columns.js';

export interface Line {
  readonly span: Span;
  /** In normal characters, of the same length as the span. */
  readonly text: string;
}

const PAGE_LINE =
  /^\s*(?:[-·]\s*\d{1,3}\s*[-·]|第\s*\d{1,3}\s*页(?:[\s，/]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/;
const INNER_HEADING =
  /(?<=[^\s|\t第])(?=[一二三四五六七八九十]{1,3}、[^。；，、|\t\d加扣得减记]{2,20}（?(?:共|计|满分)?\s*\d{1,3}\s*分）?)|(?<=[。；）])(?=\s*（[一二三四五六七八九十]{1,3}）[^。；，、|\t]{2,20}（\s*\d{1,3}\s*分）)|(?<=[。；])(?=(?:加分项|奖励项|否决项|扣分项|减分项|等次评?定?|等级评定)[：\u4e00-\u9fa5\d])|(?<=[。；]|分）|^\s*[一二三四五六七八九十]{1,3}、[^。；，：（\d]{2,20}\d{1,3}分?[\u4e00-\u9fa5]{0,8})(?=\s*\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[\u4e00-\u9fa5“])|(?<=[。；]|\d分)(?=\s*\d{1,2}\.[\u4e00-\u9fa5、“”]{2,14}\d{1,2}(?:\.5)?[\u4e00-\u9fa5“])/g;

/** Lines with something in them, in order; page numbers that stand alone are apart. */
export function linesOf(raw: string): { readonly lines: readonly Line[]; readonly pageLines: readonly Span[] } {
  const lines: Line[] = [];
  const pageLines: Span[] = [];
  let at = 0;
  for (const one of raw.split('\n')) {
    const text = normalCharacters(one);
    if (PAGE_LINE.test(text)) pageLines.push([at, at + one.length]);
    else if (text.trim() !== '') lines.push({ text, span: [at, at + text.length] });
    at += one.length + 1;
  }
  return { lines: inColumns(lines).flatMap(splitAtHeadings), pageLines };
}

function splitAtHeadings(line: Line): Line[] {
  const { text } = line;
  const [at] = line.span;
  if (/^\s*[|│]|\t/.test(text)) return [line];
  const cuts = [0, ...[...text.matchAll(INNER_HEADING)].map(({ index = 0 }) => index), text.length];
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] ?? 0;
    return to > from ? [{ text: text.slice(from, to), span: [at + from, at + to] as const }] : [];
  });
}
