import { formatRublesKopecks, sumMoney } from '../../../src-shared/domain/money';
import type { MonthStatement } from '../../../src-shared/domain/month-statement';
import { monthWords } from '../../../src-shared/domain/words';
import type { DocumentColumn } from '../../documents/model';
import type { PaperTable } from '../../documents/paper/model';
import type { ReadyMonth } from './month-facts';
import type { PaperBody } from './month-papers';
import {
  actWords,
  contractWords,
  invoiceWords,
  MONTH_TOTAL,
  moneyCells,
  moneyColumns,
  periodWords,
  plainTable,
  SUBSCRIBER_COLUMNS,
  servicesTable,
} from './paper-parts';

const METHODS_NOTE =
  'В счет входит НДС как сумма НДС строк: каждая строка округлена до 1/10000 рубля. Разница с НДС от общей суммы возникает только от этого округления и ошибкой не является.';

/** «Сводная ведомость НДС»: by rates, by services and by subscribers, and VAT by both ways of counting it. */
export function vatRegister(facts: ReadyMonth): PaperBody {
  const { account, invoice, statement, month } = facts;
  const { bill } = statement;
  return {
    title: `Сводная ведомость НДС за ${monthWords(month)}`,
    subtitle: `${account.organisation}, УНП ${account.unp}`,
    sheetTitle: 'Ведомость НДС',
    parts: [
      {
        kind: 'facts',
        blocks: [
          {
            title: 'Документы',
            facts: [
              { label: 'Счет', value: invoiceWords(facts) },
              { label: 'Акт', value: actWords(facts) },
              { label: 'ЭСЧФ', value: invoice.vatInvoice ?? 'оператором не сообщен' },
              { label: 'Договор', value: contractWords(account) },
              { label: 'Период', value: periodWords(month) },
            ],
          },
          {
            title: 'К учету, в копейках',
            facts: [
              { label: 'Без НДС', value: bill.net, type: 'sum' },
              { label: 'НДС', value: bill.vat, type: 'sum' },
              ...(bill.localTax === 0
                ? []
                : [{ label: 'Налог на услуги', value: bill.localTax, type: 'sum' as const }]),
              { label: 'Всего', value: bill.gross, type: 'sum' },
              { label: 'Исполнитель', value: account.operator?.name ?? 'оператором не сообщен' },
              { label: 'УНП исполнителя', value: account.operator?.unp ?? '—' },
            ],
          },
        ],
      },
      ratesTable(statement),
      methodsTable(statement),
      { kind: 'text', look: 'quiet', text: METHODS_NOTE },
      servicesTable(statement),
      {
        kind: 'text',
        look: 'strong',
        text: `Всего за ${monthWords(month)}: ${formatRublesKopecks(bill.gross)}, в том числе НДС ${formatRublesKopecks(bill.vat)}`,
      },
      subscriberSums(statement),
      { kind: 'signatures', places: [{ party: 'Заказчик', post: 'Бухгалтер', name: '' }] },
    ],
  };
}

const RATE_COLUMN: DocumentColumn = { key: 'rate', title: 'Ставка', type: 'text', width: 44 };
const rateWords = (vatRate: number): string => `НДС ${vatRate}%`;

const ratesTable = ({ rates, totals }: MonthStatement): PaperTable =>
  plainTable({
    title: 'По ставкам НДС',
    columns: [RATE_COLUMN, ...moneyColumns({ key: 'lines', title: 'Строк', type: 'integer', width: 7 })],
    rows: rates.map((one) => [rateWords(one.vatRate), ...moneyCells(one, one.lines)]),
    totals: {
      label: 'Итого',
      values: [
        null,
        ...moneyCells(
          totals,
          rates.reduce((sum, { lines }) => sum + lines, 0),
        ),
      ],
    },
  });

function methodsTable({ rates, totals }: MonthStatement): PaperTable {
  const ofTotal = sumMoney(rates.map((one) => one.vatOfTotal));
  return plainTable({
    title: 'Два способа расчета НДС',
    columns: [
      RATE_COLUMN,
      { key: 'vat', title: 'Сумма НДС строк', type: 'charge', width: 11 },
      { key: 'ofTotal', title: 'НДС от общей суммы', type: 'charge', width: 12 },
      { key: 'difference', title: 'Разница', type: 'charge', width: 12 },
    ],
    rows: rates.map(({ vatRate, vat, vatOfTotal }) => [
      rateWords(vatRate),
      vat,
      vatOfTotal,
      vat - vatOfTotal,
    ]),
    totals: { label: 'Итого', values: [null, totals.vat, ofTotal, totals.vat - ofTotal] },
  });
}

const subscriberSums = ({ subscribers, totals }: MonthStatement): PaperTable =>
  plainTable({
    title: 'По абонентам',
    columns: [...SUBSCRIBER_COLUMNS, ...moneyColumns()],
    rows: subscribers.map(({ number, name, totals: own }) => [number, name, ...moneyCells(own)]),
    totals: { label: MONTH_TOTAL, values: [null, null, ...moneyCells(totals)] },
    sheet: 'По абонентам',
  });
