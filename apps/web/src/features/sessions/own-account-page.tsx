/** One's own password and authenticator. */
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import { useActing } from '../../shared/office/session';
import { PasswordForm } from './password-form';
import { TotpSetUp } from './totp-set-up';
import './sessions.css';

export function OwnAccountPage() {
  const { t } = useTranslation();
  const { login, displayName, totp } = useActing();
  const [changed, setChanged] = useState(false);
  const [setting, setSetting] = useState(false);
  return (
    <>
      <div className="toolbar">
        <h1>{t('session.own')}</h1>
        <span className="count">
          <Quoted text={`${displayName} · ${login}`} />
        </span>
      </div>
      <div className="own-account">
        <section className="paper sign-in-card">
          <h2>{t('session.changePassword')}</h2>
          {changed && <Alert className="refusal" type="success" showIcon role="status" title={t('session.changed')} />}
          <PasswordForm login={login} onDone={() => setChanged(true)} />
        </section>
        <section className="paper sign-in-card">
          <h2>{t('session.totpTitle')}</h2>
          <p className="why-note">{t(totp === 'on' ? 'session.totpOn' : 'session.totpOffered')}</p>
          {totp !== 'on' && !setting && <Button onClick={() => setSetting(true)}>{t('session.setUp')}</Button>}
          {totp !== 'on' && setting && <TotpSetUp />}
        </section>
      </div>
    </>
  );
}
