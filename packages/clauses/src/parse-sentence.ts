/** One scoring sentence by itself, as a row of an item that starts full (or at zero). */
import type { ClauseStatus, ImportedRule } from './imported.js';
import { phrasesOf } from './sentences/phrases.js';
import { readRow } from './sentences/read-row.js';
import { normalText } from './text/normal-text.js';
import type { Span } from './text/span.js';

export interface ParsedClause {
  readonly span: Span;
  readonly pattern: string;
  readonly status: ClauseStatus;
  readonly rules: readonly ImportedRule[];
  /** Codes of what is asked and of what is broken. */
  readonly asks: readonly string[];
}

export function parseSentence(sentence: string, start: 'full' | 'zero' = 'full'): readonly ParsedClause[] {
  const normal = normalText(sentence, [[[0, sentence.length]]]);
  const phrases = phrasesOf(normal.text);
  const amounts = phrases.flatMap(({ act }) => (act.kind === 'amount' ? act.numbers : []));
  const around = {
    start,
    rowMarks: undefined,
    part: 'item',
    inclusive: false,
    highestOnly: false,
    amounts,
    marksAddUp: false,
  } as const;
  return readRow(normal, phrases, around).map(({ from, to, pattern, status, rules, asks }) => ({
    span: normal.spanOf(from, to),
    pattern,
    status,
    rules,
    asks: [...new Set(asks)],
  }));
}
