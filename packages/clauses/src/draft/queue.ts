/** What a person goes through, one after another: the sentences, the bonus as a whole, the vetoes and the grades. */
import { acceptedOf } from './answers.js';
import type { Decision, DraftBand, DraftClause, DraftVeto, SchemeDraft } from './draft.js';
import { clausesOf, stateOf } from './state.js';
import { isDecimal } from './to-rule.js';
import { isWhole } from './veto-conditions.js';

export type QueueEntry =
  | { readonly kind: 'clause'; readonly key: string; readonly clause: DraftClause }
  | { readonly kind: 'bonus'; readonly key: string; readonly bonus: SchemeDraft['bonus'] }
  | { readonly kind: 'veto'; readonly key: string; readonly veto: DraftVeto }
  | { readonly kind: 'band'; readonly key: string; readonly band: DraftBand };

export const BONUS_KEY = 'bonus';

/** In the order of the document, as far as it has one. */
export function queueOf(draft: SchemeDraft): QueueEntry[] {
  const { bonus, vetoes, bands } = draft;
  return [
    ...clausesOf(draft).map((clause) => ({ kind: 'clause' as const, key: clause.key, clause })),
    ...(bonus.clauses.length === 0 ? [] : [{ kind: 'bonus' as const, key: BONUS_KEY, bonus }]),
    ...vetoes.map((veto, index) => ({ kind: 'veto' as const, key: `veto-${index + 1}`, veto })),
    ...bands.map((band, index) => ({ kind: 'band' as const, key: `band-${index + 1}`, band })),
  ];
}

/** Whether a person has something to decide. */
export function isOpen(entry: QueueEntry): boolean {
  switch (entry.kind) {
    case 'clause':
      return stateOf(entry.clause).kind === 'open';
    case 'bonus':
      return !isDecimal(entry.bonus.cap) && entry.bonus.clauses.some(mayScore);
    case 'veto':
      return entry.veto.decision === 'open' || (isTaken(entry.veto) && !isWhole(entry.veto.when));
    case 'band':
      return entry.band.decision === 'open';
  }
}

const mayScore = (clause: DraftClause): boolean => /^(?:open|scores)$/.test(stateOf(clause).kind);
const isTaken = ({ decision }: { readonly decision: Decision }): boolean =>
  decision === 'accepted' || decision === 'changed';

/** Taken as it stands; undefined where something is missing. */
export function acceptedEntry(entry: QueueEntry): QueueEntry | undefined {
  switch (entry.kind) {
    case 'clause': {
      const clause = acceptedOf(entry.clause);
      return clause && { ...entry, clause };
    }
    case 'bonus':
      return isOpen(entry) ? undefined : entry;
    case 'veto':
      return isWhole(entry.veto.when) ? { ...entry, veto: { ...entry.veto, decision: 'accepted' } } : undefined;
    case 'band':
      return isNamed(entry.band) ? { ...entry, band: { ...entry.band, decision: 'accepted' } } : undefined;
  }
}

const isNamed = ({ grade, from }: DraftBand): boolean => grade.trim() !== '' && (from === '' || isDecimal(from));

/** Decided otherwise, or taken back; undefined where that cannot be said of it: a grade is there or removed. */
export function decidedEntry(entry: QueueEntry, decision: 'not-scoring' | 'left-out' | 'open'): QueueEntry | undefined {
  switch (entry.kind) {
    case 'clause': {
      const { clause } = entry;
      return { ...entry, clause: { ...clause, decision, answered: decision === 'open' ? [] : clause.answered } };
    }
    case 'veto':
      return { ...entry, veto: { ...entry.veto, decision } };
    case 'band':
      return decision === 'open' ? { ...entry, band: { ...entry.band, decision } } : undefined;
    case 'bonus':
      return undefined;
  }
}

/** The draft with one entry as it is now. */
export function withEntry(draft: SchemeDraft, entry: QueueEntry): SchemeDraft {
  switch (entry.kind) {
    case 'clause':
      return withClause(draft, entry.clause);
    case 'bonus':
      return { ...draft, bonus: entry.bonus };
    case 'veto':
      return { ...draft, vetoes: draft.vetoes.map((one, at) => (`veto-${at + 1}` === entry.key ? entry.veto : one)) };
    case 'band':
      return { ...draft, bands: draft.bands.map((one, at) => (`band-${at + 1}` === entry.key ? entry.band : one)) };
  }
}

function withClause(draft: SchemeDraft, clause: DraftClause): SchemeDraft {
  const put = (list: readonly DraftClause[]) => list.map((one) => (one.key === clause.key ? clause : one));
  return {
    ...draft,
    items: draft.items.map((item) => ({ ...item, clauses: put(item.clauses) })),
    bonus: { ...draft.bonus, clauses: put(draft.bonus.clauses) },
  };
}
