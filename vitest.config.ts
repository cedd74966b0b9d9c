import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Everything that needs neither a build nor a browser. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/built/**', 'tests/stack/**', 'tests/contract/**', 'node_modules/**'],
    setupFiles: ['fake-indexeddb/auto', './tests/tools/property-seed.ts'],
    // A slow machine is no error; what hangs is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
