/** The vetoes, each with its condition; one no program can look up is left to the office, in words. */
import { type QueueEntry, queueOf, withEntry } from '@kaohe/clauses';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import type { DraftFormProps } from './draft-form';
import type { OutcomeEntry } from './entry-words';
import { OutcomePanel } from './outcome-panel';

export function VetoesForm({ draft, onChange }: DraftFormProps) {
  const { t } = useTranslation();
  const vetoes = queueOf(draft).flatMap((entry) => (entry.kind === 'veto' ? [entry] : []));
  return (
    <section className="paper block" aria-label={t('drafts.vetoes.title')}>
      <h2>{t('drafts.vetoes.title')}</h2>
      {vetoes.length === 0 && <p className="hint">{t('drafts.vetoes.none')}</p>}
      {vetoes.map((entry) => (
        <OneVeto key={entry.key} entry={entry} onChange={(next) => onChange(withEntry(draft, next))} />
      ))}
    </section>
  );
}

interface OneVetoProps {
  readonly entry: OutcomeEntry;
  readonly onChange: (entry: QueueEntry) => void;
}

function OneVeto({ entry, onChange }: OneVetoProps) {
  const [editing, setEditing] = useState(false);
  const put = (next: QueueEntry) => {
    setEditing(false);
    onChange(next);
  };
  return (
    <div className="draft-veto">
      <OutcomePanel
        entry={entry}
        keyed={false}
        editing={editing}
        onEditing={setEditing}
        onPut={put}
        onType={onChange}
      />
    </div>
  );
}
