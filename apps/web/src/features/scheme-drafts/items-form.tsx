/** The items: names, full marks, and whether marks are taken from full or earned from nothing. */
import type { DraftItem } from '@kaohe/clauses';
import { useTranslation } from '../../shared/language/i18n';
import type { DraftFormProps } from './draft-form';

export function ItemsForm({ draft, onChange }: DraftFormProps) {
  const { t } = useTranslation();
  const { items } = draft;
  const put = (at: number, part: Partial<DraftItem>) =>
    onChange({ ...draft, items: items.map((item, index) => (index === at ? { ...item, ...part } : item)) });
  const sum = items.reduce((total, { fullMarks }) => total + (Number(fullMarks) || 0), 0);
  return (
    <section className="paper block draft-table" aria-label={t('drafts.sections.items')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('drafts.items.name')}</th>
            <th scope="col">{t('drafts.items.fullMarks')}</th>
            <th scope="col">{t('drafts.items.start')}</th>
            <th scope="col" className="number">
              {t('drafts.items.clauses')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ name, fullMarks, start, clauses }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items keep their places
            <tr key={index}>
              <td>
                <input
                  value={name}
                  lang="zh-CN"
                  aria-label={`${t('drafts.items.name')} ${index + 1}`}
                  onChange={({ target }) => put(index, { name: target.value })}
                />
              </td>
              <td>
                <input
                  value={fullMarks}
                  className="short"
                  aria-label={`${t('drafts.items.fullMarks')} ${index + 1}`}
                  onChange={({ target }) => put(index, { fullMarks: target.value })}
                />
              </td>
              <td>
                <select
                  value={start}
                  aria-label={`${t('drafts.items.start')} ${index + 1}`}
                  onChange={({ target }) => put(index, { start: target.value === 'zero' ? 'zero' : 'full' })}
                >
                  <option value="full">{t('drafts.items.full')}</option>
                  <option value="zero">{t('drafts.items.zero')}</option>
                </select>
              </td>
              <td className="number">{clauses.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t('drafts.items.sum', { sum: Math.round(sum * 1e6) / 1e6 })}</p>
    </section>
  );
}
