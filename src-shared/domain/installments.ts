import { type Money, sumMoney } from './money';
import type { CalendarDay } from './period';
import type { Installment } from './requests';

type InstallmentFigures = {
  /** Payments made, left to make, and all there are. */
  paid: number;
  left: number;
  total: number;
  paidAmount: Money;
  leftAmount: Money;
  /** The next payment to make; null: all are made. */
  next: Installment['schedule'][number] | null;
  lastOn: CalendarDay;
};

/** What an accountant asks of an instalment (guide §2.4). */
export function installmentFigures({ schedule }: Pick<Installment, 'schedule'>): InstallmentFigures {
  const paid = schedule.filter((one) => one.paid);
  const left = schedule.filter((one) => !one.paid);
  return {
    paid: paid.length,
    left: left.length,
    total: schedule.length,
    paidAmount: sumMoney(paid.map(({ amount }) => amount)),
    leftAmount: sumMoney(left.map(({ amount }) => amount)),
    next: left[0] ?? null,
    lastOn: schedule.at(-1)?.dueOn ?? '',
  };
}

export type PaymentState = 'paid' | 'overdue' | 'due';

export const paymentState = (
  { paid, dueOn }: Installment['schedule'][number],
  today: CalendarDay,
): PaymentState => (paid ? 'paid' : dueOn < today ? 'overdue' : 'due');
