import { afterEach, describe, expect, it } from 'vitest';
import { proRata } from '../../../../src-shared/domain/money';
import { addDays, dayOf } from '../../../../src-shared/domain/period';
import { minsk, startTestOperator, type TestOperator } from '../../testing/client';
import { createVisitor, type Visitor } from '../../testing/visitor';

let operator: TestOperator;
let visitor: Visitor;

const begin = async (options: Parameters<typeof startTestOperator>[0] = {}) => {
  operator = await startTestOperator(options);
  visitor = createVisitor(operator);
};
afterEach(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const suspend = (subscriberId: number, fromDay: string, toDay: string) =>
  visitor.send('suspend-subscriber', { subscriberId, fromDay, toDay });
const resume = (subscriberId: number, suspensionId: number) =>
  visitor.send('resume-subscriber', { subscriberId, suspensionId });
const linesOf = async (subscriberId: number, month: string) => {
  const charges = await visitor.all('charges', (item) => `${item.subscriberId} ${item.month}`);
  const lines = charges.find((item) => item.subscriberId === subscriberId && item.month === month)?.lines;
  return lines
    ?.filter(({ kind }) => kind === 'plan' || kind === 'suspension')
    .map(({ kind, title, days, gross }) => [kind, title, days, gross]);
};
const statusOf = async (id: number) =>
  (await visitor.all('subscribers')).find((subscriber) => subscriber.id === id)?.status;

describe('pauses of a number', () => {
  it('begin tomorrow at the earliest, within 60 days, and last 90 days at most', async () => {
    await begin();
    const refused = [
      [await suspend(2, '2021-05-10', '2021-05-20'), 'body.fromDay', 'с 11.05.2021 по 09.07.2021'],
      [await suspend(2, '2021-07-10', '2021-07-11'), 'body.fromDay', 'с 11.05.2021 по 09.07.2021'],
      [await suspend(2, '2021-05-12', '2021-05-11'), 'body.toDay', 'не позднее чем по 09.08.2021'],
      [await suspend(2, '2021-05-12', '2021-08-10'), 'body.toDay', 'не позднее чем по 09.08.2021'],
    ] as const;
    for (const [{ problem }, field, detail] of refused) {
      expect(problem).toMatchObject({ status: 409, rule: 'suspension-days-out-of-range', field });
      expect(problem?.detail).toContain(detail);
    }
    expect((await suspend(2, '2021-05-11', '2021-08-08')).problem).toBe(null);
    expect((await suspend(3, '2021-07-09', '2021-10-06')).problem).toBe(null);
    // The same day is tomorrow a moment before midnight, and today at midnight.
    operator.time.value = minsk('2021-05-12') - 1;
    expect((await suspend(3, '2021-05-12', '2021-05-12')).problem).toBe(null);
    operator.time.value = minsk('2021-05-12');
    expect((await suspend(3, '2021-05-12', '2021-05-12')).problem?.rule).toBe('suspension-days-out-of-range');
  });

  it('do not overlap, and are not for «SIP-соединение»', async () => {
    await begin();
    await suspend(2, '2021-05-15', '2021-05-20');
    for (const [from, to] of [
      ['2021-05-20', '2021-05-25'],
      ['2021-05-11', '2021-05-15'],
      ['2021-05-16', '2021-05-17'],
      ['2021-05-11', '2021-06-11'],
    ] as const) {
      const { problem } = await suspend(2, from, to);
      expect(problem).toMatchObject({ status: 409, rule: 'suspension-already-there' });
      expect(problem?.detail).toContain('с 15.05.2021 по 20.05.2021');
    }
    expect((await suspend(2, '2021-05-21', '2021-05-21')).problem).toBe(null);
    expect((await suspend(1, '2021-05-15', '2021-05-20')).problem?.rule).toBe('connection-cannot-change');
  });

  it('are charged once, over the turn of a year, while their days are not charged', async () => {
    await begin({ at: minsk('2021-12-28', 12) });
    const { id } = await suspend(2, '2021-12-30', '2022-01-10');
    const december = [
      ['plan', 'План SIP-номер', 29, proRata(54_000, 29, 31)],
      ['suspension', 'Временная приостановка', null, 30_000],
    ];
    expect(await linesOf(2, '2021-12')).toEqual(december);
    expect(await statusOf(2)).toBe('active');
    operator.time.value = minsk('2021-12-30');
    expect(await statusOf(2)).toBe('suspended');
    expect((await visitor.send('add-service', { subscriberId: 2, code: 'caller-id' })).problem?.rule).toBe(
      'subscriber-suspended',
    );
    // Ended on 4 January: the 4th is its last day.
    operator.time.value = minsk('2022-01-04', 15);
    expect(await linesOf(2, '2022-01')).toEqual([['plan', 'План SIP-номер', 21, proRata(54_000, 21, 31)]]);
    expect((await resume(2, id ?? 0)).id).toBe(id);
    expect((await resume(2, id ?? 0)).problem).toMatchObject({ status: 409, code: 'conflict' });
    expect(await statusOf(2)).toBe('suspended');
    expect(await linesOf(2, '2022-01')).toEqual([['plan', 'План SIP-номер', 27, proRata(54_000, 27, 31)]]);
    expect(await linesOf(2, '2021-12')).toEqual(december);
    operator.time.value = minsk('2022-01-05');
    expect(await statusOf(2)).toBe('active');
    expect((await visitor.all('suspensions')).filter((item) => item.id === id)).toMatchObject([
      { subscriberId: 2, fromDay: '2021-12-30', toDay: '2022-01-04', status: 'ended', byClient: true },
    ]);
  });

  it('that are called off cost nothing and leave no trace but their record', async () => {
    await begin();
    const before = await linesOf(2, '2021-05');
    const { id } = await suspend(2, '2021-05-20', '2021-05-25');
    expect(await linesOf(2, '2021-05')).not.toEqual(before);
    await resume(2, id ?? 0);
    expect(await linesOf(2, '2021-05')).toEqual(before);
    expect((await visitor.all('suspensions')).find((item) => item.id === id)?.status).toBe('cancelled');
    expect((await suspend(2, '2021-05-20', '2021-05-25')).problem).toBe(null);
  });

  it('of the operator are shown, and ended by nobody else', async () => {
    await begin({ size: 'large' });
    // Not `all`: the sums of a large company are nothing to wait for here.
    const api = await visitor.api();
    const suspensions = (await api.pull('suspensions', 5000)).items;
    const subscribers = (await api.pull('subscribers', 5000)).items;
    expect(suspensions.find(({ subscriberId }) => subscriberId === 1)).toMatchObject({
      fromDay: '2021-05-01',
      toDay: '2021-05-04',
      reason: 'По заявлению клиента',
      status: 'ended',
    });
    const today = dayOf(operator.time.value);
    for (const { fromDay } of suspensions) expect(fromDay <= today).toBe(true);
    const debts = suspensions.filter(({ byClient }) => !byClient);
    expect(debts.length).toBeGreaterThan(0);
    for (const { id, subscriberId } of debts) {
      expect((await resume(subscriberId, id)).problem?.rule).toBe('suspension-by-operator');
    }
    const closed = subscribers.find(({ status }) => status === 'closed');
    const { problem } = await suspend(closed?.id ?? 0, addDays(today, 1), addDays(today, 2));
    expect(problem?.rule).toBe('subscriber-closed');
  });
});
