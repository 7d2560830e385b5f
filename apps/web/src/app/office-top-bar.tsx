/** The top of every page of the office: which office, which day, who acts as what. */
import { Link, useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import Select from 'antd/es/select';
import { keepInOffice } from '../shared/address/use-address';
import { useTranslation } from '../shared/language/i18n';
import { LanguageSwitch } from '../shared/language/language-switch';
import { Quoted } from '../shared/language/quoted';
import { useRoleName } from '../shared/office/role-name';
import { useActing, useSessionChange } from '../shared/office/session';
import { useWork } from '../shared/office/use-work';

export function OfficeTopBar() {
  const { t } = useTranslation();
  const { office, demonstration, today } = useActing();
  return (
    <header className="top-bar office-bar">
      <div className="top-line">
        <Link className="product" to="/office" search={keepInOffice}>
          {t('app.title')}
        </Link>
        <span className="office-name" lang="zh-CN">
          {office}
        </span>
        <span className={demonstration ? 'sign demonstration' : 'sign'} data-testid="today">
          {t(demonstration ? 'top.demonstrationOn' : 'office.today', { date: today })}
        </span>
        <span className="stretch" />
        <div className="top-tools">
          <RoleSwitch />
          <Me />
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}

/** The role acting; a choice where the person holds several. */
function RoleSwitch() {
  const { t } = useTranslation();
  const nameOf = useRoleName();
  const { roles, acting } = useActing();
  const change = useSessionChange();
  const { busy, run } = useWork();
  if (roles.length === 1)
    return (
      <span className="role-acting">
        <Quoted text={t('office.acting', { role: nameOf(acting) })} />
      </span>
    );
  return (
    <Select
      aria-label={t('office.actingAs')}
      className="role-switch"
      popupMatchSelectWidth={false}
      value={acting.grant}
      loading={busy}
      options={roles.map((role) => ({ value: role.grant, label: nameOf(role) }))}
      onChange={(grant) => void run(async () => void (await change('PUT', '/api/session/role', { grant })))}
    />
  );
}

function Me() {
  const { t } = useTranslation();
  const { displayName } = useActing();
  const change = useSessionChange();
  const navigate = useNavigate();
  const { busy, run } = useWork();
  const signOut = async () => {
    await change('DELETE', '/api/session');
    await navigate({ to: '/sign-in', search: keepInOffice });
  };
  return (
    <>
      <Link className="me" lang="zh-CN" to="/office/own-account" search={keepInOffice} title={t('session.own')}>
        {displayName}
      </Link>
      <Button loading={busy} onClick={() => void run(signOut)}>
        {t('session.signOut')}
      </Button>
    </>
  );
}
