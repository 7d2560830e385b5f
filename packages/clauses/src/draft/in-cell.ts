/** A sentence that was read across cells begins in the cell it ends in: what stands before it there are the row's name and requirement. */
import type { DraftClause } from './draft.js';
import type { DraftRow } from './draft-frame.js';

export function inCell(clause: DraftClause, row: DraftRow | undefined, source: string): DraftClause {
  const [from, to] = clause.span;
  const holds = (at: number) => row?.cells.find(({ span }) => span[0] <= at && at < span[1]);
  const [first, last] = [holds(from), holds(to - 1)];
  if (!first || !last || first === last) return clause;
  const lead = /^(?:\s|<[^<>]*>)*/.exec(source.slice(last.span[0], to))?.[0].length ?? 0;
  const start = last.span[0] + lead;
  return start >= to ? clause : { ...clause, span: [start, to], quote: source.slice(start, to) };
}
