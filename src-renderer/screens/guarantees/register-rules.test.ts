import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src-shared/domain/account';
import type { Invoice } from '../../../src-shared/domain/billing';
import { startOfDay } from '../../../src-shared/domain/period';
import type { Guarantee } from '../../../src-shared/domain/requests';
import { promiseDayFault, type RegisterTerms, readPromise, registerTerms } from './register-rules';

const NOW = startOfDay('2021-05-10');
const account = (signedOn: string, amountDue = 1_000_000) =>
  ({ contract: { number: '1', signedOn }, amountDue }) as Account;
const invoice = (month: string, status: Invoice['status']) => ({ month, status }) as Invoice;
const guarantee = (status: Guarantee['status']) => ({ status }) as Guarantee;
const facts = {
  account: account('2018-03-12'),
  invoices: [invoice('2021-03', 'paid'), invoice('2021-04', 'unpaid')],
  guarantees: [guarantee('kept'), guarantee('refused')],
};

describe('registerTerms', () => {
  it('opens the form for an unpaid regular invoice, to the 10th of the next month', () => {
    expect(registerTerms(facts, NOW)).toMatchObject({
      debt: 1_000_000,
      first: '2021-05-11',
      last: '2021-06-10',
    });
  });

  it('waits until the contract is older than three months', () => {
    const young = { ...facts, account: account('2021-02-10') };
    expect(registerTerms(young, NOW)).toEqual({ bar: 'young', opensOn: '2021-05-11' });
    expect(registerTerms(young, startOfDay('2021-05-11'))).not.toHaveProperty('bar');
  });

  it('is not needed when the newest invoice is paid, whatever older ones are', () => {
    const paid = { ...facts, invoices: [invoice('2021-04', 'paid'), invoice('2021-03', 'unpaid')] };
    expect(registerTerms(paid, NOW)).toMatchObject({ bar: 'paid', invoice: { month: '2021-04' } });
  });

  it('allows one open promise', () => {
    const open = { ...facts, guarantees: [guarantee('accepted')] };
    expect(registerTerms(open, NOW)).toMatchObject({ bar: 'open' });
  });
});

it('takes sums of whole kopecks up to the debt', () => {
  expect(readPromise('100', 1_000_000)).toBe(1_000_000);
  expect(readPromise('1,5', 1_000_000)).toBe(15_000);
  expect(readPromise('0', 1_000_000)).toBe('register.amountZero');
  expect(readPromise('0,005', 1_000_000)).toBe('register.amountWrong');
  expect(readPromise('100,01', 1_000_000)).toBe('register.amountLarge');
});

it('takes days from tomorrow to the last promised one', () => {
  const terms = { first: '2021-05-11', last: '2021-06-10' } as RegisterTerms;
  expect(promiseDayFault('2021-05-10', terms)).toBe('register.dayPast');
  expect(promiseDayFault('2021-06-10', terms)).toBeNull();
  expect(promiseDayFault('2021-06-11', terms)).toBe('register.dayLate');
});
