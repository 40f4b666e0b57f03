import type { CdrService, CdrZone } from '../../../src-shared/domain/cdr';
import type { Instant, YearMonth } from '../../../src-shared/domain/period';
import { breathe } from '../breathe';
import type { ReadableCache } from '../cache';
import { directionCodes, serviceCodes, statusCodes, zoneCodes } from '../codes';
import { createMonthFinder } from '../month-finder';

/** How often a subscriber used so much of a service: seconds of a call, or parts of a message. */
export type Usage = { month: YearMonth; service: CdrService; zone: CdrZone; amount: number; times: number };

/** Rows of one piece: a few milliseconds of reading. */
const PIECE_ROWS = 2_000;

// Ends in the index's own order, so that a piece is read and not sorted.
const PIECE = `SELECT started_at, id, service, zone, iif(service = ${serviceCodes.code('sms')}, billed_units, duration_s)
  FROM cdrs
  WHERE subscriber_id = ? AND direction = ${directionCodes.code('out')} AND (started_at, id) > (?, ?) AND started_at < ?
    AND status = ${statusCodes.code('answered')}
  ORDER BY started_at, id LIMIT ${PIECE_ROWS}`;

type Row = [startedAt: number, id: number, service: number, zone: number, amount: number];

/** Charged use of a subscriber from one instant to another, like with like counted together. Read in pieces. */
export async function countUsage(
  cache: ReadableCache,
  subscriberId: number,
  from: Instant,
  to: Instant,
): Promise<Usage[]> {
  const monthAt = createMonthFinder();
  const counted = new Map<string, Usage>();
  let place: [Instant, number] = [from, -1];
  for (;;) {
    const piece = cache
      .statement(PIECE)
      .raw()
      .all(subscriberId, ...place, to) as Row[];
    for (const [startedAt, , service, zone, amount] of piece) {
      const month = monthAt(startedAt);
      const key = `${month} ${service} ${zone} ${amount}`;
      const usage = counted.get(key);
      if (usage) usage.times += 1;
      else {
        counted.set(key, {
          month,
          service: serviceCodes.word(service),
          zone: zoneCodes.word(zone),
          amount,
          times: 1,
        });
      }
    }
    const last = piece.at(-1);
    if (!last || piece.length < PIECE_ROWS) return [...counted.values()];
    place = [last[0], last[1]];
    await breathe(cache);
  }
}
