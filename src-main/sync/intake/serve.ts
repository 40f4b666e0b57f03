import { CabinetError, toBridgeError } from '../../../src-shared/bridge/errors';
import type { WritableCache } from '../../store/cache';
import { mapSqliteError } from '../../store/errors';
import { openMadeCache } from '../../store/open';
import { storeCdrPage } from '../../store/write/cdr-page';
import type { FromIntake, IntakeStart, ToIntake } from './messages';

/** The port of a thread, as far as it is needed here. */
export type IntakePort = {
  postMessage(message: FromIntake): void;
  on(event: 'message', listener: (message: ToIntake) => void): unknown;
  close(): void;
};

/** The thread's side: stores pages by a connection of its own until it is told to end. */
export function serveIntake(port: IntakePort, { path, keyHex }: IntakeStart): void {
  let cache: WritableCache | null = null;
  let failed: FromIntake | null = null;

  function store(message: Extract<ToIntake, { kind: 'page' }>): FromIntake {
    // A later page would take the cursor past the one that is not stored.
    if (failed) return failed;
    try {
      cache ??= openMadeCache(path, keyHex);
      storeCdrPage(cache, message.page);
      return { kind: 'stored', changed: cache.takeChanges() };
    } catch (thrown) {
      const error = mapSqliteError(thrown);
      const text = error instanceof Error && !(error instanceof CabinetError) ? String(error.stack) : '';
      failed = { kind: 'failed', error: toBridgeError(error), text };
      return failed;
    }
  }

  port.on('message', (message) => {
    if (message.kind === 'page') return port.postMessage(store(message));
    if (cache && !failed) emptyLog(cache);
    cache?.close();
    port.close();
  });
}

/** Brings the log into the file, so that it does not stay as large as the largest sync made it. Nobody is waited for. */
function emptyLog({ database }: WritableCache): void {
  database.pragma('busy_timeout = 0');
  database.pragma('wal_checkpoint(TRUNCATE)');
}
