/** When background syncs run: as often as the person chose, spread so that many clients never come at once. */
export type Schedule = {
  /** Minutes between background syncs; 0: none. */
  everyMin: number;
  /** Nobody can see the window: what becomes due waits until it is seen again. */
  hidden: boolean;
};

const MINUTE_MS = 60_000;

/**
 * Pause before the next background sync. A fault makes it shorter at first, then longer with every further one.
 * Whole offices start at nine: the pause is anything from a half to one and a half of the interval, so that after
 * one round they are spread over all of it. The computer is never woken up more than once a minute.
 * @param failures runs that failed since the last good one @param random from 0 to 1
 */
export function pauseBefore(
  everyMin: number,
  failures: number,
  retryAfterMs: number | null,
  random: number,
): number {
  const regular = everyMin * MINUTE_MS;
  const base = failures > 0 ? Math.min(regular, MINUTE_MS * 2 ** Math.min(failures - 1, 10)) : regular;
  const own = Math.max(MINUTE_MS, base * (0.5 + random));
  return Math.round(retryAfterMs === null ? own : Math.max(own, spread(retryAfterMs, random)));
}

/** A pause that the operator asked all of its clients for: none comes sooner, and they do not come together. */
export const spread = (retryAfterMs: number, random: number): number => retryAfterMs * (1 + random / 2);
