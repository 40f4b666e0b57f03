import type { YearMonth } from '../../../src-shared/domain/period';
import { type ReadableCache, row } from '../cache';
import { changesBetween } from '../hours';
import { isCounted } from './cdr-counts';
import { type CdrScope, whereOf } from './cdr-filter';
import { layOutSlots, SLOT_SIZES, type Slot, type SlotSizes } from './cdr-slots';
import { type CallSums, CDR_SUMS } from './cdr-sums';

/** A slot with how many rows of the filter are in it and their sums; null while they have not been counted. */
export type CountedSlot = Slot & { changes: number; count: number | null; sums: CallSums | null };

/** What has been counted of a filter, slot by slot. */
export type Tally = {
  /** Another array once records of the month have changed; what was counted of untouched slots is in it again. */
  slots(): readonly CountedSlot[];
  /** How many rows the slot has, counted now when they have not been. */
  countOf(slot: CountedSlot): number;
  /** The slot's sums, counted now when they have not been. */
  sumsOf(slot: CountedSlot): CallSums;
};

/** Counts of a filter that neither an index nor the monthly sums can answer. */
export function createTally(
  cache: ReadableCache,
  scope: CdrScope,
  month: YearMonth,
  sizes: SlotSizes = SLOT_SIZES,
): Tally {
  const isKnown = isCounted(scope);
  let seen = -1;
  let slots: readonly CountedSlot[] = [];

  function layOut(): readonly CountedSlot[] {
    const before = new Map(slots.map((slot) => [slot.from, slot]));
    return layOutSlots(cache, scope, sizes).map((slot) => {
      const changes = changesBetween(cache, slot.from, slot.to);
      const known = before.get(slot.from);
      if (known?.to === slot.to && known.changes === changes)
        return { ...slot, changes, count: known.count, sums: known.sums };
      return { ...slot, changes, count: isKnown && slot.whole.slots === 1 ? slot.rows : null, sums: null };
    });
  }

  function select<Row>(columns: string, slot: Slot): Row {
    const where = whereOf({ ...scope, from: slot.from, to: slot.to });
    return row<Row>(cache, `SELECT ${columns} FROM cdrs WHERE ${where.sql}`, ...where.values) as Row;
  }

  function sumsOf(slot: CountedSlot): CallSums {
    slot.sums ??= select<CallSums>(CDR_SUMS, slot);
    slot.count = slot.sums.rows;
    return slot.sums;
  }

  return {
    sumsOf,
    countOf(slot) {
      if (slot.count === null) {
        // Without further conditions the index alone can count; with them the rows are read, and may as well be summed.
        slot.count = isKnown ? select<{ count: number }>('count(*) AS count', slot).count : sumsOf(slot).rows;
      }
      return slot.count;
    },
    slots() {
      const changes = cache.changesOf(month);
      if (changes !== seen) slots = layOut();
      seen = changes;
      return slots;
    },
  };
}
