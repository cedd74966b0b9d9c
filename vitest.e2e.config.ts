import { defineConfig } from 'vitest/config';
import { BROWSER_NAMES } from './tests/e2e/harness/built.ts';

/**
 * The built extension in real browsers. Every file runs once per browser, one after the other: they share the machine's screen-less
 * browsers, and a test must not fail because another one was greedy. Deadlines are far beyond what any machine needs.
 */
export default defineConfig({
  test: {
    fileParallelism: false,
    projects: BROWSER_NAMES.map((browserName) => ({
      test: {
        name: browserName,
        include: ['tests/e2e/**/*.test.ts'],
        globalSetup: ['tests/e2e/harness/global-setup.ts'],
        provide: { browserName },
        testTimeout: 240_000,
        hookTimeout: 240_000,
        teardownTimeout: 60_000,
        sequence: { groupOrder: BROWSER_NAMES.indexOf(browserName) },
      },
    })),
  },
});
