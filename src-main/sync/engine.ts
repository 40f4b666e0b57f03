import { type BridgeError, CabinetError, toBridgeError } from '../../src-shared/bridge/errors';
import type { SyncStatus } from '../../src-shared/bridge/sync';
import type { Instant } from '../../src-shared/domain/period';
import type { WritableCache } from '../store/cache';
import { mapSqliteError } from '../store/errors';
import type { FeedSource } from '../store/feed-state';
import { readMeta, writeMeta } from '../store/meta';
import type { OperatorClient } from './client';
import type { SyncEnvironment } from './environment';
import { PassingFault } from './faults';
import type { IntakeThread } from './intake/thread';
import type { OperatorClock } from './operator-clock';
import { createProgress } from './progress';
import { createCdrReader } from './read-page';
import type { ReaderThread } from './reader/thread';
import { OtherAccount, type RunContext, runSync } from './run';
import { pauseBefore, type Schedule } from './schedule';
import { createPageStore } from './store-page';
import { createThrottle } from './throttle';

const STATUS_EVERY_MS = 200;
const CHANGES_EVERY_MS = 300;

export type SyncOptions = {
  environment: SyncEnvironment;
  client: OperatorClient;
  cache: WritableCache;
  clock: OperatorClock;
  /** A token that the operator should accept. @throws CabinetError session-expired when there is none */
  authorise(signal: AbortSignal): Promise<string>;
  schedule: Schedule;
  /** Start threads that read pages of records and store them in this cache; null: both is done here. */
  threads: { reader(): ReaderThread; intake(): IntakeThread } | null;
  /** Shown until a run has succeeded: what happened to the cache before. */
  notice: BridgeError | null;
  onStatus(status: SyncStatus): void;
  /** Sources of which rows were stored, or which became fresher. */
  onStored(sources: FeedSource[]): void;
  /** Told when the operator has accepted the token. */
  onOnline(): void;
  /** Told when the operator no longer accepts the token. Answers true when another can be had at once. */
  onExpired(): boolean;
  /** Told when the cache has turned out to be damaged. */
  onDamage(): void;
  /** Whose rows the cache holds; null: nobody's yet. */
  accountId: number | null;
  /** Told when the operator answers for another account; nothing of it is stored. */
  onOtherAccount(account: { id: number; number: string; organisation: string }): void;
  /** A fault nobody foresaw, for the log. */
  onFault(error: unknown): void;
};

export type SyncEngine = {
  status(): SyncStatus;
  /**
   * Starts a sync, or joins the one that runs. Answers when it has ended, whatever the result.
   * @param afterMs how long the operator is not yet asked
   */
  start(afterMs?: number): Promise<void>;
  /** A sync that sees what the operator has just done: a run under way goes back to the small feeds. */
  refresh(): Promise<void>;
  /** Ends the run at once; the page under way is either wholly stored or not at all. */
  cancel(): void;
  setSchedule(schedule: Schedule): void;
  /** Ends everything; nothing is written after it resolves. */
  stop(): Promise<void>;
};

