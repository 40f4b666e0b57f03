import type { SessionView } from '../../src-shared/bridge/session';
import type { CacheAccess } from '../channel/core-contract';

/** A cache is being read whole. */
export type CacheCheck = {
  /** Whether it is sound. */
  finished: Promise<boolean>;
  cancel(): void;
};

export type CheckAfterCrashDependencies = {
  access(): Promise<CacheAccess>;
  /** Reads the whole cache in a process of its own. */
  check(access: CacheAccess): CacheCheck;
  /** The cache was found damaged. */
  onDamage(): void;
  onFault(error: unknown): void;
};

/** Looks at a cache that a crash has left, while the person works in it: reading it whole can take half a minute. */
export function createCheckAfterCrash(dependencies: CheckAfterCrashDependencies) {
  let running: CacheCheck | null = null;
  /** Another number once the check under way is of no use any more. */
  let turn = 0;

  function giveUp(): void {
    turn += 1;
    running?.cancel();
    running = null;
  }

  return {
    async begin(): Promise<void> {
      giveUp();
      const own = turn;
      try {
        const access = await dependencies.access();
        if (turn !== own) return;
        running = dependencies.check(access);
        const sound = await running.finished;
        if (!sound && turn === own) dependencies.onDamage();
      } catch (error) {
        if (turn === own) dependencies.onFault(error);
      }
    },
    /** It is given up when the account is closed: its key is to be forgotten. */
    onSession({ phase }: SessionView): void {
      if (phase !== 'signed-in') giveUp();
    },
    giveUp,
  };
}
