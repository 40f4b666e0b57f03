import type { Cdr } from '../../../src-shared/domain/cdr';
import type { FeedItem, FeedName } from '../../../src-shared/operator-api/feeds';
import { transaction } from '../../store/cache';
import { markComplete } from '../../store/feed-state';
import { openSample, storeSubscribers } from '../../store/testing/sample';
import { storeItems } from '../../store/write/feeds';
import { createOperatorClock } from '../../sync/operator-clock';
import type { CabinetContext } from '../context';
import type { CabinetSession } from '../session/session';

/** Test equipment: use cases over a cache with chosen items, without a core process. */
export function openCabinet(now: number) {
  const sample = openSample();
  const { cache } = sample;
  storeSubscribers(cache);
  const time = { value: now };
  const context: CabinetContext = {
    cache: () => cache,
    writable: () => cache,
    clock: createOperatorClock({ now: () => time.value }),
  };
  return {
    cache,
    time,
    context,
    /** The part of a session that use cases over the cache look at. */
    session: () => ({ active: () => ({ opened: { cache } }) }) as unknown as CabinetSession,
    store<Name extends FeedName>(feed: Name, items: readonly FeedItem<Name>[]): void {
      transaction(cache, () => {
        storeItems(cache, feed, items);
        markComplete(cache, feed, time.value);
      });
    },
    close: sample.close,
  };
}

let lastId = 0;
/** A voice call that was answered; tests say what else matters. */
export function call(startedAt: number, durationS: number, rest: Partial<Cdr> = {}): Cdr {
  return {
    id: ++lastId,
    revision: 1,
    subscriberId: 1,
    startedAt,
    direction: 'out',
    service: 'voice',
    zone: 'mobile',
    status: 'answered',
    party: '375297654321',
    durationS,
    billedUnits: durationS,
    packageS: 0,
    vatRate: 25,
    net: 0,
    gross: 0,
    ...rest,
  };
}
