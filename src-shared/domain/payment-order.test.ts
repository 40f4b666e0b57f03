import { describe, expect, it } from 'vitest';
import {
  isOtherBank,
  type PaymentOrder,
  paymentFaults,
  paymentPurpose,
  tidyPaymentOrder,
} from './payment-order';
import { startOfDay } from './period';

const order: PaymentOrder = {
  month: '2021-05',
  number: '15',
  day: '2021-06-07',
  urgent: false,
  amount: 11_899_500,
  payer: {
    name: 'ООО «Васильковый край»',
    unp: '199999999',
    iban: 'BY33PRIM30120000000000270000',
    bankName: 'ОАО «Примерный банк»',
    bic: 'PRIMBY2X',
  },
  beneficiary: {
    name: 'A1',
    unp: '190000005',
    iban: 'BY28OBRZ30120000000000110000',
    bankName: 'ОАО «Образцовый банк»',
    bic: 'OBRZBY2X',
  },
  purpose: 'Оплата',
  queue: '',
  kindCode: '',
  purposeCode: '',
};

describe('a payment order', () => {
  it('may be typed with spaces and small letters', () => {
    const typed: PaymentOrder = {
      ...order,
      number: ' 15 ',
      payer: {
        ...order.payer,
        unp: 'УНП 199 999 999',
        iban: 'by33 prim 3012 0000 0000 0027 0000',
        bic: ' primby2x',
      },
      purpose: 'Оплата\r\nКонецДокумента',
    };
    expect(paymentFaults(typed)).toEqual({});
    expect(tidyPaymentOrder(typed)).toEqual({ ...order, purpose: 'Оплата КонецДокумента' });
  });

  const wrong: [string, string, Partial<PaymentOrder>][] = [
    ['number', 'required', { number: ' ' }],
    ['number', 'number', { number: '15а' }],
    ['amount', 'amount', { amount: 0 }],
    ['amount', 'amount', { amount: -100 }],
    ['amount', 'amount', { amount: 11_899_501 }],
    ['amount', 'amount', { amount: 10_000_000_000_000 }],
    ['payer.name', 'required', { payer: { ...order.payer, name: '' } }],
    ['payer.unp', 'unp', { payer: { ...order.payer, unp: '199999998' } }],
    ['payer.iban', 'iban', { payer: { ...order.payer, iban: 'BY34PRIM30120000000000270000' } }],
    ['beneficiary.bankName', 'required', { beneficiary: { ...order.beneficiary, bankName: ' ' } }],
    ['beneficiary.bic', 'bic', { beneficiary: { ...order.beneficiary, bic: 'OBRZRU2X' } }],
    ['purpose', 'required', { purpose: '' }],
    ['queue', 'queue', { queue: 'срочно' }],
    ['purposeCode', 'code', { purposeCode: '4 01-01' }],
  ];
  it.each(wrong)('names a wrong %s (%s)', (field, fault, change) => {
    expect(paymentFaults({ ...order, ...change })).toEqual({ [field]: fault });
  });

  it('takes the greatest sum there are words for', () => {
    expect(paymentFaults({ ...order, amount: 9_999_999_999_900 })).toEqual({});
  });

  it('warns of an account at another bank than the code’s', () => {
    expect(isOtherBank(order.payer)).toBe(false);
    expect(isOtherBank({ ...order.payer, bic: 'OBRZBY2X' })).toBe(true);
    expect(isOtherBank({ ...order.payer, bic: 'wrong' })).toBe(false);
  });

  it('says what it is for, with the VAT of its sum', () => {
    const facts = {
      invoice: { month: '2021-05', number: '202105-1', issuedAt: startOfDay('2021-06-03') },
      account: { number: '300012345', contract: { number: '7/SIP', signedOn: '2018-03-13' } },
    };
    expect(paymentPurpose({ ...facts, vatRate: 25 }, 11_899_500)).toBe(
      'Оплата за услуги электросвязи за май 2021 по счету № 202105-1 от 03.06.2021, л/с 300012345, договор № 7/SIP от 13.03.2018, в т.ч. НДС 25 % 237,99 руб.',
    );
    expect(paymentPurpose({ ...facts, vatRate: null }, 11_899_500)).toMatch(/, в т\.ч\. НДС$/);
  });
});
