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
 * Stores pages that follow one another in one transaction, the cursor with them. A commit writes every page of the indexes
 * that its rows touched, however few they are, so several short transactions cost half as much again.
 */
export function storeCdrPages(cache: WritableCache, pages: readonly CdrPage[]): void {
  transaction(cache, () => {
    storeCdrs(
      cache,
      pages.map(({ cdrs }) => cdrs),
    );
    for (const { cursor, completeAsOf } of pages) {
      saveCursor(cache, 'cdrs', cursor);
      if (completeAsOf !== null) markComplete(cache, 'cdrs', completeAsOf);
    }
  });
}
