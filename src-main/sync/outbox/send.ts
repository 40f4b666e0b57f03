import type { Instant } from '../../../src-shared/domain/period';
import { commandEndpoints } from '../../../src-shared/operator-api/endpoints';
import { foldText } from '../../store/search-text';
import { accept, putBack, reject, type TakenCommand } from '../../store/write/outbox';
import { delayAfter } from './delay';
import type { OutboxOptions } from './outbox';
import { judge } from './verdict';

/** From the request to the last byte of the answer. */
const ANSWER_LIMIT_MS = 30_000;

/** What became of a try, already stored. */
export type Sent =
  | { kind: 'accepted' | 'rejected' | 'put-off' | 'no-session' | 'stopped' }
  | { kind: 'network-gone'; nextTryAt: Instant };

type Context = Pick<OutboxOptions, 'environment' | 'client' | 'cache' | 'clock' | 'onFault'>;

/** Makes what sends one taken command and stores its outcome. It throws faults of the cache only. */
export function createSender(context: Context, signal: AbortSignal) {
  const { environment, cache, clock } = context;

  return async (command: TakenCommand, token: string): Promise<Sent> => {
    const { id } = command;
    let resultId: number | null;
    try {
      ({ id: resultId } = await ask(context, command, { token, signal }));
    } catch (error) {
      const verdict = judge(error, clock.now());
      if (verdict.kind === 'stopped') return { kind: 'stopped' };
      const bridgeError = verdict.error.toBridge();
      if (verdict.kind === 'refused') {
        const { detail } = bridgeError.params;
        reject(cache, id, { error: bridgeError, words: foldText(String(detail ?? '')), at: clock.now() });
        return { kind: 'rejected' };
      }
      if (verdict.kind === 'sign-in') {
        putBack(cache, id, { nextTryAt: null, error: bridgeError });
        return { kind: 'no-session' };
      }
      if (bridgeError.code === 'internal') context.onFault(error);
      const delay = delayAfter(command.attempts, verdict.retryAfterMs, environment.random());
      const nextTryAt = environment.clock.now() + delay;
      putBack(cache, id, { nextTryAt, error: { ...bridgeError, mayBeDone: verdict.mayBeDone } });
      return verdict.networkGone ? { kind: 'network-gone', nextTryAt } : { kind: 'put-off' };
    }
    accept(cache, id, { resultId, at: clock.now() });
    return { kind: 'accepted' };
  };
}

/** All commands are answered alike; only their bodies differ, and those were checked when they were submitted. */
function ask(
  { client }: Context,
  command: TakenCommand,
  { token, signal }: { token: string; signal: AbortSignal },
) {
  const endpoint = commandEndpoints[command.kind] as 'registerPayment';
  return client.call(endpoint, command.body as never, {
    token,
    signal,
    idempotencyKey: command.idempotencyKey,
    limitMs: ANSWER_LIMIT_MS,
  });
}
