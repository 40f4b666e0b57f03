import { spread } from '../schedule';

const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;
/** An operator that asks for more is asked once a day all the same. */
const LONGEST_ASKED_MS = 24 * 3_600_000;

/** No command is ever put off for longer; a longer wait means that the computer's clock was moved. */
export const FARTHEST_MS = LONGEST_ASKED_MS * 1.5;

/**
 * Pause before the next try: growing, slightly random, and never shorter than the operator asked for.
 * @param tries tries so far, from 1 @param random from 0 to 1
 */
export function delayAfter(tries: number, retryAfterMs: number | null, random: number): number {
  const own = Math.min(FIRST_MS * 2 ** Math.min(tries - 1, 20), LONGEST_MS) * (0.75 + random / 2);
  const asked = spread(Math.min(retryAfterMs ?? 0, LONGEST_ASKED_MS), random);
  return Math.round(Math.max(own, asked));
}
