/** Notes that hold for the whole table: what each becomes in the scheme, or that it stays in words. */
import { isPinned, type NotePin, PINS_OF } from '@kaohe/clauses';
import { useTranslation } from '../../shared/language/i18n';
import type { DraftFormProps } from './draft-form';

export function NotesForm({ draft, onChange }: DraftFormProps) {
  const { t } = useTranslation();
  const { notes } = draft;
  const put = (at: number, pin: NotePin) =>
    onChange({ ...draft, notes: notes.map((one, index) => (index === at ? { ...one, pin } : one)) });
  return (
    <section className="paper block frame-table" aria-label={t('draftFrame.notes.title')}>
      <h2>{t('draftFrame.notes.title')}</h2>
      {notes.length === 0 && <p className="hint">{t('draftFrame.notes.none')}</p>}
      {notes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('draftFrame.parts.quote')}</th>
              <th scope="col">{t('draftFrame.notes.pin')}</th>
            </tr>
          </thead>
          <tbody>
            {notes.map((note, index) => (
              <tr key={`${note.span[0]} ${note.kind}`}>
                <td lang="zh-CN">{note.quote}</td>
                <td>
                  <select
                    value={note.pin}
                    aria-label={`${t('draftFrame.notes.pin')} ${index + 1}`}
                    onChange={({ target }) => put(index, target.value as NotePin)}
                  >
                    {PINS_OF[note.kind].map((pin) => (
                      <option key={pin} value={pin}>
                        {t(`draftFrame.notes.pins.${pin}`)}
                      </option>
                    ))}
                  </select>{' '}
                  {note.pin === 'bonus' && !isPinned(note, draft) && <small>■ {t('draftFrame.notes.notSet')}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
