import type { CdrRow } from '../../../../src-shared/bridge/cabinet';
import type { Invoice, Payment } from '../../../../src-shared/domain/billing';
import type { YearMonth } from '../../../../src-shared/domain/period';
import { plainPhone } from '../../../../src-shared/domain/phone';
import type { ParquetColumn } from '../../../documents/parquet/write-parquet';
import type { ArchivedCharge } from '../../../store/read/archive';
import { invoiceStatusWords } from '../account-documents';
import { directionWords, serviceWords, statusWords, zoneWords } from '../cdr-words';

/**
 * Tables of the archive. Names of columns are for queries, so they are English; words in the cells are those of the
 * other documents. A month is `year` and `month` in every table, as the folders of calls are named.
 */
type Columns<Item> = readonly ParquetColumn<Item>[];

const yearOf = (month: YearMonth): number => Number(month.slice(0, 4));
const monthNumberOf = (month: YearMonth): number => Number(month.slice(5, 7));

/** Archives of several accounts are queried together: each row says whose it is. */
const ofAccount = (account: string): ParquetColumn<unknown> => ({
  name: 'account',
  type: 'text',
  value: () => account,
});

export const cdrColumns = (account: string): Columns<CdrRow> => [
  { name: 'record_id', type: 'id', value: (row) => row.id },
  { name: 'revision', type: 'integer', value: (row) => row.revision },
  ofAccount(account),
  { name: 'subscriber', type: 'text', value: (row) => row.subscriberNumber },
  { name: 'subscriber_name', type: 'text', value: (row) => row.subscriberName },
  { name: 'started_at', type: 'instant', value: (row) => row.startedAt },
  { name: 'direction', type: 'text', value: (row) => directionWords[row.direction] },
  { name: 'type', type: 'text', value: (row) => serviceWords[row.service] },
  { name: 'zone', type: 'text', value: (row) => zoneWords[row.zone] },
  { name: 'result', type: 'text', value: (row) => statusWords[row.status] },
  { name: 'party', type: 'text', value: (row) => plainPhone(row.party) },
  { name: 'duration_s', type: 'integer', value: (row) => row.durationS },
  // Parts of messages are no seconds: what is summed needs them apart.
  {
    name: 'billed_s',
    type: 'integer',
    nullable: true,
    value: (row) => (row.service === 'sms' ? null : row.billedUnits),
  },
  {
    name: 'sms_parts',
    type: 'integer',
    nullable: true,
    value: (row) => (row.service === 'sms' ? row.billedUnits : null),
  },
  { name: 'package_s', type: 'integer', value: (row) => row.packageS },
  { name: 'vat_rate', type: 'integer', value: (row) => row.vatRate },
  { name: 'net', type: 'money', value: (row) => row.net },
  { name: 'vat', type: 'money', value: (row) => row.vat },
  { name: 'gross', type: 'money', value: (row) => row.gross },
  // It came, or was rated anew, after the invoice of its month.
  { name: 'late', type: 'flag', value: (row) => row.late },
  { name: 'recorded_at', type: 'instant', nullable: true, value: (row) => row.recordedAt ?? null },
];

export const chargeColumns = (account: string): Columns<ArchivedCharge> => [
  ofAccount(account),
  { name: 'subscriber', type: 'text', value: (one) => one.subscriberNumber },
  { name: 'subscriber_name', type: 'text', value: (one) => one.subscriberName },
  { name: 'year', type: 'integer', value: (one) => yearOf(one.month) },
  { name: 'month', type: 'integer', value: (one) => monthNumberOf(one.month) },
  // The invoice of the month was formed.
  { name: 'closed', type: 'flag', value: (one) => one.closed },
  { name: 'as_of', type: 'instant', value: (one) => one.asOf },
  { name: 'line', type: 'integer', value: (one) => one.place },
  { name: 'kind', type: 'text', value: ({ line }) => line.kind },
  { name: 'code', type: 'text', value: ({ line }) => line.code },
  { name: 'title', type: 'text', value: ({ line }) => line.title },
  { name: 'days', type: 'integer', nullable: true, value: ({ line }) => line.days },
  { name: 'duration_s', type: 'integer', nullable: true, value: ({ line }) => line.durationS },
  { name: 'messages', type: 'integer', nullable: true, value: ({ line }) => line.count },
  { name: 'monthly_gross', type: 'money', nullable: true, value: ({ line }) => line.monthlyGross },
  { name: 'vat_rate', type: 'integer', value: ({ line }) => line.vatRate },
  { name: 'net', type: 'money', value: ({ line }) => line.net },
  { name: 'vat', type: 'money', value: ({ line }) => line.vat },
  { name: 'local_tax', type: 'money', value: ({ line }) => line.localTax },
  { name: 'gross', type: 'money', value: ({ line }) => line.gross },
];

export const paymentColumns = (account: string): Columns<Payment> => [
  ofAccount(account),
  { name: 'payment_id', type: 'id', value: (one) => one.id },
  { name: 'received_at', type: 'instant', value: (one) => one.receivedAt },
  { name: 'amount', type: 'money', value: (one) => one.amount },
  { name: 'document', type: 'text', value: (one) => one.document },
  { name: 'purpose', type: 'text', value: (one) => one.purpose },
];

export const invoiceColumns = (account: string): Columns<Invoice> => [
  ofAccount(account),
  { name: 'invoice_id', type: 'id', value: (one) => one.id },
  { name: 'number', type: 'text', value: (one) => one.number },
  { name: 'year', type: 'integer', value: (one) => yearOf(one.month) },
  { name: 'month', type: 'integer', value: (one) => monthNumberOf(one.month) },
  { name: 'issued_at', type: 'instant', value: (one) => one.issuedAt },
  { name: 'due_on', type: 'day', value: (one) => one.dueOn },
  { name: 'opening_debt', type: 'money', value: (one) => one.openingDebt },
  { name: 'payments', type: 'money', value: (one) => one.payments },
  { name: 'net', type: 'money', value: (one) => one.net },
  { name: 'vat', type: 'money', value: (one) => one.vat },
  { name: 'gross', type: 'money', value: (one) => one.gross },
  { name: 'amount_due', type: 'money', value: (one) => one.amountDue },
  { name: 'status', type: 'text', value: (one) => invoiceStatusWords[one.status] },
  { name: 'act_number', type: 'text', nullable: true, value: ({ act }) => act?.number ?? null },
  { name: 'act_signed_on', type: 'day', nullable: true, value: ({ act }) => act?.signedOn ?? null },
  { name: 'vat_invoice', type: 'text', nullable: true, value: (one) => one.vatInvoice },
];
