import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadyRequest } from '../../../src-shared/bridge/exports';
import type { Order } from '../../../src-shared/domain/requests';
import type { Row } from '../../documents/model';
import { minsk } from '../../operator/testing/client';
import { addCommand, type NewCommand, reject } from '../../store/write/outbox';
import { openCabinet } from '../testing/open-cabinet';
import { makeDocument } from './make-document';

const NOW = minsk('2021-05-10', 12);
let cabinet: ReturnType<typeof openCabinet>;
beforeEach(() => {
  cabinet = openCabinet(NOW);
});
afterEach(() => cabinet.close());

/** Rows as texts by the columns' keys, and the totals. */
function made(request: ReadyRequest) {
  const found = makeDocument(cabinet.cache, request, NOW);
  if (!('document' in found)) throw new Error('not a table');
  const { document } = found;
  const rows = [...(document.rows as Iterable<readonly Row[]>)].flat();
  expect(rows).toHaveLength(document.rowCount);
  const keys = document.columns.map(({ key }) => key);
  return {
    rows: rows.map((row) => Object.fromEntries(keys.map((key, index) => [key, row[index]]))),
    totals: Object.fromEntries(keys.map((key, index) => [key, document.totals?.values[index] ?? null])),
    facts: Object.fromEntries(document.facts.map(({ label, value }) => [label, value])),
  };
}

describe('the journal as a document', () => {
  const command = (rest: Partial<NewCommand>): NewCommand => ({
    idempotencyKey: String(Math.random()),
    kind: 'change-sip-password',
    payload: { subscriberId: 1 },
    secret: null,
    subscriberId: 1,
    searchText: '',
    createdAt: NOW,
    ...rest,
  });

  it('tells what was asked for, of whom, and why it was refused', () => {
    addCommand(cabinet.cache, command({ secret: { password: 'Sekretnyj12345' } }));
    const payment = command({
      kind: 'register-payment',
      payload: { amount: 1_255_000, promisedOn: '2021-06-10' },
      subscriberId: null,
      searchText: 'регистрация платежа',
    });
    const id = addCommand(cabinet.cache, payment);
    const error = { code: 'operator-refused', params: { detail: 'Счет уже оплачен' } } as const;
    reject(cabinet.cache, id, { error, words: '', at: NOW + 1000 });
    const { rows } = made({ kind: 'journal', search: '' });
    expect(rows).toEqual([
      {
        createdAt: NOW,
        what: 'Регистрация платежа: 125,50 руб., до 10.06.2021',
        whom: 'Лицевой счет',
        state: 'Отказано',
        reason: 'Счет уже оплачен',
        finishedAt: NOW + 1000,
        attempts: 0,
      },
      {
        createdAt: NOW,
        what: 'Изменение пароля SIP',
        whom: '+375 29 100-00-07, Отдел 1',
        state: 'Ждёт отправки',
        reason: '',
        finishedAt: null,
        attempts: 0,
      },
    ]);
    const found = made({ kind: 'journal', search: 'платеж', states: ['rejected'], columns: ['what'] });
    expect(found.rows).toEqual([{ what: 'Регистрация платежа: 125,50 руб., до 10.06.2021' }]);
    expect(found.facts).toMatchObject({ 'Условие поиска': 'платеж', 'Состояние операций': 'Отказано' });
  });
});

describe('lists of requests as documents', () => {
  it('promised payments of a period, summed', () => {
    const guarantee = (id: number, registeredAt: number) =>
      ({
        id,
        registeredAt,
        amount: id * 10_000,
        promisedOn: '2021-06-01',
        invoiceId: 5,
        status: 'kept',
        reason: '',
        decidedAt: null,
      }) as const;
    cabinet.store('guarantees', [
      guarantee(1, minsk('2021-03-31', 23)),
      guarantee(2, minsk('2021-04-01')),
      guarantee(3, NOW),
    ]);
    const { rows, totals, facts } = made({ kind: 'guarantees', fromDay: '2021-04-01' });
    expect(rows.map(({ amount, status, invoice }) => [amount, status, invoice])).toEqual([
      [30_000, 'Оплачено в срок', null],
      [20_000, 'Оплачено в срок', null],
    ]);
    expect(totals.amount).toBe(50_000);
    expect(facts).toMatchObject({ Период: 'с 01.04.2021', 'Данные на': '10.05.2021 12:00:00' });
  });

  it('orders of the kinds of a page', () => {
    const order = (id: number, rest: Partial<Order>): Order => ({
      id,
      kind: 'invoice-file',
      orderedAt: NOW,
      month: '2021-04',
      fromDay: null,
      toDay: null,
      direction: null,
      numbers: null,
      format: 'xls',
      emails: [],
      status: 'done',
      readyAt: NOW,
      fileName: 'a.xlsx',
      reason: '',
      ...rest,
    });
    cabinet.store('orders', [
      order(1, {}),
      order(2, {
        kind: 'cdr-email',
        month: null,
        fromDay: '2021-04-01',
        toDay: '2021-05-09',
        direction: 'both',
        numbers: ['375291000007', '375291000006'],
        format: 'pdf',
        emails: ['a@example.by'],
        fileName: null,
      }),
    ]);
    expect(made({ kind: 'orders' }).rows.map(({ kind, status }) => [kind, status])).toEqual([
      ['Детализация на E-mail', 'Отправлено'],
      ['Счет по ссылке', 'Готов'],
    ]);
    expect(made({ kind: 'orders', kinds: ['cdr-email'] }).rows).toMatchObject([
      {
        month: null,
        days: '01.04.2021 – 09.05.2021',
        direction: 'Исходящие+Входящие',
        format: 'PDF',
        numbers: '+375 29 100-00-07; +375 29 100-00-06',
        emails: 'a@example.by',
      },
    ]);
  });

  it('instalments with what is left to pay', () => {
    const installment = (id: number, subscriberId: number | null) => ({
      id,
      subscriberId,
      equipment: `Телефон ${id}`,
      contractNumber: '12',
      signedOn: '2021-01-10',
      price: 300,
      monthlyPayment: 100,
      schedule: ['2021-02-10', '2021-03-10', '2021-04-10'].map((dueOn, index) => ({
        dueOn,
        amount: 100,
        paid: index < id,
      })),
    });
    cabinet.store('installments', [installment(1, null), installment(2, 2)]);
    const { rows, totals } = made({ kind: 'installments', subscriberId: null });
    expect(
      rows.map(({ equipment, whom, left, leftAmount, lastOn }) => [
        equipment,
        whom,
        left,
        leftAmount,
        lastOn,
      ]),
    ).toEqual([
      ['Телефон 2', '375291000006', 1, 100, '2021-04-10'],
      ['Телефон 1', null, 2, 200, '2021-04-10'],
    ]);
    expect(totals).toMatchObject({ price: 600, leftAmount: 300 });
    expect(made({ kind: 'installments', subscriberId: 2 }).totals.leftAmount).toBe(100);
  });
});
