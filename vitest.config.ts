import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { defineConfig } from 'vitest/config';

const setupFiles = ['fake-indexeddb/auto', './tests/tools/property-seed.ts'];
// A slow machine is no error; what hangs is.
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };
/** Tests of pure functions: nothing that one file does can be seen by another. */
const PURE = ['tests/core/**/*.test.ts'];
const ELSEWHERE = ['tests/e2e/**', 'tests/built/**', 'tests/stack/**', 'tests/contract/**', 'node_modules/**'];

/** Everything that needs neither a build nor a browser. */
export default defineConfig({
  test: {
    // By default one processor is left idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'core',
          include: PURE,
          setupFiles: ['./tests/tools/property-seed.ts'],
          isolate: false,
          ...patience,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'units',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...PURE, ...ELSEWHERE],
          setupFiles,
          ...patience,
        },
      },
    ],
  },
});
