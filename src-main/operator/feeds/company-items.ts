import type { ConnectedService, Subscriber, TariffPlan } from '../../../src-shared/domain/account';
import { cdrServices, cdrZones } from '../../../src-shared/domain/cdr';
import {
  dayOf,
  endOfMonth,
  type Instant,
  monthOf,
  startOfDay,
  startOfMonth,
} from '../../../src-shared/domain/period';
import { offerOf } from '../catalogue/offers';
import { type Plan, planOf } from '../catalogue/plans';
import { VAT_RATE } from '../config';
import {
  isConnection,
  largestPackage,
  planCodeOn,
  type SubscriberFacts,
  stateAt,
} from '../ledger/subscriber-facts';

/** Items of the feeds as the operator's facts give them at an instant. */

export const planItem = (plan: Plan): TariffPlan => ({
  id: plan.id,
  code: plan.code,
  title: plan.title,
  chargeTitle: plan.chargeTitle,
  monthlyGross: plan.monthlyGross,
  vatRate: VAT_RATE,
  isConnection: plan.code === 'sip-connection',
  description: plan.description,
  offered: plan.offered,
  rates: cdrServices.flatMap((service) =>
    cdrZones
      .map((zone) => ({ service, zone, ...plan.rates[service][zone] }))
      .filter(({ gross }) => gross > 0),
  ),
});

/**
 * @param currentCharges gross of the current month so far.
 * @param packageUsedS seconds that packages could have paid for since the first of the month.
 */
export function subscriberItem(
  subscriber: SubscriberFacts,
  now: Instant,
  currentCharges: number,
  packageUsedS: number,
): Subscriber | null {
  if (subscriber.connectedAt > now) return null;
  const plan = planOf(planCodeOn(subscriber, dayOf(now)));
  const { status, reason } = stateAt(subscriber, now);
  return {
    id: subscriber.id,
    number: subscriber.number,
    name: subscriber.name,
    planId: plan.id,
    planTitle: plan.title,
    isConnection: isConnection(subscriber),
    status,
    statusReason: reason,
    connectedAt: subscriber.connectedAt,
    currentCharges,
    packages: packages(subscriber, now, packageUsedS),
  };
}

function packages(subscriber: SubscriberFacts, now: Instant, usedS: number): Subscriber['packages'] {
  const month = monthOf(now);
  const held = largestPackage(subscriber, startOfMonth(month), Math.min(now, endOfMonth(month)));
  if (!held) return [];
  const { title, packageS } = offerOf(held.code);
  const totalS = packageS ?? 0;
  return [{ title, totalS, leftS: Math.max(0, totalS - usedS), asOf: startOfDay(dayOf(now)) }];
}

export function serviceItems(subscriber: SubscriberFacts, now: Instant): ConnectedService[] {
  if (subscriber.connectedAt > now) return [];
  const state = stateAt(subscriber, now);
  return subscriber.services
    .filter(({ connectedAt }) => connectedAt <= now)
    .map((service) => {
      const { title, locked, monthlyGross } = offerOf(service.code);
      const gone = service.disconnectedAt !== null && service.disconnectedAt <= now;
      const status = gone || state.status === 'closed' ? 'disconnected' : state.status;
      return {
        id: service.id,
        subscriberId: subscriber.id,
        code: service.code,
        title,
        connectedAt: service.connectedAt,
        disconnectedAt: gone ? service.disconnectedAt : null,
        status,
        statusReason: gone ? '' : state.reason,
        validUntil: null,
        monthlyGross,
        locked,
      };
    });
}
