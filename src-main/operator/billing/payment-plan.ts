import { formatDay, type Instant, type YearMonth } from '../../../src-shared/domain/period';
import { monthWords } from '../../../src-shared/domain/words';
import type { Publisher } from '../feeds/publisher';
import type { Ledger } from '../ledger/ledger';
import { monthNumber, plannedPayments } from './terms';

export type PaymentRow = {
  id: number;
  received_at: Instant;
  amount: number;
  document: string;
  purpose: string;
};

/**
 * What the demo company pays and when. Payments are planned when an invoice is formed and count once their time
 * has come; they can be held back, and an invoice can be paid at once.
 */
export type PaymentPlan = {
  plan(month: YearMonth, amountDue: number, reference: string): void;
  /** Forgets the payments of an invoice that is taken back. */
  forget(month: YearMonth): void;
  /** All that have come by now, in order of their ids. */
  received(now: Instant): PaymentRow[];
  /** Comings and sums of all planned payments, in order of time. */
  timeline(): { at: Instant; amount: number }[];
  sum(from: Instant, until: Instant): number;
  nextAfter(now: Instant): Instant | null;
  /** Pays an amount for an invoice now, instead of what was planned for it. */
  payNow(month: YearMonth, amount: number, reference: string, now: Instant): void;
  held(): boolean;
  /** From now on planned payments do not come. */
  hold(now: Instant): void;
  /** Planned payments come again. @returns true when some should have come in the meantime. */
  release(now: Instant): boolean;
  /** After the clock was set back: what was held back later is held back from now on. */
  rewind(now: Instant): void;
};

/** Since when planned payments do not come; absent while they do. */
export const PAYMENTS_HELD = 'payments-held';
const PER_MONTH = 10;

/** «счету № … от …» */
export const invoiceReference = (number: string, day: string): string =>
  `счету № ${number} от ${formatDay(day)}`;

export function createPaymentPlan(options: {
  ledger: Ledger;
  publisher: Publisher;
  seed: number;
  accountNumber: string;
}): PaymentPlan {
  const { ledger, publisher, seed, accountNumber } = options;
  const { db } = ledger;
  const addPayment = db.prepare('insert into payment values (?, ?, ?, ?, ?)');
  const addHeld = db.prepare('insert into held_payment values (?, ?, ?, ?, ?)');
  const readReceived = db.prepare<[number], PaymentRow>(
    'select * from payment where received_at <= ? order by id',
  );
  const readTimeline = db.prepare<[], { at: number; amount: number }>(
    'select received_at as at, amount from payment order by received_at, id',
  );
  const sumPayments = db
    .prepare<[number, number], number>(
      'select coalesce(sum(amount), 0) from payment where received_at >= ? and received_at < ?',
    )
    .pluck();
  const nextPayment = db
    .prepare<[number], number | null>('select min(received_at) from payment where received_at > ?')
    .pluck();
  const idsOf = db
    .prepare<[number, number], number>('select id from payment where id between ? and ?')
    .pluck();
  const lastId = db
    .prepare<[number, number], number | null>('select max(id) from payment where id between ? and ?')
    .pluck();

  const idRange = (month: YearMonth): [first: number, last: number] => {
    const first = monthNumber(month) * PER_MONTH + 1;
    return [first, first + PER_MONTH - 2];
  };
  const held = () => ledger.get(PAYMENTS_HELD) !== undefined;
  const hold = db.transaction((now: Instant) => {
    db.prepare('insert or replace into held_payment select * from payment where received_at > ?').run(now);
    db.prepare('delete from payment where received_at > ?').run(now);
    ledger.set(PAYMENTS_HELD, String(now));
  });
  const documentOf = (id: number) => `Платежное поручение № ${(id * 7) % 997}`;
  const purposeOf = (month: YearMonth, reference: string) =>
    `Оплата за услуги электросвязи за ${monthWords(month)} по ${reference}, л/с ${accountNumber}, в т.ч. НДС 25 %`;

  return {
    plan: (month, amountDue, reference) => {
      const add = held() ? addHeld : addPayment;
      for (const [index, { receivedAt, amount }] of plannedPayments(seed, month, amountDue).entries()) {
        const id = idRange(month)[0] + index;
        add.run(id, receivedAt, amount, documentOf(id), purposeOf(month, reference));
      }
    },
    forget: (month) => {
      const [first, last] = idRange(month);
      for (const id of idsOf.all(first, last)) publisher.withdraw('payments', id);
      db.prepare('delete from payment where id between ? and ?').run(first, last);
      db.prepare('delete from held_payment where id between ? and ?').run(first, last);
    },
    received: (now) => readReceived.all(now),
    timeline: () => readTimeline.all(),
    sum: (from, until) => sumPayments.get(from, until) ?? 0,
    nextAfter: (now) => nextPayment.get(now) ?? null,
    payNow: db.transaction((month: YearMonth, amount: number, reference: string, now: Instant) => {
      const [first, last] = idRange(month);
      db.prepare('delete from payment where id between ? and ? and received_at > ?').run(first, last, now);
      db.prepare('delete from held_payment where id between ? and ?').run(first, last);
      // Above the ids that a plan can take.
      const id = Math.max(first + 1, lastId.get(first, last) ?? 0) + 1;
      addPayment.run(id, now, amount, documentOf(id), purposeOf(month, reference));
    }),
    held,
    hold,
    release: db.transaction((now: Instant) => {
      const missed = db.prepare('delete from held_payment where planned_at <= ?').run(now).changes > 0;
      db.exec('insert into payment select * from held_payment; delete from held_payment');
      ledger.set(PAYMENTS_HELD, null);
      return missed;
    }),
    rewind: (now) => {
      if (Number(ledger.get(PAYMENTS_HELD) ?? now) > now) hold(now);
    },
  };
}
