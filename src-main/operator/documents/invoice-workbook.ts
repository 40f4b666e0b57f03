import { totalCharges } from '../../../src-shared/domain/billing';
import type { Cdr } from '../../../src-shared/domain/cdr';
import { dayOf, formatDay } from '../../../src-shared/domain/period';
import { monthWords } from '../../../src-shared/domain/words';
import {
  isWorkingDay,
  type WorkClass,
  workClasses,
  workClassOf,
} from '../../../src-shared/domain/work-calendar';
import { OPERATOR } from '../demo/company';
import { callColumns, callRow, directory, totalRow } from './call-rows';
import { writeChargeSheet } from './charge-tables';
import type { ChargesHead, Content, InvoiceHead, Requisites, SplitRow } from './model';
import { workClassWords } from './words';
import { type Book, createBook, type SheetColumn } from './workbook';

const FACT_COLUMNS: readonly SheetColumn[] = [
  { title: 'Показатель', width: 34, type: 'text' },
  { title: 'Сумма, руб.', width: 18, type: 'charge' },
  { title: 'Сведения', width: 60, type: 'text' },
];

export async function invoiceWorkbook(head: InvoiceHead, content: Content): Promise<Uint8Array> {
  const book = createBook(OPERATOR.name, head.issuedAt);
  writeInvoiceSheet(book, head);
  writeChargeSheet(book, content.charges);
  return book.finish();
}

/** «Excel с разбивкой»: the same, with the detalization by working time (guide §2.3.3). */
export async function splitWorkbook(head: InvoiceHead, content: Content): Promise<Uint8Array> {
  const book = createBook(OPERATOR.name, head.issuedAt);
  writeInvoiceSheet(book, head);
  writeChargeSheet(book, content.charges);
  writeSplitSheet(book, content.split);
  if (head.callsLeftOut === 0) writeCallSheets(book, content);
  return book.finish();
}

export async function chargesWorkbook(head: ChargesHead, content: Content): Promise<Uint8Array> {
  const book = createBook(OPERATOR.name, head.madeAt);
  const sheet = book.sheet('Предварительный счет', FACT_COLUMNS);
  sheet.row(['Месяц', null, monthWords(head.month)]);
  sheet.row(['Трафик учтен до', null, formatDay(dayOf(head.asOf))]);
  writeParty(sheet.row, head.requisites);
  if (head.numbers) sheet.row(['Номера', null, head.numbers.join(';')]);
  const { net, vat, gross } = totalCharges(content.charges.flatMap(({ lines }) => lines));
  sheet.row(['Начислено без НДС', net, null]);
  sheet.row(['НДС', vat, null]);
  sheet.total(['Начислено с НДС', gross, null]);
  sheet.close();
  writeChargeSheet(book, content.charges);
  return book.finish();
}

function writeInvoiceSheet(book: Book, head: InvoiceHead): void {
  const sheet = book.sheet('Счет', FACT_COLUMNS);
  sheet.row(['Счет №', null, head.number]);
  sheet.row(['Дата счета', null, formatDay(dayOf(head.issuedAt))]);
  sheet.row(['Месяц', null, monthWords(head.month)]);
  writeParty(sheet.row, head.requisites);
  sheet.row(['Задолженность на начало месяца', head.openingDebt, null]);
  sheet.row(['Поступило платежей за месяц', head.payments, null]);
  sheet.row(['Начислено за месяц без НДС', head.net, null]);
  sheet.row(['НДС', head.vat, null]);
  sheet.row(['Начислено за месяц с НДС', head.gross, null]);
  sheet.total(['К оплате', head.amountDue, `до ${formatDay(head.dueOn)}`]);
  if (head.callsLeftOut > 0) {
    sheet.row(['Записей звонков вне файла', null, `${head.callsLeftOut}: закажите детализацию на E-mail`]);
  }
  sheet.close();
}

function writeParty(row: (cells: (string | null)[]) => void, requisites: Requisites): void {
  const { organisation, unp, okpo, contract, number } = requisites;
  row(['Исполнитель', null, OPERATOR.name]);
  row(['Заказчик', null, organisation]);
  row(['УНП/ОКПО', null, `${unp} / ${okpo}`]);
  row(['Договор', null, `№ ${contract.number} от ${formatDay(contract.signedOn)}`]);
  row(['Лицевой счет', null, number]);
}

const usageColumns = (title: string): SheetColumn[] => [
  { title: `${title}, количество`, width: 12, type: 'integer' },
  { title: `${title}, длительность`, width: 13, type: 'duration' },
  { title: `${title}, с НДС`, width: 14, type: 'charge' },
];

function writeSplitSheet(book: Book, rows: readonly SplitRow[]): void {
  const sheet = book.sheet('Разбивка', [
    { title: 'Номер телефона', width: 16, type: 'text' },
    { title: 'Абонент', width: 30, type: 'text' },
    { title: 'Услуга', width: 36, type: 'text' },
    ...workClasses.flatMap((workClass) => usageColumns(workClassWords[workClass])),
    ...usageColumns('Всего'),
  ]);
  const figures = (of: readonly SplitRow[]) => {
    const cells = workClasses.map((workClass) => sumUsage(of.map((row) => row[workClass])));
    return [...cells, sumUsage(cells)].flatMap(({ count, durationS, gross }) => [count, durationS, gross]);
  };
  for (const row of rows) sheet.row([row.number, row.name, row.title, ...figures([row])]);
  sheet.total(['Всего', null, null, ...figures(rows)]);
  sheet.close();
}

function sumUsage(usages: readonly { count: number; durationS: number; gross: number }[]) {
  const sum = { count: 0, durationS: 0, gross: 0 };
  for (const { count, durationS, gross } of usages) {
    sum.count += count;
    sum.durationS += durationS;
    sum.gross += gross;
  }
  return sum;
}

function writeCallSheets(book: Book, content: Content): void {
  const names = directory(content);
  const byClass: Record<WorkClass, Cdr[]> = { working: [], 'off-hours': [], holiday: [] };
  for (const call of content.calls) byClass[workClassOf(call.startedAt, knownWorkingDay)].push(call);
  for (const workClass of workClasses) {
    const sheet = book.sheet(workClassWords[workClass], callColumns);
    for (const call of byClass[workClass]) sheet.row(callRow(call, names));
    sheet.total(totalRow(byClass[workClass]));
    sheet.close();
  }
}

const workingDays = new Map<string, boolean>();

/** Every call of a day asks the same. */
function knownWorkingDay(day: string): boolean {
  let working = workingDays.get(day);
  if (working === undefined) {
    working = isWorkingDay(day);
    workingDays.set(day, working);
  }
  return working;
}
