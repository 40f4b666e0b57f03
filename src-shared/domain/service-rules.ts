import { type ConnectedService, isConnected, type Subscriber } from './account';
import { type Money, proRata } from './money';
import { addMonths, type CalendarDay, daysBetween, daysInMonth } from './period';
import type { ServiceOffer } from './subscriber-changes';

/** Why a service cannot be connected or disconnected here; the operator would refuse for the same reason. */
export type ServiceBar =
  | { bar: 'locked' }
  | { bar: 'permanent' }
  | { bar: 'requires' | 'conflicts' | 'needed'; titles: readonly string[] };

/** What the rules look at. */
export type ServiceFacts = { services: readonly ConnectedService[]; offers: readonly ServiceOffer[] };

/** Channel packages have a page of their own; one-time services are ordered where they are used. */
const isListed = ({ kind }: ServiceOffer): boolean => kind === 'service' || kind === 'package';

export type ServiceToAdd = { offer: ServiceOffer; bar: ServiceBar | null };
export type ServiceToRemove = {
  service: ConnectedService;
  /** What the catalogue says of it; null: nothing any more. */
  offer: ServiceOffer | null;
  bar: ServiceBar | null;
};

/** Services that are not connected, with what keeps them from it. */
export function offersToAdd(facts: ServiceFacts): ServiceToAdd[] {
  const connected = new Set(facts.services.filter(isConnected).map(({ code }) => code));
  return facts.offers
    .filter((offer) => isListed(offer) && !connected.has(offer.code))
    .map((offer) => ({ offer, bar: barToAdd(offer, connected, facts.offers) }));
}

function barToAdd(
  offer: ServiceOffer,
  connected: ReadonlySet<string>,
  offers: readonly ServiceOffer[],
): ServiceBar | null {
  if (offer.locked) return { bar: 'locked' };
  const missing = offer.requires.filter((code) => !connected.has(code));
  if (missing.length > 0) return { bar: 'requires', titles: titlesOf(missing, offers) };
  const clashing = [...connected].filter(
    (code) =>
      offer.conflicts.includes(code) ||
      offers.some((other) => other.code === code && other.conflicts.includes(offer.code)),
  );
  return clashing.length > 0 ? { bar: 'conflicts', titles: titlesOf(clashing, offers) } : null;
}

/** Connected services, with what keeps them from being disconnected. */
export function servicesToRemove(facts: ServiceFacts): ServiceToRemove[] {
  const connected = facts.services.filter(isConnected);
  const codes = new Set(connected.map(({ code }) => code));
  return connected
    .map((service) => ({
      service,
      offer: facts.offers.find(({ code }) => code === service.code) ?? null,
    }))
    .filter(({ offer }) => offer === null || isListed(offer))
    .map(({ service, offer }) => ({ service, offer, bar: barToRemove(service, offer, codes, facts.offers) }));
}

function barToRemove(
  service: ConnectedService,
  offer: ServiceOffer | null,
  connected: ReadonlySet<string>,
  offers: readonly ServiceOffer[],
): ServiceBar | null {
  if (service.locked || offer?.locked) return { bar: 'locked' };
  if (offer?.permanent) return { bar: 'permanent' };
  const needing = offers.filter(
    ({ code, requires }) => connected.has(code) && requires.includes(service.code),
  );
  return needing.length > 0 ? { bar: 'needed', titles: needing.map(({ title }) => title) } : null;
}

const titlesOf = (codes: readonly string[], offers: readonly ServiceOffer[]): string[] =>
  codes.map((code) => offers.find((offer) => offer.code === code)?.title ?? code);

/** Days and sum that a service connected today is charged for in this month: today counts (guide §3.5). */
export function feeThisMonth(
  monthlyGross: Money,
  today: CalendarDay,
): { days: number; total: number; sum: Money } {
  const month = today.slice(0, 7);
  const total = daysInMonth(month);
  const days = daysBetween(today, `${addMonths(month, 1)}-01`);
  return { days, total, sum: proRata(monthlyGross, days, total) };
}

/**
 * Gross that an offer costs in the month of `today` when it is connected today; null for a package, whose fee is not
 * shared out by days.
 */
export const offerThisMonth = ({ kind, monthlyGross }: ServiceOffer, today: CalendarDay): Money | null =>
  kind === 'service' ? feeThisMonth(monthlyGross, today).sum : null;

/** Nothing can be changed for a number that is not in service. */
export const mayChangeServices = ({ status }: Pick<Subscriber, 'status'>): boolean => status === 'active';
