/** Beside a clause, the notes of the document that govern it, each with what the scheme makes of it. */
import { type DraftClause, isPinned, notesOver, type SchemeDraft } from '@kaohe/clauses';
import { useTranslation } from '../../shared/language/i18n';

interface GoverningNotesProps {
  readonly draft: SchemeDraft;
  readonly clause: DraftClause;
}

export function GoverningNotes({ draft, clause }: GoverningNotesProps) {
  const { t } = useTranslation();
  const notes = notesOver(draft, clause);
  if (notes.length === 0) return null;
  return (
    <section className="draft-governing" aria-label={t('draftFrame.notes.governs')}>
      <h3>{t('draftFrame.notes.governs')}</h3>
      <ul>
        {notes.map((note) => (
          <li key={`${note.span[0]} ${note.kind}`}>
            {isPinned(note, draft) ? '✓' : '■'} <q lang="zh-CN">{note.quote}</q>{' '}
            <small>{t(`draftFrame.notes.pins.${isPinned(note, draft) ? note.pin : 'left-out'}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
