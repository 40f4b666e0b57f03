import type { Clock } from '../../src-shared/domain/period';

/** What sync needs of the world; tests hand in their own. */
export type SyncEnvironment = {
  clock: Clock;
  fetch: typeof globalThis.fetch;
  /** Resolves after the time, at once when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Calls `act` when the time has passed, unless what it answers is called before: limits of requests. */
  limit(ms: number, act: () => void): () => void;
  /** A number from 0 to 1 that spreads retries and polls of many clients. */
  random(): number;
};

export const realLimit: SyncEnvironment['limit'] = (ms, act) => {
  const timer = setTimeout(act, ms);
  timer.unref?.();
  return () => clearTimeout(timer);
};

export const realSleep: SyncEnvironment['sleep'] = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    // A pending poll must not keep a process alive that has nothing else to do.
    timer.unref?.();
    signal.addEventListener('abort', done);
  });
