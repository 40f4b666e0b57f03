import type { Account, invoiceFormats } from '../../../src-shared/domain/account';
import type { ChargeLine } from '../../../src-shared/domain/billing';
import type { Cdr } from '../../../src-shared/domain/cdr';
import type { CalendarDay, Instant, YearMonth } from '../../../src-shared/domain/period';
import type { Order } from '../../../src-shared/domain/requests';
import type { WorkClass } from '../../../src-shared/domain/work-calendar';
import type { NewFile } from '../ledger/file-store';

/** Documents that the operator sends or hands out. All figures come from the books; writers only print them. */

export type InvoiceFormat = (typeof invoiceFormats)[number];

export type Requisites = Pick<
  Account,
  'number' | 'organisation' | 'unp' | 'okpo' | 'iban' | 'bankName' | 'bic' | 'legalAddress' | 'contract'
>;

/** A regular invoice (guide §2.3). */
export type InvoiceHead = {
  kind: 'invoice';
  requisites: Requisites;
  month: YearMonth;
  number: string;
  issuedAt: Instant;
  dueOn: CalendarDay;
  openingDebt: number;
  payments: number;
  net: number;
  vat: number;
  gross: number;
  amountDue: number;
  formats: readonly InvoiceFormat[];
  /** Charged calls of the month that did not fit into «Excel с разбивкой»; 0 when all of them are in it. */
  callsLeftOut: number;
};

/** «Начисления за текущий период»: a preliminary invoice (guide §2.3.5). */
export type ChargesHead = {
  kind: 'charges';
  requisites: Requisites;
  month: YearMonth;
  /** Traffic is known up to this instant. */
  asOf: Instant;
  madeAt: Instant;
  /** Null: the whole account. */
  numbers: readonly string[] | null;
};

/** «Детализация на E-mail» (guide §2.3.4). */
export type CallsHead = {
  kind: 'calls';
  requisites: Requisites;
  fromDay: CalendarDay;
  toDay: CalendarDay;
  direction: NonNullable<Order['direction']>;
  madeAt: Instant;
};

export type DocumentHead = InvoiceHead | ChargesHead | CallsHead;

export type ChargedSubscriber = {
  number: string;
  name: string;
  planTitle: string;
  lines: readonly ChargeLine[];
};

export type Usage = { count: number; durationS: number; gross: number };

/** Charged traffic of one service of a subscriber by working time (guide §2.3.3). */
export type SplitRow = { number: string; name: string; title: string } & Record<WorkClass, Usage>;

/** What a document is filled with; it comes in pieces, because some of it is long. */
export type Content = {
  /** Of everyone that a call belongs to. */
  subscribers: { id: number; number: string; name: string }[];
  charges: ChargedSubscriber[];
  split: SplitRow[];
  calls: Cdr[];
};

/** A piece of the content as JSON. */
export type Piece = string;
export type PieceSource = AsyncIterable<Piece>;

export type DocumentMaker = {
  /**
   * Makes the files of a document. One at a time.
   * @param signal gives up.
   * @throws when it cannot be made, or was given up.
   */
  make(head: DocumentHead, pieces: PieceSource, signal: AbortSignal): Promise<NewFile[]>;
};

export type Fonts = { regular: Uint8Array<ArrayBuffer>; bold: Uint8Array<ArrayBuffer> };

export const emptyContent = (): Content => ({ subscribers: [], charges: [], split: [], calls: [] });

/** Adds a piece to what has come before. */
export function addPiece(content: Content, piece: Piece): void {
  const part = JSON.parse(piece) as Partial<Content>;
  for (const item of part.subscribers ?? []) content.subscribers.push(item);
  for (const item of part.charges ?? []) content.charges.push(item);
  for (const item of part.split ?? []) content.split.push(item);
  for (const item of part.calls ?? []) content.calls.push(item);
}
