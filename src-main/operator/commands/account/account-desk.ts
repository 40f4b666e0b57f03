import type { Account, Delivery } from '../../../../src-shared/domain/account';
import { formatSum } from '../../../../src-shared/domain/money';
import { addMonths, dayOf, formatDay, type Instant, monthOf } from '../../../../src-shared/domain/period';
import { ruleNames } from '../../../../src-shared/domain/rules';
import type { CommandKind } from '../../../../src-shared/operator-api/commands';
import { atMost } from '../../at-most';
import type { Books } from '../../billing/books';
import type { ChargeBook } from '../../billing/charge-book';
import type { InvoiceBook } from '../../billing/invoice-book';
import type { PaymentPlan } from '../../billing/payment-plan';
import { formingInstant } from '../../billing/terms';
import type { DayBook } from '../../calls/day-book';
import { CONTRACT } from '../../demo/company';
import { createCallSource } from '../../documents/call-source';
import { createDocumentSource } from '../../documents/document-source';
import type { DocumentMaker } from '../../documents/model';
import { createDueTimer } from '../../due-timer';
import type { Publisher } from '../../feeds/publisher';
import type { FileStore, StoredFile } from '../../ledger/file-store';
import type { Ledger } from '../../ledger/ledger';
import type { SubscriberFacts } from '../../ledger/subscriber-facts';
import type { PostOffice } from '../../post/post-office';
import { Refusal } from '../../problems';
import type { Pace } from '../../slices';
import type { AccountCommand, CommandHandlers } from '../types';
import { createAccountCommands } from './account-commands';
import { createAppeals } from './appeals';
import { createCallCentre } from './call-centre';
import { createDeliveries } from './deliveries';
import { createDeliverySettings } from './delivery';
import { DESK_META } from './desk-meta';
import type { PromiseState } from './guarantee-state';
import { createGuarantees } from './guarantees';
import { createInstallments } from './installments';
import { createInvoiceLetters } from './invoice-letters';
import { createOrders } from './orders';

/** The operator's side of the account section: requests, their answers, and what time does to them (guide §2.2–2.6). */
export type AccountDesk = {
  readonly commands: CommandHandlers<AccountCommand>;
  /**
   * Lets a command pass, once the books say what it depends on.
   * @throws Refusal «rule-violated» while the account is suspended, «unavailable» when the books take too long
   */
  admit(kind: CommandKind): Promise<void>;
  status(now: Instant): Account['status'];
  delivery(): Delivery;
  /** The file of an order. @throws Refusal «not-found» */
  document(orderId: number): StoredFile;
  /** True while the books or requests do not say yet what they should at this time. */
  behind(): boolean;
  /** Brings both up to date. */
  ensure(): Promise<void>;
  /** Waits until every document that is due is out. */
  settle(): Promise<void>;
  /** Begins to watch the time. */
  begin(): void;
  stop(): Promise<void>;
};

export type AccountDeskOptions = {
  ledger: Ledger;
  seed: number;
  publisher: Publisher;
  post: PostOffice;
  files: FileStore;
  documents: DocumentMaker;
  books: Books;
  chargeBook: ChargeBook;
  invoiceBook: InvoiceBook;
  payments: PaymentPlan;
  dayBook: DayBook;
  subscribers(): readonly SubscriberFacts[];
  now(): Instant;
  pace: Pace;
  onError(error: unknown): void;
};

/** How long a command waits for the books, and when it is worth another try. */
const BOOKS_WAIT_MS = 5_000;
const BOOKS_RETRY_MS = 3_000;
/** What a suspended account may still do: promise to pay. */
const OPEN_WHEN_SUSPENDED: readonly CommandKind[] = ['register-payment'];
/** What the books decide: debts and invoices. */
const BY_THE_BOOKS: readonly CommandKind[] = [
  'register-payment',
  'order-invoice-email',
  'order-invoice-file',
];

