/** What the queue goes through as the page shows it: where it stands, in a sign and a word. */
import { isOpen, type QueueEntry, stateOf } from '@kaohe/clauses';

/** What stands outside the items: decided as a whole. */
export type OutcomeEntry = Exclude<QueueEntry, { kind: 'clause' }>;
export type EntrySign = 'read' | 'accepted' | 'confirm' | 'unreadable' | 'not-scoring' | 'left-out';

export const SIGNS: Readonly<Record<EntrySign, string>> = {
  read: '●',
  accepted: '✓',
  confirm: '◆',
  unreadable: '▲',
  'not-scoring': '○',
  'left-out': '■',
};

export function signOf(entry: QueueEntry): EntrySign {
  if (entry.kind === 'clause') return signOfClause(entry);
  if (isOpen(entry)) return 'confirm';
  const decision = entry.kind === 'veto' ? entry.veto.decision : 'accepted';
  return decision === 'not-scoring' || decision === 'left-out' ? decision : 'accepted';
}

function signOfClause({ clause }: Extract<QueueEntry, { kind: 'clause' }>): EntrySign {
  const state = stateOf(clause);
  if (state.kind === 'scores') return clause.decision === 'open' ? 'read' : 'accepted';
  if (state.kind !== 'open') return state.kind;
  return clause.rule === null ? 'unreadable' : 'confirm';
}

/** The label of a button without the key it names: outside the queue the key does nothing. */
export function withoutKey(label: string): string {
  return label.replace(/\s*[（(](?:[A-Z]|Enter|Esc)[）)]$/, '');
}
