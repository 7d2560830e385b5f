/** An item and its sentences; without an item: the bonus. */
import type { DraftItem, QueueEntry } from '@kaohe/clauses';
import Button from 'antd/es/button';
import { useTranslation } from '../../shared/language/i18n';
import { EntryLine } from './entry-list';

interface ItemGroupProps {
  readonly item: DraftItem | undefined;
  readonly index: number;
  readonly entries: readonly QueueEntry[];
  readonly chosen: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly onChange: (part: Partial<Omit<DraftItem, 'clauses'>>) => void;
  readonly onMerge: () => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

export function ItemGroup(props: ItemGroupProps) {
  const { item, entries, chosen, onSelect } = props;
  const { t } = useTranslation();
  return (
    <tbody className="item-group">
      {item ? (
        <ItemRow {...props} item={item} />
      ) : (
        <tr>
          <th scope="rowgroup" colSpan={3}>
            {t('drafts.bonus.title')}
          </th>
          <td className="number">{entries.length}</td>
          <td />
        </tr>
      )}
      <tr>
        <td colSpan={5} className="item-clauses">
          <ul>
            {entries.map((entry) => (
              <li key={entry.key}>
                <EntryLine entry={entry} isChosen={entry.key === chosen} onSelect={onSelect} />
              </li>
            ))}
          </ul>
        </td>
      </tr>
    </tbody>
  );
}

function ItemRow(props: ItemGroupProps & { readonly item: DraftItem }) {
  const { item, index, entries, onChange, onMerge, onAdd, onRemove } = props;
  const { t } = useTranslation();
  const number = index + 1;
  const named = (action: string) => `${action} ${number}`;
  return (
    <tr>
      <td>
        <input
          value={item.name}
          lang="zh-CN"
          data-item={index}
          aria-label={named(t('drafts.items.name'))}
          onChange={({ target }) => onChange({ name: target.value })}
          onKeyDown={({ key, currentTarget, nativeEvent }) =>
            key === 'Enter' && !nativeEvent.isComposing && currentTarget.blur()
          }
        />
      </td>
      <td>
        <input
          value={item.fullMarks}
          className="short"
          aria-label={named(t('drafts.items.fullMarks'))}
          onChange={({ target }) => onChange({ fullMarks: target.value })}
        />
      </td>
      <td>
        <select
          value={item.start}
          aria-label={named(t('drafts.items.start'))}
          onChange={({ target }) => onChange({ start: target.value === 'zero' ? 'zero' : 'full' })}
        >
          <option value="full">{t('drafts.items.full')}</option>
          <option value="zero">{t('drafts.items.zero')}</option>
        </select>
      </td>
      <td className="number">{entries.length}</td>
      <td>
        <div className="row-buttons">
          {index > 0 && (
            <Button size="small" aria-label={named(t('drafts.items.merge'))} onClick={onMerge}>
              {t('drafts.items.merge')}
            </Button>
          )}
          <Button size="small" aria-label={named(t('drafts.items.add'))} onClick={onAdd}>
            {t('drafts.items.add')}
          </Button>
          {entries.length === 0 && (
            <Button size="small" aria-label={named(t('drafts.items.remove'))} onClick={onRemove}>
              {t('drafts.items.remove')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}
