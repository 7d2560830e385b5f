/** What the server notes of a unit's visits, in words; all in order says so too. */
import type { VisitWarning } from '@kaohe/api-contract';
import { useLanguage, useTranslation } from '../../shared/language/i18n';

export function WarningLines({ warnings }: { readonly warnings: readonly VisitWarning[] | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!warnings) return null;
  if (warnings.length === 0) return <span className="visit-fine">✓ {t('visits.fine')}</span>;
  return (
    <ul className="visit-warnings">
      {warnings.map((warning) => (
        <li key={warning.code}>⚠ {warning[language]}</li>
      ))}
    </ul>
  );
}
