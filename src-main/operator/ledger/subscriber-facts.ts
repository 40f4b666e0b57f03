import { type CalendarDay, dayOf, type Instant, startOfDay } from '../../../src-shared/domain/period';
import { isGate } from '../calls/bars';
import { dayNumberAt, dayNumberOf } from '../calls/days';
import type { Line } from '../calls/lines';
import { offerOf } from '../catalogue/offers';
import { type PlanCode, tariffOf } from '../catalogue/plans';

export type PauseFacts = {
  id: number;
  from: CalendarDay;
  /** Last day; null: until it is ended. */
  to: CalendarDay | null;
  reason: string;
  /** False: the operator's own. */
  byClient: boolean;
  /** Gross charged once, in the month in which it begins. */
  gross: number;
  /** Asked for in the cabinet; null: the operator knows of it from its first day. */
  requestedAt: Instant | null;
  /** Ended in the cabinet: the day of that is its last one; called off, when it had not begun. */
  endedAt: Instant | null;
};

export type ServiceFacts = {
  id: number;
  code: string;
  connectedAt: Instant;
  disconnectedAt: Instant | null;
  /** Gross charged once for the connection. */
  onceGross: number;
};

export type PlanChangeFacts = {
  id: number;
  toCode: PlanCode;
  requestedAt: Instant;
  effectiveOn: CalendarDay;
  cancelledAt: Instant | null;
};

/** What the ledger knows of a subscriber, times to come included. */
export type SubscriberFacts = {
  id: number;
  number: string;
  name: string;
  /** Plan at the time of connection. */
  planCode: PlanCode;
  weight: number;
  connectedAt: Instant;
  closedOn: CalendarDay | null;
  pauses: PauseFacts[];
  services: ServiceFacts[];
  planChanges: PlanChangeFacts[];
  sipPasswordChangedAt: Instant;
};

/** All that will ever be known. */
const EVER = Number.POSITIVE_INFINITY;

/** The day of closing, when the operator knows of it: not before it comes. */
export const closedOnAt = ({ closedOn }: SubscriberFacts, at: Instant): CalendarDay | null =>
  closedOn !== null && startOfDay(closedOn) <= at ? closedOn : null;

const knownFrom = (pause: PauseFacts): Instant => pause.requestedAt ?? startOfDay(pause.from);

/** Days on which a number is, or will be, out of service; both ends included, an open end is null. */
export type Pause = Pick<PauseFacts, 'id' | 'from' | 'to' | 'reason' | 'byClient' | 'gross'>;

/** Pauses as the operator knows them at an instant, without those that were called off. */
export function pausesAt(subscriber: SubscriberFacts, at: Instant): Pause[] {
  const closedOn = closedOnAt(subscriber, at);
  return subscriber.pauses.flatMap((pause): Pause[] => {
    if (knownFrom(pause) > at || (closedOn !== null && pause.from >= closedOn)) return [];
    const { id, from, reason, byClient, gross, endedAt } = pause;
    const ended = endedAt !== null && endedAt <= at ? dayOf(endedAt) : null;
    const to = ended !== null && (pause.to === null || ended < pause.to) ? ended : pause.to;
    return to !== null && to < from ? [] : [{ id, from, to, reason, byClient, gross }];
  });
}

/** Every pause that the operator knows of, called off or not. */
export const toldPauses = (subscriber: SubscriberFacts, at: Instant): PauseFacts[] =>
  subscriber.pauses.filter((pause) => knownFrom(pause) <= at);

export type SubscriberState = { status: 'active' | 'suspended' | 'closed'; reason: string };

export function stateAt(subscriber: SubscriberFacts, now: Instant): SubscriberState {
  const today = dayOf(now);
  if (closedOnAt(subscriber, now) !== null) {
    return { status: 'closed', reason: 'Договор на номер расторгнут' };
  }
  const current = pausesAt(subscriber, now).find(
    ({ from, to }) => from <= today && (to === null || today <= to),
  );
  if (current) return { status: 'suspended', reason: current.reason };
  return { status: 'active', reason: '' };
}

export const isConnection = ({ planCode }: SubscriberFacts): boolean => planCode === 'sip-connection';

/** The tariff plan of a day. Changes take effect on the first of a month, so a month has one. */
export function planCodeOn(subscriber: SubscriberFacts, day: CalendarDay): PlanCode {
  const done = subscriber.planChanges.findLast(
    ({ effectiveOn, cancelledAt }) => cancelledAt === null && effectiveOn <= day,
  );
  return done?.toCode ?? subscriber.planCode;
}

/** The change of plan that waits for its day. */
export const pendingPlanChange = (subscriber: SubscriberFacts, now: Instant): PlanChangeFacts | undefined =>
  subscriber.planChanges.find(
    ({ effectiveOn, cancelledAt }) => cancelledAt === null && effectiveOn > dayOf(now),
  );

/** Services that a subscriber has at an instant. */
export const connectedAt = (subscriber: SubscriberFacts, at: Instant): ServiceFacts[] =>
  subscriber.services.filter(
    ({ connectedAt, disconnectedAt }) =>
      connectedAt <= at && (disconnectedAt === null || disconnectedAt > at),
  );

/** The largest minute package that a subscriber has in a month; packages are never pro-rated. */
export function largestPackage(
  subscriber: SubscriberFacts,
  from: Instant,
  until: Instant,
): ServiceFacts | null {
  let best: ServiceFacts | null = null;
  for (const service of subscriber.services) {
    const size = offerOf(service.code).packageS;
    if (size === null || service.connectedAt >= until) continue;
    if (service.disconnectedAt !== null && service.disconnectedAt <= from) continue;
    if (size > (best ? (offerOf(best.code).packageS ?? 0) : 0)) best = service;
  }
  return best;
}

/** A subscriber as the call generator sees it. */
export const toLine = (subscriber: SubscriberFacts): Line => ({
  subscriberId: subscriber.id,
  weight: subscriber.weight,
  from: dayNumberAt(subscriber.connectedAt),
  until: subscriber.closedOn === null ? null : dayNumberOf(subscriber.closedOn),
  suspensions: pausesAt(subscriber, EVER).map(({ from, to }) => ({
    from: dayNumberOf(from),
    to: to === null ? null : dayNumberOf(to),
  })),
  tariffs: [
    { from: dayNumberAt(subscriber.connectedAt), tariff: tariffOf(subscriber.planCode) },
    ...subscriber.planChanges
      .filter(({ cancelledAt }) => cancelledAt === null)
      .map(({ effectiveOn, toCode }) => ({ from: dayNumberOf(effectiveOn), tariff: tariffOf(toCode) })),
  ],
  bars: subscriber.services.flatMap(({ code, disconnectedAt }) => {
    if (disconnectedAt === null || !isGate(code)) return [];
    const again = subscriber.services.find(
      (service) => service.code === code && service.connectedAt >= disconnectedAt,
    );
    return [{ from: disconnectedAt, until: again?.connectedAt ?? null, service: code }];
  }),
});
