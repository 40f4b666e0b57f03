import type { Handlers } from '../../../src-shared/bridge/contract';
import { readFeedState } from '../../store/feed-state';
import { readItem } from '../../store/read/items';
import { requireSubscriber, searchSubscribers } from '../../store/read/subscribers';
import type { CabinetContext } from '../context';

/** «Выбор SIP-абонента» and «Персональная информация абонента» (guide §3, §3.1). */
export function subscriberHandlers({
  cache,
}: CabinetContext): Handlers<'subscribers.search' | 'subscribers.get'> {
  const asOf = () => readFeedState(cache(), 'subscribers').dataAsOf;
  return {
    'subscribers.search': (query) => ({ ...searchSubscribers(cache(), query), asOf: asOf() }),
    'subscribers.get': ({ id }) => {
      const subscriber = requireSubscriber(cache(), id);
      return { subscriber, plan: readItem(cache(), 'tariff-plans', subscriber.planId), asOf: asOf() };
    },
  };
}
