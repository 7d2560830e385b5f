/** Above every page: the language of the address becomes the language of the page. */
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAddress } from '../shared/address/use-address';
import { changeLanguage } from '../shared/language/i18n';
import { usePageTitle } from './page-title';

export function Root() {
  const { lang = 'zh' } = useAddress();
  useEffect(() => {
    void changeLanguage(lang);
    document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN';
  }, [lang]);
  usePageTitle();
  return <Outlet />;
}
