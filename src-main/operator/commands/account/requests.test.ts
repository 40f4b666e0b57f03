import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Delivery } from '../../../../src-shared/domain/account';
import { DAY_MS } from '../../../../src-shared/domain/period';
import type { documentSchema } from '../../../../src-shared/operator-api/documents';
import type { accountAnswerSchema } from '../../../../src-shared/operator-api/feeds';
import { minsk, startTestOperator, type TestOperator } from '../../testing/client';
import { createVisitor, type Visitor } from '../../testing/visitor';

let operator: TestOperator;
let visitor: Visitor;

beforeAll(async () => {
  operator = await startTestOperator();
  visitor = createVisitor(operator);
});
afterAll(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const goTo = (at: number) => operator.control.setClock(at);
const find = <Item extends { id: number }>(items: Item[], id: number | null) =>
  items.find((item) => item.id === id);

describe('orders', () => {
  it('form a file in a while and hand it out with a tag', async () => {
    await goTo(minsk('2021-07-05', 9));
    const { id } = await visitor.send('order-invoice-file', { month: '2021-06', format: 'pdf' });
    const api = await visitor.api();
    const early = await api.call('GET', `/document?orderId=${id}`);
    expect(early.status).toBe(404);
    expect(find(await visitor.all('orders'), id)).toMatchObject({
      status: 'forming',
      fileName: null,
      readyAt: expect.any(Number),
    });
    operator.time.value += 20_000;
    expect(find(await visitor.all('orders'), id)).toMatchObject({
      status: 'done',
      fileName: 'Счет_300012345_2021-06.pdf',
      emails: [],
    });
    const got = await api.call('GET', `/document?orderId=${id}`);
    const document = (await got.json()) as z.infer<typeof documentSchema>;
    expect(Buffer.from(document.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(got.headers.get('etag')).toBe(`"${document.sha256}"`);
    const again = await api.call('GET', `/document?orderId=${id}`, undefined, {
      'if-none-match': got.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });

  it('are closed on the 1st, and what was ordered before still comes a day later', async () => {
    await visitor.send('change-delivery', { method: 'email', emails: ['old@b.by'], formats: ['pdf'] });
    await goTo(minsk('2021-07-31', 23, 59));
    const order = {
      fromDay: '2021-07-01',
      toDay: '2021-07-30',
      direction: 'both' as const,
      numbers: ['375291000002'],
    };
    const { id } = await visitor.send('order-cdr-email', order);
    expect(find(await visitor.all('orders'), id)?.emails).toEqual(['old@b.by']);
    operator.time.value += 60_000;
    expect((await visitor.send('order-cdr-email', order)).problem).toMatchObject({
      rule: 'invoices-are-formed',
      retryAt: minsk('2021-08-04'),
    });
    for (const [kind, body] of [
      ['order-invoice-email', { month: '2021-06' }],
      ['order-invoice-file', { month: '2021-06', format: 'xls' }],
      ['order-charges-email', { numbers: null }],
    ] as const) {
      expect((await visitor.send(kind, body)).problem?.rule).toBe('invoices-are-formed');
    }
    await visitor.send('change-delivery', { method: 'email', emails: ['new@b.by'], formats: ['pdf'] });
    operator.time.value += DAY_MS - 61_000;
    expect(find(await visitor.all('orders'), id)?.status).toBe('forming');
    operator.time.value += 1_000;
    // The letter goes where letters go at the time of sending.
    expect(find(await visitor.all('orders'), id)).toMatchObject({ status: 'done', emails: ['new@b.by'] });
    const [letter] = operator.control.listMail();
    expect(letter).toMatchObject({ to: 'new@b.by', subject: 'Детализация с 01.07.2021 по 30.07.2021' });
    expect(letter?.at).toBeGreaterThanOrEqual(minsk('2021-08-01', 23, 59));
  });

  it('wait as long as was left when the clock is set back', async () => {
    await goTo(minsk('2021-08-20', 12));
    const { id } = await visitor.send('order-invoice-file', { month: '2021-06', format: 'xls' });
    await goTo(minsk('2021-08-10', 12));
    expect(find(await visitor.all('orders'), id)?.status).toBe('forming');
    operator.time.value += 21_000;
    expect(find(await visitor.all('orders'), id)?.status).toBe('done');
  });
});

describe('appeals', () => {
  it('are taken up, answered in working hours, reopened by a message and closed two weeks after the last answer', async () => {
    await goTo(minsk('2021-09-06', 17));
    const evidence = [
      { kind: 'cdr', text: '10.05.2021 12:14:03, +375 29 100-00-02, 0,4350', recordId: 17 },
    ] as const;
    const { id } = await visitor.send('open-appeal', {
      subscriberId: 2,
      topic: 'cdr',
      text: 'Такого звонка не было',
      evidence: [...evidence],
    });
    const state = async () => find(await visitor.all('appeals'), id);
    expect(await state()).toMatchObject({ status: 'new', subscriberId: 2, evidence });
    operator.time.value += 30 * 60_000;
    expect((await state())?.status).toBe('in-work');
    await goTo(minsk('2021-09-07', 12));
    const answered = await state();
    expect(answered).toMatchObject({ status: 'answered' });
    expect(answered?.messages.map(({ from, at }) => [from, at])).toEqual([
      ['client', minsk('2021-09-06', 17)],
      ['operator', minsk('2021-09-07', 12)],
    ]);
    expect(answered?.messages[1]?.text).toContain('«10.05.2021 12:14:03, +375 29 100-00-02, 0,4350»');

    await goTo(minsk('2021-09-21', 11));
    const key = 'a-message-once';
    expect((await visitor.send('answer-appeal', { appealId: id ?? 0, text: 'Уточняю' }, key)).id).toBe(id);
    expect((await visitor.send('answer-appeal', { appealId: id ?? 0, text: 'Уточняю' }, key)).id).toBe(id);
    expect(await state()).toMatchObject({ status: 'new' });
    await goTo(minsk('2021-09-21', 13));
    expect((await state())?.messages.map(({ from }) => from)).toEqual([
      'client',
      'operator',
      'client',
      'operator',
    ]);
    await goTo(minsk('2021-10-05', 13));
    expect((await state())?.status).toBe('closed');
    expect((await visitor.send('answer-appeal', { appealId: id ?? 0, text: 'Ещё' })).problem).toMatchObject({
      rule: 'appeal-closed',
    });
    expect((await visitor.send('answer-appeal', { appealId: 999, text: 'Ещё' })).problem?.code).toBe(
      'not-found',
    );
  });

  it('of the demo company have a history', async () => {
    const past = (await visitor.all('appeals')).slice(0, 2);
    expect(past.map(({ messages }) => messages.length)).toEqual([2, 2]);
  });
});

describe('the call centre', () => {
  it('is answered by own active numbers, in hours that go forward', async () => {
    const [item] = await visitor.all('call-centre');
    if (!item) throw new Error('no call centre');
    const { settings } = item;
    const rule = async (change: Partial<typeof settings>) =>
      (await visitor.send('change-call-centre', { ...settings, ...change })).problem?.rule ?? null;
    expect(await rule({ operatorIds: [] })).toBe('call-centre-needs-operators');
    expect(await rule({ operatorIds: [2, 77] })).toBe('call-centre-number-not-active');
    const crossed = settings.hours.map((open, day) => (day === 2 ? { from: '18:00', to: '18:00' } : open));
    expect(await rule({ hours: crossed })).toBe('call-centre-hours-crossed');
    expect(await rule({ overflowNumber: '375291000002' })).toBe('call-centre-overflow-is-operator');
    expect(await rule({ enabled: false, operatorIds: [] })).toBeNull();
    expect((await visitor.all('call-centre'))[0]).toMatchObject({
      changedAt: operator.control.getState().operatorTime,
      settings: { enabled: false, operatorIds: [] },
    });
  });
});

describe('instalments', () => {
  it('are paid as time goes', async () => {
    const paid = async () =>
      (await visitor.all('installments')).map(({ schedule }) => schedule.filter((part) => part.paid).length);
    const items = await visitor.all('installments');
    expect(items.map(({ subscriberId }) => subscriberId)).toEqual([null, 2]);
    for (const { price, schedule } of items) {
      expect(schedule.reduce((sum, { amount }) => sum + amount, 0)).toBe(price);
    }
    const before = await paid();
    await goTo(minsk('2021-10-14'));
    expect(await paid()).toEqual(before.map((count) => count + 1));
  });
});

describe('delivery of invoices', () => {
  it('shows at once, and the address counts that holds when the invoice is formed', async () => {
    await goTo(minsk('2021-11-03', 19));
    const api = await visitor.api();
    const before = await api.call('GET', '/account');
    const tag = before.headers.get('etag') ?? '';
    const letters = () =>
      operator.control.listMail().filter(({ subject }) => subject.includes('октябрь 2021'));
    const first: Delivery = {
      method: 'email',
      emails: ['first@b.by', 'second@b.by'],
      formats: ['pdf', 'xlsx'],
    };
    expect((await visitor.send('change-delivery', first)).problem).toBeNull();
    const after = await api.call('GET', '/account', undefined, { 'if-none-match': tag });
    expect(after.status).toBe(200);
    expect(((await after.json()) as z.infer<typeof accountAnswerSchema>).account.delivery).toEqual(first);
    await operator.control.settle();
    expect(letters()).toEqual([]);

    // The program was idle through the evening; the address is changed before anything is made.
    operator.time.value += minsk('2021-11-03', 23, 59) - minsk('2021-11-03', 19);
    const next: Delivery = { method: 'email', emails: ['next@b.by'], formats: ['pdf'] };
    expect((await visitor.send('change-delivery', next)).problem).toBeNull();
    await operator.control.settle();
    expect(letters().map(({ to }) => to)).toEqual(['first@b.by; second@b.by']);
    expect(letters()[0]?.attachments.map(({ name }) => name)).toEqual([
      'Счет_300012345_2021-10.pdf',
      'Счет_300012345_2021-10.xlsx',
    ]);
    expect(letters()[0]?.at).toBeLessThan(minsk('2021-11-03', 23));

    // Back before the forming and on again: it is formed again and goes to the address of now.
    await goTo(minsk('2021-11-03', 19));
    await operator.control.settle();
    await goTo(minsk('2021-11-04', 9));
    await operator.control.settle();
    expect(letters().map(({ to }) => to)).toEqual(['next@b.by', 'first@b.by; second@b.by']);

    await visitor.send('change-delivery', { method: 'self', emails: [], formats: ['pdf'] });
    await goTo(minsk('2021-12-04', 9));
    await operator.control.settle();
    const december = operator.control.listMail().filter(({ subject }) => subject.includes('ноябрь 2021'));
    expect(december).toEqual([]);
  });
});
