import type { PlanRate, TariffPlan } from '../../../src-shared/domain/account';
import type { Cdr } from '../../../src-shared/domain/cdr';
import {
  addDays,
  type CalendarDay,
  dayOf,
  daysInMonth,
  type Instant,
  monthOf,
  type YearMonth,
} from '../../../src-shared/domain/period';
import type { ServiceOffer } from '../../../src-shared/domain/subscriber-changes';

/** What a subscriber's client knows of its own doings, and what must be charged for that: reckoned day by day. */
export type Doings = {
  services: { id: number; code: string; from: Instant; until: Instant | null; byCommand: boolean }[];
  pauses: { id: number; from: CalendarDay; to: CalendarDay; byCommand: boolean }[];
  plans: { id: number; planId: number; from: CalendarDay }[];
};

export type PriceList = { offers: readonly ServiceOffer[]; plans: readonly TariffPlan[] };

/** Whole numbers, half up. */
const rounded = (numerator: number, divisor: number): number =>
  Number((BigInt(numerator) * 2n + BigInt(divisor)) / (BigInt(divisor) * 2n));

export const pausedOn = ({ pauses }: Doings, day: CalendarDay): boolean =>
  pauses.some(({ from, to }) => from <= day && day <= to);

export const planIdOn = ({ plans }: Doings, day: CalendarDay): number =>
  plans.filter(({ from }) => from <= day).at(-1)?.planId ?? 0;

/** True when the service was there at that instant. */
export const had = ({ services }: Doings, code: string, at: Instant): boolean =>
  services.some(
    (service) =>
      service.code === code && service.from <= at && (service.until === null || at < service.until),
  );

/** Lines of a month as «code days gross», sorted. */
export function expectedLines(
  doings: Doings,
  month: YearMonth,
  cdrs: readonly Cdr[],
  { offers, plans }: PriceList,
): string[] {
  const offerOf = (code: string) => offers.find((offer) => offer.code === code) as ServiceOffer;
  const dates = Array.from({ length: daysInMonth(month) }, (_, index) => addDays(`${month}-01`, index));
  const served = dates.filter((day) => !pausedOn(doings, day));
  const lines: string[] = [];
  const byDays = (code: string, monthly: number, days: number) => {
    if (days > 0 && monthly > 0) lines.push(`${code} ${days} ${rounded(monthly * days, dates.length)}`);
  };

  const plan = plans.find(({ id }) => id === planIdOn(doings, `${month}-01`)) as TariffPlan;
  byDays(plan.code, plan.monthlyGross, served.length);

  const touching = doings.services.filter(
    ({ from, until }) => monthOf(from) <= month && (until === null || monthOf(until) >= month),
  );
  for (const code of new Set(touching.map((service) => service.code))) {
    const { kind, monthlyGross } = offerOf(code);
    if (kind === 'package') continue;
    const days = served.filter((day) =>
      touching.some(
        (service) =>
          service.code === code &&
          dayOf(service.from) <= day &&
          (service.until === null || day < dayOf(service.until)),
      ),
    );
    byDays(code, monthlyGross, days.length);
  }
  for (const { code, from, byCommand } of touching) {
    const { oneTimeGross } = offerOf(code);
    if (byCommand && oneTimeGross > 0 && monthOf(from) === month)
      lines.push(`${code}-once null ${oneTimeGross}`);
  }
  for (const { from, byCommand } of doings.pauses) {
    if (byCommand && from.startsWith(month)) {
      lines.push(`suspension null ${offerOf('suspension').oneTimeGross}`);
    }
  }

  const minutes = touching.map(({ code }) => offerOf(code)).filter(({ kind }) => kind === 'package');
  const [largest] = minutes.sort((a, b) => (b.packageS ?? 0) - (a.packageS ?? 0));
  if (largest) lines.push(`${largest.code} null ${largest.monthlyGross}`);

  const usage = new Map<string, number>();
  for (const cdr of cdrs) {
    if (monthOf(cdr.startedAt) !== month || cdr.direction !== 'out' || cdr.status !== 'answered') continue;
    const code = `${cdr.service}-${cdr.zone}`;
    usage.set(code, (usage.get(code) ?? 0) + cdr.gross);
  }
  for (const [code, gross] of usage) lines.push(`${code} null ${gross}`);
  return lines.sort();
}

/** A charged record rated by what the contract says of rates: billed units and gross. */
export function expectedRating(cdr: Cdr, rates: readonly PlanRate[]): { billedUnits: number; gross: number } {
  const rate = rates.find(({ service, zone }) => service === cdr.service && zone === cdr.zone);
  if (!rate) return { billedUnits: cdr.billedUnits, gross: 0 };
  if (rate.per === 'part') return { billedUnits: cdr.billedUnits, gross: rate.gross * cdr.billedUnits };
  let billedUnits = rate.minimumS;
  while (billedUnits < cdr.durationS) billedUnits += rate.stepS;
  return { billedUnits, gross: rounded(rate.gross * (billedUnits - cdr.packageS), 60) };
}
