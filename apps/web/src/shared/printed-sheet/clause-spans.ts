/** A criterion's text cut where its scoring sentences begin and end, so that each can be marked in place. */
import { type Clause, type Criterion, cellText } from '@kaohe/scoring';

export interface Span {
  readonly text: string;
  /** The scoring sentence this is. */
  readonly clause?: Clause;
  /** Why a sentence that looks like a rule does not score. */
  readonly notScoring?: string;
}

interface Mark extends Span {
  readonly from: number;
}

/** The spans of a row's criterion in order; together they are its text, nothing added or lost. */
export function clauseSpans(row: Criterion): Span[] {
  const text = cellText(row.criterion);
  const clauses = clauseMarks(row, text);
  const idle = (row.notScoring ?? []).flatMap(({ text: sentence, reason }): Mark[] => {
    const from = text.indexOf(sentence);
    const to = from + sentence.length;
    const free = from >= 0 && clauses.every((mark) => to <= mark.from || from >= mark.from + mark.text.length);
    return free ? [{ from, text: sentence, notScoring: reason }] : [];
  });
  const marks = [...clauses, ...idle].sort((a, b) => a.from - b.from);
  const spans: Span[] = [];
  let done = 0;
  for (const { from, ...span } of marks) {
    if (from > done) spans.push({ text: text.slice(done, from) });
    spans.push(span);
    done = from + span.text.length;
  }
  if (done < text.length) spans.push({ text: text.slice(done) });
  return spans;
}

/** Quotes stand in the order of the clauses; the checker has made sure of it. */
function clauseMarks(row: Criterion, text: string): Mark[] {
  let done = 0;
  return row.clauses.flatMap((clause) => {
    const from = text.indexOf(clause.quote, done);
    if (from < 0) return [];
    done = from + clause.quote.length;
    return [{ from, text: clause.quote, clause }];
  });
}
