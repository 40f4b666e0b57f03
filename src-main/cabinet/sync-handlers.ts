import type { Handlers } from '../../src-shared/bridge/contract';
import type { SyncStatus, syncProcedures } from '../../src-shared/bridge/sync';
import type { OperatorClock } from '../sync/operator-clock';
import type { CabinetSession } from './session/session';

/** Freshness of the data and the sync itself. Without an open account there is nothing to sync. */
export function syncHandlers(
  session: () => CabinetSession,
  clock: OperatorClock,
): Handlers<keyof typeof syncProcedures> {
  const nothing = (): SyncStatus => ({
    state: 'idle',
    online: null,
    dataAsOf: null,
    firstSync: true,
    progress: null,
    lastError: null,
    nextTryAt: null,
    operatorNow: clock.now(),
  });
  return {
    'sync.status': () => (session().isActive() ? session().active().sync.status() : nothing()),
    'sync.start': () => {
      const { sync } = session().active();
      void sync.start();
      return sync.status();
    },
    'sync.cancel': () => {
      const { sync } = session().active();
      sync.cancel();
      return sync.status();
    },
  };
}
