/** The narrow navigation at the left. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepAcross } from '../shared/address/use-address';
import { FirstUnitLink } from './first-unit-link';

export function Navigation({ ready }: { readonly ready: boolean }) {
  const { t } = useTranslation();
  return (
    <nav className="navigation" aria-label={t('app.navigation')}>
      <Link to="/results" search={keepAcross} activeOptions={{ includeSearch: false }}>
        {t('nav.results')}
      </Link>
      {ready && <FirstUnitLink />}
      <Link to="/scheme" search={keepAcross} activeOptions={{ includeSearch: false }}>
        {t('nav.scheme')}
      </Link>
    </nav>
  );
}
