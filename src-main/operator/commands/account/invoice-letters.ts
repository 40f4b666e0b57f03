import type { Instant, YearMonth } from '../../../../src-shared/domain/period';
import type { InvoiceBook, InvoiceRow } from '../../billing/invoice-book';
import type { Ledger } from '../../ledger/ledger';
import { DESK_META } from './desk-meta';

/** Which regular invoices have gone out by letter (guide §2.3.3). */
export type InvoiceLetters = {
  /** The first invoice that is formed and not dealt with. */
  due(): InvoiceRow | undefined;
  /** @param emails where it went; none for «Получает сам» */
  done(month: YearMonth, emails: readonly string[], postId: number | null): void;
  /** After the clock was set back: what is formed again goes out again. */
  rewind(now: Instant): void;
};

export function createInvoiceLetters({
  ledger,
  invoiceBook,
}: {
  ledger: Ledger;
  invoiceBook: InvoiceBook;
}): InvoiceLetters {
  const isDone = ledger.db.prepare<[string]>('select 1 from invoice_letter where month = ?').pluck();
  const add = ledger.db.prepare('insert or replace into invoice_letter values (?, ?, ?)');
  const months = ledger.db.prepare<[], YearMonth>('select month from invoice_letter').pluck();
  const drop = ledger.db.prepare('delete from invoice_letter where month = ?');
  const lettersFrom = () => Number(ledger.get(DESK_META.lettersFrom) ?? 0);
  return {
    due: () => invoiceBook.issuedAfter(lettersFrom()).find(({ month }) => isDone.get(month) === undefined),
    done: (month, emails, postId) => {
      add.run(month, JSON.stringify(emails), postId);
    },
    rewind: (now) => {
      for (const month of months.all()) if (invoiceBook.find(month) === undefined) drop.run(month);
      if (now < lettersFrom()) ledger.set(DESK_META.lettersFrom, String(now));
    },
  };
}
