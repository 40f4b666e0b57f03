import type { Payment } from '../../../src-shared/domain/billing';
import { monthOf, type YearMonth } from '../../../src-shared/domain/period';

export type MonthTotal = { month: YearMonth; count: number; amount: number };

/** Payments summed up by the months of Minsk in which they were received, newest first. */
export function monthTotals(payments: readonly Payment[]): MonthTotal[] {
  const totals = new Map<YearMonth, MonthTotal>();
  for (const { receivedAt, amount } of payments) {
    const month = monthOf(receivedAt);
    const before = totals.get(month) ?? { month, count: 0, amount: 0 };
    totals.set(month, { month, count: before.count + 1, amount: before.amount + amount });
  }
  return [...totals.values()].sort((a, b) => b.month.localeCompare(a.month));
}
