import type { Handlers } from '../../../src-shared/bridge/contract';
import type { subscriberChangeProcedures } from '../../../src-shared/bridge/subscriber-changes';
import type { Subscriber } from '../../../src-shared/domain/account';
import { readFeedState } from '../../store/feed-state';
import { listItems } from '../../store/read/items';
import { listServices } from '../../store/read/services';
import { requireSubscriber } from '../../store/read/subscribers';
import type { CabinetContext } from '../context';
import type { CabinetSession } from '../session/session';
import { channelStatistics } from './channel-statistics';
import { allowedOffers, telephonyOf } from './channels';
import { comparePlans } from './compare-plans';

/** People wait in front of the masked field: the operator is given up earlier than by sync. */
const REVEAL_LIMIT_MS = 15_000;

/** Services, pauses, tariff plan and SIP line of a subscriber (guide §3.2–3.4). */
export function subscriberChangeHandlers(
  { cache, clock }: CabinetContext,
  session: () => CabinetSession,
): Handlers<keyof typeof subscriberChangeProcedures> {
  const required = (id: number): Subscriber => requireSubscriber(cache(), id);
  return {
    'services.list': ({ subscriberId }) => {
      const subscriber = required(subscriberId);
      return {
        services: listServices(cache(), subscriberId),
        offers: allowedOffers(cache(), subscriber, listItems(cache(), 'service-offers')),
        suspensions: listItems(cache(), 'suspensions')
          .filter((one) => one.subscriberId === subscriberId)
          .reverse(),
        asOf: readFeedState(cache(), 'services').dataAsOf,
      };
    },
    'plans.compare': ({ subscriberId }) => comparePlans(cache(), required(subscriberId), clock.now()),
    'telephony.get': ({ subscriberId }) => telephonyOf(cache(), required(subscriberId), clock.now()),
    'telephony.revealPassword': async ({ subscriberId }) => {
      const { client, ask } = session();
      const signal = new AbortController().signal;
      const { password } = await ask((token) =>
        client.call('revealSipPassword', { subscriberId }, { token, signal, limitMs: REVEAL_LIMIT_MS }),
      );
      return { password };
    },
    'telephony.statistics': ({ month }) => channelStatistics(cache(), month, clock.now()),
  };
}
