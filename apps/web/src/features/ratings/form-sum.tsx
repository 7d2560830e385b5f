/** Below the form: the total, and which units have no mark yet. */
import { useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import { totalOf } from './marks';

interface FormSumProps {
  readonly units: readonly string[];
  readonly marks: Readonly<Record<string, string>>;
}

export function FormSum({ units, marks }: FormSumProps) {
  const { t } = useTranslation();
  const missing = units.filter((unit) => marks[unit] === undefined);
  return (
    <>
      <strong className="form-total">{t('ratings.total', { total: totalOf(marks) })}</strong>
      <span className={missing.length > 0 ? 'missing' : 'complete'} role="status">
        {missing.length > 0 ? (
          <Quoted text={t('ratings.missing', { count: missing.length, units: missing.join('、') })} />
        ) : (
          `✓ ${t('ratings.complete', { count: units.length })}`
        )}
      </span>
    </>
  );
}
