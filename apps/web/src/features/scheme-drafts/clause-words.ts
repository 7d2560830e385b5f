/** A clause as the page shows it: where it stands, in a sign and a word. */
import { type DraftClause, type SchemeDraft, stateOf } from '@kaohe/clauses';

export type ClauseSign = 'read' | 'accepted' | 'confirm' | 'unreadable' | 'not-scoring' | 'left-out';

export const SIGNS: Readonly<Record<ClauseSign, string>> = {
  read: '●',
  accepted: '✓',
  confirm: '◆',
  unreadable: '▲',
  'not-scoring': '○',
  'left-out': '■',
};

export function signOf(clause: DraftClause): ClauseSign {
  const state = stateOf(clause);
  if (state.kind === 'scores') return clause.decision === 'open' ? 'read' : 'accepted';
  if (state.kind !== 'open') return state.kind;
  return clause.rule === null ? 'unreadable' : 'confirm';
}

export const isOpen = (clause: DraftClause): boolean => stateOf(clause).kind === 'open';

/** The draft with one clause changed. */
export function withClause(draft: SchemeDraft, clause: DraftClause): SchemeDraft {
  const put = (list: readonly DraftClause[]) => list.map((one) => (one.key === clause.key ? clause : one));
  return {
    ...draft,
    items: draft.items.map((item) => ({ ...item, clauses: put(item.clauses) })),
    bonus: { ...draft.bonus, clauses: put(draft.bonus.clauses) },
  };
}
