/** Above every page: the language of the address becomes the language of the page. */
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAddress } from '../shared/address/use-address';
import { changeLanguage, useTranslation } from '../shared/language/i18n';

export function Root() {
  const { t } = useTranslation();
  const { lang = 'zh' } = useAddress();
  useEffect(() => {
    void changeLanguage(lang);
    document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN';
    document.title = t('app.title');
  }, [lang, t]);
  return <Outlet />;
}
