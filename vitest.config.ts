// Two runs of one suite, each two files at a time: everything fast, then the browsers.
// Workspace packages resolve to their sources, so tests need no build (the browser tests start the built server).
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const conditions = ['source', ...defaultServerConditions];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    allowOnly: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/test/**/*.test.ts',
            'apps/*/src/**/*.test.{ts,tsx}',
            'apps/*/test/**/*.test.ts',
            'schemes/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          // Generous: a busy machine is slow, and time is never what is asserted.
          testTimeout: 90_000,
          hookTimeout: 120_000,
          globalSetup: ['apps/server/test/database-setup.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ['e2e/demonstration-setup.ts'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
