import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { CommandView, Submission } from '../../../src-shared/bridge/commands';
import { type ReadableCache, row, type WritableCache } from '../../store/cache';
import { openCache } from '../../store/open';
import { readCommand } from '../../store/read/outbox';
import { SAMPLE_KEY, temporaryFolder } from '../../store/testing/sample';
import { createOperatorClient } from '../client';
import { realLimit, type SyncEnvironment } from '../environment';
import { createOperatorClock } from '../operator-clock';
import { createOutbox, type Outbox } from '../outbox/outbox';
import { type CommandOperator, createCommandOperator } from './command-operator';

/** Test equipment: an outbox over a real cache, an operator behind a link that breaks, and programs that die. */

/** How tests wait: looked at often, given up late. */
export const PATIENT = { interval: 1, timeout: 30_000 };
export const NOON = Date.parse('2021-05-10T09:00:00Z');
export const appeal = (text: string): Submission => ({
  kind: 'open-appeal',
  body: { subscriberId: null, topic: 'other', text, evidence: [] },
});
/** A folder, an operator and one program at a time on them; programs can be killed. */
export function startWorld() {
  const folder = temporaryFolder();
  const path = join(folder.path, 'cache.db');
  const time = { value: NOON };
  const operator: CommandOperator = createCommandOperator(() => time.value);
  let program: Program | null = null;

  function start({ token = 'token', canReach = false }: { token?: string | null; canReach?: boolean } = {}) {
    const sleeps: { ms: number; wake(): void }[] = [];
    const environment: SyncEnvironment = {
      clock: { now: () => time.value },
      fetch: operator.fetch,
      limit: realLimit,
      random: () => 0.5,
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          if (signal.aborted) return resolve();
          const sleep = { ms, wake: resolve };
          sleeps.push(sleep);
          signal.addEventListener('abort', () => {
            sleeps.splice(sleeps.indexOf(sleep), 1);
            resolve();
          });
        }),
    };
    const cache = openCache(path, SAMPLE_KEY);
    const clock = createOperatorClock(environment.clock);
    const session = { token, canReach };
    const seen: CommandView[] = [];
    const faults: unknown[] = [];
    const reached = vi.fn(async () => {});
    const accepted = vi.fn();
    const outbox = createOutbox({
      environment,
      client: createOperatorClient('http://operator.test', environment, clock),
      cache,
      clock,
      token: () => session.token,
      canReach: () => session.canReach,
      reach: reached,
      onExpired: (refused) => {
        if (session.token === refused) session.token = null;
      },
      onChanged: (command) => seen.push(command),
      onAccepted: accepted,
      onDamage: () => faults.push('damage'),
      onFault: (error) => faults.push(error),
    });
    program = { cache, outbox, session, seen, faults, sleeps, reached, accepted };
    outbox.wake();
    return program;
  }

  return {
    operator,
    time,
    start,
    /** The process is gone: nothing of it runs or writes any more. */
    kill(killed: Program) {
      killed.cache.close();
    },
    /** Passes over the pause that the program sits out. */
    elapse({ sleeps }: Program) {
      const sleep = sleeps.shift();
      if (!sleep) throw new Error('nothing is waited for');
      time.value += sleep.ms;
      sleep.wake();
      return sleep.ms;
    },
    async close() {
      if (program?.cache.isOpen) {
        const stopping = program.outbox.stop();
        for (const sleep of program.sleeps) sleep.wake();
        await stopping;
        program.cache.close();
      }
      folder.remove();
    },
  };
}

export type Program = {
  cache: WritableCache;
  outbox: Outbox;
  session: { token: string | null; canReach: boolean };
  seen: CommandView[];
  faults: unknown[];
  sleeps: { ms: number; wake(): void }[];
  reached: ReturnType<typeof vi.fn>;
  accepted: ReturnType<typeof vi.fn>;
};

export const stateOf = (cache: ReadableCache, id: number) => readCommand(cache, id)?.state;
export const until = (program: Program, id: number, state: CommandView['state']) =>
  vi.waitFor(() => expect(stateOf(program.cache, id)).toBe(state), PATIENT);
export const keyOf = (cache: ReadableCache, id: number) =>
  row<{ key: string }>(cache, 'SELECT idempotency_key AS key FROM outbox WHERE id = ?', id)?.key;
