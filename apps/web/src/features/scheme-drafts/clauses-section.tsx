/** The document with its clauses marked, and what of the queue is in hand: each leads to the other. */
import {
  acceptedEntry,
  addClause,
  answersOf,
  decidedEntry,
  isOpen,
  type QueueEntry,
  queueOf,
  withEntry,
} from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { ClausePanel } from './clause-panel';
import { DocumentLines } from './document-lines';
import { EntryList } from './entry-list';
import { GoverningNotes } from './governing-notes';
import { OutcomePanel } from './outcome-panel';
import { selectedSpan } from './selected-span';
import type { DraftEditor } from './use-draft-editor';
import { useQueueKeys } from './use-queue-keys';

interface ClausesSectionProps {
  readonly source: string;
  readonly editor: DraftEditor;
  readonly selected: string | undefined;
  readonly onSelect: (key: string | undefined) => void;
}

export function ClausesSection({ source, editor, selected, onSelect }: ClausesSectionProps) {
  const { t } = useTranslation();
  const { body, change, undo } = editor;
  const [editing, setEditing] = useState(false);
  const entries = useMemo(() => queueOf(body), [body]);
  const chosen = entries.find(({ key }) => key === selected) ?? entries.find(isOpen) ?? entries[0];
  const select = useCallback(
    (key: string) => {
      onSelect(key);
      setEditing(false);
    },
    [onSelect],
  );
  const put = (entry: QueueEntry) => {
    const next = withEntry(body, entry);
    change(next);
    // An answer that leaves something open stays where it is.
    if (!isOpen(entry)) select(openAfter(queueOf(next), entry.key)?.key ?? entry.key);
  };
  const step = (by: 1 | -1) => {
    const order = by === 1 ? entries : [...entries].reverse();
    const next = chosen && openAfter(order, chosen.key);
    if (next) select(next.key);
  };
  useQueueKeys({
    step,
    undo,
    accept: () => {
      const accepted = chosen && acceptedEntry(chosen);
      if (accepted) put(accepted);
      else if (chosen) setEditing(true);
    },
    answer: (number) => {
      const answer = chosen?.kind === 'clause' ? answersOf(chosen.clause)[number - 1] : undefined;
      if (chosen?.kind === 'clause' && answer) put({ ...chosen, clause: answer.clause });
    },
    edit: () => setEditing(true),
    close: () => setEditing(false),
    decide: (decision) => {
      const decided = chosen && decidedEntry(chosen, decision);
      if (decided) put(decided);
    },
  });
  const add = () => {
    const span = selectedSpan();
    const added = span && addClause(body, source, span);
    if (!added) return;
    change(added.draft);
    select(added.key);
  };
  return (
    <div className="draft-desk">
      <DocumentLines source={source} entries={entries} chosen={chosen?.key} onSelect={select} />
      <div className="draft-side">
        {!entries.some(({ kind }) => kind === 'clause') && (
          <p className="paper draft-nothing" role="note">
            ▲ {t('drafts.noClauseWhy')}
          </p>
        )}
        {chosen && (
          <EntryPanel
            key={chosen.key}
            entry={chosen}
            editing={editing}
            onEditing={setEditing}
            onPut={put}
            onType={(entry) => change(withEntry(body, entry))}
          />
        )}
        {chosen?.kind === 'clause' && <GoverningNotes draft={body} clause={chosen.clause} />}
        <p className="hint">
          <Button size="small" onClick={add}>
            {t('drafts.add')}
          </Button>{' '}
          {t('drafts.addWhy')}
        </p>
        {chosen && <EntryList entries={entries} chosen={chosen.key} onSelect={select} />}
        <p className="hint">{t('drafts.keys')}</p>
      </div>
    </div>
  );
}

interface EntryPanelProps {
  readonly entry: QueueEntry;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
  readonly onPut: (entry: QueueEntry) => void;
  readonly onType: (entry: QueueEntry) => void;
}

function EntryPanel(props: EntryPanelProps) {
  const { entry, onPut, onType } = props;
  if (entry.kind !== 'clause') return <OutcomePanel {...props} entry={entry} keyed />;
  return (
    <ClausePanel
      {...props}
      clause={entry.clause}
      onPut={(clause) => onPut({ ...entry, clause })}
      onType={(clause) => onType({ ...entry, clause })}
    />
  );
}

/** The next one open behind an entry, from the start again at the end. */
function openAfter(entries: readonly QueueEntry[], key: string): QueueEntry | undefined {
  const at = entries.findIndex((one) => one.key === key);
  return [...entries.slice(at + 1), ...entries.slice(0, at)].find(isOpen);
}
