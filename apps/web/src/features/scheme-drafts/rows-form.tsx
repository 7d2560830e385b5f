/** Who enters each row: one choice for all, one for an item, or row by row; as printed where the document prints it. */
import { type DraftRow, type DraftSupplier, rowsOfItem, supplierOf, withSupplier } from '@kaohe/clauses';
import { useTranslation } from '../../shared/language/i18n';
import type { DraftFormProps } from './draft-form';
import { SupplierFields } from './supplier-fields';

interface RowsFormProps extends DraftFormProps {
  readonly source: string;
}

export function RowsForm({ draft, source, onChange }: RowsFormProps) {
  const { t } = useTranslation();
  const items = draft.items.map((item) => ({ name: item.name, rows: rowsOfItem(draft, item) }));
  const names = [...new Set(draft.rows.flatMap(({ supplier }) => supplier?.name || []))];
  const put = (of: readonly DraftRow[], supplier: DraftSupplier) => onChange(withSupplier(draft, of, supplier));
  return (
    <section className="paper block frame-table" aria-label={t('drafts.sections.rows')}>
      <p className="hint">{t('draftFrame.rows.why')}</p>
      <div className="row-buttons">
        <span>{t('draftFrame.rows.default')}</span>
        <SupplierFields
          label={t('draftFrame.rows.default')}
          supplier={draft.supplier}
          onChange={(supplier) => onChange({ ...draft, supplier })}
        />
      </div>
      {draft.columns.length > 0 && (
        <p className="hint">
          {t('draftFrame.rows.columns')} <span lang="zh-CN">{draft.columns.join(' | ')}</span>
        </p>
      )}
      <datalist id="draft-suppliers">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {items.every(({ rows }) => rows.length === 0) && <p>{t('draftFrame.rows.none')}</p>}
      <table>
        <thead>
          <tr>
            {(['row', 'words', 'by'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`draftFrame.rows.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {items.map(({ name, rows }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items keep their places
          <tbody key={index}>
            <tr className="frame-item">
              <td />
              <td lang="zh-CN">{name}</td>
              <td>
                <SupplierFields
                  label={`${t('draftFrame.rows.whole')} ${index + 1}`}
                  supplier={sharedBy(rows.map((row) => supplierOf(draft, row)))}
                  onChange={(supplier) => put(rows, supplier)}
                />
              </td>
            </tr>
            {rows.map((row) => (
              <tr key={row.span[0]}>
                <td>{row.label}</td>
                <td lang="zh-CN" className="frame-words" title={source.slice(...row.span)}>
                  {source.slice(...row.span)}
                </td>
                <td>
                  <SupplierFields
                    label={t('drafts.row', { row: row.label })}
                    supplier={supplierOf(draft, row)}
                    onChange={(supplier) => put([row], supplier)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** The supplier of all, where they have one. */
function sharedBy(suppliers: readonly DraftSupplier[]): DraftSupplier | undefined {
  const [first] = suppliers;
  return suppliers.every(({ by, name }) => by === first?.by && name === first.name) ? first : undefined;
}
