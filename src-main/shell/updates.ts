import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Log } from './log';

/** What electron-builder writes into a package whose «publish» names a feed. */
const CONFIG = 'app-update.yml';

/**
 * True when what comes from the feed is checked before it runs: over https, and by the system's signature of the
 * publisher. macOS always checks it; on Windows electron-updater does so only where the package names its publisher;
 * on Linux nothing does, and new versions come by the package manager or by hand.
 */
export function isCheckedFeed(config: string, platform: NodeJS.Platform): boolean {
  const https = /^url: ['"]?https:\/\/\S+$/m.test(config);
  return https && (platform === 'darwin' || (platform === 'win32' && /^publisherName:/m.test(config)));
}

/** Looks for updates where a feed was named at packaging. None is by default: then nothing is loaded or asked. */
export async function startUpdates(log: Log): Promise<void> {
  const file = join(process.resourcesPath, CONFIG);
  if (!app.isPackaged || !existsSync(file)) return;
  if (!isCheckedFeed(readFileSync(file, 'utf8'), process.platform)) {
    log('warn', 'updates are off: nothing would check what the feed gives');
    return;
  }
  const { autoUpdater } = await import('electron-updater');
  autoUpdater.logger = null;
  try {
    await autoUpdater.checkForUpdatesAndNotify();
  } catch (error) {
    log('warn', `update check failed: ${error instanceof Error ? error.name : 'unknown'}`);
  }
}
