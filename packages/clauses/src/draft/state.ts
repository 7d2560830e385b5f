/** Where a clause of a draft stands: what it still lacks, and what it becomes in the scheme. */
import type { Rule } from '@kaohe/scoring';
import type { DraftClause, SchemeDraft } from './draft.js';
import type { RuleGap } from './gaps.js';
import { toRule } from './to-rule.js';

export type ClauseState =
  | { readonly kind: 'scores'; readonly rule: Rule }
  | { readonly kind: 'open'; readonly gaps: readonly RuleGap[] }
  | { readonly kind: 'not-scoring' }
  | { readonly kind: 'left-out' };

/** A clause that was read for certain, or that a person has confirmed, scores where its rule is whole. */
export function stateOf(clause: DraftClause): ClauseState {
  if (clause.decision === 'not-scoring' || clause.decision === 'left-out') return { kind: clause.decision };
  if (clause.rule === null) return { kind: 'open', gaps: ['no-rule'] };
  const made = toRule(clause.rule);
  if ('gaps' in made) return { kind: 'open', gaps: made.gaps };
  if (clause.decision === 'open' && clause.status !== 'read') return { kind: 'open', gaps: ['undecided'] };
  return { kind: 'scores', rule: made.rule };
}

/** Every clause of the draft in the order of the document, those of the bonus last. */
export function clausesOf(draft: SchemeDraft): readonly DraftClause[] {
  return [...draft.items.flatMap(({ clauses }) => clauses), ...draft.bonus.clauses];
}
