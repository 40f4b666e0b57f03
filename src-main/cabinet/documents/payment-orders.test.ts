import { afterEach, expect, it } from 'vitest';
import type { PaymentOrder } from '../../../src-shared/domain/payment-order';
import { DAY_MS } from '../../../src-shared/domain/period';
import { chargeLine, GUIDE_LINES } from '../../../src-shared/domain/testing/guide-page';
import { amountInWords } from '../../../src-shared/domain/words';
import { writeExchange } from '../../documents/exchange/write-exchange';
import { memorySink } from '../../documents/testing/sample';
import { writeOwn } from '../../store/own';
import { readAccount } from '../../store/read/account';
import { storeAccount } from '../../store/write/account';
import { MONTH, NOW, openMonth } from '../testing/month-cache';
import { paperOf, pdfOf, textLines } from '../testing/read-papers';
import { documentHandlers } from './handlers';

let cabinet: ReturnType<typeof openMonth>;
afterEach(() => cabinet.close());
const handlers = () => documentHandlers(cabinet.context);
const draft = async () => handlers()['payments.order']({ month: MONTH });
const refusal = (field: string) => expect.objectContaining({ code: 'bad-input', params: { field } });

it('begins with the account, the operator and the invoice', async () => {
  cabinet = openMonth([{ name: 'А', lines: GUIDE_LINES }], { account: { amountDue: 1_000_000 } });
  const { order, ...facts } = await draft();
  expect(facts).toMatchObject({ vatRate: 25, amountOf: 'account', newer: null });
  expect(order).toMatchObject({
    number: '1',
    day: '2021-06-07',
    amount: 1_000_000,
    payer: { name: 'ООО «Васильковый край»', unp: '199999999', bic: 'PRIMBY2X' },
    beneficiary: { unp: '190000005', bic: 'OBRZBY2X' },
  });
  expect(order.purpose).toContain('по счету № 202105-012345 от 03.06.2021');
  expect(order.purpose).toContain('НДС 25 % 20,00 руб.');
});

it('goes on from the order before: the next number, the person’s own data, the account’s where it was not changed', async () => {
  cabinet = openMonth([{ name: 'А', lines: GUIDE_LINES }]);
  const { order } = await draft();
  const payer = { ...order.payer, name: 'ООО «Другое»' };
  await handlers()['payments.keepOrder']({ ...order, number: '41', payer, urgent: true, queue: '13' });
  expect((await draft()).order).toMatchObject({ number: '41', payer, urgent: true, queue: '13' });

  // The operator's account changes: an order must never go to the old one.
  const account = readAccount(cabinet.cache);
  if (!account?.operator) throw new Error('no operator');
  const iban = 'BY72ALFA30120000000000270000';
  storeAccount(cabinet.cache, { ...account, operator: { ...account.operator, iban } }, NOW);
  cabinet.store('invoices', [{ ...cabinet.invoice, id: 202_106, month: '2021-06' }]);
  const next = await handlers()['payments.order']({ month: '2021-06' });
  expect(next.order).toMatchObject({ number: '42', payer, beneficiary: { iban } });
});

it('keeps its number and day when another month’s was made meanwhile, and that number is nobody else’s', async () => {
  cabinet = openMonth([{ name: 'А', lines: GUIDE_LINES }]);
  const [june, july] = ['2021-06', '2021-07'];
  cabinet.store('invoices', [
    { ...cabinet.invoice, id: 202_106, month: june },
    { ...cabinet.invoice, id: 202_107, month: july },
  ]);
  const of = async (month: string) => (await handlers()['payments.order']({ month })).order;
  const first = { ...(await of(MONTH)), number: '41' };
  await handlers()['payments.keepOrder'](first);
  cabinet.time.value = NOW + 40 * DAY_MS;
  await handlers()['payments.keepOrder'](await of(june));
  expect(await of(MONTH)).toMatchObject({ number: '41', day: first.day });
  await handlers()['payments.keepOrder'](await of(MONTH));
  expect((await of(june)).number).toBe('42');
  expect((await of(july)).number).toBe('43');
});

