import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll } from 'vitest';
// @ts-expect-error: a plain script without types of its own
import { buildStandin } from './build.mjs';

/** What the fixture's page has of its preload. */
export type FixturePage = {
  api: {
    invoke(channel: string, value?: unknown): Promise<Record<string, unknown>>;
    ping(value: unknown): void;
    received(): unknown[][];
    refusal: string;
    nested: { hiddenLength: number };
  };
  seenAtStart: string;
};

/** Builds the stand-in and starts the small program of `fixture` on it; ends what still runs after every test. */
export function fixtureProgram() {
  const fixture = join(import.meta.dirname, 'fixture');
  const folders: string[] = [];
  const running: ElectronApplication[] = [];
  let runtime = '';

  beforeAll(async () => {
    runtime = await buildStandin();
    process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime;
  });
  afterEach(async () => {
    for (const app of running.splice(0)) await app.close();
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  function newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'standin-'));
    folders.push(folder);
    return folder;
  }

  return {
    fixture,
    newFolder,
    electron: (): string => join(runtime, 'electron'),
    async launch(
      env: Record<string, string> = {},
      data = newFolder(),
    ): Promise<{ app: ElectronApplication; page: Page; data: string }> {
      const app = await _electron.launch({
        args: [fixture, `--user-data-dir=${data}`],
        env: { ...(process.env as Record<string, string>), ...env },
      });
      running.push(app);
      const page = await app.firstWindow();
      await page.waitForSelector('h1');
      return { app, page, data };
    },
    /** The test has ended the program itself. */
    closed(): void {
      running.splice(0);
    },
  };
}

export const log = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as unknown as { log: string[] }).log);

/** Runs a program until it ends, gathering what it prints. */
export function finish(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  // «close» comes when the output has been read to its end, «exit» may come before.
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
