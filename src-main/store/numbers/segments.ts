import { type ReadableCache, row, rows } from '../cache';

/** The data set that changes with every stored record. */
export const CALLS = 'calls';
/** The data set that changes with the index of numbers. */
export const NUMBERS = 'numbers';
/** Chunks of a segment are numbered within this. */
export const CHUNK_KEYS = 128;

export type Segment = {
  id: number;
  after: number;
  upTo: number;
  records: number;
  base: number;
  firstAt: number;
  lastAt: number;
};

const COLUMNS = 'id, after, up_to AS upTo, records, base, first_at AS firstAt, last_at AS lastAt';

/** Records with ids above this are not indexed yet. */
export const indexedUpTo = (cache: ReadableCache): number =>
  row<{ id: number }>(cache, 'SELECT coalesce(max(up_to), 0) AS id FROM number_segments')?.id ?? 0;

/** The segment of the latest ids, or undefined. */
export const lastSegment = (cache: ReadableCache): Segment | undefined =>
  row<Segment>(cache, `SELECT ${COLUMNS} FROM number_segments WHERE up_to > 0 ORDER BY up_to DESC LIMIT 1`);

/** Segments that may have records of the time. */
export const segmentsOf = (cache: ReadableCache, from: number, to: number): Segment[] =>
  rows<Segment>(
    cache,
    `SELECT ${COLUMNS} FROM number_segments WHERE last_at >= ? AND first_at < ?`,
    from,
    to,
  );