it('names the newer invoice that an unpaid one has gone into', async () => {
  cabinet = openMonth([{ name: 'А', lines: GUIDE_LINES }], { account: { amountDue: 1_000_000 } });
  const newer = { ...cabinet.invoice, id: 202_106, month: '2021-06' };
  cabinet.store('invoices', [newer]);
  const { order, ...facts } = await draft();
  expect(facts).toMatchObject({ amountOf: 'invoice', newer });
  expect(order.amount).toBe(cabinet.invoice.amountDue);
});

it('passes over what another version of the program kept', async () => {
  cabinet = openMonth([{ name: 'А', lines: GUIDE_LINES }]);
  writeOwn(cabinet.cache, 'payment-order', 'last', { number: 7 });
  expect((await draft()).order.number).toBe('1');
});

it('says no rate where the invoice has several, and refuses months without an invoice', async () => {
  cabinet = openMonth([
    { name: 'А', lines: [...GUIDE_LINES, chargeLine('Передача данных', 100, { vatRate: 26 })] },
  ]);
  expect((await draft()).vatRate).toBeNull();
  expect(() => handlers()['payments.order']({ month: '2021-07' })).toThrow(
    expect.objectContaining({ code: 'month-not-invoiced' }),
  );
});

it('is printed as it was filled in, and refused by the name of the first wrong field', async () => {
  cabinet = openMonth([{ name: 'А', lines: GUIDE_LINES }]);
  const { order } = await draft();
  const made = paperOf(cabinet.cache, { kind: 'payment-order', order: { ...order, number: '15' } }, NOW);
  expect(made.fileName).toBe('Платежное поручение 15 2021-06-07');
  const text = (await textLines(await pdfOf(made.paper))).join(' ');
  for (const words of [
    'Платежное поручение № 15',
    amountInWords(order.amount),
    '300,08',
    'BY33 PRIM 3012 0000 0000 0027 0000',
    'BY28 OBRZ 3012 0000 0000 0011 0000',
    'PRIMBY2X',
    '190000005',
  ])
    expect(text).toContain(words);
  const wrong: PaymentOrder = { ...order, payer: { ...order.payer, unp: '1' } };
  expect(() => paperOf(cabinet.cache, { kind: 'payment-order', order: wrong }, NOW)).toThrow(
    refusal('payer.unp'),
  );
  expect(() => handlers()['payments.keepOrder'](wrong)).toThrow(refusal('payer.unp'));
});

it('is an exchange file of 1C in its code page, and no text can add a line of its own', async () => {
  cabinet = openMonth([{ name: 'А', lines: GUIDE_LINES }]);
  const { order } = await draft();
  const payer = { ...order.payer, name: 'ООО «Ёж» 😀\r\nКонецДокумента' };
  const { order: tidy } = paperOf(
    cabinet.cache,
    { kind: 'payment-order', order: { ...order, number: '15', payer, amount: 12_340_500 } },
    NOW,
  );
  const sink = memorySink();
  if (tidy) writeExchange(tidy, NOW, sink);
  const text = new TextDecoder('windows-1251').decode(sink.bytes());
  const lines = text.split('\r\n');
  expect(lines[0]).toBe('1CClientBankExchange');
  expect(lines.slice(-3)).toEqual(['КонецДокумента', 'КонецФайла', '']);
  expect(lines.filter((line) => line === 'КонецДокумента')).toHaveLength(1);
  const fields = new Map(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
  expect(Object.fromEntries(fields)).toMatchObject({
    ВерсияФормата: '1.03',
    Кодировка: 'Windows',
    ДатаСоздания: '07.06.2021',
    ВремяСоздания: '10:00:00',
    РасчСчет: 'BY33PRIM30120000000000270000',
    СекцияДокумент: 'Платежное поручение',
    Номер: '15',
    Дата: '07.06.2021',
    Сумма: '1234.05',
    Плательщик: 'ООО «Ёж» ? КонецДокумента',
    ПлательщикИНН: '199999999',
    ПолучательБИК: 'OBRZBY2X',
    ПолучательРасчСчет: 'BY28OBRZ30120000000000110000',
  });
});
