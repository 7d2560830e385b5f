/** Notes that hold for all rows, each with what it becomes in a scheme; where the scheme has nothing for it, it stays in words. */
import type { ImportedNote, NoteKind } from '../imported.js';
import type { DraftClause, SchemeDraft } from './draft.js';
import type { DraftNote, NotePin } from './draft-frame.js';

/** What a note of each kind may become, the likeliest first. */
export const PINS_OF: Readonly<Record<NoteKind, readonly NotePin[]>> = {
  inclusive: ['limits', 'left-out'],
  floor: ['item-floor', 'row-floor', 'left-out'],
  carry: ['carry', 'left-out'],
  'highest-only': ['bonus', 'left-out'],
  'no-repeat': ['bonus', 'left-out'],
  accumulate: ['adds-up', 'left-out'],
  'bonus-cap': ['bonus', 'left-out'],
  'not-applicable': ['full-marks', 'rescale', 'left-out'],
};

interface Ground {
  readonly source: string;
  /** Rows have marks of their own. */
  readonly hasRowMarks: boolean;
}

export function startNotes(notes: readonly ImportedNote[], ground: Ground): DraftNote[] {
  return notes.flatMap(({ kind, quote, span }): DraftNote[] => {
    // “90分（含）以上” says what one band includes, and the band has it.
    if (kind === 'inclusive' && !/本数|本级|包[含括]|均含/.test(quote)) return [];
    return [{ kind, quote, span, pin: pinOf(kind, sentenceAt(ground.source, span[0]), ground) }];
  });
}

/** The line up to its last stop before the note, and on to the next. */
function sentenceAt(source: string, at: number): string {
  const from = Math.max(...['。', '；', '\n'].map((stop) => source.lastIndexOf(stop, at - 1))) + 1;
  return /^[^。；\n]*/.exec(source.slice(from))?.[0] ?? '';
}

function pinOf(kind: NoteKind, sentence: string, { hasRowMarks }: Ground): NotePin {
  if (kind === 'floor' && !/大项/.test(sentence) && /[小该各每]项|该条/.test(sentence))
    return hasRowMarks ? 'row-floor' : /小项/.test(sentence) ? 'left-out' : 'item-floor';
  if (kind === 'highest-only' || kind === 'no-repeat') return /[加奖]/.test(sentence) ? 'bonus' : 'left-out';
  if (kind !== 'not-applicable') return PINS_OF[kind][0] ?? 'left-out';
  if (/折算|剔除|换算/.test(sentence)) return 'rescale';
  return /满分|不扣分/.test(sentence) ? 'full-marks' : 'left-out';
}

/** Whether the note's parameter is in force: what stands in the bonus is set there. */
export function isPinned({ kind, pin }: DraftNote, { bonus }: Pick<SchemeDraft, 'bonus'>): boolean {
  if (pin === 'left-out') return false;
  if (pin !== 'bonus') return true;
  return bonus.clauses.length > 0 && (kind === 'bonus-cap' ? bonus.cap !== '' : bonus.highestOnly);
}

/** The notes that govern a clause. */
export function notesOver(draft: SchemeDraft, clause: DraftClause): readonly DraftNote[] {
  const isBonus = draft.bonus.clauses.some(({ key }) => key === clause.key);
  return draft.notes.filter((note) => governs(note, clause, isBonus));
}

function governs({ kind, pin }: DraftNote, { quote, rule }: DraftClause, isBonus: boolean): boolean {
  switch (kind) {
    case 'inclusive':
      return /以[上下内]/.test(quote);
    case 'bonus-cap':
      return isBonus;
    case 'floor':
    case 'carry':
      return !isBonus && rule?.said.effect !== 'award';
    case 'highest-only':
    case 'no-repeat':
      return pin === 'bonus' ? isBonus : !isBonus;
    case 'accumulate':
    case 'not-applicable':
      return !isBonus;
  }
}
