import type { CdrRow } from '../../../src-shared/bridge/cabinet';
import type { ReadableCache } from '../cache';
import { isCounted } from './cdr-counts';
import { type CdrScope, whereOf } from './cdr-filter';
import { type CallList, createPauses } from './cdr-list';
import { type RawCdrRow, toCdrRow } from './cdr-rows';
import type { Slot } from './cdr-slots';
import { addSums, noSums } from './cdr-sums';
import type { CountedSlot, Tally } from './cdr-tally';
import { rowsOfPlaces } from './cdr-timeline';

/**
 * The list of a filter that no index has, in the order of time: read slot by slot, and no further than is asked for.
 * Slots that have been counted are passed over without reading them, of one subscriber whole days.
 */
export function createScanList(
  cache: ReadableCache,
  scope: CdrScope,
  tally: Tally,
  descending: boolean,
): CallList {
  const isKnown = isCounted(scope);
  const inOrder = (): readonly CountedSlot[] => (descending ? tally.slots().toReversed() : tally.slots());

  function rowsIn(slot: Slot, limit: number, skip: number): CdrRow[] {
    const where = whereOf({ ...scope, from: slot.from, to: slot.to });
    const order = descending ? ' DESC' : '';
    const raw = cache
      .statement(
        rowsOfPlaces(
          `SELECT id, started_at, direction FROM cdrs WHERE ${where.sql}
           ORDER BY started_at${order}, direction${order}, id${order} LIMIT ? OFFSET ?`,
          order,
        ),
      )
      .raw()
      .all(...where.values, limit, skip) as RawCdrRow[];
    return raw.map(toCdrRow);
  }

  /** The slot where the rows behind as many others begin, and how many of its own still lie before them. */
  async function placeOf(slots: readonly CountedSlot[], offset: number, pause: () => Promise<void>) {
    let [at, skip] = [0, offset];
    if (!isKnown) return { at, skip };
    let whole = slots[at]?.whole;
    for (; whole && skip >= whole.rows; whole = slots[at]?.whole) {
      skip -= whole.rows;
      at += whole.slots;
    }
    if (!whole || skip <= whole.rows / 2) return { at, skip };
    // A day that was cut has to be counted: from its nearer end.
    let left = whole.rows - skip;
    for (let part = at + whole.slots - 1; part > at; part--) {
      const count = tally.countOf(slots[part] as CountedSlot);
      if (left <= count) return { at: part, skip: count - left };
      left -= count;
      await pause();
    }
    return { at, skip: Math.max(0, tally.countOf(slots[at] as CountedSlot) - left) };
  }

  return {
    async page(offset, limit) {
      const pause = createPauses(cache);
      const rows: CdrRow[] = [];
      const slots = inOrder();
      let { at, skip } = await placeOf(slots, offset, pause);
      for (; at < slots.length; at++) {
        const slot = slots[at] as CountedSlot;
        const count = skip > 0 ? tally.countOf(slot) : slot.count;
        if (count !== null && skip >= count) skip -= count;
        else {
          rows.push(...rowsIn(slot, limit - rows.length, skip));
          skip = 0;
        }
        if (rows.length === limit) break;
        await pause();
      }
      return rows;
    },

    async count(enough) {
      const pause = createPauses(cache);
      let laidOut: readonly CountedSlot[] | null = null;
      let slots: readonly CountedSlot[] = [];
      let at = 0;
      for (;;) {
        if (tally.slots() !== laidOut) {
          laidOut = tally.slots();
          slots = inOrder();
          at = 0;
        }
        while (slots[at]?.sums) at++;
        const next = slots[at];
        if (!next) return { sums: sumsOf(slots) };
        if (enough()) return { progress: progressOf(slots) };
        tally.sumsOf(next);
        await pause();
      }
    },
  };
}

function sumsOf(slots: readonly CountedSlot[]) {
  const total = noSums();
  for (const { sums } of slots) if (sums) addSums(total, sums);
  return total;
}

function progressOf(slots: readonly CountedSlot[]) {
  const add = (all: readonly Slot[]) => all.reduce((sum, { rows }) => sum + rows, 0);
  const firstUnknown = slots.findIndex(({ sums }) => !sums);
  return {
    done: add(slots.filter(({ sums }) => sums)),
    total: add(slots),
    found: sumsOf(slots.slice(0, firstUnknown)).rows,
  };
}
