import type { ReadableCache } from '../cache';
import { encodeChunks, type NumberedCall } from './chunks';

/** Which records a segment is to be made of. */
export type SegmentPlan = {
  /** Those with ids above this; null: those that came or changed behind the highest indexed id. */
  after: number | null;
  /** At most so many. */
  most: number;
};

/** A segment, ready to be put into the index. */
export type MadeSegment = {
  records: number;
  upTo: number;
  base: number;
  firstAt: number;
  lastAt: number;
  chunks: Uint8Array<ArrayBuffer>[];
  /** Ids of its records when they were left out before, else nothing. */
  leftOut: number[];
};

const NEXT = 'SELECT id, started_at, party FROM cdrs WHERE id > ? ORDER BY id LIMIT ?';
const LEFT_OUT = `SELECT c.id, c.started_at, c.party FROM unindexed_calls u JOIN cdrs c ON c.id = u.id
  ORDER BY c.id LIMIT ?`;

export const readCalls = (cache: ReadableCache, { after, most }: SegmentPlan): NumberedCall[] =>
  (after === null
    ? cache.statement(LEFT_OUT).raw().all(most)
    : cache.statement(NEXT).raw().all(after, most)) as NumberedCall[];

export function encodeSegment({ after }: SegmentPlan, calls: readonly NumberedCall[]): MadeSegment {
  let firstAt = Number.POSITIVE_INFINITY;
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const [, startedAt] of calls) {
    firstAt = Math.min(firstAt, startedAt);
    lastAt = Math.max(lastAt, startedAt);
  }
  const base = calls[0]?.[0] ?? 0;
  return {
    records: calls.length,
    upTo: after === null ? 0 : (calls.at(-1)?.[0] ?? after),
    base,
    firstAt,
    lastAt,
    chunks: encodeChunks(calls, base, after !== null),
    leftOut: after === null ? calls.map(([id]) => id) : [],
  };
}
