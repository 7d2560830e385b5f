/** What can be done with the sentence in hand: each with its key. */
import { type QueueEntry, type SchemeDraft, splitItem } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useId } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import type { ItemDesk } from './use-item-desk';

interface ItemToolsProps {
  readonly draft: SchemeDraft;
  readonly entry: QueueEntry | undefined;
  readonly hand: ItemDesk;
}

export function ItemTools({ draft, entry, hand: { at, moveTo, steps } }: ItemToolsProps) {
  const { t } = useTranslation();
  const id = useId();
  const { items } = draft;
  const clause = entry?.kind === 'clause' ? entry.clause : undefined;
  const isFirst = clause === undefined || splitItem(draft, clause.key) === draft;
  return (
    <div className="item-tools">
      <p className="clause-quote">
        {clause ? (
          <>
            {clause.row !== '' && t('drafts.row', { row: clause.row })} <q lang="zh-CN">{clause.quote}</q>
          </>
        ) : (
          t('drafts.items.choose')
        )}
      </p>
      <div className="row-buttons">
        <Button size="small" disabled={isFirst} onClick={steps.split}>
          {t('drafts.items.split')}
        </Button>
        <Button size="small" disabled={at === undefined || at === 0} onClick={() => steps.move(-1)}>
          {t('drafts.items.before')}
        </Button>
        <Button size="small" disabled={at === undefined || at === 'bonus'} onClick={() => steps.move(1)}>
          {t('drafts.items.behind')}
        </Button>
        <label htmlFor={id}>{t('drafts.items.moveTo')}</label>
        <select
          id={id}
          disabled={at === undefined}
          value={`${at ?? ''}`}
          onChange={({ target }) => moveTo(target.value === 'bonus' ? 'bonus' : Number(target.value))}
        >
          {items.map(({ name }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its place
            <option key={index} value={`${index}`} lang="zh-CN">
              {index + 1} {name}
            </option>
          ))}
          <option value="bonus">{t('drafts.bonus.title')}</option>
        </select>
        <Button size="small" onClick={steps.undo}>
          {t('drafts.undo')}
        </Button>
        <span className="hint">{t('drafts.items.keys')}</span>
      </div>
    </div>
  );
}