export function createSyncEngine(options: SyncOptions): SyncEngine {
  const { environment, cache, clock } = options;
  const stored = new Set<FeedSource>();
  let dataAsOf: Instant | null = Number(readMeta(cache, 'last-complete-sync')) || null;
  let { schedule } = options;
  let online: boolean | null = null;
  let lastError: BridgeError | null = options.notice;
  let waitingUntil: Instant | null = null;
  let progress: ReturnType<typeof createProgress> | null = null;
  let running: { abort: AbortController; done: Promise<void> } | null = null;
  /** When the next background run is to begin, by the computer's clock, and the pause that was made before it. */
  let due: Instant | null = null;
  let pause = 0;
  let planned: AbortController | null = null;
  /** The last run's thread leaves the file; nobody waits for it but who opens the file anew. */
  let leaving: Promise<void> = Promise.resolve();
  let failures = 0;
  let stale = false;
  let stopped = false;

  const status = (): SyncStatus => ({
    state: waitingUntil !== null ? 'waiting' : running ? 'running' : 'idle',
    online,
    dataAsOf,
    firstSync: dataAsOf === null,
    progress: running && progress ? progress.current() : null,
    lastError,
    nextTryAt: waitingUntil,
    operatorNow: clock.now(),
  });
  const tellStatus = createThrottle(STATUS_EVERY_MS, () => options.onStatus(status()));
  const tellStored = createThrottle(CHANGES_EVERY_MS, () => {
    const sources = [...stored];
    stored.clear();
    if (sources.length > 0) options.onStored(sources);
  });
  const note = (source: FeedSource) => {
    stored.add(source);
    tellStored.request();
  };

  async function run(signal: AbortSignal): Promise<void> {
    progress = createProgress();
    const current = progress;
    const token = await options.authorise(signal);
    await leaving;
    const { threads, onFault } = options;
    const reader = createCdrReader(threads?.reader ?? null, onFault);
    const pages = createPageStore(cache, threads?.intake ?? null, onFault);
    const context: RunContext = {
      environment,
      client: options.client,
      cache,
      reader,
      pages,
      token,
      retry: {
        signal,
        onWait(until, error) {
          waitingUntil = until;
          lastError = until === null ? null : toBridgeError(error);
          online = reached(error);
          tellStatus.flush();
        },
      },
      isStale: () => stale,
      onBegin: () => {
        stale = false;
      },
      onStage(source) {
        if (online !== true) {
          // Sources after the first are entered only when the operator has answered.
          if (source !== 'account') {
            online = true;
            options.onOnline();
          }
        }
        current.enter(source);
        tellStatus.request();
      },
      onPage(feed, page) {
        current.count(feed, page);
        note(feed);
        tellStatus.request();
      },
      onStored: note,
      accountId: options.accountId,
    };
    try {
      dataAsOf = await runSync(context);
    } finally {
      reader.end();
      leaving = pages.end();
    }
    online = true;
    options.onOnline();
  }

  async function runOnce(signal: AbortSignal): Promise<void> {
    let retryAfterMs: number | null = null;
    let again = false;
    try {
      await run(signal);
      failures = 0;
      lastError = null;
      // Asked for after the run's last look around.
      again = stale;
    } catch (thrown) {
      const error = mapSqliteError(thrown);
      if (thrown instanceof OtherAccount) options.onOtherAccount(thrown.account);
      const cancelled = signal.aborted || (error instanceof CabinetError && error.code === 'cancelled');
      if (!cancelled) failures += 1;
      if (error instanceof PassingFault) retryAfterMs = error.retryAfterMs;
      if (error instanceof CabinetError && error.code !== 'cancelled') online = reached(error) ?? online;
      if (!(error instanceof CabinetError)) options.onFault(error);
      lastError = cancelled ? { code: 'cancelled', params: {} } : toBridgeError(error);
      if (lastError.code === 'session-expired') again = options.onExpired();
      if (lastError.code === 'cache-damaged') options.onDamage();
    } finally {
      running = null;
      waitingUntil = null;
      if (!stopped) {
        rememberClock();
        plan(retryAfterMs);
        tellStored.flush();
        tellStatus.flush();
        if (again) void engine.start();
      }
    }
  }

  /** Calendar rules follow the operator's time offline too. A damaged or full disk is met elsewhere. */
  function rememberClock(): void {
    const offset = String(clock.offsetMs);
    try {
      if (readMeta(cache, 'operator-offset-ms') !== offset) writeMeta(cache, 'operator-offset-ms', offset);
    } catch (error) {
      options.onFault(error);
    }
  }

  /** Plans the next background run. After a fault it comes sooner, with growing pauses. */
  function plan(retryAfterMs: number | null): void {
    unplan();
    const expired = lastError?.code === 'session-expired';
    if (schedule.everyMin <= 0 || stopped || expired) return;
    const failed = lastError !== null && lastError.code !== 'cancelled';
    const random = environment.random();
    pause = pauseBefore(schedule.everyMin, failed ? failures : 0, retryAfterMs, random);
    due = environment.clock.now() + pause;
    if (failed) waitingUntil = due;
    awaitDue();
  }

  function unplan(): void {
    planned?.abort();
    planned = null;
    due = null;
    waitingUntil = null;
  }

  /** Sleeps until the next run is due. While nobody looks nothing is slept for: it begins when the window is seen. */
  function awaitDue(): void {
    planned?.abort();
    planned = null;
    if (due === null || schedule.hidden) return;
    const now = environment.clock.now();
    // A longer wait than was planned: the computer's clock was set back.
    if (due > now + pause) {
      due = now + pause;
      if (waitingUntil !== null) waitingUntil = due;
    }
    const abort = new AbortController();
    planned = abort;
    void environment.sleep(Math.max(0, due - now), abort.signal).then(() => {
      if (!abort.signal.aborted) void engine.start();
    });
  }

  const engine: SyncEngine = {
    status,
    start(afterMs = 0) {
      if (running) return running.done;
      if (stopped) return Promise.resolve();
      unplan();
      const abort = new AbortController();
      const begun = afterMs > 0 ? environment.sleep(afterMs, abort.signal) : Promise.resolve();
      const done = begun.then(() => runOnce(abort.signal));
      running = { abort, done };
      tellStatus.flush();
      return done;
    },
    refresh() {
      stale = true;
      return engine.start();
    },
    cancel: () => running?.abort.abort(),
    setSchedule(next) {
      const sameInterval = next.everyMin === schedule.everyMin;
      schedule = next;
      if (running) return;
      if (sameInterval) return awaitDue();
      plan(null);
      tellStatus.flush();
    },
    async stop() {
      stopped = true;
      unplan();
      running?.abort.abort();
      await running?.done;
      await leaving;
      tellStatus.stop();
      tellStored.stop();
    },
  };
  return engine;
}

/** Whether an error means that the operator was reached; null: it says nothing about it. */
function reached(error: CabinetError): boolean | null {
  if (error.code === 'operator-unreachable') return false;
  if (['operator-error', 'rate-limited', 'session-expired', 'operator-refused'].includes(error.code))
    return true;
  return error.code === 'operator-answer-malformed' ? true : null;
}
