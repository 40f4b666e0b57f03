import type { Account } from '../../../src-shared/domain/account';
import type { Invoice, Payment } from '../../../src-shared/domain/billing';
import type { YearMonth } from '../../../src-shared/domain/period';
import { type ReadableCache, row, rows } from '../cache';

/** @returns null before the first sync */
export function readAccount(cache: ReadableCache): Account | null {
  const found = row<{ body: string }>(cache, 'SELECT body FROM account');
  return found ? (JSON.parse(found.body) as Account) : null;
}

type InvoiceRow = Omit<Invoice, 'act'> & { actNumber: string | null; actSignedOn: string | null };

/** Newest first. */
export function listInvoices(cache: ReadableCache): Invoice[] {
  const found = rows<InvoiceRow>(
    cache,
    `SELECT id, number, month, issued_at AS issuedAt, due_on AS dueOn, opening_debt AS openingDebt, payments, net, vat,
     gross, amount_due AS amountDue, status, act_number AS actNumber, act_signed_on AS actSignedOn,
     vat_invoice AS vatInvoice FROM invoices ORDER BY month DESC, id DESC`,
  );
  return found.map(({ actNumber, actSignedOn, ...invoice }) => ({
    ...invoice,
    act: actNumber !== null && actSignedOn !== null ? { number: actNumber, signedOn: actSignedOn } : null,
  }));
}

/** The invoice of a month; of several the newest. */
export const findInvoice = (cache: ReadableCache, month: YearMonth): Invoice | null =>
  listInvoices(cache).find((invoice) => invoice.month === month) ?? null;

/** Newest first. */
export function listPayments(cache: ReadableCache): Payment[] {
  return rows<Payment>(
    cache,
    `SELECT id, received_at AS receivedAt, amount, document, purpose FROM payments
     ORDER BY received_at DESC, id DESC`,
  );
}
