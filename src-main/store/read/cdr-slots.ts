import type { Instant } from '../../../src-shared/domain/period';
import type { ReadableCache } from '../cache';
import { type CountedTime, countAccount, readCounts } from './cdr-counts';
import type { CdrScope } from './cdr-filter';

/** A part of a scope's time that is read in one go. */
export type Slot = {
  from: Instant;
  /** Not included. */
  to: Instant;
  /** About as many records are in it, whatever the filter asks beyond time, subscriber and direction. */
  rows: number;
  /** The piece of time that was cut into this slot and others beside it; exactly as many records are in all of it. */
  whole: { rows: number; slots: number };
};

/** Records of a slot: as many as are read within a few milliseconds. */
export type SlotSizes = {
  account: number;
  /** Those of one of many subscribers lie scattered in the file, nearly every one on a page of its own. */
  sparse: number;
  /** The most of any subscriber: a page of both directions puts its slot in order. */
  dense: number;
};
export const SLOT_SIZES: SlotSizes = { account: 8192, sparse: 256, dense: 2048 };

/** The scope's time in slots, in the order of time; time without records is left out. */
export function layOutSlots(cache: ReadableCache, scope: CdrScope, sizes: SlotSizes): Slot[] {
  const counts = readCounts(cache, scope, false);
  if (scope.subscriberId === null) return slotsOf(counts, sizes.account);
  const own = counts.reduce((sum, { rows }) => sum + rows, 0);
  return slotsOf(counts, sizeFor(own / countAccount(cache, scope), sizes));
}

/**
 * The more of all records are the subscriber's, the closer they lie. It grows by doubling, so that a few more records do
 * not move all slots.
 */
function sizeFor(share: number, sizes: SlotSizes): number {
  let size = sizes.sparse;
  while (size * 2 <= Math.min(sizes.account * share, sizes.dense)) size *= 2;
  return size;
}

/** Pieces of time are put together, or cut in equal parts, by how many records begin in them. */
function slotsOf(counts: readonly CountedTime[], most: number): Slot[] {
  const slots: Slot[] = [];
  let open: Slot | null = null;
  for (const { from, to, rows } of counts) {
    if (rows === 0) continue;
    if (open && open.rows + rows <= most) {
      open.to = to;
      open.rows += rows;
      open.whole.rows += rows;
      continue;
    }
    const parts = Math.ceil(rows / most);
    const whole = { rows, slots: parts };
    for (let part = 0; part < parts; part++) {
      open = {
        from: from + Math.floor((part * (to - from)) / parts),
        to: from + Math.floor(((part + 1) * (to - from)) / parts),
        rows: Math.round(rows / parts),
        whole,
      };
      slots.push(open);
    }
    if (parts !== 1) open = null;
  }
  return slots;
}
