import { chargeLineName, totalCharges } from '../../../src-shared/domain/billing';
import { formatCharge } from '../../../src-shared/domain/money';
import type { ChargedSubscriber } from './model';
import type { Paper, PaperColumn, PaperRow } from './paper';
import type { Book, SheetColumn } from './workbook';

/** Tables of charges with the columns of guide §3.5. */

const TOTAL = 'Итого начислений';
export const SUBSCRIBER_TOTAL = 'Итого начислений по абоненту';

const moneyColumns = (share: number): PaperColumn[] => [
  { title: 'Сумма', share, align: 'right' },
  { title: 'Ставка НДС', share: share * 0.7, align: 'right' },
  { title: 'Сумма НДС', share, align: 'right' },
  { title: 'Налог на услуги', share, align: 'right' },
  { title: 'Всего с учетом налогов', share, align: 'right' },
];

type Amounts = { net: number; vat: number; localTax: number; gross: number };

const amountCells = ({ net, vat, localTax, gross }: Amounts, rate: string): string[] => [
  formatCharge(net),
  rate,
  formatCharge(vat),
  formatCharge(localTax),
  formatCharge(gross),
];

/** Charges of the whole document by service. */
export function drawServices(paper: Paper, charges: readonly ChargedSubscriber[]): void {
  const byTitle = new Map<string, Amounts & { rate: number }>();
  for (const { lines } of charges) {
    for (const line of lines) {
      const key = `${line.title} ${line.vatRate}`;
      const sum = byTitle.get(key);
      byTitle.set(key, { ...totalCharges(sum ? [sum, line] : [line]), rate: line.vatRate });
    }
  }
  const rows: PaperRow[] = [...byTitle].map(([key, { rate, ...sum }]) => ({
    cells: [key.slice(0, key.lastIndexOf(' ')), ...amountCells(sum, `${rate} %`)],
  }));
  const total = totalCharges([...byTitle.values()]);
  rows.push({ cells: [TOTAL, ...amountCells(total, '')], bold: true });
  paper.subtitle('Начисления по услугам');
  paper.table([{ title: 'Услуга', share: 4, align: 'left' }, ...moneyColumns(1.4)], rows);
}

/** Every line of every subscriber, with their totals. */
export function drawSubscribers(paper: Paper, charges: readonly ChargedSubscriber[]): void {
  paper.subtitle('Начисления по абонентам');
  const rows = charges.flatMap(({ number, name, planTitle, lines }): PaperRow[] => [
    { cells: [`${number} ${name}, ${planTitle}`], bold: true, bookmark: `${number} ${name}` },
    ...lines.map((line) => ({ cells: [chargeLineName(line), ...amountCells(line, `${line.vatRate} %`)] })),
    { cells: [SUBSCRIBER_TOTAL, ...amountCells(totalCharges(lines), '')], bold: true },
  ]);
  paper.table([{ title: 'Абонент, услуга', share: 4, align: 'left' }, ...moneyColumns(1.4)], rows);
}

const SHEET_COLUMNS: readonly SheetColumn[] = [
  { title: 'Номер телефона', width: 16, type: 'text' },
  { title: 'Абонент', width: 30, type: 'text' },
  { title: 'Тарифный план', width: 18, type: 'text' },
  { title: 'Услуга', width: 44, type: 'text' },
  { title: 'Сумма', width: 14, type: 'charge' },
  { title: 'Ставка НДС, %', width: 10, type: 'integer' },
  { title: 'Сумма НДС', width: 14, type: 'charge' },
  { title: 'Налог на услуги', width: 12, type: 'charge' },
  { title: 'Всего с учетом налогов', width: 16, type: 'charge' },
];

/** One row a line, so that the sheet can be filtered and summed up. */
export function writeChargeSheet(book: Book, charges: readonly ChargedSubscriber[]): void {
  const sheet = book.sheet('Начисления', SHEET_COLUMNS);
  for (const { number, name, planTitle, lines } of charges) {
    for (const line of lines) {
      const { net, vatRate, vat, localTax, gross } = line;
      sheet.row([number, name, planTitle, chargeLineName(line), net, vatRate, vat, localTax, gross]);
    }
  }
  const { net, vat, localTax, gross } = totalCharges(charges.flatMap(({ lines }) => lines));
  sheet.total([TOTAL, null, null, null, net, null, vat, localTax, gross]);
  sheet.close();
}
