import type { Instant } from '../../../src-shared/domain/period';
import { transaction, type WritableCache } from '../cache';
import { markComplete, saveCursor } from '../feed-state';
import { storeCdrs } from './cdrs';
import type { PackedCdrs } from './packed-cdrs';

/** A page of the feed of records, ready to be stored. */
export type CdrPage = {
  cdrs: PackedCdrs;
  cursor: string;
  /** On the last page: the operator's time when the pass began; null: more follows. */
  completeAsOf: Instant | null;
};

/**
 * Stores a page in one transaction, its cursor with it. A commit writes every page of the indexes that its rows touched,
 * however few they are, so several short transactions cost half as much again.
 */
export function storeCdrPage(cache: WritableCache, { cdrs, cursor, completeAsOf }: CdrPage): void {
  transaction(cache, () => {
    storeCdrs(cache, cdrs);
    saveCursor(cache, 'cdrs', cursor);
    if (completeAsOf !== null) markComplete(cache, 'cdrs', completeAsOf);
  });
}
