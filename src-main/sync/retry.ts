import { CabinetError } from '../../src-shared/bridge/errors';
import type { Instant } from '../../src-shared/domain/period';
import type { SyncEnvironment } from './environment';
import { PassingFault } from './faults';
import { spread } from './schedule';

export const MAX_ATTEMPTS = 5;
const FIRST_DELAY_MS = 500;
/** A longer wait is not sat out inside a run: the run ends and the next one is planned for then. */
const LONGEST_DELAY_MS = 30_000;

export type RetryOptions = {
  signal: AbortSignal;
  /** Told before every wait, and with null when it is over. */
  onWait(until: Instant | null, error: CabinetError): void;
};

/**
 * Tries again after faults that pass: with growing, slightly random pauses, or when the operator said.
 * @throws the last fault; CabinetError cancelled
 */
export async function withRetry<Result>(
  environment: SyncEnvironment,
  options: RetryOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (options.signal.aborted) throw new CabinetError('cancelled');
      if (!(error instanceof PassingFault) || attempt >= MAX_ATTEMPTS) throw error;
      const own = FIRST_DELAY_MS * 2 ** (attempt - 1) * (0.75 + environment.random() / 2);
      const delay = error.retryAfterMs === null ? own : spread(error.retryAfterMs, environment.random());
      if (delay > LONGEST_DELAY_MS) throw error;
      options.onWait(environment.clock.now() + Math.round(delay), error);
      await environment.sleep(delay, options.signal);
      if (options.signal.aborted) throw new CabinetError('cancelled');
      options.onWait(null, error);
    }
  }
}
