import { onBridge } from './bridge';
import { takeCommand, useCommands } from './commands';
import { noticeCommand, noticeSync } from './expiry';
import { loadExports, takeExport } from './exports';
import { loadPreferences } from './preferences';
import { refreshSets } from './procedures';
import { loadSession, setSession } from './session';
import { loadSettings, useSettings } from './settings';
import { loadSyncStatus, setSyncStatus, useSyncStore } from './sync';

/** Everything that the first paint needs, asked for at once; then the stores follow the program's events. */
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
  await Promise.all([loadSettings(), loadPreferences(), loadSession(), loadSyncStatus(), loadExports()]);
}
