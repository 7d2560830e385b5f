/** The last column of a unit's sheet: the state in word and shape, and who supplies the row when it is not the team. */
import type { Criterion } from '@kaohe/scoring';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { isSupplied, type RowState } from './row-state';

const SIGNS = { closed: '✓', open: '●', 'not-applicable': '—' } as const;

interface RowStateCellProps {
  readonly row: Criterion;
  readonly state: RowState;
  /** Opens or closes the row for trying out; absent where nothing of it can be typed. */
  readonly trial?: { readonly isOpen: boolean; readonly toggle: () => void } | undefined;
}

export function RowStateCell({ row, state, trial }: RowStateCellProps) {
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
      {trial && (
        <button
          type="button"
          className="plain-button try-button"
          aria-expanded={trial.isOpen}
          aria-label={t(trial.isOpen ? 'trial.closeOf' : 'trial.tryOf', { row: row.row })}
          onClick={trial.toggle}
        >
          {t(trial.isOpen ? 'trial.close' : 'trial.try')}
        </button>
      )}
    </>
  );
}
