/** Who supplies: the team, the office, or a division by its name. */
import type { DraftSupplier } from '@kaohe/clauses';
import { useTranslation } from '../../shared/language/i18n';

interface SupplierFieldsProps {
  readonly label: string;
  /** Undefined: several, of which none is shown. */
  readonly supplier: DraftSupplier | undefined;
  readonly onChange: (supplier: DraftSupplier) => void;
}

const KINDS = ['team', 'office', 'division'] as const;

export function SupplierFields({ label, supplier, onChange }: SupplierFieldsProps) {
  const { t } = useTranslation();
  return (
    <span className="supplier-fields">
      <select
        value={supplier?.by ?? ''}
        aria-label={`${label} ${t('draftFrame.rows.by')}`}
        onChange={({ target }) =>
          onChange({
            by: target.value as DraftSupplier['by'],
            name: target.value === 'team' ? '' : (supplier?.name ?? ''),
          })
        }
      >
        {!supplier && <option value="">{t('draftFrame.rows.mixed')}</option>}
        {KINDS.map((by) => (
          <option key={by} value={by}>
            {t(`draftFrame.rows.kinds.${by}`)}
          </option>
        ))}
      </select>
      {supplier && supplier.by !== 'team' && (
        <input
          value={supplier.name}
          lang="zh-CN"
          list="draft-suppliers"
          placeholder={t('draftFrame.rows.name')}
          aria-label={`${label} ${t('draftFrame.rows.name')}`}
          onChange={({ target }) => onChange({ ...supplier, name: target.value })}
        />
      )}
    </span>
  );
}
