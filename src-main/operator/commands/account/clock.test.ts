import { afterEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../../src-shared/domain/period';
import { minsk, startTestOperator, type TestOperator } from '../../testing/client';
import { createVisitor, type Visitor } from '../../testing/visitor';

let operator: TestOperator;
let visitor: Visitor;

const start = async (...options: Parameters<typeof startTestOperator>) => {
  operator = await startTestOperator(...options);
  visitor = createVisitor(operator);
};
afterEach(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const one = async <Name extends 'orders' | 'guarantees' | 'appeals'>(name: Name, id: number | null) =>
  (await visitor.all(name)).find((item) => item.id === id);

describe('a clock that goes on while the books are brought up', () => {
  it('lets a command pass once they are, and pages end at once', async () => {
    await start({ tickMs: 1 });
    const order = { month: '2021-04', format: 'pdf' } as const;
    expect((await visitor.send('order-invoice-file', order)).problem).toBeNull();
    operator.time.value = minsk('2021-06-20', 12);
    expect(await (await visitor.api()).page('invoices')).toMatchObject({ more: false, remaining: 0 });
  });
});

describe('a command', () => {
  it('hides nothing that has become due before it', async () => {
    await start({ at: minsk('2021-05-13', 9) });
    const { id } = await visitor.send('open-appeal', {
      subscriberId: null,
      topic: 'other',
      text: 'Когда будет ответ?',
      evidence: [],
    });
    expect((await one('appeals', id))?.status).toBe('new');
    operator.time.value = minsk('2021-05-13', 14);
    await visitor.send('change-delivery', { method: 'self', emails: [], formats: ['pdf'] });
    const { items } = await (await visitor.api()).pull('appeals', 100);
    expect(items.find((appeal) => appeal.id === id)?.status).toBe('answered');
  });
});

describe('a message in a request whose answer is due and not written down yet', () => {
  const text = 'Когда будет ответ?';
  const opened = async (): Promise<number | null> => {
    await start({ at: minsk('2021-05-13', 9) });
    const appeal = { subscriberId: null, topic: 'other', text, evidence: [] } as const;
    return (await visitor.send('open-appeal', { ...appeal, evidence: [] })).id;
  };

  it('comes after that answer and gets one of its own', async () => {
    const id = await opened();
    await visitor.all('appeals');
    // A day later the program is started again: what waits in its outbox comes before anything else.
    operator.time.value = minsk('2021-05-14', 9);
    await visitor.send('answer-appeal', { appealId: id ?? 0, text });
    const messages = async () => (await one('appeals', id))?.messages.map(({ from, at }) => [from, at]) ?? [];
    const answered = ['operator', minsk('2021-05-13', 13)];
    expect(await messages()).toEqual([
      ['client', minsk('2021-05-13', 9)],
      answered,
      ['client', minsk('2021-05-14', 9)],
    ]);
    operator.time.value = minsk('2021-05-14', 12);
    expect((await messages()).at(-1)).toEqual(['operator', minsk('2021-05-14', 11)]);
  });

  it('is refused where the request was closed in the meantime', async () => {
    const id = await opened();
    operator.time.value = minsk('2021-06-04', 12);
    const late = await visitor.send('answer-appeal', { appealId: id ?? 0, text });
    expect(late.problem?.rule).toBe('appeal-closed');
    expect((await one('appeals', id))?.messages).toHaveLength(2);
  });
});

describe('a clock that is set back', () => {
  it('leaves no promise in a time to come', async () => {
    await start({ at: minsk('2021-06-07', 12) });
    await operator.control.holdPayments(true);
    const first = await visitor.send('register-payment', { amount: 100, promisedOn: '2021-06-10' });
    await operator.control.setClock(minsk('2021-06-12', 12));
    expect((await one('guarantees', first.id))?.status).toBe('broken');

    const earlier = minsk('2021-05-12', 10);
    await operator.control.setClock(earlier);
    const again = await visitor.send('register-payment', { amount: 100, promisedOn: '2021-05-20' });
    expect(again.problem?.rule).toBe('guarantee-already-open');
    expect(await one('guarantees', first.id)).toMatchObject({
      status: 'pending',
      registeredAt: earlier,
      decidedAt: null,
    });
    operator.time.value += 2 * 3_600_000;
    expect(await one('guarantees', first.id)).toMatchObject({ status: 'accepted' });
  });

  it('takes what was asked for last along, seen by nobody or not', async () => {
    await start({ at: minsk('2021-05-12', 12) });
    await visitor.all('orders');
    operator.time.value += 30 * 60_000;
    const { id } = await visitor.send('order-charges-email', { numbers: null });
    const earlier = minsk('2021-05-12', 12, 15);
    await operator.control.setClock(earlier);
    expect(await one('orders', id)).toMatchObject({ orderedAt: earlier, readyAt: earlier + 60_000 });
  });

  it('takes the settings of the call centre along', async () => {
    await start({ at: minsk('2021-05-20', 12) });
    const [before] = await visitor.all('call-centre');
    if (!before) throw new Error('no call centre');
    const settings = { ...before.settings, enabled: !before.settings.enabled };
    expect((await visitor.send('change-call-centre', settings)).problem).toBeNull();
    const earlier = minsk('2021-05-10', 12);
    await operator.control.setClock(earlier);
    expect((await visitor.all('call-centre'))[0]).toMatchObject({ changedAt: earlier, settings });
  });

  it('makes no detalization of days that have not come', async () => {
    await start({ at: minsk('2021-05-20', 12) });
    const { id } = await visitor.send('order-cdr-email', {
      fromDay: '2021-05-01',
      toDay: '2021-05-19',
      direction: 'both',
      numbers: ['375291000002'],
    });
    await operator.control.setClock(minsk('2021-05-10', 12));
    expect((await one('orders', id))?.status).toBe('forming');
    operator.time.value += DAY_MS;
    expect(await one('orders', id)).toMatchObject({
      status: 'failed',
      reason: 'На 11.05.2021 12:00:00 записей по 19.05.2021 нет',
    });
  });
});
