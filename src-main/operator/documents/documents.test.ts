import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  chargeLineName,
  type Invoice,
  type SubscriberCharges,
  totalCharges,
} from '../../../src-shared/domain/billing';
import type { Cdr } from '../../../src-shared/domain/cdr';
import { formatCharge, formatSum } from '../../../src-shared/domain/money';
import { DAY_MS, dayOf, MINSK_OFFSET_MS } from '../../../src-shared/domain/period';
import { workClasses } from '../../../src-shared/domain/work-calendar';
import { minsk, startTestOperator, type TestOperator } from '../testing/client';
import { moneyOf, pdfOutline, pdfText, type Rows, workbookRows } from '../testing/read-documents';
import { createVisitor, type Visitor } from '../testing/visitor';
import { workClassWords } from './words';

let operator: TestOperator;
let visitor: Visitor;
let charges: SubscriberCharges[];
let april: Invoice;

beforeAll(async () => {
  operator = await startTestOperator({ at: minsk('2021-05-12', 12) });
  visitor = createVisitor(operator);
  // Some of April's calls came or were rated anew after its invoice: they are charged in May.
  await operator.control.addLateCdrs(8, '2021-04');
  await operator.control.correctCdrs(8, '2021-04');
  const delivery = {
    method: 'email' as const,
    emails: ['buh@vasilek.example'],
    formats: ['pdf', 'xlsx-split'] as const,
  };
  await visitor.send('change-delivery', { ...delivery, formats: [...delivery.formats] });
  charges = await visitor.all('charges', ({ subscriberId, month }) => `${subscriberId} ${month}`);
  const found = (await visitor.all('invoices')).find(({ month }) => month === '2021-04');
  if (!found) throw new Error('no invoice');
  april = found;
});
afterAll(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

/** Files of the newest letter by the end of their names. */
async function lettered(wait: number): Promise<(ending: string) => Uint8Array> {
  operator.time.value += wait;
  await operator.control.settle();
  const [letter] = operator.control.listMail();
  return (ending) => {
    const index = letter?.attachments.findIndex(({ name }) => name.endsWith(ending)) ?? -1;
    const file = operator.control.getAttachment(letter?.id ?? 0, index);
    if (!file) throw new Error(`no ${ending} in «${letter?.subject}»`);
    return file.bytes;
  };
}

const chargeRows = (of: SubscriberCharges[]) =>
  of.flatMap(({ lines }) =>
    lines.map((line) => [chargeLineName(line), line.net, line.vat, line.localTax, line.gross]),
  );
const sheetCharges = (rows: Rows | undefined) =>
  (rows ?? []).slice(0, -1).map((row) => [row[3], ...[4, 6, 7, 8].map((index) => moneyOf(row[index]))]);

describe('an invoice', () => {
  let file: (ending: string) => Uint8Array;
  let ofApril: SubscriberCharges[];
  beforeAll(async () => {
    ofApril = charges.filter(({ month }) => month === '2021-04');
    await visitor.send('order-invoice-email', { month: '2021-04' });
    file = await lettered(60_000);
  });

  it('lists its parts and every subscriber beside the pages', async () => {
    const subscribers = await visitor.all('subscribers');
    const charged = subscribers.filter(({ id }) => ofApril.some(({ subscriberId }) => subscriberId === id));
    expect(await pdfOutline(file('2021-04.pdf'))).toEqual([
      { title: 'Начисления по услугам', under: [] },
      { title: 'Начисления по абонентам', under: charged.map(({ number, name }) => `${number} ${name}`) },
    ]);
  });

  it('has every line of the books in its workbook, and their sum', async () => {
    const sheets = await workbookRows(file('2021-04.xlsx'));
    expect(sheetCharges(sheets.get('Начисления'))).toEqual(chargeRows(ofApril));
    const total = sheets.get('Начисления')?.at(-1) ?? [];
    expect([4, 6, 8].map((index) => moneyOf(total[index]))).toEqual([april.net, april.vat, april.gross]);
    const facts = new Map(sheets.get('Счет')?.map(([label, amount]) => [label, amount]));
    expect(moneyOf(facts.get('К оплате'))).toBe(april.amountDue);
    expect(moneyOf(facts.get('Задолженность на начало месяца'))).toBe(april.openingDebt);
    expect(moneyOf(facts.get('Поступило платежей за месяц'))).toBe(april.payments);
  });

  it('prints the same on paper', async () => {
    const text = await pdfText(file('2021-04.pdf'));
    expect(text).toContain(`Счет № ${april.number}`);
    expect(text).toContain(`К оплате ${formatSum(april.amountDue).replace('\u202f', ' ')}`);
    for (const { lines } of ofApril) {
      for (const line of lines) {
        expect(text).toContain(`${chargeLineName(line)} ${formatCharge(line.net)}`);
        expect(text).toContain(formatCharge(line.gross));
      }
      const { net, vat } = totalCharges(lines);
      expect(text).toContain(`Итого начислений по абоненту ${formatCharge(net)} ${formatCharge(vat)}`);
    }
  });

  it('splits the charged calls by working time, to the sums of its lines', async () => {
    const sheets = await workbookRows(file('с_разбивкой.xlsx'));
    const usage = ofApril.flatMap(({ lines }) => lines.filter((line) => line.usage !== null));
    const split = sheets.get('Разбивка') ?? [];
    expect(split.slice(0, -1).map((row) => [row[2], moneyOf(row[14])])).toEqual(
      usage.map(({ title, gross }) => [title, gross]),
    );
    for (const [index, workClass] of workClasses.entries()) {
      const calls = sheets.get(workClassWords[workClass]) ?? [];
      const total = split.at(-1) ?? [];
      expect(calls.length - 1).toBe(total[3 + index * 3]);
      const grosses = calls.slice(0, -1).map((row) => moneyOf(row[13]));
      expect(grosses.reduce((sum, gross) => sum + gross, 0)).toBe(moneyOf(total[5 + index * 3]));
      const hours = calls.slice(0, -1).map((row) => (row[2] as Date).getUTCHours());
      if (workClass === 'working') expect(hours.every((hour) => hour >= 9 && hour < 18)).toBe(true);
      if (workClass === 'off-hours') expect(hours.every((hour) => hour < 9 || hour >= 18)).toBe(true);
      expect(calls.length).toBeGreaterThan(1);
    }
  });
});

describe('a detalization', () => {
  it('has the records of the feed, late and corrected ones too', async () => {
    const numbers = ['375291000001', '375291000003'];
    await visitor.send('order-cdr-email', {
      fromDay: '2021-04-20',
      toDay: '2021-05-11',
      direction: 'out',
      numbers,
    });
    const file = await lettered(DAY_MS);
    const { items } = await (await visitor.api()).pull('cdrs', 5000);
    const latest = new Map<number, Cdr>(items.map((cdr) => [cdr.id, cdr]));
    const wanted = [...latest.values()]
      .filter(({ subscriberId, startedAt, direction }) => {
        const day = dayOf(startedAt);
        return subscriberId !== 2 && direction === 'out' && day >= '2021-04-20' && day <= '2021-05-11';
      })
      .sort((a, b) => a.startedAt - b.startedAt || a.id - b.id);
    expect(wanted.filter(({ recordedAt }) => recordedAt !== undefined).length).toBeGreaterThan(2);
    const rows = (await workbookRows(file('.xlsx'))).get('Детализация') ?? [];
    expect(
      rows.slice(0, -1).map((row) => ({
        number: row[0],
        startedAt: (row[2] as Date).getTime() - MINSK_OFFSET_MS,
        party: row[5],
        net: moneyOf(row[11]),
        gross: moneyOf(row[13]),
      })),
    ).toEqual(
      wanted.map(({ subscriberId, startedAt, party, net, gross }) => ({
        number: String(375_291_000_000 + subscriberId),
        startedAt,
        party,
        net,
        gross,
      })),
    );
    const gross = wanted.reduce((sum, cdr) => sum + cdr.gross, 0);
    expect(moneyOf(rows.at(-1)?.[13])).toBe(gross);
    expect(await pdfText(file('.pdf'))).toContain(formatCharge(gross));
  });
});

describe('a preliminary invoice', () => {
  it('has the charges of the current month so far, of the numbers asked for', async () => {
    const current = await visitor.all('charges', ({ subscriberId, month }) => `${subscriberId} ${month}`);
    const wanted = current.filter(({ month, subscriberId }) => month === '2021-05' && subscriberId === 1);
    await visitor.send('order-charges-email', { numbers: ['375291000001'] });
    const file = await lettered(60_000);
    const sheets = await workbookRows(file('.xlsx'));
    expect(sheetCharges(sheets.get('Начисления'))).toEqual(chargeRows(wanted));
    expect(chargeRows(wanted).some(([name]) => String(name).startsWith('Перерасчет за апрель'))).toBe(true);
    const { gross } = totalCharges(wanted.flatMap(({ lines }) => lines));
    expect(await pdfText(file('.pdf'))).toContain(formatCharge(gross));
  });
});
