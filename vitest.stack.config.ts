import { defineConfig } from 'vitest/config';

/** The SQL in a real Postgres, behind the real PostgREST: one server for all files, a database for each. */
export default defineConfig({
  test: {
    include: ['tests/{stack,contract}/**/*.test.ts'],
    globalSetup: ['tests/stack/harness/global-setup.ts'],
    setupFiles: ['./tests/tools/property-seed.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
  },
});
