/** A sentence the reader missed, added by a person who points at it. */
import { parseSentence } from '../parse-sentence.js';
import type { Span } from '../text/span.js';
import type { DraftClause, DraftItem, SchemeDraft } from './draft.js';
import { pinnedRule } from './pins.js';
import { clausesOf } from './state.js';

/** The draft with the sentence at its place, in the row of the clause before it; undefined where there is no item to hold it. */
export function addClause(
  draft: SchemeDraft,
  source: string,
  span: Span,
): { readonly draft: SchemeDraft; readonly key: string } | undefined {
  const quote = source.slice(...span);
  const holder = holderOf(draft.items, span);
  if (holder === undefined || quote.trim() === '') return undefined;
  const count = Math.max(0, ...clausesOf(draft).map(({ key }) => Number(key.slice(1))));
  const { start, clauses } = draft.items[holder] ?? { start: 'full', clauses: [] };
  const read = parseSentence(quote, start);
  const rule = read.length === 1 ? read[0]?.rules[0] : undefined;
  const neighbour = [...clauses].reverse().find((clause) => clause.span[0] <= span[0]) ?? clauses[0];
  const added: DraftClause = {
    key: `c${count + 1}`,
    quote,
    span,
    row: neighbour?.row ?? '1',
    status: rule === undefined ? 'unreadable' : 'confirm',
    questions: [],
    answered: [],
    decision: 'open',
    rule: rule === undefined ? null : pinnedRule(rule, quote),
  };
  const items = draft.items.map((item, index) =>
    index === holder ? { ...item, clauses: [...clauses, added].sort((a, b) => a.span[0] - b.span[0]) } : item,
  );
  return { draft: { ...draft, items }, key: added.key };
}

/** The last item that begins before the place; the first where none does. */
function holderOf(items: readonly DraftItem[], [from]: Span): number | undefined {
  const begins = items.map(({ clauses }) => Math.min(...clauses.map(({ span }) => span[0])));
  const before = begins.map((begin, index) => (begin <= from ? index : -1));
  return items.length === 0 ? undefined : Math.max(0, ...before);
}
