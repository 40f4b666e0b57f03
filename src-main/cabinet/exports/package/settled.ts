import {
  endOfMonth,
  formatInstant,
  type Instant,
  startOfDay,
  startOfMonth,
  type YearMonth,
} from '../../../../src-shared/domain/period';
import type { ReadableCache } from '../../../store/cache';
import { lastChangeOf } from '../../../store/read/last-change';
import { DATA_AS_OF } from '../facts';
import type { Made } from '../make-document';

/** When the data of a month last changed, as far as the data itself tells; its beginning when there is none. */
export const monthStamp = (cache: ReadableCache, month: YearMonth): Instant =>
  lastChangeOf(cache, month, startOfMonth(month), endOfMonth(month)) ?? startOfMonth(month);

/**
 * The same document as of the instant its data last changed. A sync without news and a later day change nothing
 * in it, so that the same data gives the same bytes.
 */
export function settledAt(made: Made, stamp: Instant): Made {
  if ('document' in made) {
    const { document } = made;
    const facts = document.facts.map((fact) =>
      fact.label === DATA_AS_OF ? { ...fact, value: formatInstant(stamp) } : fact,
    );
    return { ...made, document: { ...document, facts, madeAt: stamp, settled: true } };
  }
  if (!('paper' in made)) return made;
  const { fileName, paper, order } = made;
  // An order is of its own day; the rest is of the data's.
  if (order) return { fileName, order, paper: { ...paper, madeAt: startOfDay(order.day) } };
  return { fileName, paper: { ...paper, madeAt: stamp, settled: true } };
}
