/** The first page of the office: what the role acting has to do; for an administrator, who has no part in the year, its pages. */
import { actOf } from '@kaohe/api-contract';
import { Link } from '@tanstack/react-router';
import { Home } from '../features/board/home';
import { keepInOffice } from '../shared/address/use-address';
import { useTranslation } from '../shared/language/i18n';
import { useActing } from '../shared/office/session';
import { OFFICE_NAVIGATION } from './office-navigation';

export function OfficeHome() {
  const { t } = useTranslation();
  const { acting } = useActing();
  const inTheYear = actOf('year.read').roles.includes(acting.role);
  return (
    <>
      <div className="toolbar">
        <h1>{t('office.work')}</h1>
      </div>
      {inTheYear ? <Home /> : <Pages />}
    </>
  );
}

function Pages() {
  const { t } = useTranslation();
  const { role } = useActing().acting;
  const entries = OFFICE_NAVIGATION.filter(
    ({ path, roles }) => path !== '/office' && (roles === 'all' || roles.includes(role)),
  );
  return (
    <ul className="office-home">
      {entries.map(({ path, label }) => (
        <li key={path}>
          <Link to={path} search={keepInOffice}>
            {t(label)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
