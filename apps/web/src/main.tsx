// Styles first, so that a page's own stand after them.
import './shared/styles/tokens.css';
import './shared/styles/base.css';
import './shared/styles/shell.css';
import './shared/styles/tables.css';
import './shared/styles/print.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { parseQuery, readSearch } from './shared/address/search';
import { startLanguages } from './shared/language/i18n';

async function start(): Promise<void> {
  const root = document.querySelector('#root');
  if (!root) throw new Error('the page has no root element');
  await startLanguages(readSearch(parseQuery(window.location.search)).lang ?? 'zh');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
