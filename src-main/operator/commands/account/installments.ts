import {
  addMonthsToDay,
  type CalendarDay,
  dayOf,
  type Instant,
  startOfDay,
} from '../../../../src-shared/domain/period';
import type { Installment } from '../../../../src-shared/domain/requests';
import type { Publisher } from '../../feeds/publisher';
import type { Ledger } from '../../ledger/ledger';

/** «Информация по рассрочке» (guide §2.4): instalments are taken with the invoices, each on its day. */
export type Installments = {
  publish(now: Instant): void;
  /** The next day on which something is paid or signed. */
  nextAfter(now: Instant): Instant | null;
};

type Row = {
  id: number;
  subscriber_id: number | null;
  equipment: string;
  contract_number: string;
  signed_on: CalendarDay;
  price: number;
  monthly: number;
  first_due: CalendarDay;
};

export function createInstallments(options: { ledger: Ledger; publisher: Publisher }): Installments {
  const { ledger, publisher } = options;
  const readAll = ledger.db.prepare<[], Row>('select * from installment order by id');
  return {
    publish: (now) => {
      for (const row of readAll.all()) {
        // A contract that is not signed yet, after the clock was set back, is nobody's business.
        if (row.signed_on > dayOf(now)) publisher.withdraw('installments', row.id);
        else publisher.publish('installments', row.id, itemOf(row, now));
      }
    },
    nextAfter: (now) => {
      const coming = readAll
        .all()
        .flatMap((row) => [row.signed_on, ...scheduleOf(row).map(({ dueOn }) => dueOn)])
        .map(startOfDay)
        .filter((at) => at > now);
      return coming.length > 0 ? Math.min(...coming) : null;
    },
  };
}

/** Equal payments once a month; the last one is what is left of the price. */
export function scheduleOf({
  price,
  monthly,
  first_due,
}: Pick<Row, 'price' | 'monthly' | 'first_due'>): { dueOn: CalendarDay; amount: number }[] {
  const count = Math.ceil(price / monthly);
  return Array.from({ length: count }, (_, index) => ({
    dueOn: addMonthsToDay(first_due, index),
    amount: index < count - 1 ? monthly : price - monthly * (count - 1),
  }));
}

const itemOf = (row: Row, now: Instant): Installment => ({
  id: row.id,
  subscriberId: row.subscriber_id,
  equipment: row.equipment,
  contractNumber: row.contract_number,
  signedOn: row.signed_on,
  price: row.price,
  monthlyPayment: row.monthly,
  schedule: scheduleOf(row).map((payment) => ({ ...payment, paid: payment.dueOn <= dayOf(now) })),
});
