import type { Instant } from '../../../src-shared/domain/period';
import type { WritableCache } from '../cache';
import { hourOf, hourSet } from '../hours';

const ADD = `INSERT INTO cdr_hours (hour, outgoing, incoming) VALUES (?, ?, ?)
  ON CONFLICT (hour) DO UPDATE SET outgoing = outgoing + excluded.outgoing, incoming = incoming + excluded.incoming`;
const DROP_EMPTY = 'DELETE FROM cdr_hours WHERE hour = ? AND outgoing = 0 AND incoming = 0';

/** Gathers how many records a batch adds to every hour and takes from it. */
export function createHourChanges() {
  const changes = new Map<number, [outgoing: number, incoming: number]>();
  let hour = Number.NaN;
  let current: [number, number] = [0, 0];

  return {
    /** Adds (`sign` 1) or takes away (−1) one record. @param direction its code */
    add(startedAt: Instant, direction: number, sign: 1 | -1): void {
      const own = hourOf(startedAt);
      // Records come in time order: nearly always it is the hour of the one before.
      if (own !== hour) {
        hour = own;
        current = changes.get(own) ?? [0, 0];
        changes.set(own, current);
      }
      current[direction as 0 | 1] += sign;
    },

    store(cache: WritableCache): void {
      for (const [at, [outgoing, incoming]] of changes) {
        cache.noteChange(hourSet(at));
        if (outgoing === 0 && incoming === 0) continue;
        cache.statement(ADD).run(at, outgoing, incoming);
        if (outgoing < 0 || incoming < 0) cache.statement(DROP_EMPTY).run(at);
      }
    },
  };
}
