import {
  addDays,
  addMonths,
  DAY_MS,
  dayOf,
  type Instant,
  monthOf,
  monthsBetween,
  startOfDay,
  type YearMonth,
} from '../../../src-shared/domain/period';
import type { DayBook } from '../calls/day-book';
import { type DayNumber, dayNumberAt, firstDayOfMonth } from '../calls/days';
import { subscriberItem } from '../feeds/company-items';
import type { Publisher } from '../feeds/publisher';
import { publishHoldings } from '../feeds/subscriber-items';
import type { Ledger } from '../ledger/ledger';
import type { SubscriberFacts } from '../ledger/subscriber-facts';
import type { Pace } from '../slices';
import { type ChargeBook, subscriptionGross } from './charge-book';
import type { InvoiceBook } from './invoice-book';
import type { PaymentPlan } from './payment-plan';
import { formingInstant } from './terms';
import type { Usage } from './usage';

/**
 * Keeps the ledger up to the operator's time: sums up each finished day, books charges, forms invoices on their
 * evening, takes payments in. All of it in slices and from what is asked for: nothing runs by a timer.
 */
export type Books = {
  /** True while the ledger does not say yet what it should at this time. */
  behind(now: Instant): boolean;
  /** Brings it up to date; calls while that goes on wait for the same work. */
  ensure(): Promise<void>;
  /** A month's records changed: its charges are to be booked again. */
  touch(months: Iterable<YearMonth>): void;
  /** First publication of plans and subscribers, before any sums. */
  begin(): Promise<void>;
  stop(): Promise<void>;
};

const DONE_AT = 'books-done-at';
const NEXT_AT = 'books-next-at';
const BATCH = 20;

/** The time up to which clients may have been told of charges and payments, and of calls up to its day. */
export const bookedUntil = (ledger: Ledger): Instant => Number(ledger.get(DONE_AT) ?? 0);

