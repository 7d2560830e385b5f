/** Everything the queue goes through with its sign and its rule in words, in the order of the document. */
import type { QueueEntry } from '@kaohe/clauses';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { SIGNS, signOf } from './entry-words';
import { RuleWords } from './rule-words';

interface EntryListProps {
  readonly entries: readonly QueueEntry[];
  readonly chosen: string | undefined;
  readonly onSelect: (key: string) => void;
}

export function EntryList({ entries, chosen, onSelect }: EntryListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line in hand is another one when the choice is
  useEffect(() => {
    const line = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    if (line && list.current) list.current.scrollTop = line.offsetTop - 60;
  }, [chosen]);
  return (
    <ul ref={list} className="paper draft-clauses" aria-label={t('drafts.rulesOf')}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <EntryLine entry={entry} isChosen={entry.key === chosen} onSelect={onSelect} />
        </li>
      ))}
    </ul>
  );
}

interface EntryLineProps {
  readonly entry: QueueEntry;
  readonly isChosen: boolean;
  readonly onSelect: (key: string) => void;
}

export function EntryLine({ entry, isChosen, onSelect }: EntryLineProps) {
  const { t } = useTranslation();
  const sign = signOf(entry);
  return (
    <button
      type="button"
      className={`draft-rule-line ${sign}`}
      data-key={entry.key}
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => onSelect(entry.key)}
    >
      <span aria-hidden="true">{SIGNS[sign]}</span>
      <span className="visually-hidden">{t(`drafts.signs.${sign}`)}</span>
      <EntryWords entry={entry} />
    </button>
  );
}

function EntryWords({ entry }: { readonly entry: QueueEntry }) {
  const { t } = useTranslation();
  switch (entry.kind) {
    case 'clause': {
      const { row, quote, rule } = entry.clause;
      return (
        <span>
          {row} {rule ? <RuleWords rule={rule} /> : <span lang="zh-CN">{quote}</span>}
        </span>
      );
    }
    case 'bonus':
      return (
        <span>
          {t('drafts.queue.bonus')} · {t('drafts.bonus.cap')} {entry.bonus.cap || '–'}
        </span>
      );
    case 'veto':
      return (
        <span>
          {t('drafts.queue.veto')} · <span lang="zh-CN">{entry.veto.quote}</span>
        </span>
      );
    case 'band':
      return (
        <span>
          {t('drafts.queue.band')} · <span lang="zh-CN">{entry.band.grade}</span>{' '}
          {entry.band.from === '' ? t('drafts.bands.rest') : `≥ ${entry.band.from}`}
        </span>
      );
  }
}
