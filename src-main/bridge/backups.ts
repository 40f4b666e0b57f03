import type { Backup, backupProcedures } from '../../src-shared/bridge/backups';
import type { Handlers } from '../../src-shared/bridge/contract';
import { type BridgeError, CabinetError, toBridgeError } from '../../src-shared/bridge/errors';
import type { SessionView } from '../../src-shared/bridge/session';
import type { SyncStatus } from '../../src-shared/bridge/sync';
import type { BackupStart, CacheAccess } from '../channel/core-contract';
import type { EmitEvent } from './events';

export type BackupDependencies = {
  list(): Promise<{ items: Backup[]; due: boolean }>;
  prepare(): Promise<Omit<BackupStart, 'keep'>>;
  /** Copies in a process of its own. */
  make(start: BackupStart): { finished: Promise<void>; cancel(): void };
  access(copy: { name: string }): Promise<CacheAccess>;
  /** Reads a whole file in a process of its own. @returns whether it is sound */
  check(access: CacheAccess): Promise<boolean>;
  /** Null: an empty cache takes the place. */
  restore(copy: { name: string | null }): Promise<void>;
  /** How many copies the person wants to be kept; 0: none are made by themselves. */
  keep(): number;
  /** Waits; ends early when the signal is given. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  emit: EmitEvent;
  onFault(name: string, error: unknown): void;
};

/** After a sync nothing is to happen for so long before a copy is begun: people may be waiting for the disk. */
const QUIET_MS = 60_000;
/** Copies that stay where none are made by themselves but one is asked for. */
const KEPT_BY_HAND = 3;

/** Backup copies of the cache: made in quiet moments or when asked for, put back when asked for. */
export function createBackups(dependencies: BackupDependencies) {
  const { emit } = dependencies;
  let session: SessionView | null = null;
  let planned: AbortController | null = null;
  let making: { cancel(): void } | null = null;
  let restoring = false;
  let problem: BridgeError | null = null;

  const isOpen = (): boolean => session?.phase === 'signed-in' && !session.cacheForVisit;

  function checkIdle(): void {
    if (making || restoring) throw new CabinetError('too-many-calls');
  }

  async function make(): Promise<void> {
    checkIdle();
    let cancelled = false;
    making = {
      cancel: () => {
        cancelled = true;
      },
    };
    emit('backups.changed', {});
    try {
      const start = await dependencies.prepare();
      if (cancelled) throw new CabinetError('cancelled');
      const job = dependencies.make({ ...start, keep: dependencies.keep() || KEPT_BY_HAND });
      making = job;
      await job.finished;
      problem = null;
    } finally {
      making = null;
      emit('backups.changed', {});
    }
  }

  async function makeWhenDue(signal: AbortSignal): Promise<void> {
    await dependencies.sleep(QUIET_MS, signal);
    if (signal.aborted || !isOpen() || dependencies.keep() === 0 || making || restoring) return;
    if (!(await dependencies.list()).due || signal.aborted) return;
    try {
      await make();
    } catch (error) {
      if (error instanceof CabinetError && error.code === 'cancelled') return;
      problem = toBridgeError(error);
      emit('backups.changed', {});
      throw error;
    }
  }

  function unplan(): void {
    planned?.abort();
    planned = null;
  }

  function giveUp(): void {
    unplan();
    making?.cancel();
  }

  async function replace(work: () => Promise<void>): Promise<void> {
    checkIdle();
    restoring = true;
    try {
      await work();
    } finally {
      restoring = false;
      emit('backups.changed', {});
    }
  }

  const handlers: Handlers<keyof typeof backupProcedures> = {
    'backups.list': async () => ({
      items: (await dependencies.list()).items,
      making: making !== null,
      forVisit: session?.cacheForVisit ?? false,
      problem,
    }),
    'backups.make': make,
    'backups.restore': (copy) =>
      replace(async () => {
        const sound = await dependencies.check(await dependencies.access(copy));
        if (!sound) throw new CabinetError('backup-unusable');
        await dependencies.restore(copy);
      }),
    'backups.loadAnew': () => replace(() => dependencies.restore({ name: null })),
  };

  return {
    handlers,
    /** A sync that has brought everything plans a copy; whatever else happens puts it off. */
    onSync({ state, lastError, dataAsOf }: SyncStatus): void {
      unplan();
      if (state !== 'idle' || lastError || dataAsOf === null || !isOpen()) return;
      const abort = new AbortController();
      planned = abort;
      makeWhenDue(abort.signal).catch((error) => dependencies.onFault('backup', error));
    },
    /** A copy is given up when the account is closed: its key is to be forgotten. */
    onSession(view: SessionView): void {
      session = view;
      if (isOpen()) return;
      // The next account has troubles of its own.
      problem = null;
      giveUp();
    },
    /** Ends what runs: the program ends, or the core has gone. */
    close: giveUp,
  };
}
