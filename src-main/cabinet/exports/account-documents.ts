import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import type { Invoice, Payment } from '../../../src-shared/domain/billing';
import { sumMoney } from '../../../src-shared/domain/money';
import { inKopecks } from '../../../src-shared/domain/month-statement';
import { dayOf, formatDay, type Instant } from '../../../src-shared/domain/period';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { listInvoices, listPayments } from '../../store/read/account';
import { listDocument } from './list-document';
import type { MadeDocument } from './make-document';
import type { ColumnSpec } from './table-spec';

export const invoiceStatusWords: Record<Invoice['status'], string> = {
  unpaid: 'Не оплачен',
  partly: 'Оплачен частично',
  paid: 'Оплачен',
};

const invoiceColumns: readonly ColumnSpec<Invoice>[] = [
  { key: 'month', title: 'Период', type: 'month', width: 15, value: (one) => one.month },
  { key: 'number', title: 'Номер счета', type: 'text', width: 17, value: (one) => one.number },
  { key: 'issuedAt', title: 'Дата счета', type: 'day', width: 11, value: (one) => dayOf(one.issuedAt) },
  { key: 'gross', title: 'Начислено с НДС', type: 'sum', width: 13, value: (one) => one.gross },
  { key: 'amountDue', title: 'Сумма счета к оплате', type: 'sum', width: 13, value: (one) => one.amountDue },
  { key: 'dueOn', title: 'Оплатить до', type: 'day', width: 11, value: (one) => one.dueOn },
  {
    key: 'status',
    title: 'Состояние',
    type: 'text',
    width: 17,
    value: (one) => invoiceStatusWords[one.status],
  },
  { key: 'openingDebt', title: 'Долг на начало', type: 'sum', width: 12, value: (one) => one.openingDebt },
  { key: 'payments', title: 'Оплачено за период', type: 'sum', width: 12, value: (one) => one.payments },
  { key: 'net', title: 'Без НДС', type: 'sum', width: 12, value: (one) => one.net },
  { key: 'vat', title: 'Сумма НДС', type: 'sum', width: 12, value: (one) => one.vat },
];

/** «Счета»: every invoice the cache has (guide §2.3). */
export function invoiceListDocument(
  cache: ReadableCache,
  request: Extract<DocumentRequest, { kind: 'invoices' }>,
  madeAt: Instant,
): MadeDocument {
  const invoices = listInvoices(cache).map(inKopecks);
  const sum = (value: (invoice: Invoice) => number) => sumMoney(invoices.map(value));
  return listDocument(cache, request, {
    title: 'Счета',
    sheetTitle: 'Счета',
    fileName: 'Счета',
    columns: invoiceColumns,
    items: invoices,
    totals: {
      payments: sum((one) => one.payments),
      net: sum((one) => one.net),
      vat: sum((one) => one.vat),
      gross: sum((one) => one.gross),
    },
    dataAsOf: readFeedState(cache, 'invoices').dataAsOf,
    madeAt,
  });
}

const paymentColumns: readonly ColumnSpec<Payment>[] = [
  { key: 'receivedAt', title: 'Дата платежа', type: 'instant', width: 18, value: (one) => one.receivedAt },
  { key: 'document', title: 'Документ', type: 'text', width: 26, value: (one) => one.document },
  { key: 'purpose', title: 'Назначение платежа', type: 'text', width: 60, value: (one) => one.purpose },
  { key: 'amount', title: 'Сумма, руб.', type: 'sum', width: 13, value: (one) => one.amount },
];

/** «Информация по платежам»: payments of the period on the screen (guide §2.2.1). */
export function paymentDocument(
  cache: ReadableCache,
  request: Extract<DocumentRequest, { kind: 'payments' }>,
  madeAt: Instant,
): MadeDocument {
  const { fromDay, toDay } = request;
  const payments = listPayments(cache).filter(({ receivedAt }) => {
    const day = dayOf(receivedAt);
    return (!fromDay || day >= fromDay) && (!toDay || day <= toDay);
  });
  const period = [fromDay && `с ${formatDay(fromDay)}`, toDay && `по ${formatDay(toDay)}`];
  return listDocument(cache, request, {
    title: 'Информация по платежам',
    sheetTitle: 'Платежи',
    fileName: 'Платежи',
    about: [{ label: 'Период', value: period.filter(Boolean).join(' ') }],
    columns: paymentColumns,
    items: payments,
    totals: { amount: sumMoney(payments.map((one) => one.amount)) },
    totalsLabel: 'Итого платежей',
    dataAsOf: readFeedState(cache, 'payments').dataAsOf,
    madeAt,
  });
}
