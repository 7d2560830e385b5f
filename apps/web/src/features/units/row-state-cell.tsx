/** The last column of a unit's sheet: the state in word and shape, and who supplies the row when it is not the team. */
import type { Criterion } from '@kaohe/scoring';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { isSupplied, type RowState } from './row-state';

const SIGNS = { closed: '✓', open: '●', 'not-applicable': '—' } as const;

interface RowStateCellProps {
  readonly row: Criterion;
  readonly state: RowState;
}

export function RowStateCell({ row, state }: RowStateCellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = { closed: t('unit.closed'), open: t('unit.openRow'), 'not-applicable': t('unit.notApplicable') };
  return (
    <>
      <span className={`row-state ${state}`}>
        <span aria-hidden="true">{SIGNS[state]}</span> {words[state]}
      </span>
      {isSupplied(row) && (
        <small className="supplied-by">
          {t('unit.suppliedBy', {
            name: (language === 'zh' ? row.supplier.name : row.supplier.nameEn) ?? t('unit.office'),
          })}
        </small>
      )}
    </>
  );
}
