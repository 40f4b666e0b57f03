import { createInterface } from 'node:readline';
import { startTestOperator } from '../../../src-main/operator/testing/client';
import type { DemoSize } from '../../../src-shared/bridge/settings';
import { answer, taskInput } from '../lib/task';

/** The embedded operator in a process of its own, so that its work can be told from the client's. */
export type OperatorReady = { url: string; credentials: { phone: string; password: string } };
/** Sets the operator's time, when given; everything due by then is done before the answer. */
export type OperatorQuestion = { at?: number };
/** Processor time of the operator so far, all threads. */
export type OperatorAnswer = { cpuMs: number };

const operator = await startTestOperator(taskInput<{ size: DemoSize; at: number }>());
await operator.control.settle();
const { phone, password } = operator.control.getState().demoAccount;
answer({ url: operator.url, credentials: { phone, password } } satisfies OperatorReady);

for await (const line of createInterface({ input: process.stdin })) {
  const { at } = JSON.parse(line) as OperatorQuestion;
  if (at !== undefined) {
    operator.time.value = at;
    await operator.control.settle();
  }
  const { user, system } = process.cpuUsage();
  answer({ cpuMs: (user + system) / 1000 } satisfies OperatorAnswer);
}
