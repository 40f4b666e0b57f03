import type { Account } from '../../../src-shared/domain/account';
import { type ChargeTotals, chargeLineName } from '../../../src-shared/domain/billing';
import { formatIban } from '../../../src-shared/domain/iban';
import type { MonthStatement } from '../../../src-shared/domain/month-statement';
import { addDays, addMonths, dayOf, formatDay, type YearMonth } from '../../../src-shared/domain/period';
import type { DocumentColumn, DocumentTotals, Row } from '../../documents/model';
import type { PaperFact, PaperPart, PaperTable } from '../../documents/paper/model';
import type { ReadyMonth } from './month-facts';

/** What the documents of a month have in common; Russian whatever the language of the screens. */

type Facts = Extract<PaperPart, { kind: 'facts' }>;

/** A table whose rows belong to nothing but the table. */
export const plainTable = ({
  rows,
  ...table
}: Pick<PaperTable, 'title' | 'columns' | 'totals'> & {
  rows: readonly Row[];
  sheet?: string;
}): PaperTable => ({
  kind: 'table',
  keyColumns: [],
  groups: [{ key: [], rows, totals: null }],
  sheet: null,
  ...table,
});

/**
 * The columns of guide §3.5, with what stands between the sum and its VAT.
 * Their cells are `moneyCells`, in the same order.
 */
export const moneyColumns = (...between: DocumentColumn[]): readonly DocumentColumn[] => [
  { key: 'net', title: 'Сумма', type: 'charge', width: 11 },
  ...between,
  { key: 'vat', title: 'Сумма НДС', type: 'charge', width: 11 },
  { key: 'localTax', title: 'Налог на услуги', type: 'charge', width: 9 },
  { key: 'gross', title: 'Всего с учетом налогов', type: 'charge', width: 12 },
];

export const moneyCells = (
  { net, vat, localTax, gross }: ChargeTotals,
  ...between: (number | null)[]
): (number | null)[] => [net, ...between, vat, localTax, gross];

const serviceColumns: readonly DocumentColumn[] = [
  { key: 'title', title: 'Услуга', type: 'text', width: 44 },
  ...moneyColumns({ key: 'vatRate', title: 'Ставка НДС', type: 'percent', width: 7 }),
];

const totalsOf = (label: string, totals: ChargeTotals): DocumentTotals => ({
  label,
  values: [null, ...moneyCells(totals, null)],
});

export const MONTH_TOTAL = 'Итого начислений';

/** What was charged for every service of the account. */
export const servicesTable = ({ services, totals }: MonthStatement): PaperTable =>
  plainTable({
    title: 'Начисления по услугам',
    columns: serviceColumns,
    rows: services.map((one) => [chargeLineName({ ...one, days: null }), ...moneyCells(one, one.vatRate)]),
    totals: totalsOf(MONTH_TOTAL, totals),
  });

export const SUBSCRIBER_COLUMNS: readonly DocumentColumn[] = [
  { key: 'number', title: 'Номер телефона', type: 'phone', width: 14 },
  { key: 'name', title: 'Абонент', type: 'text', width: 30 },
];

/** Every line of every subscriber with their sums. */
export const subscribersTable = ({ subscribers, totals }: MonthStatement): PaperTable => ({
  kind: 'table',
  title: 'Начисления по абонентам',
  keyColumns: SUBSCRIBER_COLUMNS,
  columns: serviceColumns,
  groups: subscribers.map((one) => ({
    key: [one.number, one.name],
    rows: one.lines.map((line) => [chargeLineName(line), ...moneyCells(line, line.vatRate)]),
    totals: totalsOf('Итого начислений по абоненту', one.totals),
  })),
  totals: totalsOf(MONTH_TOTAL, totals),
  sheet: 'По абонентам',
});

type Requisites = Pick<Account, 'unp' | 'legalAddress' | 'iban' | 'bankName' | 'bic'>;

const requisites = (name: string, { unp, legalAddress, iban, bankName, bic }: Requisites): PaperFact[] =>
  [
    { label: 'Наименование', value: name },
    { label: 'УНП', value: unp },
    { label: 'Адрес', value: legalAddress },
    { label: 'Р/с', value: formatIban(iban) },
    { label: 'Банк', value: bankName },
    { label: 'БИК', value: bic },
  ].filter(({ value }) => value !== '');

/** Who renders the services and who pays for them, side by side. */
export const partiesPart = (account: Account): Facts => ({
  kind: 'facts',
  blocks: [
    {
      title: 'Исполнитель',
      facts: account.operator
        ? requisites(account.operator.name, account.operator)
        : [{ label: 'Реквизиты', value: 'оператором не сообщены' }],
    },
    { title: 'Заказчик', facts: requisites(account.organisation, account) },
  ],
});

export const contractWords = ({ contract }: Account): string =>
  `№ ${contract.number} от ${formatDay(contract.signedOn)}`;

/** Who signs for the operator. */
export const operatorPlace = ({ operator }: Account) => ({
  party: 'Исполнитель',
  post: operator?.signatory.post ?? '',
  name: operator?.signatory.name ?? '',
});

const lastDayOf = (month: YearMonth): string => addDays(`${addMonths(month, 1)}-01`, -1);

/** «с 01.04.2021 по 30.04.2021» */
export const periodWords = (month: YearMonth): string =>
  `с ${formatDay(`${month}-01`)} по ${formatDay(lastDayOf(month))}`;

export const invoiceWords = ({ invoice }: ReadyMonth): string =>
  `№ ${invoice.number} от ${formatDay(dayOf(invoice.issuedAt))}`;

/** An operator that numbers no acts has one act for an invoice, of the last day of its month. */
export const actWords = ({ invoice, month }: ReadyMonth): string => {
  const { number, signedOn } = invoice.act ?? { number: invoice.number, signedOn: lastDayOf(month) };
  return `№ ${number} от ${formatDay(signedOn)}`;
};
