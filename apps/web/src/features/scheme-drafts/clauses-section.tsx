/** The document with its clauses marked, and the clause in hand: each leads to the other. */
import { acceptedOf, addClause, answersOf, clausesOf, type DraftClause, type SchemeDraft } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { ClauseList } from './clause-list';
import { ClausePanel } from './clause-panel';
import { isOpen, withClause } from './clause-words';
import { DocumentLines } from './document-lines';
import { GoverningNotes } from './governing-notes';
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
  const clauses = useMemo(() => clausesOf(body), [body]);
  const chosen = clauses.find(({ key }) => key === selected) ?? clauses.find(isOpen) ?? clauses[0];
  const select = useCallback(
    (key: string) => {
      onSelect(key);
      setEditing(false);
    },
    [onSelect],
  );
  const put = (clause: DraftClause, next: SchemeDraft = withClause(body, clause)) => {
    change(next);
    // An answer that leaves something open stays where it is.
    if (!isOpen(clause)) select(openAfter(clausesOf(next), clause.key)?.key ?? clause.key);
  };
  const step = (by: 1 | -1) => {
    const order = by === 1 ? clauses : [...clauses].reverse();
    const next = chosen && openAfter(order, chosen.key);
    if (next) select(next.key);
  };
  useQueueKeys({
    step,
    undo,
    accept: () => {
      const accepted = chosen && acceptedOf(chosen);
      if (accepted) put(accepted);
      else if (chosen) setEditing(true);
    },
    answer: (number) => {
      const answer = chosen && answersOf(chosen)[number - 1];
      if (answer) put(answer.clause);
    },
    edit: () => setEditing(true),
    close: () => setEditing(false),
    decide: (decision) => chosen && put({ ...chosen, decision }),
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
      <DocumentLines source={source} draft={body} chosen={chosen?.key} onSelect={select} />
      <div className="draft-side">
        {clauses.length === 0 && (
          <p className="paper draft-nothing" role="note">
            ▲ {t('drafts.noClauseWhy')}
          </p>
        )}
        {chosen && (
          <ClausePanel
            key={chosen.key}
            clause={chosen}
            editing={editing}
            onEditing={setEditing}
            onPut={put}
            onType={(clause) => change(withClause(body, clause))}
          />
        )}
        {chosen && <GoverningNotes draft={body} clause={chosen} />}
        <p className="hint">
          <Button size="small" onClick={add}>
            {t('drafts.add')}
          </Button>{' '}
          {t('drafts.addWhy')}
        </p>
        {chosen && <ClauseList clauses={clauses} chosen={chosen.key} onSelect={select} />}
        <p className="hint">{t('drafts.keys')}</p>
      </div>
    </div>
  );
}

/** The next one open behind a clause, from the start again at the end. */
function openAfter(clauses: readonly DraftClause[], key: string): DraftClause | undefined {
  const at = clauses.findIndex((one) => one.key === key);
  return [...clauses.slice(at + 1), ...clauses.slice(0, at)].find(isOpen);
}
