import { defineConfig } from 'vitest/config';
import { BROWSER_NAMES } from './tests/e2e/harness/built.ts';

/**
 * The built extension in real browsers. Every file runs once per browser with a browser and a page server of its own. Two at a time:
 * most of their time is waiting. Deadlines are far beyond what any machine needs, so that a slow one makes nothing fail.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: BROWSER_NAMES.map((browserName) => ({
      test: {
        name: browserName,
        include: ['tests/e2e/**/*.test.ts'],
        globalSetup: ['tests/e2e/harness/global-setup.ts'],
        provide: { browserName },
        testTimeout: 240_000,
        hookTimeout: 240_000,
        teardownTimeout: 60_000,
      },
    })),
  },
});
