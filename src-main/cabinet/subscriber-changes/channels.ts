import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import type { Subscriber } from '../../../src-shared/domain/account';
import type { Instant } from '../../../src-shared/domain/period';
import { channelsOpenAt } from '../../../src-shared/domain/rules';
import type { ServiceOffer } from '../../../src-shared/domain/subscriber-changes';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { listItems, readItem } from '../../store/read/items';
import { listServices } from '../../store/read/services';

/** Packages of «SIP-многоканальность», smallest first. */
export const channelPackages = (cache: ReadableCache): ServiceOffer[] =>
  listItems(cache, 'service-offers')
    .filter(({ kind, channels }) => kind === 'channels' && channels !== null)
    .sort((a, b) => (a.channels ?? 0) - (b.channels ?? 0));

/** Offers that the subscriber's plan allows. */
export function allowedOffers(
  cache: ReadableCache,
  subscriber: Subscriber,
  offers: readonly ServiceOffer[],
): ServiceOffer[] {
  const code = readItem(cache, 'tariff-plans', subscriber.planId)?.code;
  return offers.filter(({ planCodes }) => code !== undefined && planCodes.includes(code));
}

/** SIP line and package of channels of a subscriber (guide §3.3–3.4). */
export function telephonyOf(
  cache: ReadableCache,
  subscriber: Subscriber,
  now: Instant,
): ProcedureOutput<'telephony.get'> {
  const packages = channelPackages(cache);
  const current = currentPackage(cache, subscriber, packages);
  const openAt = current && channelsOpenAt(current.changedAt);
  return {
    line: readItem(cache, 'sip-lines', subscriber.id),
    packages: allowedOffers(cache, subscriber, packages),
    current,
    closedUntil: openAt !== null && openAt > now ? openAt : null,
    asOf: readFeedState(cache, 'sip-lines').dataAsOf,
  };
}

function currentPackage(
  cache: ReadableCache,
  subscriber: Subscriber,
  packages: readonly ServiceOffer[],
): ProcedureOutput<'telephony.get'>['current'] {
  const connected = listServices(cache, subscriber.id).filter(
    ({ status, disconnectedAt }) => status !== 'disconnected' && disconnectedAt === null,
  );
  for (const { code, connectedAt, monthlyGross } of connected.reverse()) {
    const channels = packages.find((offer) => offer.code === code)?.channels;
    if (channels) return { code, channels, monthlyGross, changedAt: connectedAt };
  }
  return null;
}
