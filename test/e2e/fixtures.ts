import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Cabinet, type StartOptions, startCabinet } from './cabinet.ts';
import type { ProgramKind } from './program.ts';

export { expect };

export type ProgramOptions = { program: ProgramKind };
type Fixtures = {
  /** A folder of the test's own, removed after it. */
  folder: string;
  /** Starts the program; the second start of a test finds the data of the first. */
  start(options?: StartOptions): Promise<Cabinet>;
  /** The program, started. */
  cabinet: Cabinet;
};

export const test = base.extend<ProgramOptions & Fixtures>({
  program: ['built', { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sip-cabinet-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },

  start: async ({ program, folder }, use, testInfo) => {
    const open = new Set<Cabinet>();
    const data = join(folder, 'user-data');
    const output: string[] = [];

    await use(async (options) => {
      const started = await startCabinet(program, data, options, (text) => output.push(text));
      const cabinet: Cabinet = {
        ...started,
        async close() {
          open.delete(cabinet);
          await started.close();
        },
      };
      open.add(cabinet);
      return cabinet;
    });

    if (testInfo.status !== testInfo.expectedStatus) {
      for (const { page } of open) {
        const picture = await page.screenshot().catch(() => null);
        if (picture) await testInfo.attach('window', { body: picture, contentType: 'image/png' });
      }
      const log = join(data, 'logs', 'cabinet.log');
      if (existsSync(log)) output.push(`--- ${log}\n`, readFileSync(log, 'utf8'));
      await testInfo.attach('output', { body: output.join(''), contentType: 'text/plain' });
      console.log(output.join('').slice(-3000));
    }
    for (const cabinet of open) await cabinet.close();
  },

  cabinet: async ({ start }, use) => use(await start()),
});
