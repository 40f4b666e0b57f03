import { randomBytes } from 'node:crypto';
import {
  dayOf,
  endOfMonth,
  type Instant,
  startOfMonth,
  type YearMonth,
} from '../../../src-shared/domain/period';
import type { FeedName } from '../../../src-shared/operator-api/feeds';
import { accountSummary } from '../billing/account-summary';
import { type Books, bookedUntil, createBooks, epochAt, epochUnfit } from '../billing/books';
import { createChargeBook } from '../billing/charge-book';
import { createInvoiceBook, type InvoiceBook } from '../billing/invoice-book';
import { createPaymentPlan, PAYMENTS_HELD, type PaymentPlan } from '../billing/payment-plan';
import { createUsage } from '../billing/usage';
import { createDayBook, type DayBook } from '../calls/day-book';
import { createCallModel } from '../calls/day-calls';
import { dayNumberOf } from '../calls/days';
import { offerOf, offers } from '../catalogue/offers';
import { plans } from '../catalogue/plans';
import { type AccountDesk, createAccountDesk } from '../commands/account/account-desk';
import { fillRequests } from '../commands/account/demo-requests';
import { createSipPasswords } from '../commands/subscriber/sip-passwords';
import { createSubscriberCommands } from '../commands/subscriber/subscriber-commands';
import { createSubscriberDesk } from '../commands/subscriber/subscriber-desk';
import type { CommandHandlers } from '../commands/types';
import { HISTORY_MONTHS } from '../config';
import type { DocumentMaker } from '../documents/model';
import { type CdrFeed, createCdrFeed } from '../feeds/cdr-feed';
import { planItem } from '../feeds/company-items';
import { createChargeFeed, createKeptFeed, keptFeeds, type RawFeed } from '../feeds/item-feeds';
import { createPublisher, type Publisher } from '../feeds/publisher';
import { openCompany } from '../ledger/company';
import type { FileStore } from '../ledger/file-store';
import type { Ledger } from '../ledger/ledger';
import { largestPackage, toLine } from '../ledger/subscriber-facts';
import { undoLater } from '../ledger/undo-later';
import type { PostOffice } from '../post/post-office';
import { sharedPace } from '../slices';
import { accountId, renewAccountId } from './account-id';
import { ACCOUNT_NUMBER, OPENED_ON } from './company';
import { fillCompany } from './fill-company';
import { guideCalls } from './guide-days';
import { type DemoSize, sizeFacts } from './sizes';

/** The demo company at work: its calls, its books and its feeds. A change of size makes another one. */
export type World = {
  readonly size: DemoSize;
  /** Marks cursors; changes with every new set of demo data. */
  readonly generation: string;
  readonly dayBook: DayBook;
  readonly books: Books;
  readonly invoiceBook: InvoiceBook;
  readonly payments: PaymentPlan;
  readonly account: AccountDesk;
  /** True while the books or requests do not say yet what they should at this time. */
  behind(): boolean;
  /** Brings both up to date. */
  ensure(): Promise<void>;
  feed(name: FeedName): RawFeed;
  readonly calls: Pick<CdrFeed, 'months' | 'monthPages'>;
  readonly commands: CommandHandlers;
  /** @throws Refusal «not-found» */
  sipPassword(subscriberId: number, now: Instant): string;
  accountPage(now: Instant): ReturnType<typeof accountSummary>;
  stop(): Promise<void>;
};

const OPENED_MONTH = OPENED_ON.slice(0, 7);
/** Grows when the same seed no longer makes the same calls: ledgers of older data are filled anew. */
const DATA_VERSION = '1';
const META = {
  seed: 'seed',
  size: 'size',
  epoch: 'epoch',
  generation: 'generation',
  filled: 'filled',
} as const;

export type WorldOptions = {
  seed: number;
  size: DemoSize;
  now(): Instant;
  duplicates(): boolean;
  post: PostOffice;
  files: FileStore;
  documents: DocumentMaker;
  onError(error: unknown): void;
};

/** True when the ledger's demo data is not of this seed and size, or does not reach around this time. */
export function needsNewData(
  ledger: Ledger,
  { seed, size, now }: Pick<WorldOptions, 'seed' | 'size' | 'now'>,
): boolean {
  return (
    ledger.get(META.filled) !== DATA_VERSION ||
    ledger.get(META.seed) !== String(seed) ||
    ledger.get(META.size) !== size ||
    epochUnfit(ledger.get(META.epoch) ?? '', now(), OPENED_MONTH, HISTORY_MONTHS)
  );
}