export function createAccountDesk(options: AccountDeskOptions): AccountDesk {
  const { ledger, seed, publisher, files, books, invoiceBook, payments, subscribers, now, pace } = options;
  const orders = createOrders({ ledger, publisher, files });
  const settings = createDeliverySettings(ledger);
  const letters = createInvoiceLetters({ ledger, invoiceBook });
  const guarantees = createGuarantees({
    ledger,
    publisher,
    invoiceBook,
    payments,
    contract: CONTRACT.contract,
  });
  const appeals = createAppeals({ ledger, publisher, seed, clientName: CONTRACT.organisation });
  const installments = createInstallments({ ledger, publisher });
  const callCentre = createCallCentre({ ledger, publisher, subscribers });
  const source = createDocumentSource({
    chargeBook: options.chargeBook,
    invoiceBook,
    calls: createCallSource({ ledger, dayBook: options.dayBook, pace }),
    subscribers,
    pace,
  });
  const deliveries = createDeliveries({
    ledger,
    orders,
    letters,
    settings,
    source,
    maker: options.documents,
    files,
    post: options.post,
    contactEmail: CONTRACT.contactEmail,
    booked: () => books.ensure(),
    now,
    pace,
    onError: options.onError,
  });
  let stopped = false;
  let doneAt = Number(ledger.get(DESK_META.doneAt) ?? 0);
  let nextAt = Number(ledger.get(DESK_META.nextAt) ?? 0);
  let latestAt = Number(ledger.get(DESK_META.latestAt) ?? 0);

  const timer = createDueTimer({
    // Nobody has asked for new demo data yet: it is not worked through on its own.
    nextAt: () => (doneAt === 0 ? null : nextAt),
    now,
    onDue: () => ensure(),
    onError: options.onError,
  });
  const comingAfter = (at: Instant): Instant => {
    const coming = [
      guarantees.nextAfter(at),
      appeals.nextAfter(at),
      installments.nextAfter(at),
      orders.nextAfter(at),
      ...[-1, 0].map((shift) => formingInstant(seed, addMonths(monthOf(at), shift))),
    ];
    return Math.min(...coming.filter((moment): moment is Instant => moment !== null && moment > at));
  };
  /** Looks anew for what comes next, after anything was done or asked for. */
  const changed = (at: Instant) => {
    latestAt = Math.max(latestAt, at);
    nextAt = comingAfter(doneAt);
    ledger.set(DESK_META.latestAt, String(latestAt));
    ledger.set(DESK_META.nextAt, String(nextAt));
    timer.arm();
  };

  const rewind = (at: Instant) => {
    orders.rewind(at);
    settings.rewind(at);
    letters.rewind(at);
    guarantees.rewind(at);
    payments.rewind(at);
    appeals.rewind(at);
    callCentre.rewind(at);
    latestAt = at;
  };

  const refresh = () => {
    if (stopped) return;
    const at = now();
    ledger.db.transaction(() => {
      if (at < latestAt) rewind(at);
      appeals.refresh(doneAt, at);
      installments.publish(at);
      guarantees.publish(at);
      doneAt = at;
      ledger.set(DESK_META.doneAt, String(at));
      changed(at);
    })();
    deliveries.kick();
  };

  const behind = () => books.behind(now()) || now() >= nextAt || now() < latestAt;
  const ensure = async () => {
    await books.ensure();
    refresh();
  };

  const booked = async (): Promise<void> => {
    if (behind()) await atMost(BOOKS_WAIT_MS, ensure());
    if (!behind()) return;
    throw new Refusal('unavailable', {
      detail: 'Данные лицевого счета обновляются',
      retryAt: now() + BOOKS_RETRY_MS,
    });
  };

  return {
    commands: createAccountCommands({
      orders,
      settings,
      guarantees,
      appeals,
      callCentre,
      source,
      invoiceBook,
      subscribers,
      contactEmail: CONTRACT.contactEmail,
      isStopped: () => stopped,
      changed,
    }),
    admit: async (kind) => {
      if (BY_THE_BOOKS.includes(kind) || !guarantees.none()) await booked();
      if (OPEN_WHEN_SUSPENDED.includes(kind)) return;
      const broken = guarantees.suspending(now());
      if (broken) throw suspended(broken);
    },
    status: (at) => (guarantees.suspending(at) ? 'suspended' : 'active'),
    delivery: settings.current,
    document: orders.file,
    behind,
    ensure,
    settle: deliveries.settle,
    begin: () => {
      // The clock was set back, or documents were being made when the program ended.
      if (doneAt > 0 && (now() < latestAt || (orders.due(now()) ?? letters.due()))) nextAt = now();
      timer.arm();
    },
    stop: async () => {
      stopped = true;
      timer.stop();
      await deliveries.stop();
    },
  };
}

function suspended({ facts, deadline }: PromiseState): Refusal {
  return new Refusal('rule-violated', {
    rule: ruleNames.accountSuspended,
    detail:
      `Оказание услуг по лицевому счету приостановлено с ${formatDay(dayOf(deadline))}: платеж ` +
      `${formatSum(facts.amount)} руб., обещанный до ${formatDay(facts.promisedOn)}, не поступил. ` +
      'Оплатите задолженность',
  });
}
