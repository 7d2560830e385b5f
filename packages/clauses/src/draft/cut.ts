/** A sentence with several rules, cut where one ends and the next begins; undefined where no such places are plain. */
import type { ImportedClause, ImportedRule } from '../imported.js';
import type { Span } from '../text/span.js';

export interface Piece {
  readonly quote: string;
  readonly span: Span;
  readonly rule: ImportedRule;
}

const MARKS = /\d(?:\.\d+)?\s*分|不得分|零分/;

export function cutByRule({ quote, span, rules }: ImportedClause): Piece[] | undefined {
  if (rules.length < 2) return undefined;
  const ends = endsOfSentences(quote, rules.length) ?? endsOfList(quote, rules.length);
  if (!ends) return undefined;
  return rules.map((rule, index) => {
    const [from, to] = [ends[index - 1] ?? 0, ends[index] ?? quote.length];
    return { quote: quote.slice(from, to), span: [span[0] + from, span[0] + to], rule };
  });
}

/** “…扣2分，…扣1分”: each part names its own marks. */
function endsOfSentences(quote: string, count: number): number[] | undefined {
  const ends: number[] = [];
  let from = 0;
  for (const { index = 0 } of quote.matchAll(/[，；。;,]/g)) {
    if (!MARKS.test(quote.slice(from, index + 1))) continue;
    ends.push(index + 1);
    from = index + 1;
  }
  if (MARKS.test(quote.slice(from))) ends.push(quote.length);
  else if (ends.length > 0) ends[ends.length - 1] = quote.length;
  return ends.length === count ? ends : undefined;
}

/** “甲、乙、丙的，分别扣1分、1分、2分”: each condition, the last with the marks of all. */
function endsOfList(quote: string, count: number): number[] | undefined {
  const marks = quote.search(/分别/);
  if (marks < 0) return undefined;
  const ends = [...quote.slice(0, marks).matchAll(/、/g)].map(({ index = 0 }) => index + 1);
  return ends.length === count - 1 ? [...ends, quote.length] : undefined;
}
