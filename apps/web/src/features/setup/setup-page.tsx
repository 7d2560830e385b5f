/** Setting up the first office: three administrators, the first year, the list of people; initial passwords are shown once. */
import type { SetUp, SetupState } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { keepInOffice } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';
import { LanguageSwitch } from '../../shared/language/language-switch';
import { request } from '../../shared/office/client';
import { Unread } from '../../shared/office/unread';
import { InitialPasswords } from './initial-passwords';
import { SetupForm } from './setup-form';
import '../sessions/sessions.css';
import '../../shared/styles/office.css';

export function SetupPage() {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['setup'],
    queryFn: () => request<SetupState>('GET', '/api/setup'),
    staleTime: 0,
  });
  const [done, setDone] = useState<SetUp>();
  return (
    <div className="sign-in-frame">
      <header className="sign-in-top">
        <span className="product">{t('app.title')}</span>
        <span className="stretch" />
        <LanguageSwitch />
      </header>
      <main id="page" className="setup-page">
        <h1>{t('setup.title')}</h1>
        {!data && <Unread error={error} />}
        {done && <InitialPasswords done={done} />}
        {!done && data?.open && <SetupForm onDone={setDone} />}
        {!done && data?.open === false && (
          <p className="why-note">
            {t('setup.closed')}{' '}
            <Link to="/sign-in" search={keepInOffice}>
              {t('session.signIn')}
            </Link>
          </p>
        )}
      </main>
    </div>
  );
}
