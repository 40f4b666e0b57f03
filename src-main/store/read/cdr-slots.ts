import { HOUR_MS, type Instant, type YearMonth } from '../../../src-shared/domain/period';
import { type ReadableCache, row } from '../cache';
import type { CdrScope } from './cdr-filter';
import { readHours } from './cdr-hours';

/** A part of a scope's time that is read in one go. */
export type Slot = {
  from: Instant;
  /** Not included. */
  to: Instant;
  /** Records in it, whatever the filter asks beyond time, subscriber and direction. */
  rows: number;
};

/** Records of a slot that are read within a few milliseconds. */
export type SlotSizes = {
  account: number;
  /** Those of one subscriber lie scattered in the file. */
  subscriber: number;
};
export const SLOT_SIZES: SlotSizes = { account: 8192, subscriber: 2048 };

/** The scope's time in slots, in the order of time; time without records is left out. */
export const layOutSlots = (
  cache: ReadableCache,
  scope: CdrScope,
  month: YearMonth,
  sizes: SlotSizes,
): Slot[] =>
  scope.subscriberId === null
    ? slotsOfAccount(cache, scope, sizes.account)
    : slotsOfSubscriber(cache, scope, month, sizes.subscriber);

/** Hours are put together, or cut in equal parts, by how many records begin in them. */
function slotsOfAccount(cache: ReadableCache, scope: CdrScope, most: number): Slot[] {
  const slots: Slot[] = [];
  let open: Slot | null = null;
  for (const { from, to, rows } of readHours(cache, scope, false)) {
    if (open && open.rows + rows <= most) {
      open.to = to;
      open.rows += rows;
      continue;
    }
    const parts = Math.ceil(rows / most);
    for (let part = 0; part < parts; part++) {
      open = {
        from: from + Math.floor((part * HOUR_MS) / parts),
        to: from + Math.floor(((part + 1) * HOUR_MS) / parts),
        rows: Math.round(rows / parts),
      };
      slots.push(open);
    }
    if (parts !== 1) open = null;
  }
  return slots;
}

const ROWS_OF_SUBSCRIBER = `SELECT coalesce(sum(rows), 0) AS rows FROM cdr_months
  WHERE month = ? AND subscriber_id = ? AND direction IN (?, ?)`;

/** Equal parts of whole hours. They become shorter by halves, so that a few more records do not move all of them. */
function slotsOfSubscriber(cache: ReadableCache, scope: CdrScope, month: YearMonth, most: number): Slot[] {
  const { direction } = scope;
  const total =
    row<{ rows: number }>(
      cache,
      ROWS_OF_SUBSCRIBER,
      month,
      scope.subscriberId,
      direction ?? 0,
      direction ?? 1,
    )?.rows ?? 0;
  if (total === 0) return [];
  const span = scope.to - scope.from;
  let length = 1024 * HOUR_MS;
  while (length > HOUR_MS && total * Math.min(1, length / span) > most) length /= 2;
  const slots: Slot[] = [];
  for (let from = scope.from; from < scope.to; from += length) {
    const to = Math.min(scope.to, from + length);
    slots.push({ from, to, rows: Math.round((total * (to - from)) / span) });
  }
  return slots;
}
