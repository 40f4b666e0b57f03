import { dayOf, endOfMonth, type YearMonth } from '../domain/period';
import { type ExportFormat, formatsOf } from './export-formats';
import { type MonthDocument, monthDocuments, monthSummaries, type ReadyRequest } from './exports';

/** Tables of a month of the whole account; they need no invoice. */
export const monthTables = ['month-charges', 'month-cdrs', 'month-payments', ...monthSummaries] as const;
export type MonthTable = (typeof monthTables)[number];

/** Everything that can be made of a month, in the order in which it is offered. */
export const monthItems = [...monthDocuments, 'payment-order', ...monthTables] as const;
export type MonthItem = (typeof monthItems)[number];

/** Names of the files; Russian like the documents. */
export const monthItemTitles: Record<MonthItem, string> = {
  invoice: 'Счет',
  act: 'Акт',
  'vat-register': 'Ведомость НДС',
  split: 'Счет с разбивкой',
  'payment-order': 'Платежное поручение',
  'month-charges': 'Начисления',
  'month-cdrs': 'Детализация',
  'month-payments': 'Платежи',
  'summary-subscriber': 'Сводка по абонентам',
  'summary-zone': 'Сводка по направлениям',
  'summary-cost': 'Сводка по стоимости',
};

/** What is to be made for an item. A payment order is drafted first: it has no request of its own. */
export function monthRequest(item: MonthDocument | MonthTable, month: YearMonth): ReadyRequest {
  switch (item) {
    case 'month-cdrs':
      return { kind: 'cdr-months', months: [month], direction: 'both' };
    case 'month-payments':
      return { kind: 'payments', fromDay: `${month}-01`, toDay: dayOf(endOfMonth(month) - 1) };
    default:
      return { kind: item, month };
  }
}

/** What an item can be taken away as. */
export function monthFormats(item: MonthItem): readonly ExportFormat[] {
  if (item === 'month-cdrs') return formatsOf('cdr-months');
  return formatsOf(item === 'month-payments' ? 'payments' : item);
}
