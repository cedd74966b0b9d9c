import { defineConfig } from 'vitest/config';

/** What the finished extension must be like: it has to be built before. */
export default defineConfig({
  test: {
    include: ['tests/built/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
