import type { Instant } from '../../../src-shared/domain/period';
import { breathe } from '../breathe';
import { type ReadableCache, row } from '../cache';
import { serviceCodes } from '../codes';

/** Rows of one piece, other services included: a few milliseconds of reading. */
const PIECE_ROWS = 3_000;

// Walks in the index alone: where a piece ends is known before any row is read.
const PIECE_END = `SELECT started_at AS at FROM cdrs WHERE started_at >= ? AND started_at < ?
  ORDER BY started_at LIMIT 1 OFFSET ${PIECE_ROWS}`;
const PIECE = `SELECT started_at, duration_s FROM cdrs
  WHERE started_at >= ? AND started_at < ? AND service = ${serviceCodes.code('voice')} AND duration_s > 0
  ORDER BY started_at`;

/** A voice call of the account, in either direction. */
export type VoiceCall = [startedAt: Instant, durationS: number];

/** Voice calls of the whole account that began in the time, in order of their start, in pieces. */
export async function* voiceCalls(
  cache: ReadableCache,
  from: Instant,
  to: Instant,
): AsyncGenerator<readonly VoiceCall[]> {
  for (let start = from; start < to; ) {
    // At least a millisecond, where more records than a piece holds begin together.
    const end = Math.max(row<{ at: Instant }>(cache, PIECE_END, start, to)?.at ?? to, start + 1);
    yield cache.statement(PIECE).raw().all(start, end) as VoiceCall[];
    start = end;
    await breathe(cache);
  }
}
