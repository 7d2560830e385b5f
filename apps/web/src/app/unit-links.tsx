/** The navigation's ways to the units and to what is open: of the unit shown, or of the first of the facts. */
import { Link, useParams } from '@tanstack/react-router';
import { keepAcross } from '../shared/address/use-address';
import { useAssessment } from '../shared/assessment/assessment';
import { useTranslation } from '../shared/language/i18n';

const LEAVING = { includeSearch: false };

export function UnitLinks() {
  const { t } = useTranslation();
  const { assessment } = useAssessment();
  const { name } = useParams({ strict: false });
  const shown = name ?? assessment.units[0]?.scored.facts.unit;
  if (shown === undefined) return null;
  return (
    <>
      <Link to="/units/$name" params={{ name: shown }} search={keepAcross} activeOptions={LEAVING}>
        {t('nav.unit')}
      </Link>
      {name === undefined ? (
        <Link to="/bounds" search={keepAcross} activeOptions={LEAVING}>
          {t('bounds.nav')}
        </Link>
      ) : (
        <Link to="/bounds/$name" params={{ name }} search={keepAcross} activeOptions={LEAVING}>
          {t('bounds.nav')}
        </Link>
      )}
    </>
  );
}
