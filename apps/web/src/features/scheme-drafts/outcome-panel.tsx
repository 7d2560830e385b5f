/** A veto, a grade or the bonus in hand: what the document says, how it was read, and the decision, which can be taken back. */
import { acceptedEntry, decidedEntry, isOpen, type QueueEntry } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import { type OutcomeEntry, SIGNS, signOf, withoutKey } from './entry-words';
import { BandFields, BonusFields, VetoFields } from './outcome-fields';
import { useEntryWords } from './use-entry-words';

export interface OutcomePanelProps {
  readonly entry: OutcomeEntry;
  /** In the queue the buttons name their keys. */
  readonly keyed: boolean;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
  /** Decided: the next open one comes. */
  readonly onPut: (entry: QueueEntry) => void;
  /** Changed while it is being typed. */
  readonly onType: (entry: QueueEntry) => void;
}

export function OutcomePanel(props: OutcomePanelProps) {
  const { entry, editing, onEditing, onPut } = props;
  const { t } = useTranslation();
  const { quote, reads, asks } = useEntryWords(entry);
  const sign = signOf(entry);
  const title = t(`drafts.queue.${entry.kind}`);
  return (
    <section className={`paper draft-clause ${sign}`} aria-label={title}>
      <h2>
        <span className={`draft-sign ${sign}`}>
          {SIGNS[sign]} {t(`drafts.signs.${sign}`)}
        </span>{' '}
        {title}
      </h2>
      {quote !== '' && (
        <p className="clause-quote" lang="zh-CN">
          <q>{quote}</q>
        </p>
      )}
      <p className="draft-prints">
        <strong>
          <Quoted text={reads} />
        </strong>
      </p>
      {isOpen(entry) && (
        <ul className="draft-questions" aria-label={t('drafts.questions')}>
          <li>
            ◆ <Quoted text={asks} />
          </li>
        </ul>
      )}
      <Decisions {...props} />
      {editing && (
        <OutcomeForm
          {...props}
          onDone={() => {
            onEditing(false);
            const accepted = acceptedEntry(entry);
            if (accepted) onPut(accepted);
          }}
        />
      )}
    </section>
  );
}

/** One that is decided offers nothing but to be decided again. */
function Decisions({ entry, keyed, editing, onEditing, onPut, onType }: OutcomePanelProps) {
  const { t } = useTranslation();
  const label = (words: string) => (keyed ? words : withoutKey(words));
  const accepted = acceptedEntry(entry);
  const reopened = decidedEntry(entry, 'open');
  if (!isOpen(entry) && reopened)
    return (
      <div className="row-buttons">
        <Button size="small" onClick={() => onType(reopened)}>
          {t('drafts.takeBack')}
        </Button>
      </div>
    );
  return (
    <div className="row-buttons">
      {reopened && (
        <Button
          size="small"
          type="primary"
          disabled={accepted === undefined}
          onClick={() => accepted && onPut(accepted)}
        >
          {label(t('drafts.accept'))}
        </Button>
      )}
      <Button size="small" aria-expanded={editing} onClick={() => onEditing(!editing)}>
        {label(t(editing ? 'drafts.closeForm' : 'drafts.edit'))}
      </Button>
      {(['left-out', 'not-scoring'] as const).map((decision) => {
        const decided = decidedEntry(entry, decision);
        return (
          decided && (
            <Button key={decision} size="small" onClick={() => onPut(decided)}>
              {label(t(decision === 'left-out' ? 'drafts.leaveOut' : 'drafts.notScoring'))}
            </Button>
          )
        );
      })}
    </div>
  );
}

function OutcomeForm({ entry, keyed, onType, onDone }: OutcomePanelProps & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone();
  };
  return (
    <form ref={form} className="rule-form" onSubmit={submit}>
      {entry.kind === 'veto' && (
        <VetoFields
          when={entry.veto.when}
          onChange={(when) => onType({ ...entry, veto: { ...entry.veto, when, decision: 'open' } })}
        />
      )}
      {entry.kind === 'band' && (
        <BandFields band={entry.band} onChange={(band) => onType({ ...entry, band: { ...band, decision: 'open' } })} />
      )}
      {entry.kind === 'bonus' && <BonusFields bonus={entry.bonus} onChange={(bonus) => onType({ ...entry, bonus })} />}
      <Button size="small" htmlType="submit">
        {keyed ? t('drafts.accept') : withoutKey(t('drafts.accept'))}
      </Button>
    </form>
  );
}
