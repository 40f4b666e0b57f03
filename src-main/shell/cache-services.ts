import { setTimeout as pause } from 'node:timers/promises';
import type { SessionView } from '../../src-shared/bridge/session';
import { createBackups } from '../bridge/backups';
import { createCheckAfterCrash } from '../bridge/check-after-crash';
import { createDiagnosis } from '../bridge/diagnosis';
import type { EmitEvent } from '../bridge/events';
import type { SupportFacts } from '../bridge/support-report';
import type { CacheAccess } from '../channel/core-contract';
import type { CoreHost } from './core-host';
import { checkInProcess, createBackupMaker } from './export-runner';
import { type Log, tailOf } from './log';
import type { Places } from './places';

export type CacheServiceOptions = {
  core: Pick<CoreHost, 'call'>;
  places: Places;
  log: Log;
  /** How many backup copies the person wants. */
  keepBackups(): number;
  facts(): Promise<Omit<SupportFacts, 'sync' | 'log'>>;
  emit: EmitEvent;
  /** The cache could not be read. */
  onDamage(): void;
  onFault(name: string, error: unknown): void;
};

/** All that looks after the cache's file: its check, its backup copies, the report for support. */
export function createCacheServices(options: CacheServiceOptions) {
  const { core, places, log } = options;
  const check = (access: CacheAccess) => checkInProcess(places.export, log, access);
  const access = () => core.call('core.cacheAccess', undefined);
  const { handlers, ...backups } = createBackups({
    list: () => core.call('core.listBackups', undefined),
    prepare: () => core.call('core.prepareBackup', undefined),
    make: createBackupMaker(places.export, log),
    access: (copy) => core.call('core.backupAccess', copy),
    check: (of) => check(of).finished,
    restore: (copy) => core.call('core.restoreBackup', copy),
    keep: options.keepBackups,
    sleep: (ms, signal) => pause(ms, undefined, { signal, ref: false }).catch(() => undefined),
    emit: options.emit,
    onFault: options.onFault,
  });
  const afterCrash = createCheckAfterCrash({
    access,
    check,
    onDamage: options.onDamage,
    onFault: (error) => options.onFault('check', error),
  });
  const { handlers: ofDiagnosis, ...diagnosis } = createDiagnosis({
    access,
    check,
    onDamage: options.onDamage,
    facts: async () => ({
      ...(await options.facts()),
      // Whoever needs the report may have no core that answers.
      sync: await core.call('sync.status', undefined).catch(() => null),
      log: tailOf(places.logs),
    }),
  });
  return {
    handlers: { ...handlers, ...ofDiagnosis },
    onSync: backups.onSync,
    onSession(view: SessionView): void {
      backups.onSession(view);
      afterCrash.onSession(view);
      diagnosis.onSession(view);
    },
    onLeftOpen(): void {
      log('info', 'a crash has left the cache open: it is read whole');
      void afterCrash.begin();
    },
    /** Ends what runs: the program ends, or the core has gone. */
    close(): void {
      backups.close();
      afterCrash.giveUp();
      diagnosis.close();
    },
  };
}
