import {
  addMonths,
  type CalendarDay,
  dayOf,
  endOfMonth,
  type Instant,
  type YearMonth,
} from '../../../src-shared/domain/period';
import type { Order } from '../../../src-shared/domain/requests';
import type { ChargeBook } from '../billing/charge-book';
import type { InvoiceBook, InvoiceRow } from '../billing/invoice-book';
import { usageTraits } from '../calls/codes';
import { dayNumberOf, firstDayOfMonth } from '../calls/days';
import { planOf } from '../catalogue/plans';
import { usageTitles } from '../config';
import { CONTRACT, OPENED_ON } from '../demo/company';
import { planCodeOn, type SubscriberFacts } from '../ledger/subscriber-facts';
import type { Pace } from '../slices';
import type { CallChoice, CallSource, SplitSums } from './call-source';
import type {
  ChargedSubscriber,
  DocumentHead,
  InvoiceFormat,
  PieceSource,
  Requisites,
  SplitRow,
} from './model';

export type DocumentPlan = { head: DocumentHead; pieces: PieceSource };

export type CallsRequest = {
  fromDay: CalendarDay;
  toDay: CalendarDay;
  direction: NonNullable<Order['direction']>;
  numbers: readonly string[];
};

/** Takes out of the books what documents are made of. Nothing is calculated anew: all of it is the ledger's. */
export type DocumentSource = {
  /** @returns null when the month has no invoice. */
  invoice(month: YearMonth, formats: readonly InvoiceFormat[]): Promise<DocumentPlan | null>;
  charges(month: YearMonth, numbers: readonly string[] | null, now: Instant): DocumentPlan;
  calls(request: CallsRequest, now: Instant): DocumentPlan;
  /** True when a request is for more calls than a document takes. */
  tooManyCalls(request: CallsRequest, now: Instant): Promise<boolean>;
};

/** Calls in one document: a workbook of about fifteen megabytes, which mailboxes still take. */
export const CALLS_MAX = 250_000;
const PER_PIECE = 20;
const SPLIT_PER_PIECE = 200;

export function createDocumentSource(options: {
  chargeBook: ChargeBook;
  invoiceBook: InvoiceBook;
  calls: CallSource;
  subscribers(): readonly SubscriberFacts[];
  pace: Pace;
}): DocumentSource {
  const { chargeBook, invoiceBook, calls, pace } = options;
  const requisites: Requisites = CONTRACT;

  async function* chargePieces(subscribers: readonly SubscriberFacts[], month: YearMonth, at: Instant) {
    for (let first = 0; first < subscribers.length; first += PER_PIECE) {
      const charges: ChargedSubscriber[] = [];
      for (const subscriber of subscribers.slice(first, first + PER_PIECE)) {
        const { lines } = chargeBook.make(subscriber, month, at);
        if (lines.length > 0)
          charges.push({ ...nameOf(subscriber), planTitle: planTitleOf(subscriber, month, at), lines });
        if (pace.due()) await pace.rest();
      }
      yield JSON.stringify({ charges });
    }
  }

  const directoryPiece = (): string =>
    JSON.stringify({
      subscribers: options.subscribers().map(({ id, number, name }) => ({ id, number, name })),
    });

  async function* invoicePieces(row: InvoiceRow, split: readonly SplitSums[], listed: CallChoice | null) {
    yield* chargePieces(options.subscribers(), row.month, row.issued_at);
    const byId = new Map(options.subscribers().map((subscriber) => [subscriber.id, subscriber]));
    for (let first = 0; first < split.length; first += SPLIT_PER_PIECE) {
      const rows = split.slice(first, first + SPLIT_PER_PIECE).map((sums) => splitRow(byId, sums));
      yield JSON.stringify({ split: rows });
      if (pace.due()) await pace.rest();
    }
    if (!listed) return;
    yield directoryPiece();
    yield* calls.pieces(listed);
  }

  const choiceOf = ({ fromDay, toDay, direction, numbers }: CallsRequest, now: Instant): CallChoice => {
    const wanted = new Set(numbers);
    const chosen = options.subscribers().filter(({ number }) => wanted.has(number));
    return {
      from: Math.max(dayNumberOf(fromDay), dayNumberOf(OPENED_ON)),
      until: dayNumberOf(toDay) + 1,
      direction,
      subscriberIds: new Set(chosen.map(({ id }) => id)),
      chargedOnly: false,
      known: { by: now },
    };
  };

  async function* callPieces(choice: CallChoice) {
    yield directoryPiece();
    yield* calls.pieces(choice);
  }

  return {
    invoice: async (month, formats) => {
      const row = invoiceBook.find(month);
      if (!row) return null;
      const choice: CallChoice = {
        from: Math.max(firstDayOfMonth(month), dayNumberOf(OPENED_ON)),
        until: firstDayOfMonth(addMonths(month, 1)),
        direction: 'out',
        subscriberIds: null,
        chargedOnly: true,
        known: { chargedIn: month },
      };
      const split = formats.includes('xlsx-split') ? await calls.split(choice) : [];
      const count = split.reduce(
        (sum, { working, 'off-hours': offHours, holiday }) =>
          sum + working.count + offHours.count + holiday.count,
        0,
      );
      const listed = count > 0 && count <= CALLS_MAX;
      return {
        head: {
          kind: 'invoice',
          requisites,
          month,
          number: row.number,
          issuedAt: row.issued_at,
          dueOn: row.due_on,
          openingDebt: row.opening_debt,
          payments: row.payments,
          net: row.net,
          vat: row.vat,
          gross: row.gross,
          amountDue: row.amount_due,
          formats,
          callsLeftOut: count > CALLS_MAX ? count : 0,
        },
        pieces: invoicePieces(row, split, listed ? choice : null),
      };
    },

    charges: (month, numbers, now) => {
      const wanted = numbers === null ? null : new Set(numbers);
      const chosen = options.subscribers().filter(({ number }) => wanted === null || wanted.has(number));
      const [first] = chosen;
      const asOf = first ? chargeBook.make(first, month, now).asOf : now;
      return {
        head: { kind: 'charges', requisites, month, asOf, madeAt: now, numbers },
        pieces: chargePieces(chosen, month, now),
      };
    },

    calls: (request, now) => {
      const { fromDay, toDay, direction } = request;
      return {
        head: { kind: 'calls', requisites, fromDay, toDay, direction, madeAt: now },
        pieces: callPieces(choiceOf(request, now)),
      };
    },

    tooManyCalls: (request, now) => calls.exceeds(choiceOf(request, now), CALLS_MAX),
  };
}

function splitRow(
  byId: ReadonlyMap<number, SubscriberFacts>,
  { subscriberId, usageKey, ...sums }: SplitSums,
): SplitRow {
  const { service, zone } = usageTraits(usageKey);
  return { ...nameOf(byId.get(subscriberId)), title: usageTitles[service][zone], ...sums };
}

const nameOf = (subscriber: SubscriberFacts | undefined): { number: string; name: string } => ({
  number: subscriber?.number ?? '',
  name: subscriber?.name ?? '',
});

/** The plan at the month's end, or now while it goes on. */
const planTitleOf = (subscriber: SubscriberFacts, month: YearMonth, at: Instant): string =>
  planOf(planCodeOn(subscriber, dayOf(Math.min(at, endOfMonth(month) - 1)))).title;
