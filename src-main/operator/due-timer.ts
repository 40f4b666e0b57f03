import type { Instant } from '../../src-shared/domain/period';

/** Wakes the operator up at the next moment at which something is due, so that letters come to an idle program. */
export type DueTimer = {
  /** Looks anew when that is. */
  arm(): void;
  stop(): void;
};

/** Waits are cut to this: the computer's clock may be changed, or the computer may sleep. */
const LONGEST_MS = 10 * 60_000;
const SHORTEST_MS = 20;
/** After a failure it is tried again no sooner. */
const AFTER_FAILURE_MS = 60_000;

export function createDueTimer(options: {
  /** Null: nothing is to come. */
  nextAt(): Instant | null;
  now(): Instant;
  onDue(): Promise<void>;
  onError(error: unknown): void;
}): DueTimer {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const wait = (delay: number) => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(fire, delay);
    // It alone keeps no process running.
    timer.unref();
  };
  const arm = () => {
    if (stopped) return;
    const at = options.nextAt();
    if (at === null) return;
    wait(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, at - options.now())));
  };
  const fire = () => {
    const at = options.nextAt();
    if (stopped || at === null) return;
    if (options.now() < at) {
      arm();
      return;
    }
    options.onDue().then(arm, (error: unknown) => {
      if (stopped) return;
      options.onError(error);
      wait(AFTER_FAILURE_MS);
    });
  };

  return {
    arm,
    stop: () => {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
