import type { SessionView } from '../../../src-shared/bridge/session';
import type { ReadableCache } from '../../store/cache';
import { describeFault } from '../describe-fault';
import type { CabinetEnvironment } from '../environment';
import { type ActivateContext, createEngines, keptOffset } from './activate';
import type { createExclusive } from './exclusive';
import {
  type AccountFacts,
  type OpenedCache,
  readAccountFacts,
  reopenDamaged,
  reopenForAccount,
  reopenRestored,
} from './open-account';
import { type ActiveSession, type SessionState, stopEngines } from './state';

export type RecoveryOptions = {
  environment: CabinetEnvironment;
  exclusive: ReturnType<typeof createExclusive>;
  state(): SessionState;
  context(): ActivateContext;
  changed(): SessionView;
  /** Closes what is open here. */
  close(): Promise<void>;
};

/** Another file, or new engines, for a session that goes on: the account stays open on the screen. */
export function createRecovery(options: RecoveryOptions) {
  const { environment, state, context, changed } = options;
  const log = (text: string, level: 'error' | 'info' = 'error') => environment.emit('log', { level, text });

  /** Goes on with what `replace` gives; when that is nothing, the account is closed. */
  async function reopen(
    active: ActiveSession,
    replace: (at: number) => OpenedCache,
    account: AccountFacts | null,
  ): Promise<void> {
    await stopEngines(active);
    try {
      active.opened = replace(environment.clock.now());
    } catch (error) {
      await options.close();
      changed();
      throw error;
    }
    active.account = account ?? readAccountFacts(active.opened.cache) ?? active.account;
    Object.assign(active, createEngines(context(), active));
    void active.sync.start();
    active.outbox.wake();
    changed();
  }

  /** Does it in its turn, unless somebody has replaced the cache by then. */
  function soon(cache: ReadableCache, work: (active: ActiveSession) => Promise<void>): void {
    const inTurn = async () => {
      const current = state();
      if (current.phase === 'signed-in' && current.opened.cache === cache) await work(current);
    };
    options.exclusive(inTurn).catch((error) => log(`recovery: ${describeFault(error)}`));
  }

  return {
    reopen,
    /**
     * Goes on from a copy of the cache, or loads everything anew (`name` null). Where that cannot be had, the account
     * goes on as it was.
     * @throws CabinetError not-found, not-available, backup-unusable, cache-newer, disk-full, data-not-writable, file-busy
     */
    async restore(active: ActiveSession, name: string | null): Promise<void> {
      let failure: unknown = null;
      const replace = (at: number) => {
        try {
          const { opened, error } = reopenRestored(active.opened, name, at);
          failure = error;
          if (!error && active.mode === 'offline') context().clock.setOffset(keptOffset(opened.cache));
          return opened;
        } catch (error) {
          if (!active.opened.cache.isOpen) throw error;
          failure = error;
          return active.opened;
        }
      };
      await reopen(active, replace, null);
      if (failure) throw failure;
      log(name === null ? 'the cache is loaded anew' : 'a copy of the cache was put in its place', 'info');
      environment.emit('cache.changed', { sets: ['everything'] });
    },
    /** Replaces a cache that was found damaged while it was in use; all readings that met the damage tell it. */
    onDamage: (cache: ReadableCache) =>
      soon(cache, async (active) => {
        log('the cache is damaged and is set aside');
        await reopen(active, (at) => reopenDamaged(active.opened, active.account, at), null);
      }),
    onOtherAccount: (cache: ReadableCache, account: AccountFacts) =>
      soon(cache, (active) => reopen(active, (at) => reopenForAccount(active.opened, account, at), account)),
  };
}
