// Pages for the current browsers and for Chromium 86; workspace packages are bundled from their sources.
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'chrome86',
    // Everything is served by the one server, so an inlined picture would only trip the content security policy.
    assetsInlineLimit: 0,
    // The component library with its styles is one chunk on purpose: it is read once and kept by the browser.
    chunkSizeWarningLimit: 1200,
  },
});
