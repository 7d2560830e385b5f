/** Warnings in words; all in order says so too. */
import type { Scheme } from '@kaohe/scoring';
import { useTranslation } from '../../shared/language/i18n';
import { METHOD_KEYS } from './method-keys';
import { type Visit, type VisitWarning, warningsOf } from './warnings';

interface WarningLinesProps {
  readonly scheme: Scheme;
  readonly unit: string;
  readonly visits: readonly Visit[];
}

export function WarningLines({ scheme, unit, visits }: WarningLinesProps) {
  const { t } = useTranslation();
  const isDepartment = scheme.population.units.find(({ name }) => name === unit)?.class === 'department';
  const warnings = warningsOf({ visits, isDepartment, calendar: scheme.calendar });
  if (warnings.length === 0) return <span className="visit-fine">✓ {t('visits.fine')}</span>;
  return (
    <ul className="visit-warnings">
      {warnings.map((warning) => (
        <li key={warning.code}>⚠ {wordsOf(warning)}</li>
      ))}
    </ul>
  );

  function wordsOf(warning: VisitWarning): string {
    if (warning.code === 'method-missing')
      return t('visits.warning.method-missing', {
        methods: warning.methods.map((method) => t(`visits.method.${METHOD_KEYS[method]}`)).join(t('visits.comma')),
      });
    if (warning.code !== 'outside') return t(`visits.warning.${warning.code}`);
    return t('visits.warning.outside', { days: warning.days.join('、'), from: warning.from, to: warning.to });
  }
}
