import { randomUUID } from 'node:crypto';
import type { CommandView, Submission } from '../../../src-shared/bridge/commands';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { Instant } from '../../../src-shared/domain/period';
import type { WritableCache } from '../../store/cache';
import { mapSqliteError } from '../../store/errors';
import { earliestTry, hasUnfinished, readCommand } from '../../store/read/outbox';
import {
  addCommand,
  cancel,
  hurry,
  hurryUnreachable,
  reviveSending,
  takeNext,
} from '../../store/write/outbox';
import type { OperatorClient } from '../client';
import type { SyncEnvironment } from '../environment';
import type { OperatorClock } from '../operator-clock';
import { delayAfter, FARTHEST_MS } from './delay';
import { createSender } from './send';
import { splitBody } from './submission';

/** How long the end of the program waits for an answer that is on its way. */
const GRACE_MS = 3_000;

export type OutboxOptions = {
  environment: SyncEnvironment;
  client: OperatorClient;
  cache: WritableCache;
  clock: OperatorClock;
  /** Token of a session that the operator has confirmed in this visit; null: there is none at the moment. */
  token(): string | null;
  /** True when such a session can be had without a person. */
  canReach(): boolean;
  /** Tries to have one; resolves when that has ended, whatever the result. */
  reach(): Promise<void>;
  /** Told when the operator no longer accepts this token. */
  onExpired(token: string): void;
  onChanged(command: CommandView): void;
  /** Told when the operator has done a command: what it made can be taken in. */
  onAccepted(): void;
  onDamage(): void;
  /** A fault nobody foresaw, for the log. */
  onFault(error: unknown): void;
};

/**
 * Commands on their way to the operator. Every one is on the disk with its idempotency key before it is sent, and is
 * sent under that key until the operator has answered: a crash at any point makes it neither lost nor done twice.
 */
export type Outbox = {
  /** Stores the command and sends it soon. `searchText`: folded words by which the journal finds it. */
  submit(submission: Submission, searchText: string): CommandView;
  /** @throws CabinetError not-found, command-not-waiting */
  retry(id: number): CommandView;
  /** @throws CabinetError not-found, command-not-waiting, command-may-be-done */
  cancel(id: number): CommandView;
  /** The operator is within reach: whatever waited for that goes on. */
  wake(): void;
  /** Ends everything; nothing is written after it resolves. */
  stop(): Promise<void>;
};

/** How a pass over the commands ended: when the next one is wanted, or what is missing. */
type PassEnd = { next: Instant | null; networkGone?: boolean } | 'no-session' | 'stopped';

export function createOutbox(options: OutboxOptions): Outbox {
  const { environment, cache, clock } = options;
  const ending = new AbortController();
  const send = createSender(options, ending.signal);
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: AbortController | null = null;
  let failures = 0;
  /** The next pass first lets go what waits for the network. */
  let hurrying = false;

  const view = (id: number): CommandView => {
    const command = readCommand(cache, id);
    if (!command) throw new CabinetError('not-found', { what: 'command' });
    return command;
  };
  const tell = (id: number): CommandView => {
    const command = view(id);
    options.onChanged(command);
    return command;
  };

  /** Sends what is due, in order of submission; `due` passes over a pause that has just been sat out. */
  function start(due: Instant = 0): void {
    if (stopped) return;
    timer?.abort();
    timer = null;
    if (running) again = true;
    else running = Promise.resolve().then(() => runPasses(due));
  }

  async function runPasses(due: Instant): Promise<void> {
    let end: PassEnd = 'stopped';
    try {
      end = await pass(due);
      if (end !== 'no-session') failures = 0;
    } catch (thrown) {
      const error = mapSqliteError(thrown);
      if (error instanceof CabinetError && error.code === 'cache-damaged') options.onDamage();
      else options.onFault(error);
      end = { next: pauseEnd() };
    }
    running = null;
    const askedAgain = again;
    again = false;
    if (stopped) return;
    // Whoever asked for another pass meanwhile would meet the same dead network.
    if (askedAgain && !(typeof end === 'object' && end.networkGone)) start();
    else if (end === 'no-session') void reachOperator();
    else if (end !== 'stopped' && end.next !== null) plan(end.next);
  }

  async function pass(due: Instant): Promise<PassEnd> {
    for (const id of reviveSending(cache)) tell(id);
    if (hurrying) hurryForNetwork();
    hurrying = false;
    let after = 0;
    for (;;) {
      if (stopped) return 'stopped';
      if (!hasUnfinished(cache)) return { next: null };
      const token = options.token();
      if (token === null) return 'no-session';
      const now = environment.clock.now();
      const command = takeNext(cache, { after, due: Math.max(now, due), farthest: now + FARTHEST_MS });
      if (!command) return { next: earliestTry(cache) };
      after = command.id;
      tell(command.id);
      const sent = await send(command, token);
      if (sent.kind === 'stopped') return 'stopped';
      tell(command.id);
      if (sent.kind === 'accepted') options.onAccepted();
      if (sent.kind === 'no-session') {
        options.onExpired(token);
        // Where another session is at hand already, this command is the first to use it.
        after = command.id - 1;
      }
      // Nothing else would get through: the rest waits for the same instant.
      if (sent.kind === 'network-gone') return { next: sent.nextTryAt, networkGone: true };
    }
  }

  async function reachOperator(): Promise<void> {
    if (!options.canReach()) return;
    await options.reach();
    if (stopped) return;
    if (options.token() !== null) start();
    else if (options.canReach() && !timer && !running) plan(pauseEnd());
  }

  const pauseEnd = (): Instant =>
    environment.clock.now() + delayAfter(++failures, null, environment.random());

  function plan(at: Instant): void {
    timer?.abort();
    const abort = new AbortController();
    timer = abort;
    const pause = Math.max(0, at - environment.clock.now());
    void environment.sleep(pause, abort.signal).then(() => {
      if (!abort.signal.aborted) start(at);
    });
  }

  /** What waited for the network is tried again, each in its turn. */
  function hurryForNetwork(): void {
    for (const id of hurryUnreachable(cache)) tell(id);
  }

  return {
    submit(submission, searchText) {
      hurryForNetwork();
      const id = addCommand(cache, {
        idempotencyKey: randomUUID(),
        kind: submission.kind,
        ...splitBody(submission),
        searchText,
        createdAt: clock.now(),
      });
      start();
      return tell(id);
    },
    retry(id) {
      view(id);
      const hurried = hurry(cache, id);
      if (hurried.length === 0) throw new CabinetError('command-not-waiting');
      for (const one of hurried) tell(one);
      start();
      return view(id);
    },
    cancel(id) {
      const found = cancel(cache, id, clock.now());
      if (found === 'not-found') throw new CabinetError('not-found', { what: 'command' });
      if (found === 'not-waiting') throw new CabinetError('command-not-waiting');
      if (found === 'may-be-done') throw new CabinetError('command-may-be-done');
      start();
      return tell(id);
    },
    wake() {
      // In the pass, where a full disk is met: whoever signs in has signed in.
      hurrying = true;
      start();
    },
    async stop() {
      stopped = true;
      timer?.abort();
      if (!running) return;
      const patience = new AbortController();
      await Promise.race([running, environment.sleep(GRACE_MS, patience.signal)]);
      patience.abort();
      ending.abort();
      await running;
    },
  };
}
