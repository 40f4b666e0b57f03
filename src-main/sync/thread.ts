import { Worker } from 'node:worker_threads';

/** The thread is gone or never was: what it was given is still to be done. */
export class ThreadGone extends Error {}

/** A thread of this process that answers every question, in the order they are asked. */
export type AnsweringThread<Question, Answer> = {
  /** @throws ThreadGone */
  ask(question: Question): Promise<Answer>;
  /** Tells something that has no answer. */
  tell(message: Question): void;
  /** Ends the thread at once. */
  kill(): Promise<unknown>;
  /** Resolves when the thread has ended, however. */
  ended: Promise<void>;
};

/** The thread's own end, as far as it is needed. */
export type ThreadPort<Question, Answer> = {
  postMessage(answer: Answer, transfer?: ArrayBuffer[]): void;
  on(event: 'message', listener: (question: Question) => void): unknown;
  close(): void;
};

type Waiting<Answer> = { resolve(answer: Answer): void; reject(error: Error): void };

/**
 * Megabytes of a thread's young heap. V8 would let it grow beyond a hundred where much of it survives, and what
 * the thread had stays with the process when it ends.
 */
const YOUNG_HEAP_MB = 24;

/** @param script the thread's bundle. @param name shown by debuggers */
export function startThread<Question, Answer>(
  script: string,
  name: string,
  workerData: unknown,
): AnsweringThread<Question, Answer> {
  const worker = new Worker(script, {
    name,
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  });
  const waiting: Waiting<Answer>[] = [];
  let gone: ThreadGone | null = null;
  const fail = (cause: unknown) => {
    gone ??= new ThreadGone(`the thread «${name}» has ended`, { cause });
    for (const { reject } of waiting.splice(0)) reject(gone);
  };
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer));
  worker.on('error', fail);
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', (code) => {
      fail(new Error(`exit ${code}`));
      resolve();
    });
  });

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone);
        waiting.push({ resolve, reject });
        worker.postMessage(question);
      }),
    tell: (message) => worker.postMessage(message),
    kill: () => worker.terminate(),
    ended,
  };
}