export function createBooks(options: {
  ledger: Ledger;
  seed: number;
  epoch: YearMonth;
  subscribers: readonly SubscriberFacts[];
  dayBook: Pick<DayBook, 'packageSeconds'>;
  usage: Pick<Usage, 'ensure'>;
  chargeBook: Pick<ChargeBook, 'book' | 'gross' | 'monthTotals'>;
  invoiceBook: Pick<InvoiceBook, 'form' | 'has' | 'publish' | 'rewind'>;
  payments: Pick<PaymentPlan, 'nextAfter'>;
  publisher: Publisher;
  now(): Instant;
  pace: Pace;
}): Books {
  const { ledger, seed, epoch, subscribers, dayBook, usage, chargeBook, invoiceBook, payments, publisher } =
    options;
  const { db } = ledger;
  let running: Promise<void> | null = null;
  let stopped = false;
  let doneAt = bookedUntil(ledger);
  let nextAt = Number(ledger.get(NEXT_AT) ?? 0);
  /** Counted, because what changes while the books are being brought up may have come too late for them. */
  let touches = 0;

  const setDone = (done: Instant, next: Instant) => {
    doneAt = done;
    nextAt = next;
    ledger.set(DONE_AT, String(done));
    ledger.set(NEXT_AT, String(next));
  };

  const inBatches = async <Item>(items: readonly Item[], work: (item: Item) => void): Promise<void> => {
    const pace = options.pace;
    for (let first = 0; first < items.length && !stopped; first += BATCH) {
      db.transaction(() => items.slice(first, first + BATCH).forEach(work))();
      if (pace.due()) await pace.rest();
    }
  };

  const readMonth = db.prepare<[string], { booked_through: number; closed: number; dirty: number }>(
    'select booked_through, closed, dirty from booked_month where month = ?',
  );
  const writeMonth = db.prepare(
    `insert into booked_month (month, booked_through, closed, dirty) values (?, ?, ?, ?)
     on conflict (month) do update
     set booked_through = excluded.booked_through, closed = excluded.closed, dirty = excluded.dirty`,
  );
  const markDirty = db.prepare('update booked_month set dirty = 1 where month = ?');

  const bookMonth = async (month: YearMonth, now: Instant): Promise<void> => {
    const yesterday = dayNumberAt(now) - 1;
    const through = Math.min(yesterday, firstDayOfMonth(addMonths(month, 1)) - 1);
    const closed = now >= formingInstant(seed, month);
    const known = readMonth.get(month);
    if (known && known.booked_through === through && known.closed === Number(closed) && known.dirty === 0)
      return;
    const touchesBefore = touches;
    await usage.ensure(month, through);
    await inBatches(subscribers, (subscriber) => chargeBook.book(subscriber, month, now));
    if (stopped) return;
    db.transaction(() => {
      if (closed && !invoiceBook.has(month)) invoiceBook.form(month, chargeBook.monthTotals(month));
      writeMonth.run(month, through, Number(closed), Number(touches !== touchesBefore));
      invoiceBook.publish(now);
    })();
  };

  const publishCompany = async (now: Instant): Promise<void> => {
    const month = monthOf(now);
    const today: DayNumber = dayNumberAt(now);
    const used = dayBook.packageSeconds(firstDayOfMonth(month), today);
    await inBatches(subscribers, (subscriber) => {
      const gross = chargeBook.gross(subscriber.id, month) || subscriptionGross(subscriber, month, now);
      const item = subscriberItem(subscriber, now, gross, used);
      if (item) publisher.publish('subscribers', subscriber.id, item);
      else publisher.withdraw('subscribers', subscriber.id);
      publishHoldings(publisher, subscriber, now);
    });
  };

  const lateMonths = db
    .prepare<[number], string>('select distinct charge_month from cdr_change where recorded_at > ?')
    .pluck();
  const rewind = (now: Instant) => {
    db.transaction(() => {
      invoiceBook.rewind(now);
      // Records that come on the forming evening are dated with the next day: a day's grace keeps them.
      for (const month of lateMonths.all(now + DAY_MS)) markDirty.run(month);
      db.prepare('delete from cdr_change where recorded_at > ?').run(now + DAY_MS);
      db.prepare('delete from charge where month > ?').run(monthOf(now));
      db.prepare('delete from booked_month where month > ?').run(monthOf(now));
      db.prepare('delete from month_usage where month > ?').run(monthOf(now));
    })();
  };

  const bringUp = async (): Promise<void> => {
    const now = options.now();
    const touchesBefore = touches;
    if (now < doneAt) rewind(now);
    for (const month of monthsBetween(epoch, monthOf(now))) {
      if (stopped) return;
      await bookMonth(month, now);
    }
    await publishCompany(now);
    if (stopped) return;
    db.transaction(() => {
      invoiceBook.publish(now);
      setDone(now, touches === touchesBefore ? nextEvent(now) : 0);
    })();
  };

  const nextEvent = (now: Instant): Instant => {
    const midnight = startOfDay(addDays(dayOf(now), 1));
    const forming = [-1, 0].map((shift) => formingInstant(seed, addMonths(monthOf(now), shift)));
    const payment = payments.nextAfter(now);
    const coming = [midnight, ...forming, ...(payment === null ? [] : [payment])];
    return Math.min(...coming.filter((at) => at > now));
  };

  const behind = (now: Instant) => now >= nextAt || now < doneAt;

  return {
    behind,
    ensure: async () => {
      while (!stopped && (running !== null || behind(options.now()))) {
        running ??= bringUp().finally(() => {
          running = null;
        });
        await running;
      }
    },
    touch: (months) => {
      touches++;
      for (const month of months) markDirty.run(month);
      setDone(doneAt, 0);
    },
    begin: async () => {
      if (doneAt === 0) await publishCompany(options.now());
    },
    stop: async () => {
      stopped = true;
      await running?.catch(() => undefined);
    },
  };
}

/** First month that a demo account keeps. */
export function epochAt(now: Instant, opened: YearMonth, months: number): YearMonth {
  const first = addMonths(monthOf(now), -months);
  return first < opened ? opened : first;
}

/** True when the history begins too late for this time, or so early that it would have to be worked through. */
export function epochUnfit(epoch: YearMonth, now: Instant, opened: YearMonth, months: number): boolean {
  return epoch > epochAt(now, opened, months - 1) || addMonths(epoch, months * 3) < monthOf(now);
}
