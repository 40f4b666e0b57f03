import { CabinetError, toBridgeError } from '../../../src-shared/bridge/errors';
import type { WritableCache } from '../../store/cache';
import { mapSqliteError } from '../../store/errors';
import { openMadeCache } from '../../store/open';
import { type CdrPage, storeCdrPages } from '../../store/write/cdr-page';
import type { ThreadPort } from '../thread';
import type { FromIntake, IntakeStart, ToIntake } from './messages';

/** The thread's side: stores pages by a connection of its own until it is told to end. */
export function serveIntake(port: ThreadPort<ToIntake, FromIntake>, { path, keyHex }: IntakeStart): void {
  let cache: WritableCache | null = null;
  let waiting: CdrPage[] = [];
  let failed: FromIntake | null = null;

  /** Everything that came while the last pages were stored goes into one transaction. */
  function storeWaiting(): void {
    const pages = waiting;
    waiting = [];
    if (pages.length === 0) return;
    const answer = store(pages);
    for (const _ of pages) port.postMessage(answer);
  }

  function store(pages: readonly CdrPage[]): FromIntake {
    // A later page would take the cursor past the one that is not stored.
    if (failed) return failed;
    try {
      cache ??= openMadeCache(path, keyHex);
      storeCdrPages(cache, pages);
      return { kind: 'stored', changed: cache.takeChanges() };
    } catch (thrown) {
      const error = mapSqliteError(thrown);
      const text = error instanceof Error && !(error instanceof CabinetError) ? String(error.stack) : '';
      failed = { kind: 'failed', error: toBridgeError(error), text };
      return failed;
    }
  }

  port.on('message', (message) => {
    if (message.kind === 'page') {
      waiting.push(message.page);
      // Messages that have come already are told first.
      setImmediate(storeWaiting);
      return;
    }
    storeWaiting();
    // The log is brought into the file while nobody waits for it; it would stay as large as this sync made it.
    if (cache && !failed) cache.database.pragma('wal_checkpoint(PASSIVE)');
    cache?.close();
    port.close();
  });
}
