import type { Payment } from '../../../src-shared/domain/billing';
import { addDays, type CalendarDay, startOfDay } from '../../../src-shared/domain/period';

/** Payments received on the days of Minsk from the first to the last, both included; null is open. */
export function paymentsBetween(
  payments: readonly Payment[],
  from: CalendarDay | null,
  to: CalendarDay | null,
): Payment[] {
  const begin = from === null ? Number.NEGATIVE_INFINITY : startOfDay(from);
  const end = to === null ? Number.POSITIVE_INFINITY : startOfDay(addDays(to, 1));
  return payments.filter(({ receivedAt }) => receivedAt >= begin && receivedAt < end);
}
