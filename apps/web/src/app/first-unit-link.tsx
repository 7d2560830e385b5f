/** The navigation's way to the units: the one shown, or the first of the facts. */
import { Link, useParams } from '@tanstack/react-router';
import { keepAcross } from '../shared/address/use-address';
import { useAssessment } from '../shared/assessment/assessment';
import { useTranslation } from '../shared/language/i18n';

export function FirstUnitLink() {
  const { t } = useTranslation();
  const { assessment } = useAssessment();
  const { name } = useParams({ strict: false });
  const shown = name ?? assessment.units[0]?.scored.facts.unit;
  if (shown === undefined) return null;
  return (
    <Link to="/units/$name" params={{ name: shown }} search={keepAcross} activeOptions={{ includeSearch: false }}>
      {t('nav.unit')}
    </Link>
  );
}
