import { HOUR_MS, type Instant } from '../../src-shared/domain/period';
import type { ReadableCache } from './cache';

/** Whole hours since 1970, UTC. */
export const hourOf = (at: Instant): number => Math.floor(at / HOUR_MS);

/** The data set of an hour's records: with it, what was counted of other hours stays counted. */
export const hourSet = (hour: number): string => `hour ${hour}`;

/** Another number once a record of the time has come, gone or changed. `to` is not included. */
export function changesBetween(cache: ReadableCache, from: Instant, to: Instant): number {
  let changes = 0;
  for (let hour = hourOf(from); hour <= hourOf(to - 1); hour++) changes += cache.changesOf(hourSet(hour));
  return changes;
}
