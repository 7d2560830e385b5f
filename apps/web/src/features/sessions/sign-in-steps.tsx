/** The step somebody stands before: signing in, a password of their own, the authenticator, the role. */
import type { SessionJson } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { LanguageSwitch } from '../../shared/language/language-switch';
import { Refusal } from '../../shared/office/refusal';
import { nextStep, useSession, useSessionChange } from '../../shared/office/session';
import { Unread } from '../../shared/office/unread';
import { useWork } from '../../shared/office/use-work';
import { PasswordForm } from './password-form';
import { RoleChoice } from './role-choice';
import { SignInForm } from './sign-in-form';
import { TotpSetUp } from './totp-set-up';
import './sessions.css';

export function SignInSteps() {
  const { t } = useTranslation();
  const { data: session, error } = useSession();
  return (
    <div className="sign-in-frame">
      <header className="sign-in-top">
        <span className="product">{t('app.title')}</span>
        <span className="stretch" />
        <LanguageSwitch />
      </header>
      <main id="page" className="sign-in-page">
        {session ? <Step session={session} /> : <Unread error={error} />}
      </main>
    </div>
  );
}

function Step({ session }: { readonly session: SessionJson }) {
  const { t } = useTranslation();
  const step = nextStep(session);
  if (!session.signedIn) return <SignInForm session={session} />;
  if (step === 'password')
    return (
      <Signed title={t('session.firstPassword')} why={t('session.firstPasswordWhy')}>
        <PasswordForm login={session.login} />
      </Signed>
    );
  if (step === 'totp')
    return (
      <Signed title={t('session.totpTitle')} why={t('session.totpWhy')}>
        <TotpSetUp />
      </Signed>
    );
  return (
    <Signed
      title={t('session.chooseRole')}
      why={t(session.roles.length === 0 ? 'session.noRole' : 'session.chooseRoleWhy')}
    >
      <RoleChoice roles={session.roles} />
    </Signed>
  );
}

function Signed({
  title,
  why,
  children,
}: {
  readonly title: string;
  readonly why: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const change = useSessionChange();
  const { run, error } = useWork();
  return (
    <section className="paper sign-in-card">
      <h1>{title}</h1>
      <p className="why-note">{why}</p>
      {children}
      <Refusal error={error} />
      <p>
        <Button type="link" onClick={() => void run(async () => void (await change('DELETE', '/api/session')))}>
          {t('session.signOut')}
        </Button>
      </p>
    </section>
  );
}
