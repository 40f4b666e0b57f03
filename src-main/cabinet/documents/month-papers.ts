import type { MonthDocument } from '../../../src-shared/bridge/exports';
import { formatRublesKopecks } from '../../../src-shared/domain/money';
import { closingDebt } from '../../../src-shared/domain/month-statement';
import { dayOf, type Instant } from '../../../src-shared/domain/period';
import { amountInWords, monthWords } from '../../../src-shared/domain/words';
import type { Row } from '../../documents/model';
import type { PaperDocument, PaperPart, PaperTable } from '../../documents/paper/model';
import type { ReadableCache } from '../../store/cache';
import type { MadePaper } from '../exports/make-document';
import { type ReadyMonth, readReadyMonth } from './month-facts';
import {
  actWords,
  contractWords,
  invoiceWords,
  operatorPlace,
  partiesPart,
  periodWords,
  plainTable,
  servicesTable,
  subscribersTable,
} from './paper-parts';
import { splitPaper } from './split-paper';
import { vatRegister } from './vat-register';

/** What a document of a month says besides what all of them do. */
export type PaperBody = Pick<PaperDocument, 'title' | 'subtitle' | 'sheetTitle' | 'parts'>;

type Body = { fileName: string; make(month: ReadyMonth, cache: ReadableCache): PaperBody };
const bodies: Record<MonthDocument, Body> = {
  invoice: { fileName: 'Счет', make: invoiceBody },
  act: { fileName: 'Акт', make: actBody },
  'vat-register': { fileName: 'Ведомость НДС', make: vatRegister },
  split: { fileName: 'Счет с разбивкой', make: splitPaper },
};

/**
 * A document of a month that has its invoice and all charges of it (guide §2.3.2).
 * @throws CabinetError month-not-invoiced, month-incomplete {month}, not-found
 */
export function monthPaper(
  cache: ReadableCache,
  { kind, month }: { kind: MonthDocument; month: string },
  madeAt: Instant,
): MadePaper {
  const facts = readReadyMonth(cache, month, madeAt);
  const { number, organisation } = facts.account;
  const { fileName, make } = bodies[kind];
  const period = monthWords(month);
  return {
    fileName: `${fileName} ${number} ${month}`,
    // Made for its writer: whoever asks for the name alone does not wait until all calls are counted.
    get paper() {
      const body = make(facts, cache);
      return {
        ...body,
        subject: `л/с ${number}, ${period}`,
        organisation,
        foot: body.title.includes(period) ? '' : period,
        asOf: facts.asOf,
        madeAt,
      };
    },
  };
}

/** «Счет»: whom, for what, how much, until when. */
function invoiceBody(facts: ReadyMonth): PaperBody {
  const { account, invoice, statement, month } = facts;
  const { bill } = statement;
  return {
    title: `Счет ${invoiceWords(facts)}`,
    subtitle: `за услуги электросвязи за ${monthWords(month)}`,
    sheetTitle: 'Счет',
    parts: [
      partiesPart(account),
      {
        kind: 'facts',
        blocks: [
          {
            title: '',
            facts: [
              { label: 'Договор', value: contractWords(account) },
              { label: 'Лицевой счет', value: account.number },
            ],
          },
          {
            title: '',
            facts: [
              { label: 'Период', value: periodWords(month) },
              { label: 'Оплатить до', value: invoice.dueOn, type: 'day' },
            ],
          },
        ],
      },
      settlementTable(facts),
      {
        kind: 'text',
        look: 'strong',
        text: `К оплате: ${formatRublesKopecks(invoice.amountDue)} (${amountInWords(invoice.amountDue)}).`,
      },
      {
        kind: 'text',
        text: `Начислено за ${monthWords(month)}: ${formatRublesKopecks(bill.gross)}, в том числе НДС ${formatRublesKopecks(bill.vat)} В назначении платежа укажите лицевой счет ${account.number} и номер счета ${invoice.number}.`,
      },
      servicesTable(statement),
      ...paymentsTable(facts),
      { kind: 'signatures', places: [operatorPlace(account)] },
      { kind: 'text', look: 'quiet', text: MADE_HERE },
      subscribersTable(statement),
    ],
  };
}

const MADE_HERE =
  'Сформировано на компьютере заказчика по данным оператора. Итоги – суммы напечатанных строк с точностью до 1/10000 рубля; к оплате сумма округлена до копеек один раз. Суммы в белорусских рублях (BYN).';

/** From what was owed to what is to be paid: the rows add up to the last unit. */
function settlementTable({ invoice }: ReadyMonth): PaperTable {
  const { openingDebt, payments, gross, amountDue } = invoice;
  const closing = closingDebt(invoice);
  const rest = amountDue - closing;
  const rows: Row[] = [
    [openingDebt < 0 ? 'Предоплата на начало месяца' : 'Задолженность на начало месяца', openingDebt],
    ['Поступило платежей за месяц', -payments],
    ['Начислено за месяц с учетом налогов', gross],
  ];
  if (rest !== 0) rows.push([closing < 0 ? 'Предоплата на следующий месяц' : 'Округление до копеек', rest]);
  return plainTable({
    title: 'Расчеты',
    columns: [
      { key: 'what', title: 'Показатель', type: 'text', width: 44 },
      { key: 'amount', title: 'Сумма, руб.', type: 'charge', width: 14 },
    ],
    rows,
    totals: { label: 'К оплате', values: [null, amountDue] },
  });
}

function paymentsTable({ payments, invoice }: ReadyMonth): PaperTable[] {
  if (payments.length === 0) return [];
  return [
    plainTable({
      title: 'Платежи за месяц',
      columns: [
        { key: 'document', title: 'Документ', type: 'text', width: 44 },
        { key: 'receivedAt', title: 'Дата', type: 'day', width: 11 },
        { key: 'amount', title: 'Сумма, руб.', type: 'sum', width: 14 },
      ],
      rows: payments.map((one) => [one.document, dayOf(one.receivedAt), one.amount]),
      totals: { label: 'Итого платежей', values: [null, null, invoice.payments] },
    }),
  ];
}

/** «Акт оказанных услуг»: what was rendered and accepted, signed by both. */
function actBody(facts: ReadyMonth): PaperBody {
  const { account, statement, month } = facts;
  const { bill } = statement;
  const sum: PaperPart = {
    kind: 'text',
    look: 'strong',
    text: `Всего оказано услуг на сумму ${formatRublesKopecks(bill.gross)} (${amountInWords(bill.gross)}), в том числе НДС ${formatRublesKopecks(bill.vat)} (${amountInWords(bill.vat)}).`,
  };
  return {
    title: `Акт оказанных услуг ${actWords(facts)}`,
    subtitle: `к договору ${contractWords(account)}, лицевой счет ${account.number}`,
    sheetTitle: 'Акт',
    parts: [
      partiesPart(account),
      {
        kind: 'text',
        text: `Исполнитель оказал, а Заказчик принял услуги электросвязи за период ${periodWords(month)} (счет ${invoiceWords(facts)}):`,
      },
      servicesTable(statement),
      sum,
      {
        kind: 'text',
        text: 'Услуги оказаны в полном объеме. Стороны претензий друг к другу не имеют.',
      },
      {
        kind: 'signatures',
        places: [operatorPlace(account), { party: 'Заказчик', post: '', name: '' }],
      },
      { kind: 'text', look: 'quiet', text: MADE_HERE },
    ],
  };
}
