import { writeFileSync } from 'node:fs';
import { app, type BrowserWindow } from 'electron';

/**
 * `--smoke-test=<file>`: proves that a shipped build starts, whose fuses keep test tools out.
 * Writes what it saw once the page has drawn something, then quits.
 */
export function runSmokeTest(window: BrowserWindow, file: string, info: () => Promise<object>): void {
  window.webContents.once('did-finish-load', async () => {
    const facts = await info();
    writeFileSync(
      file,
      JSON.stringify({ title: window.getTitle(), url: window.webContents.getURL(), ...facts }),
    );
    app.quit();
  });
}
