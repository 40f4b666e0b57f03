import { DAY_MS, type Instant, MINSK_OFFSET_MS } from '../../../src-shared/domain/period';
import type { WritableCache } from '../cache';

const ADD = `INSERT INTO cdr_days (subscriber_id, day, outgoing, incoming) VALUES (?, ?, ?, ?)
  ON CONFLICT (subscriber_id, day) DO UPDATE SET
    outgoing = outgoing + excluded.outgoing, incoming = incoming + excluded.incoming`;
const DROP_EMPTY =
  'DELETE FROM cdr_days WHERE subscriber_id = ? AND day = ? AND outgoing = 0 AND incoming = 0';

type Counts = [outgoing: number, incoming: number];

/** Gathers how many records a batch adds to every day of a subscriber and takes from it. */
export function createDayChanges() {
  const changes = new Map<number, Map<number, Counts>>();
  let day = Number.NaN;
  let ofDay = new Map<number, Counts>();

  return {
    /** Adds (`sign` 1) or takes away (−1) one record. @param direction its code */
    add(startedAt: Instant, subscriberId: number, direction: number, sign: 1 | -1): void {
      const own = Math.floor((startedAt + MINSK_OFFSET_MS) / DAY_MS);
      if (own !== day) {
        day = own;
        ofDay = changes.get(own) ?? new Map();
        changes.set(own, ofDay);
      }
      const known = ofDay.get(subscriberId);
      const counts: Counts = known ?? [0, 0];
      if (!known) ofDay.set(subscriberId, counts);
      counts[direction as 0 | 1] += sign;
    },

    store(cache: WritableCache): void {
      for (const [at, bySubscriber] of changes) {
        for (const [subscriberId, [outgoing, incoming]] of bySubscriber) {
          if (outgoing === 0 && incoming === 0) continue;
          cache.statement(ADD).run(subscriberId, at, outgoing, incoming);
          if (outgoing < 0 || incoming < 0) cache.statement(DROP_EMPTY).run(subscriberId, at);
        }
      }
    },
  };
}
