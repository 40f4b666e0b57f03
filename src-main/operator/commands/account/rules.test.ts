import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../../src-shared/domain/account';
import { Refusal } from '../../problems';
import { minsk } from '../../testing/client';
import { afterWorkingTime } from '../../working-time';
import { checkDelivery } from './delivery';
import { checkCdrDays, checkInvoiceMonth, checkNotForming, checkNumbers } from './order-rules';

const problemOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  return null;
};

describe('orders of documents', () => {
  it('are closed from midnight of the 1st to midnight of the 4th in Minsk', () => {
    expect(problemOf(() => checkNotForming(minsk('2021-12-31', 23, 59)))).toBeNull();
    const first = problemOf(() => checkNotForming(minsk('2022-01-01')));
    expect(first).toMatchObject({ rule: 'invoices-are-formed', retryAt: minsk('2022-01-04') });
    expect(first?.detail).toContain('04.01.2022 00:00:00');
    expect(problemOf(() => checkNotForming(minsk('2022-01-03', 23, 59)))).not.toBeNull();
    expect(problemOf(() => checkNotForming(minsk('2022-01-04')))).toBeNull();
  });

  it('are for the invoices of the two months before, across the year too', () => {
    const check = (month: string, now: number, invoiced = true) =>
      problemOf(() => checkInvoiceMonth(month, () => invoiced, now));
    const january = minsk('2022-01-31', 23, 59);
    expect(check('2021-12', january)).toBeNull();
    expect(check('2021-11', january)).toBeNull();
    expect(check('2021-11', minsk('2022-02-01'))).toMatchObject({
      rule: 'invoice-month-not-orderable',
      field: 'body.month',
      detail: 'Счет можно заказать за январь 2022 или декабрь 2021, выбран ноябрь 2021',
    });
    expect(check('2022-01', january)?.rule).toBe('invoice-month-not-orderable');
    expect(check('2021-12', january, false)?.detail).toBe('За декабрь 2021 счет не выставлялся');
  });

  it('take days from the first of the month before to yesterday', () => {
    const now = minsk('2022-01-10', 0, 0);
    const check = (from: string, to: string) => problemOf(() => checkCdrDays(from, to, now));
    expect(check('2021-12-01', '2022-01-09')).toBeNull();
    expect(check('2021-12-01', '2022-01-10')).toMatchObject({
      rule: 'cdr-days-out-of-range',
      field: 'body.toDay',
    });
    expect(check('2021-11-30', '2022-01-09')?.field).toBe('body.fromDay');
    expect(check('2022-01-05', '2022-01-04')?.detail).toContain('позже конечной');
  });

  it('name the numbers that are foreign or there twice', () => {
    const own = (number: string) => number.startsWith('37529');
    expect(problemOf(() => checkNumbers(['375291000001', '375291000002'], own))).toBeNull();
    expect(
      problemOf(() => checkNumbers(['375291000001', '375330000000', '375440000000'], own)),
    ).toMatchObject({
      rule: 'numbers-not-yours',
      detail: 'Номера не принадлежат Вашей компании: 375330000000, 375440000000',
    });
    expect(problemOf(() => checkNumbers(['375291000001', '375291000001'], own))).toMatchObject({
      code: 'validation',
      field: 'body.numbers',
      detail: 'Номер указан дважды: 375291000001',
    });
  });
});

describe('delivery', () => {
  const refusal = (delivery: Partial<Delivery>) =>
    problemOf(() => checkDelivery({ method: 'email', emails: ['a@b.by'], formats: ['pdf'], ...delivery }));

  it('takes addresses of 200 characters together, and no more', () => {
    const long = (length: number) => [`${'a'.repeat(60)}@b.by`, `${'c'.repeat(length - 66 - 5)}@d.by`];
    const emails = (total: number) => {
      const third = `x@${'y'.repeat(60)}.by`;
      return [third, ...long(total - third.length - 1)];
    };
    expect(emails(200).join(';')).toHaveLength(200);
    expect(refusal({ emails: emails(200) })).toBeNull();
    expect(refusal({ emails: emails(201) })).toMatchObject({ rule: 'emails-too-long', field: 'body.emails' });
  });

  it('refuses what does not fit together', () => {
    expect(refusal({ emails: [] })?.field).toBe('body.emails');
    expect(refusal({ emails: ['A@b.by', 'a@b.by'] })?.detail).toContain('дважды');
    expect(refusal({ formats: ['xlsx'] })?.field).toBe('body.formats');
    expect(refusal({ method: 'self' })?.field).toBe('body.emails');
    expect(refusal({ method: 'self', emails: [] })).toBeNull();
  });
});

describe('working time', () => {
  it('goes on over evenings, weekends and holidays', () => {
    const hour = 3_600_000;
    expect(afterWorkingTime(minsk('2021-05-12', 10), 2 * hour)).toBe(minsk('2021-05-12', 12));
    expect(afterWorkingTime(minsk('2021-05-12', 16), 2 * hour)).toBe(minsk('2021-05-12', 18));
    // After the weekend came a day that was moved off and Radunitsa.
    expect(afterWorkingTime(minsk('2021-05-07', 17), 2 * hour)).toBe(minsk('2021-05-12', 10));
    expect(afterWorkingTime(minsk('2021-12-31', 18), hour)).toBe(minsk('2022-01-03', 10));
  });
});
