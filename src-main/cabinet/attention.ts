import { realSleep } from '../sync/environment';

/** Without a question for as long as this, nobody is at work in a list: a slow scroll asks for rows less than once a second. */
const REST_MS = 1500;
/** Whoever asks without end holds up one step of the work that waits for as long as this. */
const LONGEST_WAIT_MS = 5000;

/** Knows whether somebody is at work, so that what can wait leaves the processor to the window. */
export type Attention = {
  /** To be called when a question comes and when it is answered. */
  asked(): void;
  /** Resolves when nobody has asked for a while, or when that has been waited for long enough; at once when aborted. */
  rest(signal: AbortSignal): Promise<void>;
};

export function createAttention(): Attention {
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    asked() {
      askedAt = performance.now();
    },
    async rest(signal) {
      const latest = performance.now() + LONGEST_WAIT_MS;
      while (!signal.aborted) {
        const left = Math.min(askedAt + REST_MS, latest) - performance.now();
        if (left <= 0) return;
        await realSleep(left, signal);
      }
    },
  };
}
