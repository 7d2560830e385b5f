/** The title of the window says which page it is: tabs, history and screen readers tell pages apart by it (WCAG 2.4.2). */
import { useEffect } from 'react';
import { useTranslation } from '../shared/language/i18n';

/** Follows the page's heading, which may come later than the page and change with the language. */
export function usePageTitle(): void {
  const { t } = useTranslation();
  const product = t('app.title');
  useEffect(() => {
    const name = () => {
      const heading = document.querySelector('main h1')?.textContent?.trim();
      const title = heading ? `${heading} – ${product}` : product;
      if (document.title !== title) document.title = title;
    };
    const changes = new MutationObserver(name);
    const content = document.querySelector('#root') ?? document.body;
    changes.observe(content, { childList: true, subtree: true, characterData: true });
    name();
    return () => changes.disconnect();
  }, [product]);
}
