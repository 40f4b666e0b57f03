import type { CdrRow } from '../../../src-shared/bridge/cabinet';
import { breathe } from '../breathe';
import type { ReadableCache } from '../cache';
import { CDR_ROW_COLUMNS, type RawCdrRow, toCdrRow } from './cdr-rows';
import type { CallSums } from './cdr-sums';

/** How far the counting of a list has come. */
export type CountProgress = {
  /** Records looked at, of all that have to be. */
  done: number;
  total: number;
  /** Rows at the beginning of the list that can be shown. */
  found: number;
};

/** The rows of a query in one order, read as far as they have been asked for. */
export type CallList = {
  page(offset: number, limit: number): Promise<CdrRow[]>;
  /** Counts on until `enough` says so. @returns the sums once everything is counted, else how far it is */
  count(enough: () => boolean): Promise<{ sums: CallSums } | { progress: CountProgress }>;
};

/** Other calls are served at least as often. */
const SLICE_MS = 4;

/** Lets other calls in between the steps of long reading. @throws CabinetError cancelled, by the function it gives */
export function createPauses(cache: ReadableCache): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await breathe(cache);
    since = performance.now();
  };
}

const ROW = `SELECT ${CDR_ROW_COLUMNS} FROM cdrs c LEFT JOIN subscribers s ON s.id = c.subscriber_id WHERE c.id = ?`;

/** Rows in the order of their ids' list. */
export function rowsByIds(cache: ReadableCache, ids: Iterable<number>): CdrRow[] {
  const byId = cache.statement(ROW).raw();
  return Array.from(ids, (id) => toCdrRow(byId.get(id) as RawCdrRow));
}
