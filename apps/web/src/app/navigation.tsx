/** The narrow navigation at the left. */
import { Link } from '@tanstack/react-router';
import { keepAcross } from '../shared/address/use-address';
import { useTranslation } from '../shared/language/i18n';
import { UnitLinks } from './unit-links';

export function Navigation({ ready }: { readonly ready: boolean }) {
  const { t } = useTranslation();
  return (
    <nav className="navigation" aria-label={t('app.navigation')}>
      <Link to="/results" search={keepAcross} activeOptions={{ includeSearch: false }}>
        {t('nav.results')}
      </Link>
      {ready && <UnitLinks />}
      <Link to="/scheme" search={keepAcross} activeOptions={{ includeSearch: false }}>
        {t('nav.scheme')}
      </Link>
    </nav>
  );
}
