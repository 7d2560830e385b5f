/** The frame of the pages of the office: who acts as what, on which day, and the pages of that role at the left. */
import { Link, Navigate, Outlet } from '@tanstack/react-router';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Spin from 'antd/es/spin';
import { keepInOffice } from '../shared/address/use-address';
import { useTranslation } from '../shared/language/i18n';
import { ActingContext, useActing, useSession } from '../shared/office/session';
import { OFFICE_NAVIGATION } from './office-navigation';
import { OfficeTopBar } from './office-top-bar';

export function OfficeShell() {
  const { t } = useTranslation();
  const { data: session, error, refetch } = useSession();
  if (error)
    return (
      <Alert
        type="error"
        showIcon
        title={t('state.failed', { detail: error.message })}
        action={<Button onClick={() => void refetch()}>{t('state.retry')}</Button>}
      />
    );
  if (!session)
    return (
      <div className="waiting" role="status">
        <Spin /> <span>{t('office.loading')}</span>
      </div>
    );
  if (!session.signedIn || !session.acting) return <Navigate to="/sign-in" search={keepInOffice} replace />;
  const { acting } = session;
  return (
    <ActingContext.Provider value={{ ...session, acting }}>
      <a className="skip" href="#page">
        {t('app.skip')}
      </a>
      <OfficeTopBar />
      <div className="frame">
        <OfficeNavigation />
        <main id="page" className="page" tabIndex={-1}>
          <Outlet key={acting.grant} />
        </main>
      </div>
    </ActingContext.Provider>
  );
}

function OfficeNavigation() {
  const { t } = useTranslation();
  const { role } = useActing().acting;
  const entries = OFFICE_NAVIGATION.filter(({ roles }) => roles === 'all' || roles.includes(role));
  return (
    <nav className="navigation office-navigation" aria-label={t('app.navigation')}>
      {entries.map(({ path, label }) => (
        <Link
          key={path}
          to={path}
          search={keepInOffice}
          activeOptions={{ includeSearch: false, exact: path === '/office' }}
        >
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
