/** The first page of the office: what the role acting can do, in the order of the year. */
import { Link } from '@tanstack/react-router';
import { keepInOffice } from '../shared/address/use-address';
import { useTranslation } from '../shared/language/i18n';
import { useActing } from '../shared/office/session';
import { OFFICE_NAVIGATION } from './office-navigation';

export function OfficeHome() {
  const { t } = useTranslation();
  const { acting, displayName } = useActing();
  const entries = OFFICE_NAVIGATION.filter(
    ({ path, roles }) => path !== '/office' && (roles === 'all' || roles.includes(acting.role)),
  );
  return (
    <>
      <h1>{t('office.welcome', { name: displayName, role: t(`role.${acting.role}`) })}</h1>
      <ul className="office-home">
        {entries.map(({ path, label }) => (
          <li key={path}>
            <Link to={path} search={keepInOffice}>
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