/** Writes new demo data into the ledger. Whoever had the old one has to load everything again. */
export async function makeData(
  ledger: Ledger,
  options: Pick<WorldOptions, 'seed' | 'size' | 'now'>,
): Promise<void> {
  const { seed, size, now } = options;
  const epoch = epochAt(now(), OPENED_MONTH, HISTORY_MONTHS);
  ledger.db.transaction(() => {
    ledger.set(META.filled, null);
    ledger.clearCompany();
    for (const key of ['books-done-at', 'books-next-at', 'opening-debt', PAYMENTS_HELD])
      ledger.set(key, null);
    ledger.set(META.seed, String(seed));
    ledger.set(META.size, size);
    ledger.set(META.epoch, epoch);
    if (ledger.get(META.generation) !== undefined) renewAccountId(ledger);
    ledger.set(META.generation, newGeneration());
  })();
  await fillCompany(ledger, { seed, size, epoch }, sharedPace);
  const publisher = createPublisher(ledger);
  const payments = createPaymentPlan({ ledger, publisher, seed, accountNumber: ACCOUNT_NUMBER });
  const invoices = createInvoiceBook({ ledger, publisher, payments, seed, accountNumber: ACCOUNT_NUMBER });
  ledger.db.transaction(() => {
    // A kept history begins in the middle of the account's life: with the invoice before it still to be paid.
    invoices.open(epoch, epoch === OPENED_MONTH ? 0 : sizeFacts[size].subscribers * 60_000 + 4_253_700);
    fillRequests(ledger, { seed, epoch, now: now() });
    ledger.set(META.filled, DATA_VERSION);
  })();
}

const newGeneration = (): string => randomBytes(4).toString('hex');

function publishCatalogue(publisher: Publisher): void {
  for (const plan of plans) publisher.publish('tariff-plans', plan.id, planItem(plan));
  for (const offer of offers) publisher.publish('service-offers', offer.id, offer);
}

/** Puts the parts together over a filled ledger. */
export async function openWorld(ledger: Ledger, options: WorldOptions): Promise<World> {
  const { seed, size, now, duplicates } = options;
  const { db } = ledger;
  const epoch = ledger.get(META.epoch) ?? '';
  db.transaction(() => {
    if (undoLater(ledger, now())) ledger.set(META.generation, newGeneration());
    if (dayOf(bookedUntil(ledger)) > dayOf(now())) renewAccountId(ledger);
  })();
  const generation = ledger.get(META.generation) ?? '';
  const company = openCompany(db);
  const { subscribers } = company;
  const pace = sharedPace;
  const model = createCallModel({
    seed,
    lines: subscribers.map(toLine),
    perWorkday: sizeFacts[size].perWorkday,
    firstDay: dayNumberOf(OPENED_ON),
    told: guideCalls,
  });
  const packageOf = (month: YearMonth): number => {
    const held = subscribers[0] && largestPackage(subscribers[0], startOfMonth(month), endOfMonth(month));
    return held ? (offerOf(held.code).packageS ?? 0) : 0;
  };
  const dayBook = createDayBook({ model, db, pace, packageOf });
  const usage = createUsage({ db, dayBook, pace });
  const publisher = createPublisher(ledger);
  db.transaction(publishCatalogue)(publisher);
  const chargeBook = createChargeBook({ ledger, seed, usage, lineIndex: company.indexOf });
  const payments = createPaymentPlan({ ledger, publisher, seed, accountNumber: ACCOUNT_NUMBER });
  const invoiceBook = createInvoiceBook({ ledger, publisher, payments, seed, accountNumber: ACCOUNT_NUMBER });
  const books = createBooks({
    ledger,
    seed,
    epoch,
    subscribers,
    dayBook,
    usage,
    chargeBook,
    invoiceBook,
    payments,
    publisher,
    now,
    pace,
  });
  await books.begin();
  const account = createAccountDesk({
    ...options,
    ledger,
    publisher,
    books,
    chargeBook,
    invoiceBook,
    payments,
    dayBook,
    subscribers: () => subscribers,
    pace,
  });
  account.begin();

  const feeds = new Map<FeedName, RawFeed>(keptFeeds.map((name) => [name, createKeptFeed(ledger, name)]));
  feeds.set('charges', createChargeFeed({ ledger, chargeBook, subscriber: company.find, pace }));
  const calls = createCdrFeed({ ledger, dayBook, pace, duplicates });
  feeds.set('cdrs', calls);

  let stopped = false;
  const subscriberDesk = createSubscriberDesk({
    company,
    books,
    publisher,
    redraw: (subscriber) => model.replaceLine(company.indexOf(subscriber.id), toLine(subscriber)),
    stopped: () => stopped,
  });
  const sipPasswords = createSipPasswords(db, subscriberDesk);

  return {
    size,
    generation,
    dayBook,
    books,
    invoiceBook,
    payments,
    account,
    behind: account.behind,
    ensure: account.ensure,
    feed: (name) => {
      const feed = feeds.get(name);
      if (!feed) throw new Error(`no feed ${name}`);
      return feed;
    },
    calls,
    commands: { ...account.commands, ...createSubscriberCommands(db, subscriberDesk, sipPasswords) },
    sipPassword: sipPasswords.reveal,
    accountPage: (at) =>
      accountSummary({
        chargeBook,
        invoiceBook,
        id: accountId(ledger),
        status: account.status(at),
        delivery: account.delivery(),
        epoch,
        now: at,
      }),
    stop: async () => {
      stopped = true;
      await Promise.all([account.stop(), books.stop()]);
    },
  };
}
