import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Delivery } from '../../../../src-shared/domain/account';
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
const account = async () => {
  const response = await (await visitor.api()).call('GET', '/account');
  return ((await response.json()) as z.infer<typeof accountAnswerSchema>).account;
};
const find = <Item extends { id: number }>(items: Item[], id: number | null) =>
  items.find((item) => item.id === id);

describe('promised payments', () => {
  it('are refused for what the guide does not allow', async () => {
    const { amountDue } = await account();
    expect(amountDue).toBeGreaterThan(0);
    const refusal = async (amount: number, promisedOn: string) =>
      (await visitor.send('register-payment', { amount, promisedOn })).problem;
    expect(await refusal(0, '2021-05-20')).toMatchObject({ rule: 'amount-not-positive' });
    expect(await refusal(amountDue + 100, '2021-05-20')).toMatchObject({
      rule: 'amount-above-debt',
      field: 'body.amount',
    });
    expect(await refusal(150, '2021-05-20')).toMatchObject({ code: 'validation', field: 'body.amount' });
    expect(await refusal(100, '2021-05-10')).toMatchObject({
      rule: 'promised-day-in-the-past',
      detail: 'Дата оплаты 10.05.2021 должна быть не раньше 11.05.2021',
    });
    expect(await refusal(100, '2021-06-11')).toMatchObject({
      rule: 'promised-day-too-late',
      field: 'body.promisedOn',
    });
  });

  it('wait for the review, one at a time, and are kept when the payment comes', async () => {
    const { amountDue } = await account();
    const body = { amount: amountDue, promisedOn: '2021-06-10' };
    const sent = await visitor.send('register-payment', body, 'the-same-key');
    expect(await visitor.send('register-payment', body, 'the-same-key')).toEqual(sent);
    expect((await visitor.send('register-payment', body)).problem).toMatchObject({
      rule: 'guarantee-already-open',
    });
    const state = async () => find(await visitor.all('guarantees'), sent.id);
    expect(await state()).toMatchObject({
      status: 'pending',
      amount: amountDue,
      invoiceId: 202_104,
      decidedAt: null,
    });
    // The 10th of May 2021 was moved off and the 11th was Radunitsa: two working hours end on the 12th.
    await goTo(minsk('2021-05-12', 11));
    expect(await state()).toMatchObject({ status: 'accepted', decidedAt: minsk('2021-05-12', 11) });
    expect((await visitor.send('register-payment', body)).problem).toMatchObject({
      rule: 'guarantee-already-open',
    });
    expect(await operator.control.payInvoice()).toBe(amountDue);
    expect(await state()).toMatchObject({ status: 'kept', reason: '' });
    expect((await account()).amountDue).toBe(0);
    expect((await visitor.send('register-payment', body)).problem).toMatchObject({
      rule: 'invoice-already-paid',
    });
  });

  it('suspend the account when they are broken, until the debt is paid', async () => {
    await operator.control.holdPayments(true);
    await goTo(minsk('2021-06-07', 12));
    const { amountDue, status } = await account();
    expect({ due: amountDue > 0, status }).toEqual({ due: true, status: 'active' });
    const sent = await visitor.send('register-payment', { amount: amountDue, promisedOn: '2021-07-10' });
    await goTo(minsk('2021-07-10', 23, 59));
    expect((await account()).status).toBe('active');
    await goTo(minsk('2021-07-11'));
    expect((await account()).status).toBe('suspended');
    expect(find(await visitor.all('guarantees'), sent.id)).toMatchObject({ status: 'broken' });
    const settings: Delivery = { method: 'self', emails: [], formats: ['pdf'] };
    const refused = await visitor.send('change-delivery', settings);
    expect(refused.problem).toMatchObject({ code: 'rule-violated', rule: 'account-suspended' });
    expect(refused.problem?.detail).toContain('11.07.2021');
    // What should have come in the meantime comes at once.
    await operator.control.holdPayments(false);
    expect(await account()).toMatchObject({ status: 'active', amountDue: 0 });
    expect(find(await visitor.all('guarantees'), sent.id)?.reason).toContain('оказание услуг возобновлено');
    expect((await visitor.send('change-delivery', settings)).problem).toBeNull();
  });

  it('are refused by the review soon after a broken one', async () => {
    await goTo(minsk('2021-08-05', 10));
    const { amountDue } = await account();
    const sent = await visitor.send('register-payment', { amount: amountDue, promisedOn: '2021-08-20' });
    await goTo(minsk('2021-08-05', 12));
    expect(find(await visitor.all('guarantees'), sent.id)).toMatchObject({
      status: 'refused',
      decidedAt: minsk('2021-08-05', 12),
    });
    expect((await account()).status).toBe('active');
  });
});

describe('a young contract', () => {
  it('has no promised payments', async () => {
    await goTo(minsk('2018-06-13', 23, 59));
    const body = { amount: 100, promisedOn: '2018-06-20' };
    expect((await visitor.send('register-payment', body)).problem).toMatchObject({
      rule: 'contract-younger-than-3-months',
      retryAt: minsk('2018-06-14'),
    });
    await goTo(minsk('2018-06-14'));
    expect((await visitor.send('register-payment', body)).problem).toBeNull();
  });
});
