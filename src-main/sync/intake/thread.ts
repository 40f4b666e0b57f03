import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { CdrPage } from '../../store/write/cdr-page';
import type { FromIntake, IntakeStart, ToIntake } from './messages';

/** The thread is gone or never was: its pages are still to be stored. */
export class ThreadGone extends Error {}

/** A thread that stores records, so that reading goes on meanwhile. */
export type IntakeThread = {
  /**
   * Stores a page after those given before.
   * @returns names of the data sets that it changed
   * @throws CabinetError when storing fails, and for every later page; ThreadGone
   */
  store(page: CdrPage): Promise<string[]>;
  /** Ends the thread when everything given is stored. */
  end(): Promise<void>;
};

type Waiting = { resolve(changed: string[]): void; reject(error: Error): void };

/** @param script the thread's bundle */
export function startIntakeThread(script: string, start: IntakeStart): IntakeThread {
  const worker = new Worker(script, { name: 'intake', workerData: start });
  const waiting: Waiting[] = [];
  let gone: ThreadGone | null = null;
  const fail = (cause: unknown) => {
    gone ??= new ThreadGone('the thread that stores records has ended', { cause });
    for (const { reject } of waiting.splice(0)) reject(gone);
  };
  worker.on('message', (message: FromIntake) => {
    const next = waiting.shift();
    if (message.kind === 'stored') next?.resolve(message.changed);
    else next?.reject(message.text ? new Error(message.text) : reviveError(message));
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`exit ${code}`)));
  const send = (message: ToIntake) => worker.postMessage(message);

  return {
    store: (page) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone);
        waiting.push({ resolve, reject });
        send({ kind: 'page', page });
      }),
    async end() {
      if (gone) return;
      const exited = once(worker, 'exit').catch(() => {});
      send({ kind: 'end' });
      await exited;
    },
  };
}

const reviveError = ({ error }: Extract<FromIntake, { kind: 'failed' }>): CabinetError =>
  new CabinetError(error.code, error.params);
