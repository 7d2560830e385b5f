/** The top of every page of the office: which office, which year, which day, who acts as what. */
import { Link } from '@tanstack/react-router';
import { keepInOffice } from '../shared/address/use-address';
import { useTranslation } from '../shared/language/i18n';
import { useActing } from '../shared/office/session';
import { LanguageSwitch } from './language-switch';

export function OfficeTopBar() {
  const { t } = useTranslation();
  const { office, demonstration, today } = useActing();
  return (
    <header className="top-bar">
      <div className="top-line">
        <Link className="product" to="/office" search={keepInOffice}>
          {t('app.title')}
        </Link>
        <span className="office-name">{office}</span>
        <span className={demonstration ? 'sign demonstration' : 'sign'}>
          {t(demonstration ? 'top.demonstrationOn' : 'office.today', { date: today })}
        </span>
        <span className="stretch" />
        <div className="top-tools">
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}
