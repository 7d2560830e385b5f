/** A form of a part of the draft. */
import type { SchemeDraft } from '@kaohe/clauses';

export interface DraftFormProps {
  readonly draft: SchemeDraft;
  readonly onChange: (draft: SchemeDraft) => void;
}
