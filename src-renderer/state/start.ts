import { onBridge } from './bridge';
import { takeCommand, useCommands } from './commands';
import { noticeCommand, noticeSync } from './expiry';
import { loadExports, takeExport } from './exports';
import { loadPreferences } from './preferences';
import { refreshSets } from './procedures';
import { loadSession, setSession } from './session';
import { useSettings } from './settings';
import { loadSyncStatus, setSyncStatus, useSyncStore } from './sync';

/** Everything that the screens need besides the page's own facts, asked for at once; the stores follow the program's events. */
export async function start(): Promise<void> {
  onBridge('session.changed', setSession);
  onBridge('cache.changed', ({ sets }) => refreshSets(sets));
  useSyncStore.subscribe(({ status }, before) => status && noticeSync(status, before.status));
  onBridge('sync.status', setSyncStatus);
  onBridge('commands.changed', (command) => {
    noticeCommand(command, useCommands.getState().heard[command.id]);
    takeCommand(command);
  });
  onBridge('exports.changed', takeExport);
  onBridge('settings.changed', (settings) => useSettings.setState(settings));
  window.cabinet.ready();
  await Promise.all([loadPreferences(), loadSession(), loadSyncStatus(), loadExports()]);
}
