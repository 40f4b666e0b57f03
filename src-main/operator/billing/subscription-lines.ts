import type { ChargeLine } from '../../../src-shared/domain/billing';
import { proRata, splitVat } from '../../../src-shared/domain/money';
import {
  addDays,
  type CalendarDay,
  dayOf,
  daysBetween,
  daysInMonth,
  type Instant,
  monthOf,
  type YearMonth,
} from '../../../src-shared/domain/period';
import { offerOf } from '../catalogue/offers';
import { planOf } from '../catalogue/plans';
import { VAT_RATE } from '../config';
import {
  closedOnAt,
  type Pause,
  pausesAt,
  planCodeOn,
  type ServiceFacts,
  type SubscriberFacts,
} from '../ledger/subscriber-facts';

/** What lines without traffic have in common. */
export const SUBSCRIPTION = {
  durationS: null,
  count: null,
  usage: null,
  vatRate: VAT_RATE,
  localTax: 0,
} as const;

/** The plan and the services with a monthly price, by days (guide §3.5); one line each, however often it came and went. */
export function subscriptionLines(subscriber: SubscriberFacts, month: YearMonth, at: Instant): ChargeLine[] {
  const pauses = pausesAt(subscriber, at);
  const closedOn = closedOnAt(subscriber, at);
  const plan = planOf(planCodeOn(subscriber, `${month}-01`));
  const price = { code: plan.code, title: plan.chargeTitle, monthlyGross: plan.monthlyGross };
  const lines = byDays(
    'plan',
    price,
    month,
    servedDays(month, dayOf(subscriber.connectedAt), closedOn, pauses),
  );
  const days = new Map<string, number>();
  for (const service of subscriber.services) {
    const { kind, monthlyGross } = offerOf(service.code);
    if (kind === 'package' || monthlyGross === 0 || service.connectedAt > at) continue;
    const until = earlier(leavingDay(service, at), closedOn);
    const served = servedDays(month, dayOf(service.connectedAt), until, pauses);
    days.set(service.code, (days.get(service.code) ?? 0) + served);
  }
  for (const [code, served] of days) lines.push(...byDays('service', offerOf(code), month, served));
  return lines.sort((a, b) => compare(a.title, b.title) || compare(a.code, b.code));
}

/** What is charged once in the month: connections of services, and pauses that begin in it. */
export function onceLines(subscriber: SubscriberFacts, month: YearMonth, at: Instant): ChargeLine[] {
  const once = (kind: 'service' | 'suspension', code: string, title: string, gross: number): ChargeLine => ({
    ...SUBSCRIPTION,
    kind,
    code,
    title,
    days: null,
    monthlyGross: null,
    ...splitVat(gross, VAT_RATE),
  });
  const connections = subscriber.services
    .filter(
      ({ connectedAt, onceGross }) => onceGross > 0 && connectedAt <= at && monthOf(connectedAt) === month,
    )
    .map(({ code, onceGross }) =>
      once('service', `${code}-once`, `Подключение: ${offerOf(code).title}`, onceGross),
    );
  const { code, title } = offerOf('suspension');
  const pauses = pausesAt(subscriber, at)
    .filter(({ from, gross }) => gross > 0 && from.startsWith(month))
    .map(({ gross }) => once('suspension', code, title, gross));
  return [...connections, ...pauses];
}

type Price = { code: string; title: string; monthlyGross: number };

function byDays(
  kind: 'plan' | 'service',
  { code, title, monthlyGross }: Price,
  month: YearMonth,
  days: number,
): ChargeLine[] {
  if (days === 0) return [];
  const gross = proRata(monthlyGross, days, daysInMonth(month));
  return [{ ...SUBSCRIPTION, kind, code, title, days, monthlyGross, ...splitVat(gross, VAT_RATE) }];
}

/** First day without the service, as far as it is known. */
const leavingDay = ({ disconnectedAt }: ServiceFacts, at: Instant): CalendarDay | null =>
  disconnectedAt === null || disconnectedAt > at ? null : dayOf(disconnectedAt);

const earlier = (a: CalendarDay | null, b: CalendarDay | null): CalendarDay | null =>
  a === null || (b !== null && b < a) ? b : a;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Days of the month in service: the first day counts, the day of leaving does not, days of a pause do not. */
function servedDays(
  month: YearMonth,
  from: CalendarDay,
  until: CalendarDay | null,
  pauses: readonly Pause[],
): number {
  const end = addDays(`${month}-01`, daysInMonth(month));
  const first = from > `${month}-01` ? from : `${month}-01`;
  const stop = until !== null && until < end ? until : end;
  if (first >= stop) return 0;
  const touched = pauses.some((pause) => pause.from < stop && (pause.to === null || pause.to >= first));
  if (!touched) return daysBetween(first, stop);
  let days = 0;
  for (let day = first; day < stop; day = addDays(day, 1)) {
    if (!pauses.some((pause) => day >= pause.from && (pause.to === null || day <= pause.to))) days++;
  }
  return days;
}
