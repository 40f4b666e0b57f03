import { describe, expect, it } from 'vitest';
import { minsk } from '../../testing/client';
import { type PromiseFacts, promiseStates, suspendingPromise } from './guarantee-state';

const promise = (facts: Partial<PromiseFacts> = {}): PromiseFacts => ({
  id: 1,
  registeredAt: minsk('2021-05-11', 10),
  decideAt: minsk('2021-05-11', 12),
  amount: 1_000_000,
  promisedOn: '2021-05-31',
  month: '2021-04',
  ...facts,
});
const statusAt = (now: number, payments: { at: number; amount: number }[], ...facts: PromiseFacts[]) =>
  promiseStates(facts.length > 0 ? facts : [promise()], payments, now).map(({ status }) => status);

describe('a promised payment', () => {
  it('is reviewed, then kept by payments that come to the last minute of its day', () => {
    const payments = [
      { at: minsk('2021-05-11', 10), amount: 5_000_000 },
      { at: minsk('2021-05-20', 10), amount: 400_000 },
      { at: minsk('2021-05-31', 23, 59), amount: 600_000 },
    ];
    expect(statusAt(minsk('2021-05-11', 11, 59), payments)).toEqual(['pending']);
    expect(statusAt(minsk('2021-05-11', 12), payments)).toEqual(['accepted']);
    expect(statusAt(minsk('2021-05-31', 23, 58), payments)).toEqual(['accepted']);
    expect(statusAt(minsk('2021-05-31', 23, 59), payments)).toEqual(['kept']);
    expect(statusAt(minsk('2022-05-31'), payments)).toEqual(['kept']);
  });

  it('is broken at midnight and suspends the account until the sum has come', () => {
    const late = [{ at: minsk('2021-06-05', 9), amount: 1_000_000 }];
    const at = (now: number) => promiseStates([promise()], late, now);
    expect(at(minsk('2021-05-31', 23, 59))[0]?.status).toBe('accepted');
    const broken = at(minsk('2021-06-01'));
    expect(broken[0]?.status).toBe('broken');
    expect(broken[0]?.reason).toContain('приостановлено');
    expect(suspendingPromise(broken, minsk('2021-06-05', 8, 59))?.facts.id).toBe(1);
    const paid = at(minsk('2021-06-05', 9));
    expect(paid[0]).toMatchObject({
      status: 'broken',
      reason:
        'Платеж 100,00 руб. не поступил до 31.05.2021 включительно. ' +
        'Задолженность погашена 05.06.2021, оказание услуг возобновлено.',
    });
    expect(suspendingPromise(paid, minsk('2021-06-05', 9))).toBeUndefined();
  });

  it('is refused within three months of a broken one, and accepted after them', () => {
    const paidLate = [{ at: minsk('2021-06-05', 9), amount: 1_000_000 }];
    const next = (day: string) =>
      promise({ id: 2, registeredAt: minsk(day, 10), decideAt: minsk(day, 12), promisedOn: '2021-12-01' });
    expect(statusAt(minsk('2021-08-31', 12), paidLate, promise(), next('2021-08-31'))).toEqual([
      'broken',
      'refused',
    ]);
    expect(statusAt(minsk('2021-09-01', 12), paidLate, promise(), next('2021-09-01'))).toEqual([
      'broken',
      'accepted',
    ]);
    const [, refused] = promiseStates([promise(), next('2021-08-31')], paidLate, minsk('2021-09-30'));
    expect(refused?.reason).toBe(
      'Платеж 100,00 руб., обещанный 11.05.2021, не поступил до 31.05.2021. Новая отсрочка возможна с 01.09.2021.',
    );
  });

  it('whose day is over before the review ends is refused: nothing was put off, nothing is broken', () => {
    // Asked for on Friday evening, promised for Saturday, reviewed on Monday.
    const weekend = promise({
      registeredAt: minsk('2021-05-21', 17),
      decideAt: minsk('2021-05-24', 10),
      promisedOn: '2021-05-22',
    });
    const at = (now: number, payments: { at: number; amount: number }[]) =>
      promiseStates([weekend], payments, now);
    expect(at(minsk('2021-05-23', 12), [])[0]?.status).toBe('pending');
    const reviewed = at(minsk('2021-05-24', 10), []);
    expect(reviewed[0]).toMatchObject({
      status: 'refused',
      reason:
        'Дата оплаты 22.05.2021 прошла до рассмотрения заявки. Оставьте новую заявку с более поздней датой.',
    });
    expect(suspendingPromise(reviewed, minsk('2021-05-24', 10))).toBeUndefined();
    const paid = [{ at: minsk('2021-05-22', 12), amount: 1_000_000 }];
    expect(at(minsk('2021-05-24', 10), paid)[0]?.status).toBe('kept');
  });
});
