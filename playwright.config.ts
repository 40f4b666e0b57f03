import { defineConfig } from '@playwright/test';
import type { ProgramOptions } from './test/e2e/fixtures';

/** The same specs run on the program as built and on the program as electron-builder packaged it. */
export default defineConfig<ProgramOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  // Each test starts a program, a browser and an operator of its own.
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // Where nobody can look at once, a failed test runs once more; `npm test` names it in its summary.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  projects: [
    { name: 'built', testIgnore: 'packaged.spec.ts', use: { program: 'built' } },
    // The window's files are the same in both: one walk over all screens tells enough of what it makes of texts.
    { name: 'packaged', testIgnore: 'hostile.spec.ts', use: { program: 'packaged' } },
  ],
});
