import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { totalCharges } from '../../../../src-shared/domain/billing';
import { proRata } from '../../../../src-shared/domain/money';
import type { accountAnswerSchema } from '../../../../src-shared/operator-api/feeds';
import { minsk, startTestOperator, type TestOperator } from '../../testing/client';
import { createVisitor, type Visitor } from '../../testing/visitor';

let operator: TestOperator;
let visitor: Visitor;

beforeEach(async () => {
  operator = await startTestOperator();
  visitor = createVisitor(operator);
});
afterEach(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const add = (subscriberId: number, code: string, key?: string) =>
  visitor.send('add-service', { subscriberId, code }, key);
const remove = (subscriberId: number, serviceId: number) =>
  visitor.send('remove-service', { subscriberId, serviceId });
const connected = async (subscriberId: number) =>
  (await visitor.all('services')).filter(
    (service) => service.subscriberId === subscriberId && service.disconnectedAt === null,
  );
const idOf = async (subscriberId: number, code: string): Promise<number> =>
  (await connected(subscriberId)).find((service) => service.code === code)?.id ?? 0;
const linesOf = async (subscriberId: number, month: string) => {
  const charges = await visitor.all('charges', (item) => `${item.subscriberId} ${item.month}`);
  return charges.find((item) => item.subscriberId === subscriberId && item.month === month)?.lines ?? [];
};
const linesNamed = async (subscriberId: number, month: string, code: string) =>
  (await linesOf(subscriberId, month))
    .filter((line) => line.code.startsWith(code))
    .map(({ title, days, gross }) => [title, days, gross]);

describe('services', () => {
  it('are refused with the broken rule, its field and the reason', async () => {
    const sentence = 'Подключение/отключение пакетов минут в другие сети возможно только по заявлению.';
    const answers = [
      [await add(2, 'conference'), 'service-already-connected', 'body.code', '13.03.2018 12:07:40'],
      [await add(2, 'international-limit'), 'service-conflicts', 'body.code', 'Международные звонки'],
      [await add(2, 'black-list'), 'service-requires-another', 'body.code', 'Определитель номера'],
      [await add(2, 'short-number'), 'service-not-in-plan', 'body.code', '«SIP-номер»'],
      [await add(2, 'suspension'), 'service-not-in-plan', 'body.code', 'Временная приостановка'],
      [await add(1, 'channels-20'), 'service-not-in-plan', 'body.code', 'SIP-многоканальность'],
      [await add(1, 'minutes-5000'), 'service-on-paper-only', 'body.code', sentence],
      [await remove(1, await idOf(1, 'minutes-1000')), 'service-on-paper-only', 'body.serviceId', sentence],
      [await remove(1, await idOf(1, 'cabinet')), 'service-part-of-plan', 'body.serviceId', 'Личный кабинет'],
      [await remove(1, await idOf(1, 'channels-10')), 'service-part-of-plan', 'body.serviceId', 'сменить'],
      [
        await remove(1, await idOf(1, 'call-details')),
        'service-needed-by-another',
        'body.serviceId',
        'Личный кабинет Возможность просмотра детализации',
      ],
    ] as const;
    for (const [{ problem }, rule, field, detail] of answers) {
      expect(problem).toMatchObject({ status: 409, code: 'rule-violated', rule, field });
      expect(problem?.detail).toContain(detail);
    }
    expect((await add(2, 'teleport')).problem).toMatchObject({ code: 'not-found', field: 'body.code' });
    expect((await add(9, 'caller-id')).problem).toMatchObject({
      code: 'not-found',
      field: 'body.subscriberId',
    });
    const foreign = await remove(2, await idOf(1, 'conference'));
    expect(foreign.problem).toMatchObject({ code: 'not-found', field: 'body.serviceId' });
  });

  it('are charged by days: the first counts, the day of leaving does not, in one line', async () => {
    const { id } = await add(2, 'call-recording');
    expect(await linesNamed(2, '2021-05', 'call-recording')).toEqual([
      ['Запись разговоров', 22, proRata(96_000, 22, 31)],
    ]);
    operator.time.value = minsk('2021-05-15', 18);
    await remove(2, id ?? 0);
    expect(await linesNamed(2, '2021-05', 'call-recording')).toEqual([
      ['Запись разговоров', 5, proRata(96_000, 5, 31)],
    ]);
    operator.time.value = minsk('2021-05-20');
    await add(2, 'call-recording');
    expect(await linesNamed(2, '2021-05', 'call-recording')).toEqual([
      ['Запись разговоров', 17, proRata(96_000, 17, 31)],
    ]);
    const again = await remove(2, id ?? 0);
    expect(again.problem).toMatchObject({ code: 'conflict', field: 'body.serviceId' });
    expect(again.problem?.detail).toContain('15.05.2021 18:00:00');
  });

  it('that come and go on one day cost no day, but each connection costs its price', async () => {
    for (let time = 0; time < 2; time++) await remove(2, (await add(2, 'fax-to-email')).id ?? 0);
    expect(await linesNamed(2, '2021-05', 'fax-to-email')).toEqual([
      ['Подключение: Факс на e-mail', null, 50_000],
      ['Подключение: Факс на e-mail', null, 50_000],
    ]);
  });

  it('begin and end with the calendar of Minsk, to the millisecond', async () => {
    operator.time.value = minsk('2021-06-01') - 1;
    const last = await add(2, 'caller-id');
    operator.time.value = minsk('2021-06-01');
    await add(3, 'caller-id');
    await remove(2, last.id ?? 0);
    expect(await linesNamed(2, '2021-05', 'caller-id')).toEqual([
      ['Определитель номера', 1, proRata(12_000, 1, 31)],
    ]);
    expect(await linesNamed(2, '2021-06', 'caller-id')).toEqual([]);
    expect(await linesNamed(3, '2021-05', 'caller-id')).toEqual([]);
    expect(await linesNamed(3, '2021-06', 'caller-id')).toEqual([['Определитель номера', 30, 12_000]]);
  });

  it('are in the charges, the balance and the next invoice to the last unit', async () => {
    type Account = z.infer<typeof accountAnswerSchema>['account'];
    const account = async (): Promise<Account> => {
      await operator.control.settle();
      const response = await (await visitor.api()).call('GET', '/account');
      return ((await response.json()) as { account: Account }).account;
    };
    const charged = async () =>
      (await visitor.all('subscribers')).find(({ id }) => id === 3)?.currentCharges ?? 0;
    const before = { balance: (await account()).balance, charges: await charged() };
    await add(3, 'fax-to-email');
    await add(3, 'caller-id');
    await add(3, 'black-list');
    const price = 50_000 + [60_000, 12_000, 18_000].reduce((sum, gross) => sum + proRata(gross, 22, 31), 0);
    expect((await charged()) - before.charges).toBe(price);
    expect((await account()).balance - before.balance).toBe(-price);

    operator.time.value = minsk('2021-06-04');
    const lines = (await Promise.all([1, 2, 3].map((id) => linesOf(id, '2021-05')))).flat();
    const invoice = (await visitor.all('invoices')).find(({ month }) => month === '2021-05');
    const { net, vat, gross } = totalCharges(lines);
    expect({ net: invoice?.net, vat: invoice?.vat, gross: invoice?.gross }).toEqual({ net, vat, gross });
  });

  it('are connected once, however often and fast that is asked for', async () => {
    const answers = await Promise.all([
      add(2, 'caller-id', 'one-and-the-same-key'),
      add(2, 'caller-id', 'one-and-the-same-key'),
      add(2, 'caller-id', 'quite-another-key'),
    ]);
    // Which of the two keys comes first is the network's business.
    expect(answers[1]).toEqual(answers[0]);
    const refused = [answers[0], answers[2]].filter((answer) => answer?.problem);
    expect(refused.map((answer) => answer?.problem?.rule)).toEqual(['service-already-connected']);
    expect((await connected(2)).filter(({ code }) => code === 'caller-id')).toHaveLength(1);
    const fax = await add(2, 'fax-to-email', 'a-key-for-the-fax');
    await remove(2, fax.id ?? 0);
    expect(await add(2, 'fax-to-email', 'a-key-for-the-fax')).toEqual(fax);
    expect((await connected(2)).some(({ code }) => code === 'fax-to-email')).toBe(false);
  });
});
