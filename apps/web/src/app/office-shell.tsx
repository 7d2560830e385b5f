/** The frame of the pages of the office: who acts as what, on which day, and the pages of that role at the left. */
import type { Stage } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { SignInAgain } from '../features/sessions/sign-in-again';
import { SignInSteps } from '../features/sessions/sign-in-steps';
import { keepInOffice } from '../shared/address/use-address';
import { useTranslation } from '../shared/language/i18n';
import { overviewRequest } from '../shared/office/issued-year';
import { ActingContext, nextStep, useActing, useSession } from '../shared/office/session';
import { useYear } from '../shared/office/year';
import { IdleNotice } from './idle-notice';
import { OFFICE_NAVIGATION, type OfficeEntry } from './office-navigation';
import { OfficeTopBar } from './office-top-bar';
import '../shared/styles/office.css';

export function OfficeShell() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  // The address stays what it was: after signing in, the page asked for opens.
  if (!session?.signedIn || nextStep(session) !== 'none' || !session.acting) return <SignInSteps />;
  const { acting } = session;
  return (
    <ActingContext.Provider value={{ ...session, acting }}>
      <a className="skip" href="#page">
        {t('app.skip')}
      </a>
      <OfficeTopBar />
      <IdleNotice minutes={session.idleMinutes} />
      <div className="frame">
        <OfficeNavigation />
        <main id="page" className="page" tabIndex={-1}>
          <Outlet key={acting.grant} />
        </main>
      </div>
      <SignInAgain />
    </ActingContext.Provider>
  );
}

function OfficeNavigation() {
  const { t } = useTranslation();
  const { role } = useActing().acting;
  const entries = OFFICE_NAVIGATION.filter(({ roles }) => roles === 'all' || roles.includes(role));
  return (
    <nav className="navigation office-navigation" aria-label={t('app.navigation')}>
      {entries.map((entry) =>
        entry.stages ? (
          <StagedLink key={entry.path} entry={entry} stages={entry.stages} />
        ) : (
          <OfficeLink key={entry.path} entry={entry} />
        ),
      )}
    </nav>
  );
}

function OfficeLink({ entry: { path, label } }: { readonly entry: OfficeEntry }) {
  const { t } = useTranslation();
  return (
    <Link to={path} search={keepInOffice} activeOptions={{ includeSearch: false, exact: path === '/office' }}>
      {t(label)}
    </Link>
  );
}

/** A page of stages that an office may do without: not there while none of them is in use. */
function StagedLink({ entry, stages }: { readonly entry: OfficeEntry; readonly stages: readonly Stage[] }) {
  const { year } = useYear();
  const { data } = useQuery({ ...overviewRequest(year?.year ?? ''), enabled: year !== undefined });
  const inUse = data?.stages.some(({ stage, state }) => state !== 'off' && stages.includes(stage));
  return inUse ? <OfficeLink entry={entry} /> : null;
}
