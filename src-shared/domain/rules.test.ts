import { expect, it } from 'vitest';
import { addDays, dayOf, type Instant, startOfDay } from './period';
import {
  cdrOrderDays,
  channelsOpenAt,
  firstPaymentDay,
  formingEnds,
  isFormingPeriod,
  lastPromisedDay,
  mayRegisterPayments,
  orderableInvoiceMonths,
  planChangeDay,
} from './rules';

const MINUTE = 60_000;
/** The last minute of a day in Minsk, and the first one. */
const end = (day: string): Instant => startOfDay(addDays(day, 1)) - MINUTE;
const begin = startOfDay;

it('orders are closed from the 1st to the 3rd, over the end of a year too', () => {
  const edges = [end('2021-12-31'), begin('2022-01-01'), end('2022-01-03'), begin('2022-01-04')];
  expect(edges.map(isFormingPeriod)).toEqual([false, true, true, false]);
  expect(dayOf(formingEnds(begin('2022-01-01')))).toBe('2022-01-04');
});

it('the two invoices and the days of a detalization are those before, over the end of a year too', () => {
  expect(orderableInvoiceMonths(end('2021-12-31'))).toEqual(['2021-11', '2021-10']);
  expect(orderableInvoiceMonths(begin('2022-01-01'))).toEqual(['2021-12', '2021-11']);
  expect(cdrOrderDays(begin('2022-01-10'))).toEqual({ first: '2021-12-01', last: '2022-01-09' });
  expect(cdrOrderDays(end('2022-01-09'))).toEqual({ first: '2021-12-01', last: '2022-01-08' });
});

it('payments are shown for twelve months, from the same day', () => {
  expect(firstPaymentDay(end('2021-05-10'))).toBe('2020-05-10');
  expect(firstPaymentDay(begin('2021-05-11'))).toBe('2020-05-11');
  expect(firstPaymentDay(begin('2024-02-29'))).toBe('2023-02-28');
});

it('a payment may be promised when the contract is older than three months, to the 10th of the next month', () => {
  expect(mayRegisterPayments('2018-03-13', end('2018-06-13'))).toBe(false);
  expect(mayRegisterPayments('2018-03-13', begin('2018-06-14'))).toBe(true);
  // There is no 30th of February.
  expect(mayRegisterPayments('2020-11-30', end('2021-02-28'))).toBe(false);
  expect(mayRegisterPayments('2020-11-30', begin('2021-03-01'))).toBe(true);
  expect(lastPromisedDay(end('2021-12-31'))).toBe('2022-01-10');
  expect(lastPromisedDay(begin('2022-01-01'))).toBe('2022-02-10');
});

it('channels open again to the minute after seven days; a plan begins on the 1st', () => {
  const changed = begin('2021-12-28') + 11 * MINUTE;
  expect(channelsOpenAt(changed)).toBe(begin('2022-01-04') + 11 * MINUTE);
  expect(planChangeDay(end('2021-12-31'))).toBe('2022-01-01');
});
