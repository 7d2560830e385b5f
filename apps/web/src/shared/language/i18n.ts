/** The interface's languages: Chinese unless the address asks for English; both are in the bundle. */
import type { Language } from '@kaohe/scoring';
import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { en } from './en';
import { zh } from './zh';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zh };
    returnNull: false;
  }
}

/** Starts the translations; done before the first page is drawn. */
export async function startLanguages(language: Language): Promise<void> {
  await i18next.init({
    lng: language,
    fallbackLng: false,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
}

function onChange(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

/** The language of the interface now. */
export function useLanguage(): Language {
  return useSyncExternalStore(onChange, () => (i18next.language === 'en' ? 'en' : 'zh'));
}

/** The interface's strings in its language now. */
export function useTranslation(): { readonly t: TFunction } {
  useLanguage();
  return { t: i18next.t };
}
