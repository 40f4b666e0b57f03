import type { Delivery } from '../../../../src-shared/domain/account';
import { dayOf, formatDay, formatInstant, type Instant, monthOf } from '../../../../src-shared/domain/period';
import { monthWords } from '../../../../src-shared/domain/words';
import type { InvoiceRow } from '../../billing/invoice-book';
import type { DocumentPlan, DocumentSource } from '../../documents/document-source';
import type { DocumentMaker, InvoiceFormat } from '../../documents/model';
import type { FileStore } from '../../ledger/file-store';
import type { Ledger } from '../../ledger/ledger';
import { documentLetter } from '../../post/document-letters';
import type { PostOffice } from '../../post/post-office';
import type { Pace } from '../../slices';
import { addressesOf, type DeliverySettings } from './delivery';
import type { InvoiceLetters } from './invoice-letters';
import type { OrderRow, Orders } from './orders';

/**
 * Makes and sends what is due: ordered documents and regular invoices, one after the other, in the background.
 * A letter and the mark that it went out are written together, so it goes out once.
 */
export type Deliveries = {
  /** Begins with whatever is due by now. */
  kick(): void;
  /** Waits until nothing is due. */
  settle(): Promise<void>;
  stop(): Promise<void>;
};

const FAILED = 'Не удалось сформировать документ. Закажите его еще раз';

export function createDeliveries(options: {
  ledger: Ledger;
  orders: Orders;
  letters: InvoiceLetters;
  settings: DeliverySettings;
  source: DocumentSource;
  maker: DocumentMaker;
  files: FileStore;
  post: PostOffice;
  contactEmail: string;
  /** Brings the books up to date: documents are made of what stands there. */
  booked(): Promise<void>;
  now(): Instant;
  pace: Pace;
  onError(error: unknown): void;
}): Deliveries {
  const { ledger, orders, letters, settings, source, maker, files, post, contactEmail } = options;
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  const make = async (plan: DocumentPlan): Promise<number[]> => {
    const made = await maker.make(plan.head, plan.pieces, stopping.signal);
    const ids: number[] = [];
    for (const file of made) ids.push(await files.add(file, options.pace));
    stopping.signal.throwIfAborted();
    return ids;
  };

  const send = (plan: DocumentPlan, at: Instant, emails: readonly string[], fileIds: readonly number[]) =>
    post.mail({ at, to: emails.join('; '), ...documentLetter(plan.head), attachments: fileIds });

  /** Null when there is nothing yet to make it of. */
  const planOf = async (order: OrderRow): Promise<DocumentPlan | null> => {
    const numbers = order.numbers === null ? null : (JSON.parse(order.numbers) as string[]);
    switch (order.kind) {
      case 'invoice-email':
        return source.invoice(order.month ?? '', repeatedFormats(settings.at(order.ready_at)));
      case 'invoice-file':
        return source.invoice(order.month ?? '', [order.format === 'xls' ? 'xlsx' : 'pdf']);
      case 'charges-email':
        return source.charges(monthOf(order.ordered_at), numbers, options.now());
      case 'cdr-email': {
        const { from_day: fromDay, to_day: toDay, direction } = order;
        if (fromDay === null || toDay === null || direction === null || numbers === null) {
          throw new Error(`order ${order.id} is not complete`);
        }
        if (toDay >= dayOf(order.ready_at)) return null;
        return source.calls({ fromDay, toDay, direction, numbers }, order.ready_at);
      }
    }
  };

  const deliver = async (order: OrderRow): Promise<void> => {
    const plan = await planOf(order);
    if (!plan) {
      // The clock was set back to a time before the invoice, or before the last day of the calls.
      const { to_day: toDay } = order;
      const what =
        toDay === null ? `счета за ${monthWords(order.month ?? '')}` : `записей по ${formatDay(toDay)}`;
      orders.fail(order.id, `На ${formatInstant(order.ready_at)} ${what} нет`);
      return;
    }
    const fileIds = await make(plan);
    ledger.db.transaction(() => {
      if (order.kind === 'invoice-file') {
        orders.finish(order.id, { emails: [], fileId: fileIds[0] ?? null });
        return;
      }
      const emails = addressesOf(settings.at(order.ready_at), contactEmail);
      send(plan, order.ready_at, emails, fileIds);
      orders.finish(order.id, { emails, fileId: null });
    })();
  };

  const sendInvoice = async (invoice: InvoiceRow): Promise<void> => {
    const delivery = settings.at(invoice.issued_at);
    const plan = delivery.method === 'email' ? await source.invoice(invoice.month, delivery.formats) : null;
    if (!plan) {
      letters.done(invoice.month, [], null);
      return;
    }
    const fileIds = await make(plan);
    ledger.db.transaction(() => {
      const postId = send(plan, invoice.issued_at, delivery.emails, fileIds);
      letters.done(invoice.month, delivery.emails, postId);
    })();
  };

  /** The next thing to do and what to write down when it fails; null when nothing is due. */
  const nextJob = (): { work(): Promise<void>; failed(): void } | null => {
    const order = orders.due(options.now());
    const invoice = letters.due();
    if (invoice && (!order || invoice.issued_at <= order.ready_at)) {
      return { work: () => sendInvoice(invoice), failed: () => letters.done(invoice.month, [], null) };
    }
    if (!order) return null;
    return { work: () => deliver(order), failed: () => orders.fail(order.id, FAILED) };
  };

  const workOff = async (): Promise<void> => {
    await options.booked();
    for (let job = nextJob(); job !== null && !stopping.signal.aborted; job = nextJob()) {
      try {
        await job.work();
      } catch (error) {
        if (stopping.signal.aborted) return;
        options.onError(error);
        job.failed();
      }
    }
  };

  const kick = () => {
    if (running || stopping.signal.aborted || nextJob() === null) return;
    running = workOff()
      .catch(options.onError)
      .finally(() => {
        running = null;
      });
  };

  return {
    kick,
    settle: async () => {
      for (kick(); running; kick()) await running;
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** A repeated invoice comes on paper and as a table whatever the regular one comes as (guide §2.3.1). */
function repeatedFormats({ formats }: Delivery): InvoiceFormat[] {
  return formats.includes('xlsx-split') ? ['pdf', 'xlsx', 'xlsx-split'] : ['pdf', 'xlsx'];
}
