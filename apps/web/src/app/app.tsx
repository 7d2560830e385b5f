/** Providers around the pages: styles that Chromium 86 understands, queries, routes. */
import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import ConfigProvider, { type ThemeConfig } from 'antd/es/config-provider';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { useLanguage } from '../shared/language/i18n';
import { router } from './router';

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: 1, refetchOnWindowFocus: false } },
});

const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#17447e',
    colorLink: '#17447e',
    colorInfo: '#17447e',
    colorError: '#b3261e',
    colorText: '#1f2329',
    colorTextPlaceholder: '#646b75',
    colorTextDescription: '#59606a',
    borderRadius: 2,
    controlHeight: 28,
    fontSize: 13,
    motion: false,
    fontFamily: 'inherit',
  },
};

/** The nonce the server wrote into the page, so that injected styles pass the content security policy. */
function pageNonce(): string | undefined {
  const written = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return written?.startsWith('__') ? undefined : written;
}

const nonce = pageNonce();

export function App() {
  const language = useLanguage();
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        theme={THEME}
        locale={language === 'en' ? enUS : zhCN}
        button={{ autoInsertSpace: false }}
        {...(nonce !== undefined && { csp: { nonce } })}
      >
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ConfigProvider>
    </StyleProvider>
  );
}
