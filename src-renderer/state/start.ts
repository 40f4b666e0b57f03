import { onBridge } from './bridge';
import { takeCommand, useCommands } from './commands';
import { noticeCommand, noticeSync } from './expiry';
import { loadExports, takeExport } from './exports';
import { resetNavigation, useNavigation } from './navigation';
import { keepPreference, loadPreferences, readPreference } from './preferences';
import { refreshSets } from './procedures';
import { parseRoute, routeToKeep } from './routes';
import { loadSession, setSession } from './session';
import { loadSettings, useSettings } from './settings';
import { loadSyncStatus, setSyncStatus, useSyncStore } from './sync';

const ROUTE = 'window.route';

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
  const kept = parseRoute(readPreference(ROUTE));
  if (kept) resetNavigation(kept);
  useNavigation.subscribe(({ steps, at }) => {
    const route = steps[at];
    // Through JSON: parameters that are not set are left out.
    if (route) keepPreference(ROUTE, JSON.parse(JSON.stringify(routeToKeep(route))));
  });
}
