import type { Clock, Instant } from '../../src-shared/domain/period';
import type { Ledger } from './ledger/ledger';

/** The operator's own clock: the real one, or shifted so that it goes on from a chosen instant. */
export type OperatorClock = Clock & {
  /** Milliseconds that the operator is ahead of the real clock. */
  offsetMs(): number;
  /** From now on it is this instant and time goes on; null is the real time again. */
  set(instant: Instant | null): void;
};

const KEY = 'clock-offset';

export function createOperatorClock(ledger: Ledger, real: Clock): OperatorClock {
  let offset = Number(ledger.get(KEY) ?? 0);
  return {
    now: () => real.now() + offset,
    offsetMs: () => offset,
    set: (instant) => {
      offset = instant === null ? 0 : instant - real.now();
      ledger.set(KEY, offset === 0 ? null : String(offset));
    },
  };
}
