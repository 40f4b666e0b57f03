import type { Clock, Instant } from '../../src-shared/domain/period';

/** Smaller differences are the time an answer travels. */
const JITTER_MS = 1_000;

/** The last instant that a date can have; nothing can be reckoned with a later one. */
const LAST_INSTANT = 8.64e15;

/** The operator's time, learned from its answers: the calendar rules of the cabinet follow it, also offline. */
export type OperatorClock = Clock & {
  /** Takes in the time of an answer that has just come. */
  learn(serverTime: Instant): void;
  readonly offsetMs: number;
  setOffset(offsetMs: number): void;
};

export function createOperatorClock(local: Clock): OperatorClock {
  let offsetMs = 0;
  return {
    now: () => local.now() + offsetMs,
    learn(serverTime) {
      if (serverTime > LAST_INSTANT) return;
      const measured = serverTime - local.now();
      if (Math.abs(measured - offsetMs) >= JITTER_MS) offsetMs = measured;
    },
    get offsetMs() {
      return offsetMs;
    },
    setOffset(value) {
      offsetMs = value;
    },
  };
}
