/** The items with the sentences they hold: named, marked, split, put together, and sentences moved, by keys or by the mouse. */
import { changeItem, mergeItem, queueOf, removeItem } from '@kaohe/clauses';
import { useMemo } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import type { DraftFormProps } from './draft-form';
import { ItemGroup } from './item-group';
import { ItemTools } from './item-tools';
import { useItemDesk } from './use-item-desk';
import { useItemKeys } from './use-item-keys';
import './draft-items.css';

export function ItemsForm({ draft, onChange, onUndo }: DraftFormProps & { readonly onUndo: () => void }) {
  const { t } = useTranslation();
  const hand = useItemDesk({ draft, onChange, onUndo });
  useItemKeys(hand.steps);
  const entries = useMemo(() => new Map(queueOf(draft).map((entry) => [entry.key, entry])), [draft]);
  const { items, bonus } = draft;
  const sum = items.reduce((total, { fullMarks }) => total + (Number(fullMarks) || 0), 0);
  const groups = [...items.map((item) => ({ item, held: item.clauses })), { item: undefined, held: bonus.clauses }];
  return (
    <section ref={hand.desk} className="paper block draft-table items-form" aria-label={t('drafts.sections.items')}>
      <ItemTools draft={draft} entry={entries.get(hand.chosen ?? '')} hand={hand} />
      <table>
        <thead>
          <tr>
            {(['name', 'fullMarks', 'start', 'clauses'] as const).map((column) => (
              <th key={column} scope="col" className={column === 'clauses' ? 'number' : undefined}>
                {t(`drafts.items.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        {groups.map(({ item, held }, index) => (
          <ItemGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its place
            key={index}
            item={item}
            index={index}
            entries={held.flatMap(({ key }) => entries.get(key) ?? [])}
            chosen={hand.chosen}
            onSelect={hand.choose}
            onChange={(part) => onChange(changeItem(draft, index, part))}
            onMerge={() => onChange(mergeItem(draft, index))}
            onAdd={() => hand.addAfter(index)}
            onRemove={() => onChange(removeItem(draft, index))}
          />
        ))}
      </table>
      <p className="hint">{t('drafts.items.sum', { sum: Math.round(sum * 1e6) / 1e6 })}</p>
    </section>
  );
}
