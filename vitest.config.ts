import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src-*/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/e2e/**'],
    // Native modules and servers: one process per file keeps a crash or a leak inside its file.
    pool: 'forks',
    maxWorkers: 2,
    // Whole operators and programs are started: a busy machine needs its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Where nobody can look at once, a failed test runs once more; `npm test` names it in its summary.
    retry: process.env.CI ? 1 : 0,
  },
});
