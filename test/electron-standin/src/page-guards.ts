import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cdp } from './chromium';
import { defaultSession } from './session';
import type { WebContents } from './web-contents';

/** What a page asks of the browser, decided by the program as in Electron. */

/** Permissions as the session's handlers decide them; downloads go to a folder that ends with this process. */
export async function settlePage(contents: WebContents, cdp: Cdp, origin: string): Promise<void> {
  const told: Promise<unknown>[] = [];
  for await (const [name, granted] of defaultSession.decisions(contents, origin)) {
    const setting = granted ? 'granted' : 'denied';
    told.push(cdp.send('Browser.setPermission', { origin, permission: { name }, setting }));
  }
  await Promise.all(told);
  const downloadPath = mkdtempSync(join(tmpdir(), 'sip-cabinet-downloads-'));
  process.once('exit', () => rmSync(downloadPath, { recursive: true, force: true }));
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath, eventsEnabled: true });
}

/** Tells of a download that begins, as `will-download` does. */
export function tellDownload(contents: WebContents, cdp: Cdp, params: Record<string, unknown>): void {
  const event = preventable({});
  const item = { getURL: () => params.url, getFilename: () => params.suggestedFilename };
  defaultSession.emit('will-download', event, item, contents);
  if (event.defaultPrevented) void cdp.send('Browser.cancelDownload', { guid: params.guid }).catch(() => {});
}

/**
 * Tells of a frame that wants to go elsewhere, as `will-frame-navigate` and `will-navigate` do.
 * @returns true when the program prevents it
 */
export function tellNavigation(contents: WebContents, url: string, isMainFrame: boolean): boolean {
  const event = preventable({ url, isMainFrame });
  contents.emit('will-frame-navigate', event);
  if (isMainFrame) contents.emit('will-navigate', event, url);
  return event.defaultPrevented;
}

function preventable<Details extends object>(details: Details) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
