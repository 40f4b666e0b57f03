import { type CalendarDay, dayOf, type Instant } from '../../../src-shared/domain/period';
import type { PlanChange, SipLine, Suspension } from '../../../src-shared/domain/subscriber-changes';
import { planOf } from '../catalogue/plans';
import {
  closedOnAt,
  isConnection,
  pausesAt,
  planCodeOn,
  type SubscriberFacts,
  toldPauses,
} from '../ledger/subscriber-facts';
import { serviceItems } from './company-items';
import type { Publisher } from './publisher';

/** Items of what a subscriber has and has asked for, as they stand at an instant. */

function suspensionStatus(
  from: CalendarDay,
  to: CalendarDay | null,
  today: CalendarDay,
): Suspension['status'] {
  if (today < from) return 'planned';
  return to === null || today <= to ? 'active' : 'ended';
}

function suspensionItems(subscriber: SubscriberFacts, now: Instant): Suspension[] {
  const standing = new Map(pausesAt(subscriber, now).map((pause) => [pause.id, pause]));
  return toldPauses(subscriber, now).map(({ id, from, to, reason, byClient }) => {
    const pause = standing.get(id);
    return {
      id,
      subscriberId: subscriber.id,
      fromDay: from,
      toDay: pause ? pause.to : to,
      reason,
      status: pause ? suspensionStatus(from, pause.to, dayOf(now)) : 'cancelled',
      byClient,
    };
  });
}

function planChangeItems(subscriber: SubscriberFacts, now: Instant): PlanChange[] {
  const closedOn = closedOnAt(subscriber, now);
  return subscriber.planChanges.map(({ id, toCode, requestedAt, effectiveOn, cancelledAt }) => {
    const called = cancelledAt !== null || (closedOn !== null && closedOn <= effectiveOn);
    return {
      id,
      subscriberId: subscriber.id,
      fromPlanId: planOf(planCodeOn(subscriber, dayOf(requestedAt))).id,
      toPlanId: planOf(toCode).id,
      requestedAt,
      effectiveOn,
      status: called ? 'cancelled' : effectiveOn <= dayOf(now) ? 'done' : 'pending',
    };
  });
}

/** Addresses of the operator's SIP servers: of a range that is kept for examples (RFC 5737). */
const TRUNK_IP = '192.0.2.10';
const NUMBER_IPS = ['192.0.2.21', '192.0.2.22', '192.0.2.23', '192.0.2.24'];

/** «Параметры для настройки SIP» (guide §3.4). */
function sipLineItem(subscriber: SubscriberFacts): SipLine {
  const trunk = isConnection(subscriber);
  return {
    id: subscriber.id,
    accountName: subscriber.name.slice(0, 80),
    server: trunk ? 'trunk.sip.example' : 'sip.example',
    userId: subscriber.number,
    authenticateId: subscriber.number,
    displayName: `+${subscriber.number}`,
    ipAddress: trunk ? TRUNK_IP : (NUMBER_IPS[subscriber.id % NUMBER_IPS.length] ?? TRUNK_IP),
    port: trunk ? 5061 : 5060,
    transport: trunk ? 'tls' : 'udp',
    passwordChangedAt: subscriber.sipPasswordChangedAt,
  };
}

/** Puts services, pauses, changes of plan and the SIP line of a subscriber into their feeds. */
export function publishHoldings(publisher: Publisher, subscriber: SubscriberFacts, now: Instant): void {
  if (subscriber.connectedAt > now) return;
  for (const item of serviceItems(subscriber, now)) publisher.publish('services', item.id, item);
  for (const item of suspensionItems(subscriber, now)) publisher.publish('suspensions', item.id, item);
  for (const item of planChangeItems(subscriber, now)) publisher.publish('plan-changes', item.id, item);
  publisher.publish('sip-lines', subscriber.id, sipLineItem(subscriber));
}
